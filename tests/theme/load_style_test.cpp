// A municipality's own style from its file: what is found, what is made of it, what is moved.
#include <random>

#include <doctest/doctest.h>

#include "theme/contrasts.h"
#include "theme/derive.h"
#include "theme/styles.h"
#include "theme/theme_limits.h"

using namespace buurtpeil;

namespace {

/// "paper #FFFFFF, card #FFFFFF, ...": the roles of a palette.
std::string in_words(const Palette& palette) {
  std::string all;
  for (const NamedRole& role : roles())
    all += (all.empty() ? "" : ", ") + std::string(role.name) + " " + to_hex(palette.*role.colour);
  return all;
}

/// What was found where, and each remark and moved colour on a line of its own.
std::string report(const LoadedStyle& loaded) {
  std::string all;
  for (const Finding& finding : loaded.findings)
    if (!finding.token.empty()) all += finding.role + " " + finding.value + " " + finding.token + "\n";
  for (const std::string& remark : loaded.remarks) all += remark + "\n";
  for (const MovedColour& moved : loaded.moved) all += to_line(moved) + "\n";
  return all;
}

LoadedStyle loaded_css(const std::string& css) {
  auto style = loaded({{"style.css", css}}, "style.css");
  REQUIRE_MESSAGE(style, (style ? "" : style.error()));
  CHECK(failing(style->style) == "");
  return *std::move(style);
}

constexpr const char* light_style =
    ":root {\n"
    "  --x-blue: #0b5394;\n"
    "  --utrecht-document-background-color: white;\n"
    "  --utrecht-document-color: hsl(0 0% 10%);\n"
    "  --utrecht-document-font-family: 'Noto Serif', serif;\n"
    "  --utrecht-heading-1-color: var(--x-blue);\n"
    "  --utrecht-button-primary-action-background-color: var(--x-blue);\n"
    "  --utrecht-button-primary-action-color: #fff;\n"
    "  --utrecht-button-border-radius: 0.5rem;\n"
    "  --utrecht-form-field-error-message-color: #b00020;\n"
    "}\n";

}  // namespace

TEST_CASE("a style sheet gives the roles that it names, and the rest is made of them") {
  const LoadedStyle style = loaded_css(light_style);
  CHECK(report(style) ==
        "paper #FFFFFF --utrecht-document-background-color\n"
        "ink #1A1A1A --utrecht-document-color\n"
        "heading #0B5394 --utrecht-heading-1-color\n"
        "accent #0B5394 --utrecht-button-primary-action-background-color\n"
        "on_accent #FFFFFF --utrecht-button-primary-action-color\n"
        "warning #B00020 --utrecht-form-field-error-message-color\n"
        "corner 2.1 mm --utrecht-button-border-radius\n"
        "font Noto Serif --utrecht-document-font-family\n");
  CHECK(style.tokens == 9);
  CHECK(style.style.font == "Noto Serif");
  CHECK(style.style.corner_mm == doctest::Approx(2.1167));
  CHECK(in_words(style.style.shade(Contrast::normal).colours) ==
        "paper #FFFFFF, card #FFFFFF, tint #E4EBF4, pressed #EDEDED, ink #1A1A1A, heading #0B5394, "
        "ink_quiet #353535, accent #0B5394, accent_pressed #003A6F, on_accent #FFFFFF, "
        "edge #838383, line #D8D8D8, focus #0B5394, warning #B00020, warning_card #FBEBEA, "
        "shadow #41414114, desk #EAEAEA, track #DDDDDD, key #F8F8F8");
  CHECK(in_words(style.style.shade(Contrast::high).colours) ==
        "paper #FFFFFF, card #FFFFFF, tint #F6FAFF, pressed #FAFAFA, ink #000000, heading #000215, "
        "ink_quiet #000000, accent #00071B, accent_pressed #010009, on_accent #FFFFFF, "
        "edge #000000, line #000000, focus #002E5A, warning #8B0016, warning_card #FFFFFF, "
        "shadow #41414100, desk #E4E4E4, track #D1D1D1, key #FCFCFC");
  CHECK(in_words(style.style.shade(Contrast::low).colours) ==
        "paper #D9D9D9, card #E4E4E4, tint #DDE3EB, pressed #D1D1D1, ink #4A4A4A, heading #004B8B, "
        "ink_quiet #505050, accent #065091, accent_pressed #0C4379, on_accent #E4E4E4, "
        "edge #6C6C6C, line #BEBEBE, focus #065091, warning #AD001F, warning_card #E8D8D7, "
        "shadow #4141410A, desk #CECECE, track #C4C4C4, key #D9D9D9");
  CHECK(style.style.shade(Contrast::normal).colours.door ==
        style.style.shade(Contrast::normal).colours.accent);
}

TEST_CASE("a light style has a dark page of high contrast too, in its hues, with its street in the night") {
  const LoadedStyle style = loaded_css(light_style);
  const Palette& dark = style.style.shade(Contrast::dark).colours;
  const Palette& day = style.style.shade(Contrast::normal).colours;
  CHECK(to_hex(dark.paper) == "#000000");
  CHECK(to_hex(dark.ink) == "#FFFFFF");
  CHECK(failing(dark, Contrast::dark) == "");
  for (Colour Palette::* wall : {&Palette::brick, &Palette::ochre, &Palette::plaster, &Palette::leaf})
    CHECK(lightness(dark.*wall) < lightness(day.*wall) - 0.15);
}

TEST_CASE("the same tokens as JSON give the same style") {
  const char* text = R"({
    "utrecht": {
      "document": {"background-color": {"value": "#ffffff"}, "color": {"value": "#1a1a1a"},
                   "font-family": {"value": "Noto Serif"}},
      "heading-1": {"color": {"value": "{x.blue}"}},
      "button": {"border-radius": "8px",
                 "primary-action": {"background-color": "{x.blue}", "color": "white"}},
      "form-field-error-message": {"color": "#b00020"}
    },
    "x": {"blue": {"value": "#0b5394"}}
  })";
  const auto json = loaded({{"style.json", text}}, "style.json");
  REQUIRE(json);
  CHECK(json->style.shades == loaded_css(light_style).style.shades);
}

TEST_CASE("a dark style stays dark in every contrast, and its street lies in the night") {
  const LoadedStyle style = loaded_css(
      ".x-theme { --x-document-background-color: #14213d; --x-document-color: #f5f5f5;\n"
      "--x-button-primary-background-color: #fca311; --x-button-primary-color: black }");
  CHECK(report(style) ==
        "paper #14213D --x-document-background-color\n"
        "ink #F5F5F5 --x-document-color\n"
        "accent #FCA311 --x-button-primary-background-color\n"
        "on_accent #000000 --x-button-primary-color\n");
  for (const Contrast wished : {Contrast::normal, Contrast::high, Contrast::low, Contrast::dark})
    CHECK(!is_light(style.style.shade(wished).colours.paper));
  const Palette& night = style.style.shade(Contrast::normal).colours;
  const Palette& day = built_in_style().shade(Contrast::normal).colours;
  for (Colour Palette::* wall : {&Palette::brick, &Palette::ochre, &Palette::plaster, &Palette::leaf})
    CHECK(lightness(night.*wall) < lightness(day.*wall) - 0.15);
}

TEST_CASE("colours that are seen badly are moved along their lightness, and said") {
  const LoadedStyle style = loaded_css(
      ":root {\n"
      "  --utrecht-document-background-color: #FFFFFF;\n"
      "  --utrecht-document-color: #999999;\n"
      "  --utrecht-heading-color: #BBBBBB;\n"
      "  --utrecht-button-primary-action-background-color: #FF6600;\n"
      "  --utrecht-button-primary-action-color: #FFFFFF;\n"
      "  --utrecht-form-control-border-color: #DDDDDD;\n"
      "  --utrecht-focus-outline-color: #FFDD00;\n"
      "  --utrecht-form-field-error-message-color: #FF9999;\n"
      "  --utrecht-form-field-error-message-font-size: 3px;\n"
      "}\n");
  CHECK(report(style) ==
        "paper #FFFFFF --utrecht-document-background-color\n"
        "ink #999999 --utrecht-document-color\n"
        "heading #BBBBBB --utrecht-heading-color\n"
        "accent #FF6600 --utrecht-button-primary-action-background-color\n"
        "on_accent #FFFFFF --utrecht-button-primary-action-color\n"
        "edge #DDDDDD --utrecht-form-control-border-color\n"
        "focus #FFDD00 --utrecht-focus-outline-color\n"
        "warning #FF9999 --utrecht-form-field-error-message-color\n"
        "--utrecht-document-color: ink #999999 on tint #FFF1EB 2.6:1, needs 4.5:1; shown as #6F6F6F (4.6:1)\n"
        "--utrecht-heading-color: heading #BBBBBB on paper #FFFFFF 1.9:1, needs 4.5:1; shown as #767676 "
        "(4.5:1)\n"
        "--utrecht-button-primary-action-background-color: accent #FF6600 on paper #FFFFFF 2.9:1, needs "
        "4.5:1; shown as #CB4F00 (4.5:1)\n"
        "--utrecht-focus-outline-color: focus #FFDD00 on paper #FFFFFF 1.3:1, needs 3:1; shown as #AC9400 "
        "(3.0:1)\n"
        "--utrecht-form-field-error-message-color: warning #FF9999 on warning_card #FFF6F6 1.9:1, needs 3:1; "
        "shown as #D57374 (3.0:1)\n"
        "--utrecht-form-control-border-color: edge #DDDDDD on desk #F6F6F6 1.3:1, needs 3:1; shown as "
        "#8E8E8E (3.0:1)\n");
  for (const MovedColour& moved : style.moved) CHECK(moved.move.after >= moved.move.asked.least);
}

TEST_CASE("what a file says in vain is remarked, and the next name taken") {
  const LoadedStyle style = loaded_css(
      ":root {\n"
      "  --utrecht-document-color: var(--a);\n"
      "  --a: var(--b);\n"
      "  --b: var(--a);\n"
      "  --utrecht-body-color: currentColor;\n"
      "  --utrecht-page-color: #12;\n"
      "  --x-page-color: #123456;\n"
      "  --utrecht-document-font-family: 'No Such Letters', 'Nor These', serif;\n"
      "  --utrecht-button-border-radius: large;\n"
      "  --x-border-radius: 999px;\n"
      "}\n");
  CHECK(report(style) ==
        "ink #123456 --x-page-color\n"
        "corner 12.0 mm --x-border-radius\n"
        "font No Such Letters, Nor These --utrecht-document-font-family\n"
        "--utrecht-document-color: --a refers to itself\n"
        "--utrecht-page-color: '#12' is no colour\n"
        "--utrecht-button-border-radius: 'large' is no length\n"
        "letters are set in Noto Sans: not installed are No Such Letters, Nor These\n");
}

TEST_CASE("what is seen through is laid on the page, what is not seen is not there") {
  const LoadedStyle style = loaded_css(
      ":root { --utrecht-document-background-color: transparent; --x-document-background-color: #000;\n"
      "--x-document-color: rgb(255 255 255 / 80%); --nl-button-primary-background-color: rgba(0,0,0,0);\n"
      "--nl-link-color: #9cf }");
  CHECK(report(style) ==
        "paper #000000 --x-document-background-color\n"
        "ink #CCCCCC --x-document-color\n"
        "accent #99CCFF --nl-link-color\n");
}

TEST_CASE("one colour alone makes a whole style") {
  for (const char* css : {":root{--x-color-primary:#c00}", ":root{--x-document-color:#eee}",
                          ":root{--x-document-background-color:#777}", ":root{--x-border-radius-md:0}",
                          ":root{--x-button-primary-background-color:yellow}"})
    (void)loaded_css(css);
}

TEST_CASE("a theme of our own tells which of its colours are moved, in each contrast") {
  const auto style = loaded({{"x.toml",
                              "font = \"No Such Letters\"\n"
                              "[normal]\n"
                              "ink = \"#999999\"\n"
                              "[low]\n"
                              "ink = \"#000000\"\n"
                              "[high]\n"
                              "accent = \"#C00000\"\n"}},
                            "x.toml");
  REQUIRE(style);
  CHECK(failing(style->style) == "");
  CHECK(report(*style) ==
        "letters are set in Noto Sans: not installed is No Such Letters\n"
        "ink #999999 on tint #E1E6E4 2.3:1, needs 4.5:1; shown as #666666 (4.5:1)\n"
        "high contrast: accent #C00000 on paper #FFFFFF 6.5:1, needs 20:1; shown as #1C0000 (20.0:1)\n"
        "low contrast: ink #000000 on card #E5E3E1 16.4:1, at most 8:1; shown as #414141 (8.0:1)\n");
}

TEST_CASE("what is no style is said in one sentence") {
  const auto error = [](const std::string& name, const std::string& text) {
    const auto style = loaded({{name, text}}, name);
    return style ? "" : style.error();
  };
  const std::string none =
      ": has no design token that the kiosk knows, such as --utrecht-document-color or "
      "--utrecht-button-primary-action-background-color";
  CHECK(error("a.css", "body { color: red }") == "a.css" + none);
  CHECK(error("a.css", "") == "a.css" + none);
  CHECK(error("a.css", ":root { --utrecht-document-color: inherit }") == "a.css" + none);
  CHECK(error("a.json", "{\"a\": {\"b\": 1}}") == "a.json" + none);
  CHECK(error("a.json", "{") == "a.json: line 1: is not JSON here");
  CHECK(error("a.txt", "") ==
        "a.txt: a theme is a .toml file, a .css file with custom properties, or a .json "
        "file with design tokens");
  CHECK(error("a.css", std::string(theme_limits::file_bytes + 1, ' ')) == "a.css: is larger than 8 MB");
  CHECK(error("a.toml", "ink = 1\nlogo = 3\n").starts_with("a.toml: line 1: unknown key 'ink'"));
  CHECK(error("a.toml", "logo = \"no.svg\"\n") == "no.svg: cannot be read");
  CHECK(loaded({}, "none.css").error() == "none.css: cannot be read");
}

TEST_CASE("any colours whatever make a style in which every pair holds") {
  std::mt19937 random{7};
  const char* names[] = {"utrecht-document-background-color",
                         "utrecht-document-color",
                         "utrecht-heading-1-color",
                         "nl-button-primary-background-color",
                         "nl-button-primary-color",
                         "nl-button-primary-active-background-color",
                         "utrecht-form-control-background-color",
                         "utrecht-form-control-border-color",
                         "utrecht-focus-outline-color",
                         "utrecht-form-field-error-message-color",
                         "utrecht-alert-error-background-color",
                         "utrecht-separator-color"};
  for (int round = 0; round < 60; ++round) {
    std::string css = ":root{--x-border-radius:1px;";
    for (const char* name : names)
      if (random() % 3 != 0)
        css += "--" + std::string(name) + ":" +
               to_hex({static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random()),
                       static_cast<std::uint8_t>(random())}) +
               ";";
    (void)loaded_css(css + "}");
  }
}
