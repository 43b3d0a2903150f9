// The report's own words, from assets/texts/report.csv, which is compiled in: a row a key, a column a
// language. Placeholders stand in braces, as in the kiosk's words. And how a report tells numbers, days and
// the texts of a results file in one language.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "results/results.h"
#include "sync/html.h"

namespace buurtpeil::sync {

/// Every key of the file, in its order.
inline constexpr auto report_word_keys = std::to_array<std::string_view>({
    // clang-format off
    "decimal_sign", "percent", "months", "date", "period", "round", "people", "all", "everybody", "kicker",
    "brief_title", "brief_note", "question", "most", "brief_share", "brief_first", "brief_points",
    "asked_title", "asked_who", "asked_who_text", "asked_nobody", "asked_what", "asked_what_text",
    "asked_when", "asked_where", "asked_how", "asked_how_text", "decide_title", "decide_decided",
    "decide_open", "decide_who", "decide_when", "did_title", "did_note", "did_said", "did_did",
    "did_state", "questions_title", "answer", "share", "mean_place", "put_first", "several_note",
    "order_note", "points_note", "rest_note", "nobody", "places_title", "mark_note", "places_few",
    "rounds_title", "change_more", "change_fewer", "change_higher", "change_lower", "change_more_points",
    "change_fewer_points", "change_same", "regions_title", "region_unnamed", "here", "not_asked",
    "asked_otherwise", "no_core", "crossing_of", "crossing_few", "limits_title", "limits_sample",
    "limits_rounded", "limits_rule_place", "limits_rule_batch", "limits_places", "limits_open",
    "missing_title", "missing_note", "missing_why", "missing_times", "missing_skipped", "missing_refused",
    "missing_timed_out", "missing_doubted", "about", "footer", "version",
    // clang-format on
});

/// A key as it is used in the code: a misspelt one does not compile.
struct ReportWord {
  std::size_t index = 0;
  consteval ReportWord(const char* key) {  // NOLINT: implicit, so that say("answer") reads well
    while (report_word_keys.at(index) != key) ++index;
  }
};

/// What a report says in one language.
class ReportWords {
 public:
  /// For a code; the words are English where the file has no such column.
  explicit ReportWords(std::string language);

  /// The language in which a form's texts are told: the one that was asked for.
  [[nodiscard]] const std::string& language() const { return language_; }
  /// The one in which the words are.
  [[nodiscard]] const std::string& language_of_words() const { return words_language_; }

  /// A sentence, with each placeholder of `fill` replaced.
  [[nodiscard]] Html operator()(ReportWord word,
                                std::initializer_list<std::pair<std::string_view, Html>> fill = {}) const;

  /// "40 %"
  [[nodiscard]] Html percent(int percent) const;
  /// "about 40 people", in tens.
  [[nodiscard]] Html people(std::int64_t people) const;
  /// "2.4"
  [[nodiscard]] Html mean(double mean) const;
  /// "1 March 2026" of "2026-03-01"; anything else as it is.
  [[nodiscard]] Html day(const std::string& day) const;
  /// "a, b, c"
  [[nodiscard]] Html list(const std::vector<Html>& items) const;

  /// Words of a results file: those in this language, else the ones without a language, Dutch, English, or
  /// the first; in an element of their own that says in which language they are. Empty where there are none.
  [[nodiscard]] Html said(const WordsByLanguage& words) const;
  /// The same; `name` where there are none.
  [[nodiscard]] Html name(const WordsByLanguage& words, const std::string& name) const;
  /// The language and the text that said() takes.
  [[nodiscard]] std::pair<std::string, std::string> chosen(const WordsByLanguage& words) const;
  /// Words that are in `language`, set apart in the text around them.
  [[nodiscard]] Html apart(const std::string& language, std::string_view words) const;

 private:
  [[nodiscard]] const std::string& sentence(ReportWord word) const;
  std::string language_, words_language_;
  std::vector<std::string> sentences_;
};

/// The codes of the file's columns, in its order.
[[nodiscard]] std::vector<std::string> report_languages();

}  // namespace buurtpeil::sync
