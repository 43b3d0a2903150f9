#include "style/markup.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "style/markup_tag.h"

namespace buurtpeil {
namespace {

/// Something that is shown, or a place where lines part.
struct Token {
  std::string words{};
  int inserted = -1;
  int breaks = 0;         ///< so many line breaks more
  int block = 0;          ///< at least so many line breaks
  char marker = 0;        ///< * or _, still to be matched
  std::size_t count = 0;  ///< of markers
  RunStyle style{};
};

/// From one token to another, a change of style.
struct Stretch {
  std::size_t from, to;
  RunStyle style;
};

struct OpenTag {
  std::string name;
  std::size_t token;
  RunStyle style;
  std::string address;
};

/// A run of * or _ that may begin an emphasis.
struct Opener {
  std::size_t token;
  char marker;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
/// A character, or a place where there is none, between which and a marker no word can be.
bool is_blank(std::uint32_t c) { return c == 0 || c == ' ' || c == '\t' || c == '\n' || c == 0xA0; }
bool is_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(std::uint32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// A letter or digit of a script that parts words by spaces.
bool is_of_word(std::uint32_t c) {
  if (c < 0x80) return is_digit(c) || is_ascii_letter(c) || c == static_cast<std::uint32_t>(inserted_mark);
  if (c < 0xC0 || (c >= 0x2000 && c < 0x2C00)) return false;                     // punctuation and signs
  if (c >= 0x0E00 && c < 0x0F00) return false;                                   // Thai, Lao
  if ((c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800)) return false;  // Burmese, Khmer
  return c < 0x2E80 || c == 0xFFFD;  // beyond: Chinese, Japanese, Korean, pictures
}

/// The character that ends before `at`, 0 for none.
std::uint32_t character_before(std::string_view text, std::size_t at) {
  std::uint32_t code = 0;
  for (int shift = 0; at > 0 && shift <= 18; shift += 6) {
    const auto byte = static_cast<unsigned char>(text[--at]);
    if (byte < 0x80) return byte;
    if (byte >= 0xC0) return code | static_cast<std::uint32_t>(byte & (0xFF >> (shift / 6 + 2))) << shift;
    code |= static_cast<std::uint32_t>(byte & 0x3F) << shift;
  }
  return 0;
}
/// The character at `at`, 0 at the end.
std::uint32_t character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return character_before(text, end);
}

/// An address as it is shown: what everybody leaves out when they say it is left out.
std::string_view spoken(std::string_view address) {
  address = without_blanks(address);
  for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"})
    if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
  if (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

/// Puts the style of a stretch over what is there already.
void lay_over(RunStyle& style, const RunStyle& more) {
  style.bold |= more.bold;
  style.italic |= more.italic;
  style.underline |= more.underline;
  style.small |= more.small;
  if (more.heading != 0) style.heading = more.heading;
  if (more.align != LineAlign::usual) style.align = more.align;
  if (more.family != FontFamily::usual) style.family = more.family;
  if (more.colour) style.colour = more.colour;
}

/// How far a tag that is none of HTML may stand from its end, in bytes.
constexpr std::size_t longest_unknown = 2'000;

class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  Markup read() {
    while (at_ < source_.size()) step();
    end_line();
    while (!tags_.empty()) close_tag(tags_.size() - 1);
    assign_styles();
    put_together();
    return std::move(markup_);
  }

 private:
  void step() {
    if (line_begins_ && begin_line()) return;
    line_begins_ = false;
    if (!links_.empty() && at_ == links_.back().bracket) return end_link();
    switch (source_[at_]) {
      case '\n':
        end_line();
        tokens_.push_back({.breaks = 1});
        line_begins_ = true;
        ++at_;
        return;
      case inserted_mark:
        tokens_.push_back({.inserted = marks_before(at_)});
        ++at_;
        return;
      case '\\':
        return escape();
      case '*':
      case '_':
        return markers();
      case '[':
        if (begin_link()) return;
        break;
      case '<':
        if (tag()) return;
        break;
      case '&':
        if (entity()) return;
        break;
      default:
        break;
    }
    add_words(source_.substr(at_, 1));
    ++at_;
  }

  void add_words(std::string_view words) {
    const bool joins = !tokens_.empty() && !tokens_.back().words.empty() && tokens_.size() > words_from_;
    if (joins)
      tokens_.back().words += words;
    else
      tokens_.push_back({.words = std::string(words)});
  }
  /// What comes now has a token of its own.
  void part_words() { words_from_ = tokens_.size() + 1; }

  int marks_before(std::size_t place) const {
    return static_cast<int>(std::ranges::count(source_.substr(0, place), inserted_mark));
  }

  void complain(std::string complaint) {
    if (std::ranges::find(markup_.complaints, complaint) == markup_.complaints.end())
      markup_.complaints.push_back(std::move(complaint));
  }

  // ---- lines ----

  /// Passes over spaces and the # of a heading; true when it did.
  bool begin_line() {
    const std::size_t first = std::min(source_.find_first_not_of(" \t", at_), source_.size());
    const std::size_t words = std::min(source_.find_first_not_of('#', first), source_.size());
    const std::size_t level = words - first;
    const bool heading = level >= 1 && level <= 6 && words < source_.size() && is_space(source_[words]) &&
                         source_[words] != '\n';
    line_begins_ = false;
    if (heading) {
      heading_ = static_cast<int>(level);
      heading_from_ = tokens_.size();
      at_ = words;
      part_words();
    } else if (first > at_) {
      at_ = first;
    } else {
      return false;
    }
    return true;
  }

  /// A heading ends, and so does an emphasis that was not closed; a strong one at an empty line.
  void end_line() {
    const bool empty_line = !tokens_.empty() && tokens_.back().breaks > 0;
    std::erase_if(openers_,
                  [&](const Opener& opener) { return empty_line || tokens_[opener.token].count == 1; });
    if (heading_ == 0) return;
    if (tokens_.size() > heading_from_ && !tokens_.back().words.empty()) {
      std::string& words = tokens_.back().words;  // "# Words #"
      const std::size_t last = words.find_last_not_of("# \t");
      const std::size_t cut = last == std::string::npos ? 0 : last + 1;
      if (words.find('#', cut) != std::string::npos && (cut == words.size() || is_space(words[cut])))
        words.resize(cut);
    }
    stretches_.push_back({heading_from_, tokens_.size(), {.heading = heading_}});
    tokens_.push_back({.block = 1});
    heading_ = 0;
  }

  // ---- within a line ----

  void escape() {
    static constexpr std::string_view escaped = "\\*_#[]<>&";
    const bool takes = at_ + 1 < source_.size() && escaped.contains(source_[at_ + 1]);
    add_words(source_.substr(at_ + (takes ? 1 : 0), 1));
    at_ += takes ? 2 : 1;
  }

  bool entity() {
    const std::size_t end = source_.substr(0, at_ + 12).find(';', at_);
    if (end == std::string::npos) return false;
    const std::string letter = letter_named(source_.substr(at_ + 1, end - at_ - 1));
    if (letter.empty()) return false;
    add_words(letter);
    at_ = end + 1;
    return true;
  }

  void markers() {
    const char marker = source_[at_];
    std::size_t end = at_;
    while (end < source_.size() && source_[end] == marker) ++end;
    const std::size_t count = end - at_;
    const std::uint32_t before = character_before(source_, at_), after = character_at(source_, end);
    const bool within_number = is_digit(before) && is_digit(after);
    // One, or an underscore, marks whole words alone.
    const bool strict = marker == '_' || count == 1;
    const bool behind_word = is_of_word(before) || before == ')' || before == ']';
    const bool before_word = is_of_word(after) || after == '(';
    const bool opens = !is_blank(after) && !within_number &&
                       !(strict && behind_word && before != static_cast<std::uint32_t>(inserted_mark)) &&
                       !(strict && before == static_cast<std::uint32_t>(inserted_mark) && before_word);
    const bool closes = !is_blank(before) && !within_number && !(strict && before_word);
    part_words();
    tokens_.push_back({.marker = marker, .count = count});
    part_words();
    const std::size_t token = tokens_.size() - 1;
    at_ = end;
    if (closes) match(token);
    if (opens && tokens_[token].count > 0) openers_.push_back({token, marker});
  }

  /// The closing markers of a token with the nearest opening ones, as long as there are any of both.
  void match(std::size_t closing) {
    while (tokens_[closing].count > 0) {
      const auto opener =
          std::ranges::find(openers_.rbegin(), openers_.rend(), tokens_[closing].marker, &Opener::marker);
      if (opener == openers_.rend()) return;
      const std::size_t opening = opener->token;
      openers_.erase(opener.base(), openers_.end());  // those between belong to no pair
      const std::size_t used = std::min({tokens_[opening].count, tokens_[closing].count, std::size_t{2}});
      const bool empty = opening + 1 == closing;
      if (empty) return;
      stretches_.push_back({opening + 1, closing, {.bold = used == 2, .italic = used == 1}});
      tokens_[opening].count -= used;
      tokens_[closing].count -= used;
      if (tokens_[opening].count == 0) openers_.pop_back();
    }
  }

  // ---- links ----

  struct Link {
    std::size_t bracket;  ///< where the text ends
    std::size_t end;      ///< behind the ")"
    std::size_t token;    ///< where the text begins
  };

  bool begin_link() {
    if (!links_.empty()) return false;
    const std::size_t bracket = source_.find_first_of("]\n", at_);
    if (bracket == std::string::npos || source_.substr(bracket, 2) != "](") return false;
    const std::size_t end = source_.find_first_of(")\n", bracket);
    if (end == std::string::npos || source_[end] != ')' || end == bracket + 2) return false;
    part_words();
    links_.push_back({bracket, end + 1, tokens_.size()});
    ++at_;
    return true;
  }

  void end_link() {
    const Link link = links_.back();
    links_.pop_back();
    std::string_view address = source_.substr(link.bracket + 2, link.end - link.bracket - 3);
    address = address.substr(0, address.find_first_of(" \t\""));  // [text](address "title")
    show_address(link.token, address, marks_before(link.bracket));
    at_ = link.end;
  }

  /// Behind the text of a link that began with `token`; `mark` counts the marks before the address.
  void show_address(std::size_t token, std::string_view address, int mark) {
    std::string text;
    for (std::size_t i = token; i < tokens_.size(); ++i)
      text += tokens_[i].inserted < 0 ? tokens_[i].words : std::string(1, inserted_mark);
    const std::string_view shown = spoken(address);
    part_words();
    if (shown.empty() || shown == spoken(text)) return;
    const std::size_t from = tokens_.size();
    tokens_.push_back({.words = text.empty() ? "" : " ("});
    for (std::size_t at = 0; at < shown.size();) {
      const std::size_t end = std::min(shown.find(inserted_mark, at), shown.size());
      if (end > at) tokens_.push_back({.words = std::string(shown.substr(at, end - at))});
      if (end < shown.size()) tokens_.push_back({.inserted = mark++});
      at = end + 1;
    }
    if (!text.empty()) tokens_.push_back({.words = ")"});
    stretches_.push_back({from, tokens_.size(), {.small = !text.empty()}});
    part_words();
  }

  // ---- tags ----

  bool tag() {
    if (comment()) return true;
    const char next = at_ + 1 < source_.size() ? source_[at_ + 1] : ' ';
    if (!is_ascii_letter(static_cast<unsigned char>(next)) && next != '/') return false;
    const std::size_t end = source_.find_first_of("<>", at_ + 1);
    if (end == std::string::npos || source_[end] != '>') return false;
    const Tag tag = tag_of(source_.substr(at_ + 1, end - at_ - 1));
    if (tag.name.empty() || !is_meant(tag, end)) return false;
    at_ = end + 1;
    part_words();
    if (tag.closes)
      end_tag(tag);
    else
      begin_tag(tag);
    part_words();
    return true;
  }

  /// "<!-- not shown -->"
  bool comment() {
    if (!source_.substr(at_).starts_with("<!--")) return false;
    const std::size_t end = source_.find("-->", at_);
    if (end == std::string::npos) return false;
    complain("a comment <!-- ... --> is left out");
    at_ = end + 3;
    part_words();
    return true;
  }

  /// A tag, rather than words in such brackets: "<none>", "<name@example.org>".
  [[nodiscard]] bool is_meant(const Tag& tag, std::size_t end) const {
    if (is_of_html(tag.name) || std::ranges::find(unknown_, tag.name) != unknown_.end()) return true;
    return !tag.closes && source_.substr(end, longest_unknown).contains("</" + tag.name + ">");
  }

  void begin_tag(const Tag& tag) {
    if (tag.attributes.contains(inserted_mark))
      complain(fmt::format("a reference inside of the tag <{}> is left out", tag.name));
    if (is_block(tag.name)) tokens_.push_back({.block = tag.name == "p" ? 2 : 1});
    if (tag.name == "br") {
      end_line();
      tokens_.push_back({.breaks = 1});
      line_begins_ = true;
      return;
    }
    if (tag.name == "td" || tag.name == "th") add_words(" ");
    TagMeaning meaning = meaning_of(tag);
    for (std::string& complaint : meaning.complaints) complain(std::move(complaint));
    if (!meaning.known) {
      complain(fmt::format("the tag <{}> is not understood and left out", tag.name));
      unknown_.push_back(tag.name);
      return;
    }
    line_begins_ = line_begins_ || is_block(tag.name);
    std::erase(meaning.address, inserted_mark);
    tags_.push_back({tag.name, tokens_.size(), meaning.style, std::move(meaning.address)});
  }

  void end_tag(const Tag& tag) {
    if (is_block(tag.name)) end_line();
    const auto open = std::ranges::find(tags_.rbegin(), tags_.rend(), tag.name, &OpenTag::name);
    if (open != tags_.rend())
      close_tag(static_cast<std::size_t>(tags_.rend() - open) - 1);
    else if (const auto unknown = std::ranges::find(unknown_, tag.name); unknown != unknown_.end())
      unknown_.erase(unknown);
    else if (tag.name != "br" && tag.name != "hr")
      complain(fmt::format("</{}> ends a tag that did not begin, and is left out", tag.name));
    if (is_block(tag.name)) tokens_.push_back({.block = tag.name == "p" ? 2 : 1});
    line_begins_ = line_begins_ || is_block(tag.name);
  }

  void close_tag(std::size_t index) {
    const OpenTag tag = std::move(tags_[index]);
    tags_.erase(tags_.begin() + static_cast<std::ptrdiff_t>(index));
    stretches_.push_back({tag.token, tokens_.size(), tag.style});
    if (!tag.address.empty()) show_address(tag.token, tag.address, 0);
  }

  // ---- the result ----

  /// From the outermost stretch to the innermost.
  void assign_styles() {
    std::ranges::stable_sort(stretches_, [](const Stretch& a, const Stretch& b) {
      return a.from != b.from ? a.from < b.from : a.to > b.to;
    });
    for (const Stretch& stretch : stretches_)
      for (std::size_t i = stretch.from; i < std::min(stretch.to, tokens_.size()); ++i)
        lay_over(tokens_[i].style, stretch.style);
  }

  void put_together() {
    int breaks = 0;
    bool after_block = false;  // whose line ends with it: the first line break behind it says nothing more
    for (Token& token : tokens_) {
      if (token.marker != 0) token.words = std::string(token.count, token.marker);  // what is left of them
      if (token.breaks > 0 || token.block > 0) {
        breaks = std::max(breaks + (after_block ? 0 : token.breaks), token.block);
        after_block = token.block > 0;
        continue;
      }
      if (breaks > 0 || markup_.pieces.empty()) trim_begin(token);
      if (token.words.empty() && token.inserted < 0) continue;
      if (!markup_.pieces.empty() && breaks > 0) {
        trim_end();
        add(std::string(static_cast<std::size_t>(std::min(breaks, 2)), '\n'), markup_.pieces.back().style);
      }
      breaks = 0;
      after_block = false;
      if (token.inserted >= 0)
        markup_.pieces.push_back({"", token.inserted, token.style});
      else
        add(token.words, token.style);
    }
    trim_end();
  }

  static void trim_begin(Token& token) {
    token.words.erase(0, std::min(token.words.find_first_not_of(" \t"), token.words.size()));
  }
  void trim_end() {
    while (!markup_.pieces.empty() && markup_.pieces.back().inserted < 0) {
      std::string& words = markup_.pieces.back().words;
      words.resize(words.find_last_not_of(" \t") + 1);
      if (!words.empty()) return;
      markup_.pieces.pop_back();
    }
  }

  void add(std::string words, const RunStyle& style) {
    const bool joins =
        !markup_.pieces.empty() && markup_.pieces.back().inserted < 0 && markup_.pieces.back().style == style;
    if (joins)
      markup_.pieces.back().words += words;
    else
      markup_.pieces.push_back({std::move(words), -1, style});
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool line_begins_ = true;
  std::vector<Token> tokens_;
  std::size_t words_from_ = 0;  ///< tokens before this one take no more words
  std::vector<Stretch> stretches_;
  std::vector<Opener> openers_;
  std::vector<OpenTag> tags_;
  std::vector<std::string> unknown_;  ///< tags that were left out and not ended yet
  std::vector<Link> links_;           ///< at most one
  int heading_ = 0;
  std::size_t heading_from_ = 0;
  Markup markup_;
};

}  // namespace

Markup as_typed(std::string_view source) {
  Markup markup;
  int marks = 0;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t end = std::min(source.find(inserted_mark, at), source.size());
    if (end > at) markup.pieces.push_back({std::string(source.substr(at, end - at)), -1, {}});
    if (end < source.size()) markup.pieces.push_back({"", marks++, {}});
    at = end + 1;
  }
  return markup;
}

Markup read_markup(std::string_view source) {
  if (source.find_first_of("\\*_#[<&\n\r") == std::string_view::npos && source == without_blanks(source))
    return as_typed(source);
  std::string text(source);
  std::erase(text, '\r');
  return Reader(text).read();
}

}  // namespace buurtpeil
