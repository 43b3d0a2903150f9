// Visitors who do anything at all, on the demo form and on forms of others: nothing crashes, nothing hangs,
// and a restart in the middle changes nothing.
#include <doctest/doctest.h>

#include <filesystem>
#include <iostream>

#include "support/needs.h"
#include "support/random_visitor.h"

using namespace buurtpeil;

TEST_CASE("on the demo form a visitor may do anything, and a restart changes nothing") {
  const LoadedForm demo = load_form(BUURTPEIL_ASSETS "/forms/leefomgeving.md");
  REQUIRE(demo.form);
  for (unsigned seed = 1; seed <= 10; ++seed) CHECK(walk(*demo.form, seed, 60) == "");
}

TEST_CASE("on the forms of others too" * needs{BUURTPEIL_SHARED "/corpus"}) {
  const std::filesystem::path folder = BUURTPEIL_SHARED "/corpus/pyxform/accept";
  int walked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const LoadedForm loaded = load_form(entry.path());
    if (!loaded.form) continue;
    CAPTURE(entry.path().filename().string());
    CHECK(walk(*loaded.form, static_cast<unsigned>(++walked), 30) == "");
  }
  CHECK(walked > 0);
  std::cout << walked << " forms of others were walked through\n";
}
