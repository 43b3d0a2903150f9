// What `check --theme` says about a house style, whole.
#include "sync/check_theme.h"

#include <fstream>

#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;

namespace {

/// "EXIT CODE\n" and what is printed, with the folder left out.
std::string check(const std::string& name, const std::string& text) {
  const Folder folder;
  std::ofstream{folder / name} << text;
  const Outcome outcome = check_theme(folder / name);
  CHECK(outcome.err == "");
  return without(folder, std::to_string(outcome.exit_code) + "\n" + outcome.out);
}

}  // namespace

TEST_CASE("a style sheet: what is found, what is strange, what is moved") {
  CHECK(check("index.css",
              ".x-theme {\n"
              "  --x-orange: #f60;\n"
              "  --utrecht-document-background-color: #fff;\n"
              "  --utrecht-document-color: #222;\n"
              "  --utrecht-heading-color: var(--x-grey);\n"
              "  --utrecht-button-primary-action-background-color: var(--x-orange);\n"
              "  --utrecht-button-primary-action-color: #fff;\n"
              "  --utrecht-button-border-radius: 4px;\n"
              "  --utrecht-document-font-family: 'No Such Letters', sans-serif;\n"
              "}\n") ==
        "0\n"
        "  paper           #FFFFFF    --utrecht-document-background-color\n"
        "  ink             #222222    --utrecht-document-color\n"
        "  accent          #FF6600    --utrecht-button-primary-action-background-color\n"
        "  on_accent       #FFFFFF    --utrecht-button-primary-action-color\n"
        "  corner          1.1 mm     --utrecht-button-border-radius\n"
        "  font            No Such Letters --utrecht-document-font-family\n"
        "  made of the rest: card, heading, accent_pressed, edge, line, focus, warning, warning_card\n"
        "index.css: --utrecht-heading-color: --x-grey is not defined\n"
        "index.css: letters are set in Noto Sans: not installed is No Such Letters\n"
        "index.css: --utrecht-button-primary-action-background-color: accent #FF6600 on paper #FFFFFF 2.9:1, "
        "needs 4.5:1; shown as #CB4F00 (4.5:1)\n"
        "index.css: 8 tokens; 1 colour is moved for contrast\n");
}

TEST_CASE("several planted low contrasts are each found") {
  const char* tokens = R"({"x": {
    "document": {"background-color": "#202020", "color": "#777"},
    "heading": {"color": "#555"},
    "button": {"primary": {"background-color": "#335", "color": "#668"}}
  }})";
  CHECK(
      check("tokens.json", tokens) ==
      "0\n"
      "  paper           #202020    x.document.background-color\n"
      "  ink             #777777    x.document.color\n"
      "  heading         #555555    x.heading.color\n"
      "  accent          #333355    x.button.primary.background-color\n"
      "  on_accent       #666688    x.button.primary.color\n"
      "  made of the rest: card, accent_pressed, edge, line, focus, warning, warning_card, corner, font\n"
      "tokens.json: x.document.color: ink #777777 on warning_card #4B3631 2.5:1, needs 4.5:1; shown as "
      "#A4A4A4 (4.5:1)\n"
      "tokens.json: x.heading.color: heading #555555 on paper #202020 2.2:1, needs 4.5:1; shown as #878787 "
      "(4.5:1)\n"
      "tokens.json: x.button.primary.background-color: accent #333355 on paper #202020 1.4:1, needs 4.5:1; "
      "shown as #8284AB (4.5:1)\n"
      "tokens.json: x.button.primary.color: on_accent #666688 on accent #8284AB 1.5:1, needs 4.5:1; shown as "
      "#1F1D3A (4.5:1)\n"
      "tokens.json: 5 tokens; 4 colours are moved for contrast\n");
}

TEST_CASE("a theme of our own without remarks") {
  CHECK(check("blue.toml", "[normal]\naccent = \"#003366\"\n") ==
        "0\nblue.toml: every colour is shown as it is\n");
}

TEST_CASE("what cannot be used is one sentence") {
  CHECK(check("index.css", "body { color: red }") ==
        "1\n"
        "index.css: has no design token that the kiosk knows, such as --utrecht-document-color or "
        "--utrecht-button-primary-action-background-color\n");
  CHECK(
      check("theme.toml", "ink = 3\ncorner_mm = 99\n") ==
      "1\n"
      "theme.toml: line 1: unknown key 'ink'; known here are: corner_mm, hand_corner_mm, font, logo, normal, "
      "high, low, dark, street\n"
      "theme.toml: line 2: 'corner_mm' must be a number of millimetres, 0 to 12\n");
}
