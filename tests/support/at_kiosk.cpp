#include "support/at_kiosk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>

#include <map>

#include "kiosk/staff/form_list.h"
#include "support/page_limit.h"
#include "support/view_text.h"

namespace buurtpeil {

std::string words_of_tests() {
  const std::map<std::string_view, std::string> more = {{"attract_effort", " {questions} {minutes}"},
                                                        {"intro_effort", " {questions} {minutes}"},
                                                        {"intro_asker", " {municipality}"},
                                                        {"question_number", " {question}"},
                                                        {"question_numbers", " {first} {last}"},
                                                        {"progress", " {which} {questions}"},
                                                        {"from_to", " {fewest} {most}"},
                                                        {"at_most", " {most}"},
                                                        {"at_least", " {fewest}"},
                                                        {"complaint_required", " {refuse}"},
                                                        {"complaint_from_to", " {least} {most}"},
                                                        {"complaint_at_least", " {least}"},
                                                        {"complaint_at_most", " {most}"},
                                                        {"complaint_choose_least", " {least}"},
                                                        {"complaint_choose_most", " {most}"},
                                                        {"complaint_total", " {total}"},
                                                        {"repeat_so_far", " {count}"},
                                                        {"selected_of", " {count} {most}"},
                                                        {"selected_over", " {count} {most}"},
                                                        {"rating_of", " {stars} {all}"},
                                                        {"points_left", " {points}"},
                                                        {"points_over", " {points}"},
                                                        {"pin_locked", " {seconds}"},
                                                        {"pin_uncounted", " {seconds}"},
                                                        {"staff_counts", " {finished} {abandoned}"},
                                                        {"staff_disk_free", " {gigabytes}"},
                                                        {"staff_disk_little", " {megabytes}"},
                                                        {"staff_store_sound", " {time}"},
                                                        {"staff_store_saved", " {time}"},
                                                        {"staff_form_mistakes", " {count} {place}"},
                                                        {"staff_form_missing", " {place}"},
                                                        {"staff_volume_is", " {volume}"},
                                                        {"staff_copied_to", " {folder}"},
                                                        {"map_put_again", " {number}"},
                                                        {"map_move", " {number}"},
                                                        {"map_here", " {place}"},
                                                        {"map_answer", " {place}"},
                                                        {"map_answer_points", " {count}"},
                                                        {"map_near", " {street}"},
                                                        {"map_area_near", " {area} {street}"},
                                                        {"map_kept", " {metres}"},
                                                        {"map_metres", " {metres}"},
                                                        {"complaint_few_points", " {least}"}};
  std::string csv = "key,en,nl,ar\n";
  for (const std::string_view key : word_keys) {
    const auto found = more.find(key);
    const std::string placeholders = found == more.end() ? "" : found->second;
    if (key == "decimal_sign")
      csv += "decimal_sign,.,\",\",.\n";
    else
      csv += fmt::format("{0},{0}{1},nl.{0}{1},ar.{0}{1}\n", key, placeholders);
  }
  return csv;
}

AtKiosk::AtKiosk(const std::string& form, Config config, int limit_pages, WordsOf words_of)
    : config_(std::move(config)) {
  auto words = words_of == WordsOf::product ? Words::load(BUURTPEIL_ASSETS "/texts/words.csv")
                                            : Words::parse(words_of_tests(), "words.csv");
  REQUIRE_MESSAGE(words.has_value(), words.error().message);
  words_.emplace(std::move(*words));
  config_.store = store_file();
  load(form);
  start(limit_pages);
}

void AtKiosk::load(const std::string& form) {
  const bool is_file = form.find('\n') == std::string::npos;
  LoadedForm loaded = is_file ? load_form(form) : load_form_from_bytes("street.md", form, {});
  for (const Problem& problem : loaded.problems) CAPTURE(to_line("street.md", problem));
  std::string errors;
  for (const Problem& problem : loaded.problems)
    if (problem.severity == Severity::error) errors += to_line("street.md", problem) + "\n";
  REQUIRE(errors == "");
  form_ = std::move(loaded.form);
}

void AtKiosk::start(int limit_pages) {
  const test::PageLimit limit;
  auto store = Store::open(config_.store, config_.kind);
  REQUIRE_MESSAGE(store.has_value(), store.error().message);
  auto chosen = form_chosen_before(config_, *store);
  complaint_ = chosen ? "" : chosen.error().message;
  chosen_form_ = chosen ? std::move(*chosen) : nullptr;
  const Form& form = chosen_form_ ? *chosen_form_ : *form_;
  REQUIRE(store->keep_form(form, now_).has_value());
  if (limit_pages > 0) limit.set(limit_pages);
  kiosk_.emplace(form, *words_, config_, std::move(*store), now_, ++starts_);
}

AtKiosk& AtKiosk::does(const Event& event, std::int64_t after_ms) {
  waits(after_ms);
  kiosk_->handle(event, now_);
  return *this;
}

AtKiosk& AtKiosk::begins(const std::string& language) {
  does(event::ShowLanguages{});
  if (head().starts_with("language")) does(event::ChooseLanguage{language});
  return does(event::Start{});
}

AtKiosk& AtKiosk::waits(std::int64_t ms) {
  const std::int64_t until_ms = now_.monotonic_ms + ms;
  while (now_.monotonic_ms < until_ms) {
    const std::int64_t step_ms =
        std::min(kiosk_->next_change_ms(now_).value_or(until_ms), until_ms) - now_.monotonic_ms;
    REQUIRE(step_ms > 0);  // else the main loop would never sleep
    now_.monotonic_ms += step_ms;
    now_.unix_ms += step_ms;
    kiosk_->handle(event::Tick{}, now_);
  }
  return *this;
}

void AtKiosk::waits_for_copy() {
  waits(Staff::copy_begins_after_ms);
  while (screen().find("staff_copying") != std::string::npos) {
    siginfo_t ended;
    REQUIRE(::waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT) == 0);  // the kiosk asks how it ended
    kiosk_->handle(event::Tick{}, now_);
  }
}

std::string AtKiosk::screen() const { return to_text(kiosk_->view(now_)); }

std::string AtKiosk::head() const { return screen().substr(0, screen().find('\n')); }

void AtKiosk::restarts_after(std::int64_t ms, const std::string& form) {
  kiosk_.reset();
  now_.unix_ms += ms;
  now_.monotonic_ms = 5;  // another process, another start of that clock
  if (!form.empty()) load(form);
  start(0);
}

void AtKiosk::restarts_with(Config config) {
  config_ = std::move(config);
  config_.store = store_file();
  restarts_after(1000);
}

std::string AtKiosk::stored(const std::string& form_id) const {
  const auto reader = StoreReader::open(config_.store);
  REQUIRE_MESSAGE(reader.has_value(), reader.error().message);
  std::string lines;
  const auto read = reader->responses(form_id.empty() ? form_->id : form_id, [&](const Response& response) {
    lines += to_name(response.status) + " " + response.language;
    for (const auto& [path, answer] : response.answers)
      lines +=
          " " + path + (answer.absence == Absence::none ? "=" + answer.value : ":" + to_name(answer.absence));
    lines += fmt::format(" seconds={}\n", response.seconds);
  });
  REQUIRE(read.has_value());
  return lines;
}

}  // namespace buurtpeil
