// The kiosk's own words, from assets/texts/words.csv: a row a key, a column a language. Placeholders stand in
// braces, and no sentence needs a plural form ("Questions: {questions}"), so that a translator fills in a
// column and nothing else.
#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/error.h"

namespace buurtpeil {

/// Every key of the file, in its order.
inline constexpr auto word_keys = std::to_array<std::string_view>({
    // clang-format off
    "decimal_sign", "group_sign", "trial", "next", "finish", "back", "leave", "language", "more",
    "attract_invitation", "attract_effort", "attract_start", "attract_answer",
    "adjust", "lower", "raise", "look_title", "look_text", "look_smaller", "look_normal", "look_larger",
    "look_largest", "look_contrast", "look_high", "look_dark", "look_low", "look_silent", "look_still",
    "look_reset", "look_sample", "look_done",
    "intro_title", "intro_start", "intro_asker", "intro_effort", "intro_answers", "intro_unknown",
    "intro_names", "intro_stop", "intro_title_answered", "intro_answer", "intro_answer_kept",
    "question_number", "question_numbers", "progress", "from_to", "at_most", "at_least",
    "several", "selected_of", "selected_over", "type_text", "type_whole_number", "type_number", "type_digits",
    "acknowledge", "rank", "step", "day", "month", "year", "hour", "minute",
    "slider", "rating", "rating_of", "counter", "points", "points_left",
    "points_done", "points_over", "calendar", "weekdays", "months",
    "clear", "search",
    "search_nothing", "nothing_to_choose", "open_list", "close_list",
    "explain", "explain_hide", "listen", "listen_stop", "picture_close", "image_map", "map_point",
    "map_line", "map_area", "map_choices", "map_none", "map_put", "map_put_next", "map_put_again",
    "map_move", "map_undo",
    "map_search", "map_here", "map_answer", "map_answer_points", "map_near",
    "map_area_near", "map_unnamed", "map_kept", "map_crosses", "map_metres",
    "refuse",
    "complaint_required", "complaint_required_only", "complaint_constraint", "complaint_from_to",
    "complaint_at_least", "complaint_at_most", "complaint_choose_least", "complaint_choose_most",
    "complaint_whole_number",
    "complaint_number", "complaint_too_long", "complaint_total", "complaint_incomplete",
    "complaint_few_points",
    "repeat_first", "repeat_another", "repeat_so_far", "repeat_add", "repeat_go_on", "repeat_remove",
    "review_title", "review_explanation", "review_change", "review_unanswered", "review_return",
    "still_there_question", "still_there_keeps", "still_there_starts_over", "still_there_restarted",
    "still_there_yes", "still_there_stop",
    "leave_question", "leave_explanation", "leave_keep", "leave_erase", "leave_stay",
    "thanks_title", "thanks_saved", "thanks_nothing", "thanks_unknown", "thanks_erased_title",
    "thanks_erased", "thanks_erased_until", "thanks_take_back", "thanks_done",
    "results_title", "results_about", "results_about_all", "results_about_here", "results_beside",
    "results_own_first", "results_compare", "results_all", "results_region", "results_last_round",
    "results_round_named", "results_more", "results_fewer", "results_higher", "results_lower",
    "results_more_points", "results_fewer_points", "results_same", "results_instead",
    "results_instead_elsewhere", "results_not_compared",
    "results_too_few", "results_none_title", "results_none", "results_honesty", "results_percent",
    "results_mean", "results_finding", "did_title", "did_said", "did_did", "did_decided", "did_open",
    "did_who", "did_when", "thanks_results",
    "pin_title", "pin_wrong", "pin_locked", "pin_uncounted", "staff_title", "staff_close", "staff_today",
    "staff_in_all", "staff_counts", "staff_disk", "staff_disk_free", "staff_disk_little", "staff_store",
    "staff_store_sound",
    "staff_store_checking", "staff_store_saved", "staff_store_unsaved", "staff_store_busy", "staff_results",
    "staff_map", "staff_map_left_out",
    "staff_form",
    "staff_choose_form", "staff_form_mistakes", "staff_form_unreadable", "staff_form_missing",
    "staff_form_languages", "staff_form_changed", "staff_form_stays", "staff_data",
    "staff_end_visit_question", "staff_end_visit_explanation",
    "staff_end_visit", "staff_occasion", "staff_no_occasion", "staff_other_occasion", "staff_occasion_name",
    "staff_save", "staff_saved", "staff_mode", "staff_mode_kiosk", "staff_mode_tablet", "staff_language",
    "staff_any_language", "staff_volume", "staff_volume_is", "staff_export", "staff_copying",
    "staff_copying_explanation", "staff_copy_stop", "staff_copied", "staff_copied_to", "staff_not_copied",
    "staff_no_disk", "staff_disk_full", "staff_copy_failed", "staff_fault", "staff_fault_full",
    "staff_fault_disk", "staff_fault_denied", "staff_fault_in_use", "staff_fault_damaged",
    "staff_fault_other", "staff_report", "staff_retry", "staff_works_again", "staff_still_fails",
    "staff_quit", "staff_quit_question", "out_of_service",
    // clang-format on
});

/// A key as it is used in the code: a misspelt one does not compile.
struct Word {
  std::size_t index = 0;
  consteval Word(const char* key) {  // NOLINT: implicit, so that say("next") reads well
    while (word_keys.at(index) != key) ++index;
  }
};

/// The words of one language. Cheap to copy; lives as long as its Words.
class Wording {
 public:
  /// The sentence, with each placeholder of `fill` ({"questions", "10"}) replaced.
  [[nodiscard]] std::string operator()(
      Word word, std::initializer_list<std::pair<std::string_view, std::string>> fill = {}) const;
  /// Code of the language that the words are in: not the wished one where the file lacks that.
  [[nodiscard]] const std::string& language() const { return language_; }

 private:
  friend class Words;
  using Sentences = std::array<std::string, word_keys.size()>;
  Wording(std::string language, const Sentences& sentences)
      : language_(std::move(language)), sentences_(&sentences) {}
  std::string language_;
  const Sentences* sentences_;
};

class Words {
 public:
  /// Reads the file (at most 1 MB). An error names the file, the key and the column: a key that is missing,
  /// unknown or there twice, a cell that is empty, a placeholder that another language has and this one
  /// lacks, no column "nl", a decimal_sign but "," and ".".
  [[nodiscard]] static std::expected<Words, Error> load(const std::filesystem::path& file);
  /// The same of the file's text; `name` stands in messages.
  [[nodiscard]] static std::expected<Words, Error> parse(std::string_view csv, const std::string& name);

  /// The words for a visitor: the column of the first of these languages that there is one of, else of
  /// English, else of "nl". Of "nl-BE" the part "nl" will do.
  [[nodiscard]] Wording in(const std::vector<std::string>& languages) const;

  /// The codes of the columns, sorted.
  [[nodiscard]] std::vector<std::string> languages() const;

 private:
  std::map<std::string, Wording::Sentences, std::less<>> by_language_;
};

}  // namespace buurtpeil
