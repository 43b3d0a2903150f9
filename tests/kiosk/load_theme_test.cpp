// How the kiosk is theme at its start.
#include "kiosk/load_theme.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

using namespace buurtpeil;

TEST_CASE("without a theme the kiosk wears ours, with a logo of its own where there is one") {
  Config config;
  auto theme = load_theme(config);
  REQUIRE(theme);
  CHECK(theme->style.shades == built_in_style().shades);
  CHECK(theme->style.logo.empty());
  const TemporaryFolder folder;
  config.logo = folder / "crest.svg";
  CHECK(load_theme(config).error().message == folder / "crest.svg" + ": the logo cannot be read");
  write_file(config.logo, "no picture");
  CHECK(load_theme(config).error().message ==
        folder / "crest.svg" + ": the logo is no PNG, JPEG or SVG picture");
  write_file(config.logo, "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='10'/>");
  CHECK(load_theme(config)->style.logo == config.logo);
}

TEST_CASE("a theme is read at the start, with a line about what is shown otherwise") {
  const TemporaryFolder folder;
  write_file(folder / "x.css",
             ":root{--x-document-color:#999;--x-heading-color:#aaa;--x-document-background-color:#fff;"
             "--x-document-font-family:'No Such Letters'}");
  Config config;
  config.theme = folder / "x.css";
  const auto theme = load_theme(config);
  REQUIRE(theme);
  CHECK(theme->notes ==
        std::vector<std::string>{
            folder / "x.css" + ": letters are set in Noto Sans: not installed is No Such Letters",
            "2 colours were moved for contrast; buurtpeil-sync check --theme says which"});
  write_file(folder / "x.css", ":root{--x-document-color:#999;--x-document-background-color:#fff}");
  CHECK(load_theme(config)->notes ==
        std::vector<std::string>{"1 colour was moved for contrast; buurtpeil-sync check --theme says which"});
}

TEST_CASE("a theme that cannot be used ends the start with all sentences") {
  const TemporaryFolder folder;
  write_file(folder / "x.toml", "font = 1\nlogo = 2\n");
  Config config;
  config.theme = folder / "x.toml";
  const auto theme = load_theme(config);
  REQUIRE(!theme);
  CHECK(theme.error().message == folder / "x.toml" + ": line 1: 'font' must be a text in quotes\n" +
                                     (folder / "x.toml") + ": line 2: 'logo' must be a text in quotes");
  config.theme = folder / "none.css";
  config.logo = folder / "none.svg";
  CHECK(load_theme(config).error().message ==
        folder / "none.css" + ": cannot be read\n" + (folder / "none.svg") + ": the logo cannot be read");
}
