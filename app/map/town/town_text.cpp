#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "map/town/town.h"

namespace buurtpeil::town {
namespace {

std::string_view without_ends(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const auto part = without_ends(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<double> value_of(std::string_view text) {
  double value = 0;
  const auto [after, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || after != text.data() + text.size()) return std::nullopt;
  return value;
}

/// What stands before the colon.
bool read_head(std::string_view text, Entry& entry) {
  if (const std::size_t quote = text.find('"'); quote != std::string_view::npos) {
    const std::size_t end = text.find('"', quote + 1);
    if (end == std::string_view::npos) return false;
    entry.name = text.substr(quote + 1, end - quote - 1);
    std::string rest(text.substr(0, quote));
    rest += text.substr(end + 1);
    return read_head(rest, entry);
  }
  for (const std::string& part : parts_of(text, ' ')) {
    const std::size_t equals = part.find('=');
    if (entry.word.empty()) {
      entry.word = part;
    } else if (equals == std::string::npos) {
      entry.ids.push_back(part);
    } else {
      const auto value = value_of(std::string_view(part).substr(equals + 1));
      if (!value) return false;
      entry.numbers[part.substr(0, equals)] = *value;
    }
  }
  return !entry.word.empty();
}

bool read_points(std::string_view text, Entry& entry) {
  for (const std::string& part : parts_of(text, ' ')) {
    const std::size_t comma = part.find(',');
    if (comma == std::string::npos) return false;
    const auto x = value_of(std::string_view(part).substr(0, comma));
    const auto y = value_of(std::string_view(part).substr(comma + 1));
    if (!x || !y) return false;
    entry.points.push_back({*x, *y});
  }
  return true;
}

}  // namespace

std::expected<Description, std::string> read_description(std::string_view text) {
  Description description;
  int number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = without_ends(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t colon = std::min(line.find(": "), line.size());
    const std::string_view rest = colon < line.size() ? without_ends(line.substr(colon + 1)) : "";
    Entry entry;
    bool good = read_head(line.substr(0, colon), entry);
    if (entry.word == "credit")
      description.credit = rest;
    else if (entry.word == "names")
      entry.list = parts_of(rest, ',');
    else
      good = good && read_points(rest, entry);
    if (!good) return std::unexpected(fmt::format("line {}: cannot be read: {}", number, line));
    if (entry.word == "town") {
      description.name = entry.name;
      description.middle = {entry.number("latitude", 0), entry.number("longitude", 0)};
    }
    description.entries.push_back(std::move(entry));
  }
  return description;
}

}  // namespace buurtpeil::town
