#include "support/scenario.h"

#include <doctest/doctest.h>

namespace buurtpeil {
namespace {

const char* name_of(Complaint complaint) {
  switch (complaint) {
    case Complaint::required:
      return "required";
    case Complaint::constraint:
      return "constraint";
    case Complaint::not_a_whole_number:
      return "not a whole number";
    case Complaint::not_a_number:
      return "not a number";
    case Complaint::too_long:
      return "too long";
    case Complaint::incomplete:
      return "incomplete";
    case Complaint::too_few_points:
      return "too_few_points";
    case Complaint::total:
      return "total";
    default:
      return "";
  }
}

void append(std::string& list, const std::string& word, const char* separator) {
  list += (list.empty() ? "" : separator) + word;
}

LoadedForm load(const std::string& form, std::map<std::string, std::string> attachments) {
  if (form.find('\n') == std::string::npos)
    return load_form(std::string(BUURTPEIL_ASSETS) + "/forms/" + form);
  return load_form_from_bytes("test.md", form, std::move(attachments));
}

}  // namespace

Scenario::Scenario(const std::string& form, std::map<std::string, std::string> attachments) {
  LoadedForm loaded = load(form, std::move(attachments));
  std::string problems;
  for (const Problem& problem : loaded.problems)
    if (problem.severity == Severity::error) problems += to_line("test.md", problem) + "\n";
  REQUIRE(problems == "");
  form_ = std::move(loaded.form);
  const int language = form_->languages.empty() ? -1 : std::max(form_->default_language, 0);
  visit_ = std::make_unique<Visit>(*form_, Beginning{"uuid:1", "hall", "", language, 1}, now_);
}

Scenario& Scenario::fill(const std::string& path, const std::string& value) {
  INFO("on the screen: ", question());
  bool is_there = false;
  for (const Prompt& prompt : visit_->prompts()) is_there = is_there || prompt.path == path;
  REQUIRE_MESSAGE(is_there, path);
  visit_->answer(path, value, now_);
  return *this;
}

Scenario& Scenario::answer(const std::string& path, const std::string& value) {
  fill(path, value);
  const std::vector<Prompt> prompts = visit_->prompts();
  if (prompts.empty() || prompts.back().path == path) next();
  return *this;
}

Scenario& Scenario::refuse(const std::string& path) {
  visit_->refuse(path, now_);
  return next();
}

Scenario& Scenario::tap(const std::string& path, const std::string& choice) {
  visit_->choose(path, choice, now_);
  return *this;
}

Scenario& Scenario::slide(const std::string& path, long stop) {
  visit_->slide(path, stop, now_);
  return *this;
}

Scenario& Scenario::write(const std::string& path, const std::string& value) {
  visit_->write(path, value, now_);
  return *this;
}

Scenario& Scenario::decline(const std::string& path) {
  visit_->decline(path, now_);
  return *this;
}

Scenario& Scenario::next() {
  visit_->next(now_);
  return *this;
}

Scenario& Scenario::back() {
  visit_->back(now_);
  return *this;
}

Scenario& Scenario::speak(const std::string& language_code) {
  visit_->choose_language(form_->language_of(language_code), now_);
  return *this;
}

Scenario& Scenario::restart() {
  const Draft draft = visit_->draft(now_);
  now_.monotonic_ms = 5;  // another process counts from another start
  std::optional<Visit> resumed = Visit::resume(*form_, draft, now_);
  REQUIRE(resumed);
  visit_ = std::make_unique<Visit>(std::move(*resumed));
  return *this;
}

Scenario& Scenario::pass(std::int64_t ms) {
  now_.unix_ms += ms;
  now_.monotonic_ms += ms;
  return *this;
}

std::string Scenario::question() const {
  if (visit_->at_end()) return "end";
  std::string paths;
  for (const Prompt& prompt : visit_->prompts()) append(paths, prompt.path, " ");
  return paths;
}

std::string Scenario::text() const {
  const Prompt first = visit_->prompts().at(0);
  return first.label.words + (first.hint.empty() ? "" : " (" + first.hint.words + ")");
}

std::string Scenario::options() const {
  std::string labels;
  const Prompt first = visit_->prompts().at(0);
  for (const Option& option : first.options)
    append(labels, option.label.words + (option.selected ? "*" : ""), " ");
  return labels;
}

std::string Scenario::complaint() const {
  std::string complaints;
  for (const Prompt& prompt : visit_->prompts()) {
    if (prompt.complaint == Complaint::none) continue;
    const std::string own = prompt.complaint_text.empty() ? "" : ", " + prompt.complaint_text.words;
    append(complaints, prompt.path + ": " + name_of(prompt.complaint) + own, "; ");
  }
  return complaints;
}

std::string Scenario::counted() const {
  const Progress progress = visit_->progress();
  const auto& [fewest, most, open_ended] = progress.questions;
  std::string text = progress.first > 0 ? std::to_string(progress.first) : "-";
  if (progress.last > progress.first) text += "-" + std::to_string(progress.last);
  text += " of " + std::to_string(fewest);
  if (open_ended) return text + " or more";
  return fewest == most ? text : text + " to " + std::to_string(most);
}

std::string Scenario::progress() const {
  const Progress progress = visit_->progress();
  return std::to_string(progress.screen) + " of " + std::to_string(progress.screens);
}

std::string Scenario::response() const {
  std::string values;
  for (const auto& [path, answer] : visit_->response(Status::abandoned, now_).answers)
    if (!answer.value.empty()) append(values, path + "=" + answer.value, "; ");
  return values;
}

std::string Scenario::answers(Status status, Absence on_screen) const {
  std::string all;
  for (const auto& [path, answer] : visit_->response(status, now_, on_screen).answers)
    append(
        all,
        answer.absence == Absence::none ? path + "=" + answer.value : path + ": " + to_name(answer.absence),
        "; ");
  return all;
}

}  // namespace buurtpeil
