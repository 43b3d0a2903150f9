// Pictures and recordings beside a form on the disk: what of them a kiosk shows, plays and lets touch.
#include "form/compile/media.h"

#include <doctest/doctest.h>

#include "form/form.h"
#include "form/load_md.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

const char* const street = R"(<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><g id="houses"><path id="road" d="M0 0h9v9z"/></g>
<rect id="green" width="9" height="9"/></svg>)";

/// Problems of a form in a folder with these files.
std::string problems_beside(const std::string& md, const Files& files) {
  const TemporaryFolder folder;
  write_file(folder / "street.md", md);
  std::filesystem::create_directory(folder / "street-media");
  for (const auto& [name, content] : files) write_file(folder / ("street-media/" + name), content);
  return lines_of(load_form(folder / "street.md"));
}

std::string map_of(const std::string& image, const std::string& choices) {
  return "| survey |\n| | type | name | label | appearance | image |\n"
         "| | select_one part | part | Which? | image-map | " +
         image +
         " |\n"
         "| choices |\n| | list_name | name | label |\n" +
         choices + own_texts;
}

}  // namespace

TEST_CASE("choices that have a part of the drawing are no trouble") {
  CHECK(problems_beside(map_of("street.svg", "| | part | road | Road |\n| | part | green | Green |\n"),
                        {{"street.svg", street}}) == "");
}

TEST_CASE("a choice without a part of the drawing is told, with its row") {
  CHECK(problems_beside(map_of("street.svg", "| | part | road | Road |\n| | part | sky | Sky |\n"),
                        {{"street.svg", street}}) ==
        "street.md: choices!B7: warning: the choice 'sky' has no part of the drawing 'street.svg' of the "
        "question 'part': no element has the id 'sky'; it is a card alone\n");
}

TEST_CASE("a drawing without any part is told once, at the picture") {
  CHECK(problems_beside(map_of("street.svg", "| | part | a | A |\n| | part | b | B |\n"),
                        {{"street.svg", street}}) ==
        "street.md: survey!E3: warning: no part of the drawing 'street.svg' can be touched: none of its "
        "elements has the name of a choice as its id\n");
}

TEST_CASE("image-map without a drawing shows cards, and says so") {
  const std::string choice = "| | part | road | Road |\n";
  CHECK(problems_beside(map_of("", choice), {}) ==
        "street.md: survey!D3: warning: the choices of 'part' are shown as cards: the appearance image-map "
        "needs a drawing (.svg) in the column image\n");
  CHECK(problems_beside(map_of("street.png", choice), {{"street.png", ""}}) ==
        "street.md: survey!E3: warning: the choices of 'part' are shown as cards: 'street.png' is no .svg, "
        "which alone has parts that can be touched\n");
  CHECK(problems_beside(map_of("street.svg", choice), {{"street.svg", "<svg"}}) == "");  // cannot be told
}

TEST_CASE("the invitation's pictures are files beside the form") {
  const auto settings = [](const std::string& pictures) {
    return "| survey |\n| | type | name | label |\n| | note | a | A |\n| settings |\n"
           "| | kiosk_intro | kiosk_thanks | kiosk_attract_image |\n| | Who. | When. | " +
           pictures + " |\n";
  };
  CHECK(problems_beside(settings("one.svg<br>two.png"), {{"one.svg", ""}, {"two.png", ""}}) == "");
  CHECK(problems_beside(settings("one.svg<br>two.gif"), {{"two.gif", ""}}) ==
        "street.md: settings!C6: warning: the file 'one.svg' is missing; put it into the folder "
        "'street-media' beside the form\n"
        "street.md: settings!C6: warning: the picture 'two.gif' is not shown: a kiosk shows .png, .jpg and "
        ".svg; save it as one of these\n");
}

TEST_CASE("only audio begins by itself") {
  const LoadedForm loaded = load_md(
      "| survey |\n| | type | name | label | autoplay |\n"
      "| | note | a | A | audio |\n| | note | b | B | video |\n| | note | c | C | |\n");
  REQUIRE(loaded.form);
  CHECK(loaded.form->rows[0].autoplay);
  CHECK_FALSE(loaded.form->rows[1].autoplay);
  CHECK_FALSE(loaded.form->rows[2].autoplay);
}
