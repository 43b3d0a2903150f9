#include "sync/core.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "form/limits.h"
#include "form/strings.h"
#include "form/suggestion.h"
#include "sync/core_row.h"
#include "sync/named_form.h"

namespace buurtpeil::sync {
namespace {

/// A note without a name gets one by its row, which is another in every file.
bool is_nameless(const Row& row) { return row.name.starts_with("generated_note_name_"); }

std::vector<std::string> languages_of(const Form& form) {
  std::vector<std::string> codes;
  for (const Language& language : form.languages) codes.push_back(language.code);
  if (!form.plain_language.empty() || codes.empty()) codes.push_back(form.plain_language);
  return codes;
}

class CoreComparison {
 public:
  explicit CoreComparison(CorePair& pair)
      : pair_(pair), core_(pair.core.rows), own_(pair.form.rows), own_of_(core_.size(), -1) {}

  void compare() {
    find_languages();
    match_rows();
    for (std::size_t i = 0; i < core_.size(); ++i) {
      if (!is_of_core(core_[i])) continue;
      const int own = own_of_[i];
      if (own < 0)
        missing(core_[i]);
      else
        compare_row(pair_, core_[i], at(own_, own));
    }
    check_places();
    check_order();
    check_own_questions();
  }

 private:
  static const Row& at(const std::vector<Row>& rows, int index) {
    return rows[static_cast<std::size_t>(index)];
  }
  int own_of(int core) const { return core < 0 ? -1 : own_of_[static_cast<std::size_t>(core)]; }
  int core_of(int own) const { return own < 0 ? -1 : core_of_[static_cast<std::size_t>(own)]; }
  [[nodiscard]] std::string in_core(const Row& row) const {
    return pair_.in_core(pair_.core_cells.of(row, "name"));
  }

  void find_languages() {
    const std::vector<std::string> own = languages_of(pair_.form);
    for (const std::string& code : languages_of(pair_.core))
      if (std::ranges::find(own, code) != own.end() &&
          std::ranges::find(pair_.languages, code) == pair_.languages.end())
        pair_.languages.push_back(code);
    if (pair_.languages.empty())
      pair_.problems.warning(
          pair_.form_cells.survey(),
          fmt::format("no words were compared: the core ({}) has no language of this form", pair_.core_file));
  }

  void match(int core, int own) {
    own_of_[static_cast<std::size_t>(core)] = own;
    core_of_[static_cast<std::size_t>(own)] = core;
  }

  /// By their paths, else by their names where one is left that has it, wherever it stands.
  void match_rows() {
    core_of_.assign(own_.size(), -1);
    std::map<std::string_view, int> by_path;
    for (int i = 0; i < static_cast<int>(own_.size()); ++i)
      if (!at(own_, i).says_other) by_path.emplace(at(own_, i).path, i);
    for (int i = 0; i < static_cast<int>(core_.size()); ++i)
      if (const auto own = by_path.find(at(core_, i).path);
          own != by_path.end() && is_of_core(at(core_, i)) && !is_nameless(at(core_, i)))
        match(i, own->second);
    std::multimap<std::string_view, int> left;
    for (int i = 0; i < static_cast<int>(own_.size()); ++i)
      if (core_of(i) < 0 && !at(own_, i).says_other) left.emplace(at(own_, i).name, i);
    for (int i = 0; i < static_cast<int>(core_.size()); ++i) {
      if (!is_of_core(at(core_, i)) || own_of(i) >= 0) continue;
      if (is_nameless(at(core_, i)))
        match_note(i);
      else if (const auto own = left.find(at(core_, i).name); own != left.end()) {
        match(i, own->second);
        left.erase(own);
      }
    }
  }

  /// A note without a name, by its words.
  void match_note(int core) {
    for (int i = 0; i < static_cast<int>(own_.size()); ++i) {
      if (core_of(i) >= 0 || !is_nameless(at(own_, i))) continue;
      for (const std::string& code : pair_.languages) {
        const Sentence* const theirs = words_in(pair_.core, at(core_, core).label, code);
        const Sentence* const ours = words_in(pair_.form, at(own_, i).label, code);
        if (theirs != nullptr && ours != nullptr && said(*theirs) == said(*ours)) return match(core, i);
      }
    }
  }

  void missing(const Row& row) {
    std::vector<std::string_view> names;
    for (int i = 0; i < static_cast<int>(own_.size()); ++i)
      if (core_of(i) < 0 && !at(own_, i).says_other) names.push_back(at(own_, i).name);
    compared_ += names.size();
    const std::string meant =
        compared_ <= limits::comparisons && !is_nameless(row) ? did_you_mean(row.name, names) : "";
    const std::string called = is_nameless(row)
                                   ? fmt::format("a note without a name")
                                   : fmt::format("'{}' ({})", row.name, traits_of(row.type).name);
    pair_.problems.error(pair_.form_cells.survey(),
                         fmt::format("{} of the core is missing ({}){}", called, in_core(row), meant));
  }

  /// In the same group, unless that is missing itself.
  void check_places() {
    for (int i = 0; i < static_cast<int>(core_.size()); ++i) {
      const int own = own_of(i), group = at(core_, i).parent;
      if (own < 0 || (group >= 0 && own_of(group) < 0) || at(own_, own).parent == own_of(group)) continue;
      const auto place = [](const std::vector<Row>& rows, int parent) {
        return parent < 0 ? std::string("in no group")
                          : fmt::format("in the {} '{}'", traits_of(at(rows, parent).type).name,
                                        at(rows, parent).name);
      };
      pair_.problems.error(
          pair_.form_cells.of(at(own_, own), "name"),
          fmt::format("'{}' stands {}, in the core ({}) {}", at(own_, own).name,
                      place(own_, at(own_, own).parent), in_core(at(core_, i)), place(core_, group)));
    }
  }

  void check_order() {
    std::map<int, std::vector<int>> children;  // of each group of the core, those that are in place
    for (int i = 0; i < static_cast<int>(core_.size()); ++i)
      if (own_of(i) >= 0 && at(own_, own_of(i)).parent == own_of(at(core_, i).parent))
        children[at(core_, i).parent].push_back(i);
    for (const auto& [group, rows] : children) {
      std::vector<int> numbers;
      for (const int row : rows) numbers.push_back(own_of(row));
      const std::vector<bool> moved = out_of_order(numbers);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!moved[i]) continue;
        const std::string after = i == 0 ? std::string("it comes first")
                                         : fmt::format("it follows '{}'", at(core_, rows[i - 1]).name);
        pair_.problems.error(pair_.form_cells.of(at(own_, numbers[i]), "name"),
                             fmt::format("'{}' stands elsewhere than in the core ({}), where {}",
                                         at(own_, numbers[i]).name, in_core(at(core_, rows[i])), after));
      }
    }
  }

  /// The group of the core around a row of the form, -1 for none.
  int core_group_around(int own) const {
    for (int group = at(own_, own).parent; group >= 0; group = at(own_, group).parent)
      if (core_of(group) >= 0) return core_of(group);
    return -1;
  }

  void check_own_questions() {
    const bool has_slots = std::ranges::any_of(core_, [](const Row& row) { return row.slot.has_value(); });
    int last = 0;  // where the core ends in the form
    for (int i = 0; i < static_cast<int>(own_.size()); ++i)
      if (core_of(i) >= 0) last = std::max(last, at(own_, i).end);
    std::map<int, int> own_in;             // slot -> questions
    std::set<std::pair<int, int>> points;  // slot, group of points that is one question
    for (int i = 0; i < static_cast<int>(own_.size()); ++i) {
      const Row& row = at(own_, i);
      if (core_of(i) >= 0 || !row.is_shown() || row.says_other) continue;
      const int group = core_group_around(i);
      if (group < 0 && i >= last) continue;
      if (group >= 0 && at(core_, group).slot) {
        const bool counts = row.is_counted() &&
                            (!pair_.form.is_part_of_points(row) || points.emplace(group, row.parent).second);
        own_in[group] += counts ? 1 : 0;
      } else if (has_slots) {
        pair_.problems.error(
            pair_.form_cells.of(row, "name"),
            fmt::format("'{}' is not of the core, and stands where the core ({}) has no room for own "
                        "questions; put it {}behind the core's last question",
                        row.name, pair_.core_file, room()));
      } else if (group >= 0 && at(core_, group).group_style.one_screen) {
        pair_.problems.error(pair_.form_cells.of(row, "name"),
                             fmt::format("'{}' is not of the core, and stands on the screen of its group "
                                         "'{}' ({}); put it before or behind that group",
                                         row.name, at(core_, group).name, in_core(at(core_, group))));
      }
    }
    for (const auto& [group, count] : own_in)
      if (const Row& slot = at(core_, group); count > *slot.slot)
        pair_.problems.error(
            pair_.form_cells.of(at(own_, own_of(group)), "name"),
            fmt::format("the group '{}' has {} questions of this form's own; the core ({}) has room for {}",
                        slot.name, count, pair_.in_core(pair_.core_cells.of(slot, "kiosk_slot")),
                        *slot.slot));
  }

  /// "into the group 'street' or " for the first group that has some.
  [[nodiscard]] std::string room() const {
    const auto open = std::ranges::find_if(core_, [](const Row& row) { return row.slot.value_or(0) > 0; });
    return open == core_.end() ? "" : fmt::format("into the group '{}' or ", open->name);
  }

  CorePair& pair_;
  const std::vector<Row>&core_, &own_;
  std::vector<int> own_of_, core_of_;  ///< by the other's index; -1 where the other has none
  std::size_t compared_ = 0;
};

/// Whom it says that it follows, and by what name it is known itself.
void check_settings(const Core& core, CorePair& pair) {
  const Form &form = pair.form, &of_core = pair.core;
  const auto add = [&](const char* setting, const std::string& message) {
    pair.problems.error(pair.form_cells.of_setting(setting), message);
  };
  if (form.core_id.empty())
    add("kiosk_core", fmt::format("the form does not say which core it follows; write '{}' in the settings "
                                  "column kiosk_core",
                                  core.name()));
  else if (form.core_id != of_core.id || form.core_version != of_core.version)
    add("kiosk_core",
        fmt::format("the form follows the core '{}{}{}', and {} is '{}'", form.core_id,
                    form.core_version.empty() ? "" : " ", form.core_version, pair.core_file, core.name()));
  if (form.id == of_core.id)
    add("form_id", fmt::format("the form has the form_id of its core, '{}'; give it one of its own, by which "
                               "its answers are known",
                               form.id));
  const auto refuses = [](const Form& asked) {
    const auto found = asked.settings.find("kiosk_refuse");
    return found == asked.settings.end() || yes_or_no(found->second).value_or(true);
  };
  if (refuses(form) != refuses(of_core))
    add("kiosk_refuse",
        fmt::format("kiosk_refuse is {}, in the core ({}) {}: visitors may refuse an answer in one of them "
                    "only",
                    refuses(form) ? "not 'no'" : "'no'",
                    pair.in_core(pair.core_cells.of_setting("kiosk_refuse")),
                    refuses(of_core) ? "it is not" : "it is"));
}

}  // namespace

bool is_of_core(const Row& row) {
  const TypeClass kind = traits_of(row.type).type_class;
  return !row.says_other && kind != TypeClass::metadata && kind != TypeClass::attached;
}

Core::Core(std::filesystem::path path, std::unique_ptr<Form> form)
    : path_(std::move(path)), form_(std::move(form)), cells_(*form_) {}

std::expected<Core, std::string> Core::load(const std::filesystem::path& path) {
  LoadedForm loaded = load_named(path);
  const std::string file = path.string();
  if (!loaded.form && !loaded.flawed) return std::unexpected(to_line(file, loaded.problems.front()));
  if (!loaded.form)
    return std::unexpected(
        fmt::format("{0}: error: the core itself has errors; 'buurtpeil-sync check {0}' "
                    "lists them",
                    file));
  if (std::ranges::none_of(loaded.form->rows, [](const Row& row) { return row.is_counted(); }))
    return std::unexpected(fmt::format("{}: error: the core asks nothing that a form could follow", file));
  Core core(path, std::move(loaded.form));
  if (words_of(core.name()).size() != 2)
    return std::unexpected(
        fmt::format("{}: error: the core needs a form_id and a version without spaces in "
                    "its settings, by which forms say that they follow it (kiosk_core)",
                    file));
  return core;
}

void Core::check(const Form& form, ProblemList& problems) const {
  CorePair pair{*form_, cells_, path_.string(), form, FormCells(form), problems};
  check_settings(*this, pair);
  CoreComparison(pair).compare();
}

std::string Core::name() const { return form_->id + " " + form_->version; }

int Core::question_count() const {
  int count = 0;
  std::set<int> points;
  for (const Row& row : form_->rows)
    count += row.is_counted() && (!form_->is_part_of_points(row) || points.insert(row.parent).second);
  return count;
}

}  // namespace buurtpeil::sync
