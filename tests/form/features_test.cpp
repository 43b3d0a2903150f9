// What of XLSForm works, and which test proves it. features() says what there is, features.tsv beside this
// file how far it works and by which test; the README's table is made of both.
//   works        as XLSForm has it
//   plain        works, with a plain view until one of its own comes
//   passed over  not on a kiosk: told with the row, refused where an answer is required
//   ignored      read, and changes nothing that a visitor meets
#include "form/compile/features.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 8> kinds = {"type",           "appearance",      "survey column",
                                                   "choices column", "settings column", "parameter",
                                                   "function",       "markup"};
constexpr std::array<std::string_view, 4> statuses = {"works", "plain", "passed over", "ignored"};

struct Claim {
  std::string kind, name, status, test;
};

std::vector<Claim> claims() {
  std::vector<Claim> lines;
  std::istringstream file(read_file(fs::path(BUURTPEIL_TESTS) / "form/features.tsv"));
  std::string line;
  std::getline(file, line);  // the heading
  while (std::getline(file, line)) {
    std::istringstream columns(line);
    Claim claim;
    std::getline(columns, claim.kind, '\t');
    std::getline(columns, claim.name, '\t');
    std::getline(columns, claim.status, '\t');
    std::getline(columns, claim.test);
    lines.push_back(claim);
  }
  return lines;
}

/// Name of each test case in the tree -> its text, to the end of its function.
std::map<std::string, std::string> test_cases() {
  const std::string_view begin = "\nTEST_CASE(\"", end = "\n}\n";
  std::map<std::string, std::string> cases;
  for (const auto& entry : fs::recursive_directory_iterator(BUURTPEIL_TESTS)) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = read_file(entry.path());
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
      const std::size_t name = at + begin.size();
      cases[text.substr(name, text.find("\")", name) - name)] = text.substr(at, text.find(end, at) - at);
    }
  }
  return cases;
}

/// Whether a test contains what it has to prove: the feature's name, of a parameter "name=", of a function
/// "name(" or the whole table of functions, which that test itself holds against all of them.
bool mentions(const std::string& test, const Claim& claim) {
  if (claim.kind == "function") return test.contains("function_names()") || test.contains(claim.name + "(");
  if (claim.kind == "parameter") return test.contains(claim.name.substr(claim.name.rfind(' ') + 1) + "=");
  if (claim.name.starts_with('<')) return test.contains(claim.name.substr(0, claim.name.size() - 1));
  return test.contains(claim.name);
}

/// One line of the table for each kind and status: "| types | works | text, integer ... |".
std::string table() {
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> names;
  for (const Feature& feature : features())
    if (!feature.passed_over.empty()) names[{feature.kind, "passed over"}].push_back(feature.name);
  for (const Claim& claim : claims()) names[{claim.kind, claim.status}].push_back(claim.name);
  std::string lines = "| | | |\n| --- | --- | --- |\n";
  for (const std::string_view kind : kinds)
    for (const std::string_view status : statuses) {
      auto& list = names[{std::string(kind), std::string(status)}];
      std::ranges::sort(list);
      std::string joined;
      for (const std::string& name : list) joined += fmt::format("{}`{}`", joined.empty() ? "" : " ", name);
      if (!list.empty())
        lines += fmt::format("| {}{} | {} | {} |\n", kind, kind == "markup" ? "" : "s", status, joined);
    }
  return lines;
}

}  // namespace

TEST_CASE("every feature has a status, and nothing else has one") {
  std::map<std::pair<std::string, std::string>, int> told;
  for (const Claim& claim : claims()) {
    CHECK_MESSAGE(std::ranges::find(statuses, claim.status) != statuses.end(), claim.name);
    ++told[{claim.kind, claim.name}];
  }
  for (const Feature& feature : features()) {
    const int lines = told[{feature.kind, feature.name}];
    // What is passed over says so itself.
    CHECK_MESSAGE(lines == (feature.passed_over.empty() ? 1 : 0), feature.kind, " ", feature.name);
    told.erase({feature.kind, feature.name});
  }
  for (const auto& [claim, lines] : told) FAIL_CHECK("there is no ", claim.first, " ", claim.second);
}

TEST_CASE("what works is proven by a test that is there and names it") {
  const std::map<std::string, std::string> cases = test_cases();
  for (const Claim& claim : claims()) {
    CAPTURE(claim.kind);
    CAPTURE(claim.name);
    if (claim.status != "works" && claim.status != "plain") continue;
    const auto proof = cases.find(claim.test);
    if (proof == cases.end())
      FAIL_CHECK("there is no test '", claim.test, "'");
    else
      CHECK_MESSAGE(mentions(proof->second, claim), "not named in '", claim.test, "'");
  }
}

TEST_CASE("the README has the table of features") {
  const std::string_view begin = "<!-- features: made by tests/form/features_test.cpp -->\n",
                         end = "<!-- end of features -->";
  const fs::path path = fs::path(BUURTPEIL_TESTS) / "../README.md";
  std::string readme = read_file(path);
  const std::size_t from = readme.find(begin), to = readme.find(end);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  const std::size_t start = from + begin.size();
  const std::string made = table();
  if (std::getenv("BUURTPEIL_WRITE_EXPECTED") != nullptr) {
    std::ofstream(path, std::ios::binary) << readme.replace(start, to - start, made);
    return;
  }
  CHECK(readme.substr(start, to - start) == made);
}
