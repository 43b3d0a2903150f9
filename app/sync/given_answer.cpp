#include "sync/given_answer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

#include "form/suggestion.h"

namespace buurtpeil::sync {

std::expected<NamePath, Error> NamePath::parse(std::string_view text) {
  NamePath path;
  while (true) {
    const std::size_t slash = text.find('/');
    std::string_view step = text.substr(0, slash);
    int position = 0;
    if (const std::size_t open = step.find('['); open != std::string_view::npos) {
      const char* const begin = step.data() + open + 1;
      const char* const end = step.data() + step.size();
      const auto read = std::from_chars(begin, end, position);
      if (read.ec != std::errc{} || read.ptr + 1 != end || *read.ptr != ']' || position < 1)
        return std::unexpected(Error{fmt::format("'{}' has no place from 1 in its brackets", step)});
      step = step.substr(0, open);
    }
    path.steps.push_back({std::string(step), position});
    if (slash == std::string_view::npos) return path;
    text.remove_prefix(slash + 1);
  }
}

bool NamePath::matches(const NamePath& path) const {
  std::size_t at = path.steps.size();
  for (std::size_t i = steps.size(); i-- > 0;) {
    const auto is_step = [&](const Step& step) {
      const bool placed = steps[i].position == 0 || step.position == 0 || step.position == steps[i].position;
      return placed && step.name == steps[i].name;
    };
    const bool is_last = i + 1 == steps.size();
    do {
      if (at == 0) return false;
      --at;
      if (is_last && !is_step(path.steps[at])) return false;
    } while (!is_step(path.steps[at]));
  }
  return true;
}

std::expected<const Row*, Error> row_named(const Form& form, const std::string& name) {
  const auto wanted = NamePath::parse(name);
  if (!wanted) return std::unexpected(wanted.error());
  std::vector<const Row*> found;
  std::vector<std::string_view> known;
  for (const Row& row : form.rows) {
    if (row.name.empty()) continue;
    known.push_back(row.name);
    const auto path = NamePath::parse(row.path);
    if (path && wanted->matches(*path)) found.push_back(&row);
  }
  if (found.empty()) {
    const std::string& last = wanted->steps.back().name;
    return std::unexpected(
        Error{fmt::format("the form has no question '{}'{}", name, did_you_mean(last, known))});
  }
  // A whole path is never in doubt: "name" beside "place/name".
  for (const Row* row : found)
    if (row->path == name) return row;
  if (found.size() > 1)
    return std::unexpected(Error{fmt::format("'{}' can be '{}' or '{}'; write it with its groups", name,
                                             found[0]->path, found[1]->path)});
  return found.front();
}

std::expected<GivenAnswer, Error> read_answer(const Form& form, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0)
    return std::unexpected(Error{fmt::format("'{}' is no answer; write NAME=VALUE", text)});
  GivenAnswer answer{.name = text.substr(0, equals), .path = {}, .value = text.substr(equals + 1)};
  const auto row = row_named(form, answer.name);
  if (!row) return std::unexpected(row.error());
  if (!is_asked((*row)->type))
    return std::unexpected(Error{fmt::format("'{}' is not answered by a visitor", answer.name)});
  answer.row = *row;
  answer.path = *NamePath::parse(answer.name);
  return answer;
}

}  // namespace buurtpeil::sync
