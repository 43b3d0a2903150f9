#include "style/markup_tag.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

namespace buurtpeil {
namespace {

std::string in_small_letters(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void put_instead(std::string& text, std::string_view from, char to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at)
    text.replace(at, from.size(), 1, to);
}

std::string utf8_of(std::uint32_t code) {
  std::array<xmlChar, 8> bytes{};
  const int length = xmlCopyCharMultiByte(bytes.data(), static_cast<int>(code));
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)};
}

FontFamily family_of(std::string_view written) {
  const std::string name = in_small_letters(written);
  const auto has = [&](std::string_view part) { return name.contains(part); };
  if (has("mono") || has("courier") || has("consolas")) return FontFamily::monospace;
  const bool serif = has("serif") && !has("sans");
  return serif || has("times") || has("georgia") || has("garamond") ? FontFamily::serif : FontFamily::usual;
}

void set_colour(std::string_view written, const Tag& tag, TagMeaning& meaning) {
  if (written.empty()) return;
  meaning.style.colour = parse_colour(written);
  if (!meaning.style.colour)
    meaning.complaints.push_back(
        fmt::format("the colour '{}' of <{}> is not understood and passed over", written, tag.name));
}

void set_align(std::string_view written, const Tag& tag, TagMeaning& meaning) {
  const std::string side = in_small_letters(written);
  if (side == "left")
    meaning.style.align = LineAlign::left;
  else if (side == "center")
    meaning.style.align = LineAlign::center;
  else if (side == "right")
    meaning.style.align = LineAlign::right;
  else if (side != "start" && side != "justify")
    meaning.complaints.push_back(
        fmt::format("'{}' is no side that <{}> can be aligned to, and is passed over", written, tag.name));
}

bool is_bold(const std::string& weight) {
  int number = 0;
  std::from_chars(weight.data(), weight.data() + weight.size(), number);
  return weight.starts_with("bold") || number >= 600;
}

void read_declaration(const std::string& property, std::string_view value, const Tag& tag,
                      TagMeaning& meaning) {
  const std::string small = in_small_letters(value);
  if (property == "color")
    set_colour(value, tag, meaning);
  else if (property == "font-family")
    meaning.style.family = family_of(value);
  else if (property == "text-align")
    set_align(value, tag, meaning);
  else if (property == "font-weight")
    meaning.style.bold = is_bold(small);
  else if (property == "font-style")
    meaning.style.italic = small == "italic" || small == "oblique";
  else if (property == "text-decoration")
    meaning.style.underline = small.contains("underline");
  else
    meaning.complaints.push_back(fmt::format("'{}' in the style of <{}> is passed over", property, tag.name));
}

void read_declarations(const Tag& tag, TagMeaning& meaning) {
  const std::string declarations = tag.attribute("style") + ";";
  for (std::size_t at = 0; at < declarations.size();) {
    const std::size_t end = declarations.find(';', at);
    const std::string_view one = without_blanks(std::string_view(declarations).substr(at, end - at));
    at = end + 1;
    if (one.empty()) continue;
    const std::size_t colon = std::min(one.find(':'), one.size());
    read_declaration(in_small_letters(without_blanks(one.substr(0, colon))),
                     without_blanks(one.substr(std::min(colon + 1, one.size()))), tag, meaning);
  }
}

/// What the name alone says; false for a tag that is not known.
bool read_name(const Tag& tag, TagMeaning& meaning) {
  const std::string& name = tag.name;
  RunStyle& style = meaning.style;
  if (name == "b" || name == "strong")
    style.bold = true;
  else if (name == "i" || name == "em")
    style.italic = true;
  else if (name == "u")
    style.underline = true;
  else if (name == "small")
    style.small = true;
  else if (name == "center")
    style.align = LineAlign::center;
  else if (name == "a")
    meaning.address = tag.attribute("href");
  else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
    style.heading = name[1] - '0';
  else
    return name == "span" || name == "p" || name == "font" || name == "div";
  return true;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\n";
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string Tag::attribute(std::string_view wanted) const {
  const std::string small = in_small_letters(attributes);
  for (std::size_t at = 0; (at = small.find(wanted, at)) != std::string::npos; at += wanted.size()) {
    if (at > 0 && is_name_letter(small[at - 1])) continue;
    std::string_view rest = without_blanks(std::string_view(attributes).substr(at + wanted.size()));
    if (!rest.starts_with('=')) continue;
    rest = without_blanks(rest.substr(1));
    if (rest.empty()) return "";
    const bool quoted = rest.front() == '"' || rest.front() == '\'';
    const std::size_t end = quoted ? rest.find(rest.front(), 1) : rest.find_first_of(" \t\n");
    return std::string(without_blanks(quoted ? rest.substr(1, end - 1) : rest.substr(0, end)));
  }
  return "";
}

Tag tag_of(std::string_view inside) {
  Tag tag;
  if (inside.starts_with('/')) {
    tag.closes = true;
    inside = without_blanks(inside.substr(1));
  }
  const auto end = std::ranges::find_if_not(inside, is_name_letter);
  tag.name = in_small_letters({inside.begin(), end});
  tag.attributes = std::string(end, inside.end());
  for (const char* quote : {"“", "”", "„", "″"}) put_instead(tag.attributes, quote, '"');
  for (const char* quote : {"‘", "’"}) put_instead(tag.attributes, quote, '\'');
  if (tag.attributes.ends_with('/')) tag.attributes.pop_back();
  return tag;
}

bool is_of_html(const std::string& tag_name) {
  return htmlTagLookup(reinterpret_cast<const xmlChar*>(tag_name.c_str())) != nullptr;
}

bool is_block(std::string_view tag_name) {
  static constexpr std::array blocks = std::to_array<std::string_view>(
      {"p", "div", "center", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "hr"});
  return std::ranges::find(blocks, tag_name) != blocks.end();
}

TagMeaning meaning_of(const Tag& tag) {
  TagMeaning meaning;
  meaning.known = read_name(tag, meaning);
  if (!meaning.known) return meaning;
  if (tag.name == "font") {
    set_colour(tag.attribute("color"), tag, meaning);
    meaning.style.family = family_of(tag.attribute("face"));
  }
  if (const std::string side = tag.attribute("align"); !side.empty()) set_align(side, tag, meaning);
  read_declarations(tag, meaning);
  return meaning;
}

std::string letter_named(std::string_view name) {
  const std::string wanted(name);
  if (wanted == "apos") return "'";  // of XML
  if (const auto* letter = htmlEntityLookup(reinterpret_cast<const xmlChar*>(wanted.c_str())))
    return utf8_of(letter->value);
  if (!name.starts_with('#')) return "";
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
  const bool valid = code >= 0x20 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
  return error == std::errc{} && end == name.data() + name.size() && valid ? utf8_of(code) : "";
}

}  // namespace buurtpeil
