#include "form/json_text.h"

#include <cstddef>

namespace buurtpeil {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

/// The first letter of a text that does not begin with ASCII, in bytes; where it is none, the bytes that
/// could have been the beginning of one, at least one (The Unicode Standard, table 3-7).
struct Letter {
  std::size_t bytes;
  bool is_whole;
};
Letter first_letter(std::string_view text) {
  const unsigned char first = byte_at(text, 0);
  const std::size_t bytes = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (bytes == 0) return {1, false};
  const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (byte_at(text, 1) < low || byte_at(text, 1) > high) return {1, false};
  for (std::size_t i = 2; i < bytes; ++i)
    if ((byte_at(text, i) & 0xC0) != 0x80) return {i, false};
  return {bytes, true};
}

void add_control(std::string& json, char c) {
  constexpr std::string_view known = "\b\f\n\r\t", letters = "bfnrt", digits = "0123456789abcdef";
  json += '\\';
  if (const std::size_t at = known.find(c); at != std::string_view::npos)
    json += letters[at];
  else
    json.append("u00").append(1, digits[static_cast<std::size_t>(c) >> 4U]).append(1, digits[c & 0xF]);
}

}  // namespace

void add_json_text(std::string& json, std::string_view text) {
  json += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && byte_at(text, plain) >= 0x20 && byte_at(text, plain) < 0x80 &&
           text[plain] != '"' && text[plain] != '\\')
      ++plain;
    json.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const char c = text.front();
    if (c == '"' || c == '\\') {
      json.append(1, '\\').append(1, c);
    } else if (byte_at(text, 0) < 0x20) {
      add_control(json, c);
    } else {
      const Letter letter = first_letter(text);
      json.append(letter.is_whole ? text.substr(0, letter.bytes) : replacement);
      text.remove_prefix(letter.bytes);
      continue;
    }
    text.remove_prefix(1);
  }
  json += '"';
}

}  // namespace buurtpeil
