#include "kiosk/robot/screenshots.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

TEST_CASE("pictures are named after what makes their views distinct") {
  AttractView attract;
  attract.page.language = "nl";
  CHECK(picture_name(attract) == "attract-nl");
  WriteField field;
  field.path = "place[2]/name";
  QuestionView question;
  question.page.language = "ar";
  question.fields = {field};
  CHECK(picture_name(question) == "question-place_2__name-ar");
  field.complaint = "Please give an answer.";
  question.fields = {NoteField{{.path = "place[2]/note", .label = "", .hint = ""}}, field};
  CHECK(picture_name(question) == "question-place_2__note-ar-complaint");
}

TEST_CASE("a folder for pictures that cannot be made is named") {
  const auto screenshots = Screenshots::in("/dev/null/pictures");
  REQUIRE_FALSE(screenshots.has_value());
  CHECK(screenshots.error().message ==
        "/dev/null/pictures: cannot make this folder for screenshots: Not a directory");
}
