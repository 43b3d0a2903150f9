#include "sync/try.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <expected>
#include <optional>
#include <set>

#include "form/strings.h"
#include "form/suggestion.h"
#include "sync/columns.h"
#include "sync/csv_sheet.h"
#include "sync/explain.h"
#include "sync/given_answer.h"
#include "sync/named_form.h"
#include "visit/visit.h"

namespace buurtpeil::sync {
namespace {

// Of a list of thousands the first ones say enough.
constexpr std::size_t most_options_shown = 20;
// Every try of the same form gives the same lines, but for the time.
constexpr const char* response_id = "uuid:00000000-0000-4000-8000-000000000000";

std::string indented(const std::string& text) { return "  " + replace_all(text, "\n", "\n  ") + "\n"; }

std::string lines_of(const Prompt& prompt) {
  std::string lines = fmt::format("{}: {}\n", prompt.path, replace_all(prompt.label.words, "\n", "\n  "));
  if (!prompt.hint.empty()) lines += indented(prompt.hint.words);
  for (std::size_t i = 0; i < std::min(prompt.options.size(), most_options_shown); ++i)
    lines += indented(prompt.options[i].name + ": " + prompt.options[i].label.words);
  if (prompt.options.size() > most_options_shown)
    lines += fmt::format("  and {} more\n", prompt.options.size() - most_options_shown);
  if (is_select(prompt.row->type) && prompt.options.empty()) lines += indented("nothing to choose from");
  if (!prompt.value.empty()) lines += indented("= " + prompt.value);
  return lines;
}

/// Why the visit does not go on; "" when this question is no reason.
std::string reason_of(const Prompt& prompt) {
  const std::string own = prompt.complaint_text.empty() ? "" : ": " + prompt.complaint_text.words;
  switch (prompt.complaint) {
    case Complaint::none:
    case Complaint::total:
      return "";
    case Complaint::required:
      return fmt::format("it must be answered; add --answer '{}=...'{}", prompt.path, own);
    case Complaint::constraint:
      return fmt::format("'{}' does not meet {}{}", prompt.value,
                         prompt.row->constraint ? prompt.row->constraint->source() : "its type", own);
    case Complaint::not_a_whole_number:
      return fmt::format("'{}' is no whole number", prompt.value);
    case Complaint::not_a_number:
      return fmt::format("'{}' is no number", prompt.value);
    case Complaint::incomplete:
      return fmt::format("'{}' does not rank every choice", prompt.value);
    case Complaint::too_few_points:
      return fmt::format("'{}' has fewer than {} different points", prompt.value,
                         fewest_marks(prompt.row->type));
    case Complaint::too_long:
      return fmt::format("'{}' is too long", prompt.value);
  }
  return "";
}

/// What of `value` cannot be chosen now; "" when all of it can, or when the question has no choices.
std::string not_offered(const Prompt& prompt, const std::string& value) {
  if (prompt.options.empty() && !is_select(prompt.row->type)) return "";
  std::vector<std::string_view> names;
  for (const Option& option : prompt.options) names.push_back(option.name);
  const bool one = prompt.row->type == Type::select_one || prompt.row->type == Type::acknowledge;
  for (const std::string& name : one ? std::vector{value} : words_of(value))
    if (!name.empty() && std::ranges::find(names, name) == names.end())
      return fmt::format("'{}' is not among its choices now{}", name, did_you_mean(name, names));
  return "";
}

/// What is done between two ways back.
struct Stretch {
  std::vector<GivenAnswer> answers;
  int screens_back = 0;          ///< before the answers
  const Row* back_to = nullptr;  ///< or to this question
};

class Walk {
 public:
  Walk(const Form& form, int language, std::vector<Stretch> stretches, Moment now)
      : form_(form),
        stretches_(std::move(stretches)),
        now_(now),
        visit_(form, {.id = response_id, .kiosk = "", .occasion = "", .language = language, .seed = 1}, now) {
  }

  /// To the end, or to where it stops.
  void go() {
    for (std::size_t i = 0; i < stretches_.size() && !misspelt_; ++i) {
      stretch_ = &stretches_[i];
      if (i > 0 && !go_back()) return;
      add_instances();
      go_on(i + 1 == stretches_.size());
    }
  }

  void explain_row(const Row& row) { outcome_.out += "\n" + explain(form_, row, visit_, asked_); }

  [[nodiscard]] Outcome outcome(const std::string& file) {
    for (const Stretch& stretch : stretches_)
      for (const GivenAnswer& answer : stretch.answers)
        if (!answer.used)
          outcome_.err +=
              fmt::format("{}: the answer to '{}' was not used: it was not asked\n", file, answer.name);
    if (!stopped_.empty()) {
      outcome_.err += fmt::format("{}: stopped at {}\n", file, stopped_);
      outcome_.exit_code = 1;
    }
    return std::move(outcome_);
  }

  void print_response() {
    if (!stopped_.empty()) return;
    const Response response = visit_.response(Status::finished, now_);
    const Style style;
    const std::vector<Table> tables = tables_of({&form_});
    std::vector<StoredAnswer> answers;
    const StoredResponse exported = in_place(response, answers);
    std::vector<TableLines> lines;
    for (const Table& table : tables) lines.emplace_back(table, style);
    Places places(tables);
    for (const StoredAnswer& answer : answers)
      if (const auto place = places.of(answer.path)) lines[place->table].put(*place, answer.value);
    for (std::size_t i = 0; i < tables.size(); ++i)
      if (std::string text; lines[i].add(text, exported, &form_) > 0)
        outcome_.out += fmt::format("\n{}{}", header_lines(tables[i], style), text);
  }

 private:
  /// Before the last stretch only up to the last screen: nobody goes back from a response that is stored.
  void go_on(bool to_the_end) {
    while (!visit_.at_end() && stopped_.empty()) {
      answer_screen();
      for (const Prompt& prompt : visit_.prompts()) {
        if (prompt.row->is_container()) continue;  // whether to add another one; the answers have said it
        if (prompt.group_label.words != group_label_ && !prompt.group_label.empty())
          outcome_.out += fmt::format("# {}\n", replace_all(prompt.group_label.words, "\n", "\n# "));
        group_label_ = prompt.group_label.words;
        outcome_.out += lines_of(prompt);
        asked_.insert(prompt.path);
      }
      const bool last = visit_.progress().screen >= visit_.progress().screens;
      if (last && !to_the_end) return;
      if (stopped_.empty() && !visit_.next(now_)) stop_at_complaint();
    }
  }

  [[nodiscard]] bool shows(const Row& row) const {
    return std::ranges::any_of(visit_.prompts(), [&](const Prompt& prompt) { return prompt.row == &row; });
  }

  bool go_back() {
    stopped_.clear();
    for (int i = 0; i < stretch_->screens_back && !visit_.at_start(); ++i) visit_.back(now_);
    if (const Row* row = stretch_->back_to) {
      while (!visit_.at_start() && !shows(*row)) visit_.back(now_);
      if (!shows(*row)) stopped_ = fmt::format("'{}': no screen before asks it", row->path);
    }
    const std::vector<Prompt> prompts = visit_.prompts();
    if (stopped_.empty() && !prompts.empty()) outcome_.out += fmt::format("-- back to {}\n", prompts[0].path);
    group_label_.clear();
    return stopped_.empty();
  }

  /// "place[2]/name" means that somebody added a second place.
  void add_instances() {
    for (const GivenAnswer& answer : stretch_->answers) {
      const auto row_path = NamePath::parse(answer.row->path);
      std::string path;
      for (const NamePath::Step& step : row_path->steps) {
        path += (path.empty() ? "" : "/") + step.name;
        const auto given = std::ranges::find(answer.path.steps, step.name, &NamePath::Step::name);
        const int index = form_.row_of(without_positions(path));
        if (index < 0 || form_.rows[static_cast<std::size_t>(index)].type != Type::repeat) continue;
        const int position = given == answer.path.steps.end() ? 0 : given->position;
        visit_.repeat(path, position, now_);
        path += fmt::format("[{}]", std::max(position, 1));
      }
    }
  }

  static std::string without_positions(const std::string& path) { return spot_of(path).column; }

  /// The most exact answer that is meant for this question; the later one of two that are as exact.
  [[nodiscard]] GivenAnswer* answer_to(const Prompt& prompt) {
    const auto path = NamePath::parse(prompt.path);
    GivenAnswer* best = nullptr;
    for (GivenAnswer& answer : stretch_->answers) {
      if (answer.row != prompt.row || !answer.path.matches(*path)) continue;
      if (best == nullptr || answer.name.size() >= best->name.size()) best = &answer;
    }
    return best;
  }

  /// One answer may bring further questions onto the screen, or take some away.
  void answer_screen() {
    std::set<std::string> done;
    for (bool changed = true; changed;) {
      changed = false;
      for (const Prompt& prompt : visit_.prompts()) {
        GivenAnswer* const answer = answer_to(prompt);
        if (answer == nullptr || prompt.read_only || !done.insert(prompt.path).second) continue;
        answer->used = true;
        if (std::string reason = not_offered(prompt, answer->value); !reason.empty()) {
          stopped_ = fmt::format("'{}': {}", prompt.path, reason);
          misspelt_ = true;
          return;
        }
        visit_.write(prompt.path, answer->value, now_);
        changed = true;
        break;
      }
    }
  }

  void stop_at_complaint() {
    for (const Prompt& prompt : visit_.prompts())
      if (const std::string reason = reason_of(prompt); !reason.empty() && stopped_.empty())
        stopped_ = fmt::format("'{}': {}", prompt.path, reason);
  }

  const Form& form_;
  std::vector<Stretch> stretches_;
  Stretch* stretch_ = nullptr;  ///< where we are
  Moment now_;
  Visit visit_;
  std::set<std::string> asked_;
  std::string group_label_;  ///< of the question before
  std::string stopped_;      ///< where and why; "" while it goes on
  bool misspelt_ = false;    ///< an answer is none of the choices: going back mends nothing
  Outcome outcome_;
};

std::expected<Stretch, Error> way_back(const Form& form, const std::string& text) {
  Stretch stretch;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, stretch.screens_back);
  if (read.ec == std::errc{} && read.ptr == end && stretch.screens_back > 0) return stretch;
  const auto row = row_named(form, text);
  if (!row)
    return std::unexpected(Error{fmt::format("back '{}': a number of screens, or the name of a question: {}",
                                             text, row.error().message)});
  stretch.screens_back = 0;
  stretch.back_to = *row;
  return stretch;
}

std::expected<std::vector<Stretch>, Error> stretches_of(const Form& form, const std::vector<TryStep>& steps) {
  std::vector<Stretch> stretches(1);
  for (const TryStep& step : steps) {
    if (step.kind == TryStep::Kind::back) {
      auto stretch = way_back(form, step.text);
      if (!stretch) return std::unexpected(std::move(stretch.error()));
      stretches.push_back(std::move(*stretch));
    } else {
      auto answer = read_answer(form, step.text);
      if (!answer) return std::unexpected(std::move(answer.error()));
      stretches.back().answers.push_back(std::move(*answer));
    }
  }
  return stretches;
}

Outcome misunderstood(const std::string& file, const std::string& sentence) {
  return {.exit_code = 2, .out = "", .err = fmt::format("{}: {}\n", file, sentence)};
}

}  // namespace

Outcome try_form(const TryRequest& request) {
  const std::string file = request.form.string();
  const LoadedForm loaded = load_named(request.form);
  if (!loaded.form) {
    Outcome outcome{.exit_code = 1, .out = "", .err = ""};
    std::vector<Problem> errors = loaded.problems;
    std::erase_if(errors, [](const Problem& problem) { return problem.severity != Severity::error; });
    for (const std::string& line : to_lines(file, errors, Listing::brief)) outcome.err += line + "\n";
    return outcome;
  }
  const Form& form = *loaded.form;
  int language = form.languages.empty() ? -1 : std::max(form.default_language, 0);
  if (!request.language.empty()) {
    language = form.language_of(request.language);
    std::vector<std::string> codes;
    for (const Language& known : form.languages) codes.push_back(known.code);
    if (language < 0)
      return misunderstood(file,
                           fmt::format("the form has no language '{}'{}", request.language,
                                       codes.empty() ? "" : fmt::format(", but {}", fmt::join(codes, ", "))));
  }
  const auto stretches = stretches_of(form, request.steps);
  if (!stretches) return misunderstood(file, stretches.error().message);
  const Row* explained = nullptr;
  if (!request.explain.empty()) {
    const auto row = row_named(form, request.explain);
    if (!row) return misunderstood(file, row.error().message);
    explained = *row;
  }
  Walk walk(form, language, *stretches, request.now);
  walk.go();
  walk.print_response();
  if (explained != nullptr) walk.explain_row(*explained);
  return walk.outcome(file);
}

}  // namespace buurtpeil::sync
