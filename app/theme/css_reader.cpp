// The custom properties of a style sheet: as much of CSS Syntax Level 3 as tells where one begins and ends.
// By hand, since Debian has no library for it and some municipalities publish no JSON.
#include <algorithm>
#include <vector>

#include "theme/css_text.h"
#include "theme/theme_limits.h"
#include "theme/tokens.h"

namespace buurtpeil {
namespace {

/// The same text with a space for each comment.
std::string without_comments(std::string_view css) {
  std::string text;
  text.reserve(css.size());
  char quote = '\0';
  for (std::size_t at = 0; at < css.size(); ++at) {
    const char c = css[at];
    if (quote == '\0' && css.substr(at).starts_with("/*")) {
      const std::size_t end = css.find("*/", at + 2);
      text += ' ';
      if (end == std::string_view::npos) break;
      at = end + 1;
      continue;
    }
    text += c;
    if (quote != '\0') {
      if (c == '\\' && at + 1 < css.size())
        text += css[++at];
      else if (c == quote || c == '\n')
        quote = '\0';  // a string ends at the end of its line
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return text;
}

bool has_word(const std::string& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const auto letter = [&](std::size_t place) {
      return place < text.size() && text[place] >= 'a' && text[place] <= 'z';
    };
    if ((at == 0 || !letter(at - 1)) && !letter(at + word.size())) return true;
  }
  return false;
}

/// Where in the text of a block or file we are.
enum class Scope : std::uint8_t {
  nothing,     ///< not for a screen, or too deep: passed over
  file,        ///< outside of all selectors
  sometimes,   ///< dark, or windows of some width
  somewhere,   ///< a part of a page
  everywhere,  ///< :root, the class of a theme
};

/// ":root", ".utrecht-theme", "[data-theme=light]", "html body", but not ".utrecht-theme .card".
Scope scope_of_one(std::string_view one) {
  const std::string selector = css::lowered(css::trimmed(one));
  for (const char* word : {"dark", "donker"})
    if (has_word(selector, word)) return Scope::sometimes;
  std::string_view last = selector;
  if (const auto between = selector.find_last_of(" >+~"); between != std::string::npos)
    last = std::string_view(selector).substr(between + 1);
  for (const char* page : {":root", ":host", "html", "body", "*"})
    if (last.starts_with(page)) return Scope::everywhere;
  return last.find("theme") != std::string_view::npos ? Scope::everywhere : Scope::somewhere;
}

Scope scope_of_selectors(std::string_view selectors) {
  Scope best = Scope::nothing;
  while (!selectors.empty()) {
    const std::size_t comma = selectors.find(',');
    best = std::max(best, scope_of_one(selectors.substr(0, comma)));
    if (comma == std::string_view::npos) break;
    selectors.remove_prefix(comma + 1);
  }
  return best;
}

Scope scope_of_media(const std::string& condition, Scope outer) {
  if (has_word(condition, "print") || has_word(condition, "speech")) return Scope::nothing;
  const bool light = condition.find("prefers-color-scheme") != std::string::npos &&
                     has_word(condition, "light") && !has_word(condition, "and");
  const bool plain = condition.find('(') == std::string::npos;
  return light || plain ? outer : Scope::sometimes;
}

class CssReading {
 public:
  CssReading(const Imports& imports, Tokens& into) : imports_(imports), into_(into) {}

  void read(std::string_view css) {
    const std::string text = without_comments(css);
    std::vector<Scope> scopes = {Scope::file};
    std::size_t begin = 0, brackets = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '\\')
        ++at;
      else if (c == '"' || c == '\'')
        at = end_of_string(text, at);
      else if (c == '(')
        ++brackets;
      else if (c == ')' && brackets > 0)
        --brackets;
      if ((c != ';' && c != '{' && c != '}') || (brackets > 0 && c != '}')) continue;
      const std::string_view said = css::trimmed(std::string_view(text).substr(begin, at - begin));
      brackets = 0;
      begin = at + 1;
      if (c == '{' && !said.starts_with("--")) {
        scopes.push_back(scopes.size() > theme_limits::depth ? Scope::nothing : inner(said, scopes.back()));
      } else if (c == '{') {  // the value of a custom property may be a block: none of ours
        scopes.push_back(Scope::nothing);
      } else {
        statement(said, scopes.back());
        if (c == '}' && scopes.size() > 1) scopes.pop_back();
      }
    }
    if (begin < text.size()) statement(css::trimmed(std::string_view(text).substr(begin)), scopes.back());
  }

 private:
  /// At its closing quote, or at the end of its line.
  static std::size_t end_of_string(const std::string& text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote && text[at] != '\n'; ++at)
      if (text[at] == '\\') ++at;
    return at;
  }

  Scope inner(std::string_view prelude, Scope outer) {
    if (outer == Scope::nothing) return Scope::nothing;
    const std::string lower = css::lowered(prelude);
    if (lower.starts_with("@media")) return scope_of_media(lower, outer);
    for (const char* grouping : {"@layer", "@supports", "@scope", "@container"})
      if (lower.starts_with(grouping)) return outer;
    if (lower.starts_with('@')) return Scope::nothing;
    if (lower == "&") return outer;
    const Scope own = scope_of_selectors(prelude);
    return outer == Scope::file ? own : std::min(outer, own);
  }

  void statement(std::string_view said, Scope scope) {
    if (scope == Scope::file && css::lowered(said.substr(0, 7)) == "@import") return import(said.substr(7));
    const std::size_t colon = said.find(':');
    if (colon == std::string_view::npos || scope == Scope::nothing) return;
    const std::string_view name = css::trimmed(said.substr(0, colon));
    std::string_view value = css::trimmed(said.substr(colon + 1));
    if (!name.starts_with("--") || name.find_first_of(" \t\n\"'") != std::string_view::npos) return;
    const Priority priority = scope == Scope::sometimes   ? Priority::sometimes
                              : scope == Scope::somewhere ? Priority::somewhere
                                                          : Priority::everywhere;
    if (const std::size_t mark = value.rfind('!');
        mark != std::string_view::npos && css::trimmed(value.substr(mark + 1)) == "important")
      value = css::trimmed(value.substr(0, mark));
    into_.define(name, value, priority);
  }

  /// `"theme.css"`, `url(theme.css)`, `url("theme.css") screen`; for dark screens or print nothing.
  void import(std::string_view rest) {
    rest = css::trimmed(rest);
    const bool url = css::lowered(rest.substr(0, 4)) == "url(";
    if (url) rest = css::trimmed(rest.substr(4));
    if (rest.empty()) return;
    const bool quoted = rest.front() == '"' || rest.front() == '\'';
    const std::size_t end = quoted ? rest.find(rest.front(), 1) : rest.find_first_of(url ? ")" : " \t");
    const std::string name(rest.substr(quoted ? 1 : 0, quoted ? end - 1 : end));
    const std::string condition = css::lowered(end >= rest.size() ? "" : rest.substr(end));
    if (scope_of_media(condition, Scope::file) != Scope::file && !url) return;
    if (has_word(condition, "dark") || has_word(condition, "print")) return;
    if (name.find(':') != std::string::npos || ++imported_ > theme_limits::files) return;
    if (const auto css = imports_(name)) read(*css);
  }

  const Imports& imports_;
  Tokens& into_;
  std::size_t imported_ = 0;
};

}  // namespace

void read_css(std::string_view css, const Imports& imports, Tokens& into) {
  CssReading{imports, into}.read(css);
}

}  // namespace buurtpeil
