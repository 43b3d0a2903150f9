#include "results/contribution.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "form/strings.h"

namespace buurtpeil {
namespace {

constexpr std::string_view below_all_classes = "-";

/// Lower ends of the classes of a number, ascending.
std::vector<double> classes_of(const Row& row) {
  if (!row.result_classes.empty() || !row.range) return row.result_classes;
  const double low = std::min(row.range->start, row.range->end),
               high = std::max(row.range->start, row.range->end);
  const double step = std::abs(row.range->step);
  std::vector<double> classes;
  for (int i = 0; classes.size() < 1000; ++i) {
    const double at = std::round((low + i * step) * 1e6) / 1e6;  // adding up binary fractions leaves errors
    if (at > high + step * 1e-6) break;
    classes.push_back(at);
  }
  return classes;
}

/// "10–19" of whole numbers, "2.5–5" of others; "50+" of the last one. Each step of a range is its own
/// number.
std::string label_of_class(const Row& row, const std::vector<double>& classes, std::size_t i) {
  if (row.result_classes.empty()) return fmt::format("{}", classes[i]);
  if (i + 1 == classes.size()) return fmt::format("{}+", classes[i]);
  const bool whole = row.type == Type::integer;
  const double last = classes[i + 1] - (whole ? 1 : 0);
  return last == classes[i] ? fmt::format("{}", last) : fmt::format("{}–{}", classes[i], last);
}

Tally tally_of_answer(const Row& row, std::string_view value) {
  Tally person{.people = 1, .amounts = {}};
  switch (result_kind_of(row)) {
    case ResultKind::choice:
      person.amounts[std::string(value)] = 1;
      break;
    case ResultKind::several:
      for (const std::string& name : words_of(value)) person.amounts[name] = 1;
      break;
    case ResultKind::order: {
      std::int64_t place = 0;
      for (const std::string& name : words_of(value)) person.amounts[name] = ++place;
      if (place > 0) person.amounts["first/" + words_of(value).front()] = 1;
      break;
    }
    case ResultKind::number:
      person.amounts[class_of(row, std::string(value))] = 1;
      break;
    case ResultKind::points:
      break;
  }
  return person;
}

const StoredAnswer* answer_at(const StoredResponse& response, const std::string& path) {
  const auto found = std::ranges::find(response.answers, path, &StoredAnswer::path);
  return found == response.answers.end() || found->absence != Absence::none || found->value.empty() ? nullptr
                                                                                                    : &*found;
}

std::optional<Tally> answered_points(const Form& form, const Row& group, const StoredResponse& response) {
  Tally person{.people = 1, .amounts = {}};
  bool answered = false;
  for (int i = form.row_of(group.path) + 1; i < group.end; ++i) {
    const Row& part = form.rows[static_cast<std::size_t>(i)];
    const StoredAnswer* answer = answer_at(response, part.path);
    if (answer == nullptr) continue;
    answered = true;
    person.amounts[part.name] = std::strtoll(std::string(answer->value).c_str(), nullptr, 10);
  }
  return answered ? std::optional(person) : std::nullopt;
}

}  // namespace

std::string class_of(const Row& row, const std::string& value) {
  const double number = std::strtod(value.c_str(), nullptr);
  std::string found(below_all_classes);
  for (const double low : classes_of(row))
    if (number >= low - 1e-9) found = fmt::format("{}", low);
  return found;
}

ResultKind result_kind_of(const Row& row) {
  switch (row.type) {
    case Type::select_one:
      return ResultKind::choice;
    case Type::select_multiple:
      return ResultKind::several;
    case Type::rank:
      return ResultKind::order;
    case Type::group:
      return ResultKind::points;
    default:
      return ResultKind::number;
  }
}

WordsByLanguage words_by_language(const Form& form, const Text& text) {
  WordsByLanguage words;
  for (const auto& [heading, sentence] : text.by_language) {
    std::string all;
    for (const Piece& piece : sentence) all += piece.reference ? "…" : piece.words;
    const int language = form.language_of(heading);
    words[language < 0 ? form.plain_language : form.languages[static_cast<std::size_t>(language)].code] =
        trimmed(all);
  }
  return words;
}

std::vector<ResultItem> result_items_of(const Form& form, const Row& row) {
  std::vector<ResultItem> items;
  if (row.type == Type::group) {
    for (int i = form.row_of(row.path) + 1; i < row.end; ++i) {
      const Row& part = form.rows[static_cast<std::size_t>(i)];
      items.push_back({part.name, words_by_language(form, part.label)});
    }
  } else if (result_kind_of(row) == ResultKind::number) {
    const std::vector<double> classes = classes_of(row);
    if (!row.result_classes.empty())
      items.push_back({std::string(below_all_classes), {{"", fmt::format("< {}", classes.front())}}});
    for (std::size_t i = 0; i < classes.size(); ++i)
      items.push_back({fmt::format("{}", classes[i]), {{"", label_of_class(row, classes, i)}}});
  } else if (const auto list = form.choices.find(row.list); list != form.choices.end()) {
    for (const Choice& choice : list->second)
      items.push_back({choice.name, words_by_language(form, choice.label)});
  }
  return items;
}

std::string place_of(const Form& form, const StoredResponse& response) {
  if (form.place < 0) return "";
  const StoredAnswer* answer = answer_at(response, form.rows[static_cast<std::size_t>(form.place)].path);
  return answer == nullptr ? "" : std::string(answer->value);
}

std::vector<Contribution> contributions_of(const Form& form, const StoredResponse& response) {
  std::vector<Contribution> contributions;
  if (response.status != Status::finished || response.doubt != Doubt::none) return contributions;
  for (std::size_t i = 0; i < form.rows.size(); ++i) {
    const Row& row = form.rows[i];
    if (!row.has_results) continue;
    if (row.type == Type::group) {
      if (auto person = answered_points(form, row, response))
        contributions.push_back({static_cast<int>(i), std::move(*person)});
    } else if (const StoredAnswer* answer = answer_at(response, row.path)) {
      contributions.push_back({static_cast<int>(i), tally_of_answer(row, answer->value)});
    }
  }
  return contributions;
}

}  // namespace buurtpeil
