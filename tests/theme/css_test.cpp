// Custom properties of a style sheet, and what they stand for.
#include <map>
#include <random>

#include <doctest/doctest.h>

#include "theme/theme_limits.h"
#include "theme/tokens.h"

using namespace buurtpeil;

namespace {

Tokens read(std::string_view css, const std::map<std::string, std::string>& beside = {}) {
  Tokens tokens;
  const auto import = [&](const std::string& name) -> std::optional<std::string> {
    const auto found = beside.find(name);
    return found == beside.end() ? std::nullopt : std::optional(found->second);
  };
  read_css(css, import, tokens);
  tokens.settle();
  return tokens;
}

/// The value of a token, "?" when there is none, or in brackets why it has none.
std::string value(const Tokens& tokens, std::string_view name) {
  const Token* token = tokens.find(name);
  if (token == nullptr) return "?";
  const auto found = tokens.value_of(*token);
  return found ? *found : "(" + found.error() + ")";
}

std::string value(std::string_view css, std::string_view name = "--a") { return value(read(css), name); }

}  // namespace

TEST_CASE("a name is the same in every spelling") {
  for (const char* name : {"--utrecht-heading-1-color", "utrechtHeading1Color", "utrecht.heading-1.color",
                           "UTRECHT_HEADING_1_COLOR", "utrecht heading 1 color"})
    CHECK(plain_name(name) == "utrecht-heading-1-color");
  CHECK(plain_name("basisColorAction1InverseBgDefault") == "basis-color-action-1-inverse-bg-default");
  CHECK(plain_name("--") == "");
}

TEST_CASE("a custom property is found in each kind of block") {
  CHECK(value(":root{--a:1}") == "1");
  CHECK(value(":root { --a : #fff ; --b: 2; }") == "#fff");
  CHECK(value(".utrecht-theme{--a:1}") == "1");
  CHECK(value("@layer tokens { :root { --a: 1 } }") == "1");
  CHECK(value("@media screen { :root { --a: 1 } }") == "1");
  CHECK(value(":root { & { --a: 1 } }") == "1");
  CHECK(value("/* --a: 0; } */ :root { /* no */ --a: /* 2 */ 1 /* ; */ }") == "1");
  CHECK(value(":root { --a: \"x; } /* no comment */\"; }") == "\"x; } /* no comment */\"");
  CHECK(value(":root { --a: url(data:image/png;base64,AA==); }") == "url(data:image/png;base64,AA==)");
  CHECK(value(":root { --a: 1") == "1");
  CHECK(value(":root { color: red; --b: 1 }") == "?");
}

TEST_CASE("the later definition counts, unless the earlier one is better placed") {
  CHECK(value(":root{--a:1} :root{--a:2}") == "2");
  CHECK(value(":root{--a:1!important}") == "1");
  CHECK(value(":root{--a:1} .x-theme{--a:2}") == "2");
  CHECK(value(":root{--a:1} .button{--a:2}") == "1");
  CHECK(value(".button{--a:2} :root{--a:1}") == "1");
  CHECK(value(".x-theme .button{--a:2} .x-theme{--a:1}") == "1");
}

TEST_CASE("dark screens, print and narrow windows count only where there is nothing else") {
  CHECK(value(":root{--a:1} @media (prefers-color-scheme: dark){:root{--a:2}}") == "1");
  CHECK(value(":root{--a:1} .x-theme--dark{--a:2}") == "1");
  CHECK(value(":root{--a:1} [data-theme='dark']{--a:2}") == "1");
  CHECK(value(":root{--a:1} @media (min-width: 40em){:root{--a:2}}") == "1");
  CHECK(value(":root{--a:1} @media print{:root{--a:2}}") == "1");
  CHECK(value("@media print{:root{--a:2}}") == "?");
  CHECK(value(":root{--b:1} .dark{--a:2}") == "?");
  CHECK(value(".x-theme--color-scheme-dark{--a:2}") == "2");
  CHECK(value("@media (prefers-color-scheme: light){:root{--a:1}}") == "1");
}

TEST_CASE("references are replaced, with their fallbacks") {
  CHECK(value(":root{--a:var(--b);--b:var( --c );--c:red}") == "red");
  CHECK(value(":root{--a:1px solid var(--b) ;--b:red}") == "1px solid red");
  CHECK(value(":root{--a:var(--b, blue)}") == "blue");
  CHECK(value(":root{--a:var(--b, var(--c, var(--d, rgb(1, 2, 3))))}") == "rgb(1, 2, 3)");
  CHECK(value(":root{--a:var(--b, blue);--b:red}") == "red");
  CHECK(value(":root{--a:var(--b)}") == "(--b is not defined)");
  CHECK(value(":root{--a:var(--b)}", "--b") == "?");
  CHECK(value(":root{--a:\"var(--b)\"}") == "\"var(--b)\"");
  CHECK(value(":root{--a:var(--b}") == "(a bracket is not closed)");
}

TEST_CASE("a reference that leads back to itself is caught, and its fallback taken") {
  CHECK(value(":root{--a:var(--a)}") == "(--a refers to itself)");
  CHECK(value(":root{--a:var(--b);--b:var(--c);--c:var(--a)}") == "(--a refers to itself)");
  CHECK(value(":root{--a:var(--b, red);--b:var(--c);--c:var(--b)}") == "red");
}

TEST_CASE("there is a limit on everything") {
  std::string chain;
  for (int i = 0; i < 100; ++i)
    chain += "--a" + std::to_string(i) + ":var(--a" + std::to_string(i + 1) + ");";
  CHECK(value(":root{" + chain + "}", "--a0") == "(--a0 has too many references, one in the other)");
  std::string laughs = "--b0:hahahahaha;";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "var(--b" + std::to_string(i - 1) + ")";
    laughs += "--b" + std::to_string(i) + ":" + before + before + ";";
  }
  CHECK(value(":root{" + laughs + "}", "--b29").starts_with("(--b"));
  CHECK(value(":root{--a:" + std::string(theme_limits::value_bytes + 1, 'x') + "}") == "?");
  std::string deep = "--a:";
  for (int i = 0; i < 100; ++i) deep += "var(--x,";
  CHECK(value(":root{" + deep + "red" + std::string(100, ')') + "}") ==
        "(fallbacks lie too deep in each other)");
  CHECK(value(std::string(1000, '{') + "--a:1") == "?");
  std::string many = ":root{";
  for (std::size_t i = 0; i <= theme_limits::tokens; ++i) many += "--n" + std::to_string(i) + ":1;";
  CHECK(read(many).too_many());
}

TEST_CASE("what lies beside the file is imported, once and in place") {
  const std::map<std::string, std::string> beside = {{"tokens.css", ":root{--a:1;--b:1}"},
                                                     {"loop.css", "@import 'loop.css'; :root{--c:3}"}};
  CHECK(value(read("@import \"tokens.css\"; :root{--b:2}", beside), "--a") == "1");
  CHECK(value(read("@import url(tokens.css); :root{--b:2}", beside), "--b") == "2");
  CHECK(value(read("@import url('tokens.css') screen;", beside), "--a") == "1");
  CHECK(value(read("@import 'tokens.css' (prefers-color-scheme: dark);", beside), "--a") == "?");
  CHECK(value(read("@import 'https://example.org/tokens.css';", beside), "--a") == "?");
  CHECK(value(read("@import 'loop.css';", beside), "--c") == "3");
}

TEST_CASE("one word may be anybody's") {
  const Tokens tokens = read(":root{--x-document-color:1;--y-document-color:2;--z-page-document-color:3}");
  CHECK(value(tokens, "*-document-color") == "2");
  CHECK(value(tokens, "*-page-document-color") == "3");
  CHECK(value(tokens, "x-document-color") == "1");
  CHECK(value(tokens, "*-color") == "?");
}

TEST_CASE("lengths come in millimetres") {
  const auto length = [](const char* css) {
    const auto mm = parse_length_mm(css);
    return mm ? std::to_string(*mm).substr(0, 6) : "?";
  };
  CHECK(length("0") == "0.0000");
  CHECK(length("8px") == "2.1166");
  CHECK(length(" 0.5REM ") == "2.1166");
  CHECK(length("-2px") == "-0.529");
  for (const char* wrong :
       {"", "8", "8%", "8 px", "px", "calc(1px + 1px)", "1mm", "1px 2px", "nan", "1e999px", "var(--a)"})
    CHECK_MESSAGE(length(wrong) == "?", wrong);
}

TEST_CASE("families of a font are those with a name") {
  CHECK(parse_families("'Noto Sans', \"Fira Sans\" , Arial, sans-serif") ==
        std::vector<std::string>{"Noto Sans", "Fira Sans", "Arial"});
  CHECK(parse_families("inherit").empty());
  CHECK(parse_families("\"a, b\",,").size() == 1);
  CHECK(parse_families("").empty());
}

TEST_CASE("whatever happens to a style sheet, it is read to its end") {
  const std::string whole =
      "@import \"tokens.css\";/* c */:root,.x-theme{--a:var(--b, rgb(1, 2, 3))!important;--b:\"q\\\"uote\";"
      "--c:calc(1px + (2rem*3))}@media (prefers-color-scheme:dark){.dark{--a:url(x;y)}}"
      "@property --d{syntax:'<color>';initial-value:red}";
  const std::string pieces = "{}()[];:\"'\\/*@!,-\n\xC3 av" + std::string(1, '\0');
  std::mt19937 random{20260301};
  const auto below = [&](std::size_t limit) { return random() % limit; };
  for (int round = 0; round < 3000; ++round) {
    std::string css = whole;
    for (std::size_t times = 1 + below(8); times > 0; --times) {
      const std::size_t at = below(css.size());
      switch (below(4)) {
        case 0:
          css[at] = pieces[below(pieces.size())];
          break;
        case 1:
          css.insert(at, 1, pieces[below(pieces.size())]);
          break;
        case 2:
          css.erase(at, 1 + below(12));
          break;
        default:
          css.insert(at, css.substr(below(css.size()), below(40)));
      }
      if (css.empty()) css = "{";
    }
    const Tokens tokens = read(css, {{"tokens.css", css}});
    CHECK(tokens.size() < 200);
    for (const char* name : {"--a", "--b", "--c", "--d"}) (void)value(tokens, name);
  }
}
