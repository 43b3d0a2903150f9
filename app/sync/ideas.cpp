#include "sync/ideas.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "form/compile/media.h"
#include "form/suggestion.h"
#include "sync/columns.h"
#include "sync/ideas_file.h"
#include "sync/merge.h"
#include "sync/stores.h"

namespace buurtpeil::sync {
namespace {

// Of 100,000 ideas two have the same first 12 digits in one of 50,000 such files; then the second has more.
constexpr std::size_t name_digits = 12, longer_digits = 32;

bool is_called(const Row& row, std::string_view question) {
  return row.name == question || row.path == question;
}

/// Asks for words, and not for digits.
bool has_words(const Row& row) { return row.type == Type::text && row.is_shown() && !row.writing.numbers; }

bool asks(const Versions& versions, std::string_view question) {
  return std::ranges::any_of(versions.newest_first, [&](const Form* form) {
    return std::ranges::any_of(form->rows,
                               [&](const Row& row) { return has_words(row) && is_called(row, question); });
  });
}

/// Why nobody is asked for these words, with the nearest question that does.
std::string not_asked(const std::map<std::string, Versions>& forms, std::string_view question) {
  std::set<std::string_view> words;
  std::string asked_as;
  for (const auto& [form_id, versions] : forms)
    for (const Form* form : versions.newest_first)
      for (const Row& row : form->rows) {
        if (has_words(row)) words.insert(row.name);
        if (is_called(row, question) && asked_as.empty())
          asked_as = row.writing.numbers ? "digits" : traits_of(row.type).name;
      }
  std::string meant = did_you_mean(question, {words.begin(), words.end()});
  if (meant.empty())
    meant = words.empty() ? "; no question in these stores asks for words"
                          : fmt::format("; questions that ask for words: {}", fmt::join(words, ", "));
  return asked_as.empty()
             ? fmt::format("no form in these stores asks '{}'{}", question, meant)
             : fmt::format("'{}' has no words for people to read ({}){}", question, asked_as, meant);
}

/// The form whose ideas are meant.
std::expected<std::string, std::string> form_with(const std::map<std::string, Versions>& forms,
                                                  const IdeasRequest& request) {
  std::vector<std::string_view> known, asking;
  for (const auto& [form_id, versions] : forms) {
    known.push_back(form_id);
    if ((request.form_id.empty() || request.form_id == form_id) && asks(versions, request.question))
      asking.push_back(form_id);
  }
  if (!request.form_id.empty() && std::ranges::find(known, request.form_id) == known.end())
    return std::unexpected(fmt::format("no form in these stores has the form_id '{}'{}", request.form_id,
                                       did_you_mean(request.form_id, known)));
  if (asking.empty()) return std::unexpected(not_asked(forms, request.question));
  if (asking.size() > 1)
    return std::unexpected(fmt::format("several forms ask '{}': {}; say which one with --form",
                                       request.question, fmt::join(asking, ", ")));
  return std::string(asking.front());
}

/// Takes the ideas out of responses, one after the other.
class IdeaCollector {
 public:
  IdeaCollector(const Versions& versions, std::string_view question, IdeasFile& file)
      : versions_(versions), question_(question), file_(file) {}

  void take(const StoredResponse& response) {
    if (response.doubt != Doubt::none) return;
    const Form* const form = versions_.of(response.form_hash);
    for (const StoredAnswer& answer : response.answers) {
      if (answer.absence != Absence::none || answer.value.empty() || !is_idea(form, answer.path)) continue;
      Idea idea = {.name = name_of(response.id, answer.path),
                   .text = std::string(answer.value),
                   .language = std::string(response.language),
                   .place = place_in(form, response)};
      if (file_.has(idea.name)) continue;
      file_.add(idea);
      ++added_;
    }
  }
  [[nodiscard]] std::int64_t added() const { return added_; }

 private:
  /// An answer of a version that cannot be read is known by its name alone.
  bool is_idea(const Form* form, std::string_view answer_path) {
    const std::string path = spot_of(answer_path).column;
    if (form == nullptr) return path == question_ || path.substr(path.rfind('/') + 1) == question_;
    const int row = form->row_of(path);
    if (row < 0) return false;
    const Row& asked = form->rows[static_cast<std::size_t>(row)];
    return has_words(asked) && is_called(asked, question_);
  }

  std::string name_of(std::string_view response_id, std::string_view path) {
    const std::string digits = hex_of(sha256(fmt::format("{} {}", response_id, path)));
    std::string name = "idea-" + digits.substr(0, name_digits);
    if (!given_.insert(name).second) name = "idea-" + digits.substr(0, longer_digits);
    return name;
  }

  static std::string place_in(const Form* form, const StoredResponse& response) {
    if (form == nullptr || form->place < 0) return "";
    const std::string& path = form->rows[static_cast<std::size_t>(form->place)].path;
    const auto found = std::ranges::find(response.answers, path, &StoredAnswer::path);
    return found == response.answers.end() ? "" : std::string(found->value);
  }

  const Versions& versions_;
  std::string_view question_;
  IdeasFile& file_;
  std::set<std::string> given_;
  std::int64_t added_ = 0;
};

std::expected<std::int64_t, Error> collect_from(const std::vector<StoreReader>& stores,
                                                const std::string& form_id, IdeaCollector& ideas) {
  auto merge = Merge::of(stores, form_id);
  if (!merge) return std::unexpected(merge.error());
  while (true) {
    const auto next = merge->next();
    if (!next) return std::unexpected(next.error());
    if (*next == nullptr) return ideas.added();
    if (!merge->is_duplicate()) ideas.take(**next);
  }
}

Outcome no_ideas(const std::string& why) { return {.exit_code = 1, .out = "", .err = why + "\n"}; }

}  // namespace

Outcome collect_ideas(const IdeasRequest& request, const FormLoader& load) {
  auto stores = open_all(request.stores);
  if (!stores) return no_ideas(stores.error().message);
  std::vector<std::string> told;
  auto forms = versions_in(*stores, load, told);
  if (!forms) return no_ideas(forms.error().message);
  const auto form_id = form_with(*forms, request);
  if (!form_id) return no_ideas(form_id.error());
  auto file = IdeasFile::read(request.file, request.for_excel ? ';' : ',');
  if (!file) return no_ideas(file.error().message);

  const Versions& versions = forms->at(*form_id);
  file->want_columns(
      std::ranges::any_of(versions.newest_first, [](const Form* form) { return form->place >= 0; }));
  IdeaCollector ideas(versions, request.question, *file);
  const auto added = collect_from(*stores, *form_id, ideas);
  if (!added) return no_ideas(added.error().message);
  if (auto written = file->write(); !written) return no_ideas(written.error().message);
  for (std::string& doubt : file->doubts()) told.push_back(std::move(doubt));
  Outcome outcome;
  for (const std::string& sentence : told) outcome.err += sentence + "\n";
  outcome.out = fmt::format("{}: {} idea{}, {} of them new, {} released\n", request.file.string(),
                            file->count(), file->count() == 1 ? "" : "s", *added, file->released());
  return outcome;
}

}  // namespace buurtpeil::sync
