#include "style/styled_text.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("runs cover all words, or there are none") {
  StyledText text;
  text.add("plain ", {});
  CHECK(text == StyledText("plain "));
  text.add("bold", {.bold = true});
  text.add(" more", {.bold = true});
  text.add("", {.italic = true});
  CHECK(text.words == "plain bold more");
  CHECK(text.runs == std::vector<TextRun>{{6, {}}, {9, {.bold = true}}});
  StyledText twice = text;
  twice += text;
  twice += StyledText(" end");
  CHECK(twice.words == "plain bold moreplain bold more end");
  CHECK(twice.runs ==
        std::vector<TextRun>{{6, {}}, {9, {.bold = true}}, {6, {}}, {9, {.bold = true}}, {4, {}}});
}

TEST_CASE("lines keep their style") {
  StyledText text;
  text.add("one\n\n  two", {});
  text.add(" three\nfour \n", {.bold = true});
  const std::vector<StyledText> lines = paragraphs_of(text);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == StyledText("one"));
  CHECK(lines[1].words == "two three");
  CHECK(lines[1].runs == std::vector<TextRun>{{3, {}}, {6, {.bold = true}}});
  CHECK(lines[2].words == "four");
  CHECK(lines[2].runs == std::vector<TextRun>{{4, {.bold = true}}});
  CHECK(paragraphs_of(StyledText(" \n ")).empty());
}
