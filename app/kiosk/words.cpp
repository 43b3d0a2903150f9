#include "kiosk/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <span>

#include "form/language_names.h"
#include "form/read/grid.h"

namespace buurtpeil {
namespace {

constexpr std::size_t most_bytes = 1 << 20;

std::set<std::string> placeholders(std::string_view sentence) {
  std::set<std::string> found;
  for (std::size_t open = 0; (open = sentence.find('{', open)) != sentence.npos; ++open)
    if (const auto close = sentence.find('}', open); close != sentence.npos)
      found.emplace(sentence.substr(open, close + 1 - open));
  return found;
}

std::optional<std::size_t> index_of(const std::string& key) {
  const auto found = std::ranges::find(word_keys, key);
  if (found == word_keys.end()) return std::nullopt;
  return static_cast<std::size_t>(found - word_keys.begin());
}

/// What is wrong with one cell, or "".
std::string fault_of(const std::string& key, const std::string& cell, const std::string& dutch) {
  if (cell.empty()) return "is empty";
  if (key == "decimal_sign" && cell != "," && cell != ".") return "must be a comma or a point";
  if (placeholders(cell) != placeholders(dutch))
    return fmt::format("must have the same {{placeholders}} as in nl: '{}'", dutch);
  return "";
}

}  // namespace

std::string Wording::operator()(Word word,
                                std::initializer_list<std::pair<std::string_view, std::string>> fill) const {
  std::string sentence = (*sentences_)[word.index];
  for (const auto& [name, value] : fill) {
    const std::string placeholder = fmt::format("{{{}}}", name);
    for (std::size_t at = 0; (at = sentence.find(placeholder, at)) != sentence.npos; at += value.size())
      sentence.replace(at, placeholder.size(), value);
  }
  return sentence;
}

std::expected<Words, Error> Words::load(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::string text(most_bytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.empty())
    return std::unexpected(Error{
        fmt::format("{}: cannot be read; it holds the kiosk's own words and belongs to the program's assets",
                    file.string())});
  if (text.size() > most_bytes)
    return std::unexpected(Error{fmt::format("{}: is larger than 1 MB", file.string())});
  return parse(text, file.string());
}

std::expected<Words, Error> Words::parse(std::string_view csv, const std::string& name) {
  const auto fault = [&](const std::string& what) { return std::unexpected(Error{name + ": " + what}); };
  const auto read = read_plain_csv(csv);
  if (!read) return std::unexpected(Error{to_line(name, read.error())});
  if (read->rows.empty() || read->rows.front().cells[0] != "key")
    return fault("the first line must be: key, then a language code a column");
  const std::vector<std::string>& header = read->rows.front().cells;
  const auto dutch = static_cast<std::size_t>(std::ranges::find(header, "nl") - header.begin());
  if (dutch == header.size()) return fault("there is no column 'nl'");

  Words words;
  std::set<std::string> seen;
  for (const GridRow& row : std::span{read->rows}.subspan(1)) {
    const std::string& key = row.cells[0];
    const auto index = index_of(key);
    if (!index) return fault(fmt::format("unknown key '{}' in line {}", key, row.number));
    if (!seen.insert(key).second) return fault(fmt::format("key '{}' is there twice", key));
    if (row.cells.size() > header.size())
      return fault(fmt::format("key '{}' has more cells than the first line", key));
    const auto cell = [&](std::size_t column) { return column < row.cells.size() ? row.cells[column] : ""; };
    for (std::size_t column = 1; column < header.size(); ++column) {
      const std::string what = fault_of(key, cell(column), cell(dutch));
      if (!what.empty()) return fault(fmt::format("key '{}' in column '{}' {}", key, header[column], what));
      words.by_language_[header[column]][*index] = cell(column);
    }
  }
  for (const std::string_view key : word_keys)
    if (!seen.contains(std::string{key})) return fault(fmt::format("key '{}' is missing", key));
  return words;
}

Wording Words::in(const std::vector<std::string>& languages) const {
  const auto column_of = [&](std::string_view code) {
    if (const auto exact = by_language_.find(code); exact != by_language_.end()) return exact;
    const LanguageName* language = language_with_code(code);
    return language == nullptr ? by_language_.end() : by_language_.find(language->code);
  };
  for (const std::string& wished : languages)
    if (const auto found = column_of(wished); found != by_language_.end())
      return {found->first, found->second};
  const auto english = by_language_.find("en");
  const auto found = english != by_language_.end() ? english : by_language_.find("nl");
  if (found == by_language_.end()) std::terminate();  // parse() refuses a file without nl
  return {found->first, found->second};
}

std::vector<std::string> Words::languages() const {
  std::vector<std::string> codes;
  for (const auto& [code, sentences] : by_language_) codes.push_back(code);
  return codes;
}

}  // namespace buurtpeil
