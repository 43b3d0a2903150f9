// Design tokens in JSON, in each of the shapes in which they are published.
#include <doctest/doctest.h>

#include "theme/tokens.h"

using namespace buurtpeil;

namespace {

/// The value of --x-page-color, "?" when there is none; the error of the reader in brackets.
std::string colour_in(std::string_view json) {
  Tokens tokens;
  if (const auto read = read_json(json, tokens); !read) return "(" + read.error() + ")";
  tokens.settle();
  const Token* token = tokens.find("--x-page-color");
  if (token == nullptr) return "?";
  const auto value = tokens.value_of(*token);
  return value ? *value : "(" + value.error() + ")";
}

}  // namespace

TEST_CASE("a token is found in each shape") {
  CHECK(colour_in(R"({"xPageColor": "#abc"})") == "#abc");
  CHECK(colour_in(R"({"--x-page-color": "#abc"})") == "#abc");
  CHECK(colour_in(R"([{"name": "xPageColor", "value": "#abc"}])") == "#abc");
  CHECK(colour_in(R"([{"name": "other", "path": ["x", "page", "color"], "$value": "#abc"}])") == "#abc");
  CHECK(colour_in(R"({"x": {"page": {"color": "#abc"}}})") == "#abc");
  CHECK(colour_in(R"({"x": {"page": {"color": {"value": "#abc", "type": "color", "name": "n"}}}})") ==
        "#abc");
  CHECK(colour_in(R"({"x": {"page": {"color": {"$type": "color", "$value": "#abc"}}}})") == "#abc");
  CHECK(colour_in(R"({"x": {"page": {"color": {"default": "#abc", "hover": "#000"}}}})") == "#abc");
}

TEST_CASE("references in braces are followed") {
  CHECK(colour_in(R"({"x": {"page": {"color": {"$value": "{x.blue}"}}, "blue": {"$value": "#00f"}}})") ==
        "#00f");
  CHECK(colour_in(R"({"x": {"page": {"color": {"value": "{y.z}"}}}})") == "(--y-z is not defined)");
  CHECK(colour_in(R"({"x": {"page": {"color": {"value": "{x.page.color}"}}}})") ==
        "(x.page.color refers to itself)");
}

TEST_CASE("the sets of Tokens Studio are no part of a name") {
  CHECK(colour_in(R"({"brand": {"blue": {"$value": "#00f"}}, "components/page": {"x": {"page": {"color":
      {"$value": "{blue}"}}}}, "dark/common": {"blue": {"$value": "#000"}},
      "$metadata": {"tokenSetOrder": ["brand", "components/page", "dark/common"]}})") == "#00f");
}

TEST_CASE("colours and lengths may be objects") {
  CHECK(colour_in(
            R"({"x": {"page": {"color": {"$value": {"colorSpace": "srgb", "components": [1, 0.5, 0]}}}}})") ==
        "rgb(100% 50% 0%)");
  CHECK(colour_in(R"({"x": {"page": {"color": {"$value": {"colorSpace": "srgb", "hex": "#abc"}}}}})") ==
        "#abc");
  CHECK(colour_in(R"({"x": {"page": {"color": {"$value": {"value": 8, "unit": "px"}}}}})") == "8px");
}

TEST_CASE("what is no token is passed over, what is no JSON is said") {
  CHECK(colour_in("{}") == "?");
  CHECK(colour_in("[1, \"a\", null, {}]") == "?");
  CHECK(colour_in(R"({"x": {"page": {"color": [1, 2]}}})") == "?");
  CHECK(colour_in(R"({"x": {"page": {"color": null}}})") == "?");
  CHECK(colour_in("3") == "(is neither a list nor a map of design tokens)");
  CHECK(colour_in("{\n\"a\": 1,\n}") == "(line 3: is not JSON here)");
  CHECK(colour_in("") == "(line 1: is not JSON here)");
}

TEST_CASE("JSON of any depth is read") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
  CHECK(colour_in(deep + "1" + std::string(100'000, '}')) == "?");
}
