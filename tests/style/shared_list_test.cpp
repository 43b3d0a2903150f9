#include "style/shared_list.h"

#include <doctest/doctest.h>

#include <string>

using namespace buurtpeil;

namespace {

std::string in_words(const SharedList<std::string>& list) {
  std::string words;
  for (const std::string& word : list) words += word + " ";
  return words;
}

}  // namespace

TEST_CASE("a copy with other elements in some places leaves the list as it was") {
  const SharedList<std::string> list{"oak", "elm", "lime"};
  SharedList<std::string> copy = list;
  copy.replace({{0, "OAK"}, {2, "LIME"}});
  CHECK(in_words(copy) == "OAK elm LIME ");
  CHECK(in_words(list) == "oak elm lime ");
  CHECK(copy.shares_with(list));
  CHECK(!copy.same_as(list));
}

TEST_CASE("what was replaced before is there again when others are") {
  SharedList<std::string> list{"oak", "elm", "lime"};
  list.replace({{0, "OAK"}});
  list.replace({{1, "ELM"}});
  CHECK(in_words(list) == "oak ELM lime ");
  list.replace({});
  CHECK(in_words(list) == "oak elm lime ");
}

TEST_CASE("who changes a list gets elements of their own, those that were replaced among them") {
  const SharedList<std::string> list{"oak", "elm"};
  SharedList<std::string> copy = list;
  copy.replace({{1, "ELM"}});
  copy.push_back("lime");
  CHECK(in_words(copy) == "oak ELM lime ");
  CHECK(in_words(list) == "oak elm ");
  CHECK(!copy.shares_with(list));
}
