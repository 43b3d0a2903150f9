#include "form/json_text.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

namespace {

std::string json_of(std::string_view text) {
  std::string json;
  add_json_text(json, text);
  return json;
}

}  // namespace

TEST_CASE("a text is quoted as JSON writes it") {
  CHECK(json_of("") == "\"\"");
  CHECK(json_of("een \"bankje\" \\ é 中 😀\x7f") == "\"een \\\"bankje\\\" \\\\ é 中 😀\x7f\"");
  CHECK(json_of("\b\f\n\r\t\x01\x1f") == "\"\\b\\f\\n\\r\\t\\u0001\\u001f\"");
  CHECK(json_of(std::string_view("a\0b", 3)) == "\"a\\u0000b\"");
}

TEST_CASE("what is no UTF-8 becomes one U+FFFD for each beginning of a letter") {
  CHECK(json_of("a\xFF\xC3") == "\"a\uFFFD\uFFFD\"");
  CHECK(json_of("\xE4\xB8x\xF0\x9F\x98") == "\"\uFFFDx\uFFFD\"");
  CHECK(json_of("\xC0\xAF\xED\xA0\x80\xF4\x90") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\"");
}
