// Tests that need what not every machine has. Such a test is skipped there, by doctest's own means, and
// support/main.cpp says so on a line that tests/run counts: "skipped: <test>: needs <what>".
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

namespace buurtpeil {

/// A decorator: TEST_CASE("..." * needs{BUURTPEIL_SHARED "/corpus"}). A folder that is there but empty is no
/// reason to skip: the test has to fail then.
struct needs {
  const char* path;
  void fill(doctest::detail::TestCase& test) const {
    test.m_skip = !std::filesystem::exists(path);
    test.m_description = path;
  }
};

/// The same for an environment variable, of tests that somebody or a script starts on purpose.
struct needs_variable {
  const char* name;
  void fill(doctest::detail::TestCase& test) const {
    test.m_skip = std::getenv(name) == nullptr;
    test.m_description = name;
  }
};

}  // namespace buurtpeil
