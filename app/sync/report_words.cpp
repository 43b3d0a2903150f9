#include "sync/report_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <optional>

#include "form/form.h"
#include "form/language_names.h"
#include "form/read/grid.h"
#include "form/strings.h"
#include "sync/report_texts.h"

namespace buurtpeil::sync {
namespace {

const std::vector<GridRow>& report_text_rows() {
  static const std::vector<GridRow> rows = [] {
    auto read = read_plain_csv(report_texts);
    if (!read || read->rows.size() != report_word_keys.size() + 1) std::abort();  // a test reads it first
    return std::move(read->rows);
  }();
  return rows;
}

/// "nl" of "nl-BE".
std::string short_code(const std::string& code) {
  const LanguageName* known = language_with_code(code);
  return known == nullptr ? code : std::string{known->code};
}

/// Beyond ASCII all but general punctuation counts, such as the dash.
bool has_letters(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (std::isalpha(byte) != 0 || (byte >= 0xC3 && byte != 0xE2)) return true;
  }
  return false;
}

/// Year, month and day.
std::optional<std::array<int, 3>> parts_of_day(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return std::nullopt;
  std::array<int, 3> parts{};
  const std::array<std::string_view, 3> texts = {day.substr(0, 4), day.substr(5, 2), day.substr(8)};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!std::ranges::all_of(texts.at(i), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    for (const char c : texts.at(i)) parts.at(i) = parts.at(i) * 10 + (c - '0');
  }
  const bool real = parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31;
  return real ? std::optional(parts) : std::nullopt;
}

}  // namespace

std::vector<std::string> report_languages() {
  const std::vector<std::string>& header = report_text_rows().front().cells;
  return {header.begin() + 1, header.end()};
}

ReportWords::ReportWords(std::string language) : language_(std::move(language)) {
  const std::vector<std::string>& header = report_text_rows().front().cells;
  auto column = std::find(header.begin() + 1, header.end(), language_);
  if (column == header.end()) column = std::find(header.begin() + 1, header.end(), short_code(language_));
  if (column == header.end()) column = std::ranges::find(header, "en");
  if (column == header.end()) std::abort();
  words_language_ = *column;
  const auto index = static_cast<std::size_t>(column - header.begin());
  for (std::size_t i = 0; i < report_word_keys.size(); ++i) {
    const std::vector<std::string>& cells = report_text_rows()[i + 1].cells;
    if (cells.size() <= index || cells[0] != report_word_keys.at(i)) std::abort();
    sentences_.push_back(cells[index]);
  }
}

const std::string& ReportWords::sentence(ReportWord word) const { return sentences_.at(word.index); }

Html ReportWords::operator()(ReportWord word,
                             std::initializer_list<std::pair<std::string_view, Html>> fill) const {
  Html out;
  for (std::string_view rest = sentence(word); !rest.empty();) {
    const std::size_t open = std::min(rest.find('{'), rest.size());
    out += text(rest.substr(0, open));
    rest.remove_prefix(open);
    const std::size_t close = rest.find('}');
    if (rest.empty() || close == std::string_view::npos) break;
    for (const auto& [key, value] : fill)
      if (rest.substr(1, close - 1) == key) out += value;
    rest.remove_prefix(close + 1);
  }
  return out;
}

Html ReportWords::percent(int percent) const {
  return (*this)("percent", {{"percent", text(fmt::format("{}", percent))}});
}

Html ReportWords::people(std::int64_t people) const {
  return (*this)("people", {{"people", text(fmt::format("{}", people_in_tens(people)))}});
}

Html ReportWords::mean(double mean) const {
  return text(replace_all(fmt::format("{:.1f}", mean), ".", sentence("decimal_sign")));
}

Html ReportWords::day(const std::string& day) const {
  const auto parts = parts_of_day(day);
  if (!parts) return element("bdi", text(day));
  const std::vector<std::string> months = buurtpeil::words_of(sentence("months"));
  return (*this)("date", {{"day", text(fmt::format("{}", (*parts)[2]))},
                          {"month", text(months.at(static_cast<std::size_t>((*parts)[1] - 1)))},
                          {"year", text(fmt::format("{}", (*parts)[0]))}});
}

Html ReportWords::list(const std::vector<Html>& items) const {
  const bool arabic = words_language_ == "ar";
  Html out;
  for (const Html& item : items) out += (out.empty() ? Html{} : text(arabic ? "، " : ", ")) + item;
  return out;
}

std::pair<std::string, std::string> ReportWords::chosen(const WordsByLanguage& words) const {
  for (const std::string& code :
       {language_, short_code(language_), std::string{}, std::string{"nl"}, std::string{"en"}})
    if (const auto found = words.find(code); found != words.end() && !found->second.empty()) return *found;
  for (const auto& [code, words_in_it] : words)
    if (!words_in_it.empty()) return {code, words_in_it};
  return {};
}

Html ReportWords::apart(const std::string& language, std::string_view words) const {
  if (words.empty()) return {};
  if (!has_letters(words)) return element("bdi", {{"dir", "ltr"}}, text(words));  // "10–19", also in Arabic
  if (language.empty() || language == words_language_) return element("bdi", text(words));
  return element("bdi", {{"lang", language}, {"dir", is_right_to_left(language) ? "rtl" : "ltr"}},
                 text(words));
}

Html ReportWords::said(const WordsByLanguage& words) const {
  const auto [language, chosen_words] = chosen(words);
  return apart(language, chosen_words);
}

Html ReportWords::name(const WordsByLanguage& words, const std::string& name) const {
  Html known = said(words);
  return known.empty() ? apart("", name) : known;
}

}  // namespace buurtpeil::sync
