// The forms that others wrote (tests/CMakeLists.txt: BUURTPEIL_SHARED): what the reference converter accepts
// is accepted here, what it refuses is refused, each with a message that helps. Without that folder these
// tests are skipped.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "form/form.h"
#include "support/needs.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.path().extension() != ".tsv") files.push_back(entry.path());
  std::ranges::sort(files);
  REQUIRE_MESSAGE(!files.empty(), "no forms in ", folder.string());
  return files;
}

std::string lines_of(const fs::path& path, const std::vector<Problem>& problems, Severity severity) {
  std::string lines;
  for (const Problem& problem : problems)
    if (problem.severity == severity) lines += to_line(path.filename().string(), problem) + "\n";
  return lines;
}

/// Compares with a file of the tests, or writes it when BUURTPEIL_WRITE_EXPECTED is set: to be read through
/// by eye afterwards.
void check_expected(const std::string& name, const std::string& content) {
  const fs::path path = fs::path(BUURTPEIL_TESTS) / "form" / name;
  if (std::getenv("BUURTPEIL_WRITE_EXPECTED") != nullptr) std::ofstream(path, std::ios::binary) << content;
  CHECK(content == read_file(path));
}

constexpr needs needs_corpus{BUURTPEIL_SHARED "/corpus"};
const fs::path corpus = needs_corpus.path;

}  // namespace

TEST_CASE("what the reference converter accepts is accepted" * needs_corpus) {
  const std::map<std::string, std::string> exceptions = {};
  const std::vector<fs::path> files = files_in(corpus / "pyxform" / "accept");
  std::size_t accepted = 0;
  for (const fs::path& path : files) {
    const LoadedForm loaded = load_form(path);
    accepted += loaded.form ? 1 : 0;
    if (!exceptions.contains(path.filename().string()))
      CHECK_MESSAGE(loaded.form, lines_of(path, loaded.problems, Severity::error));
    else
      CHECK_FALSE_MESSAGE(loaded.form, path.filename().string(),
                          " is accepted by now: no exception any more");
  }
  MESSAGE("accepted ", accepted, " of ", files.size());
  CHECK(accepted * 100 >= files.size() * 98);
}

TEST_CASE("what the reference converter refuses is refused, with a message that helps" * needs_corpus) {
  const std::map<std::string, std::string> exceptions = {};
  const std::vector<fs::path> files = files_in(corpus / "pyxform" / "reject");
  std::size_t refused = 0;
  std::string messages;
  for (const fs::path& path : files) {
    const LoadedForm loaded = load_form(path);
    refused += loaded.form ? 0 : 1;
    messages += lines_of(path, loaded.problems, Severity::error);
    CHECK_MESSAGE((loaded.form == nullptr) == !exceptions.contains(path.filename().string()),
                  path.filename().string());
  }
  MESSAGE("refused ", refused, " of ", files.size());
  CHECK(refused * 100 >= files.size() * 95);
  check_expected("refused.txt", messages);
}

TEST_CASE("whole spreadsheets are read, or refused for a stated reason" * needs_corpus) {
  std::string messages;
  const std::vector<fs::path> files = files_in(corpus / "spreadsheets");
  std::size_t read = 0;
  for (const fs::path& path : files) {
    const LoadedForm loaded = load_form(path);
    read += loaded.form ? 1 : 0;
    messages += loaded.form ? fmt::format("{}: {} rows, {} questions, {} minutes\n", path.filename().string(),
                                          loaded.form->rows.size(), effort_of(*loaded.form).questions.most,
                                          effort_of(*loaded.form).minutes)
                            : lines_of(path, loaded.problems, Severity::error);
  }
  MESSAGE("read ", read, " of ", files.size());
  check_expected("spreadsheets.txt", messages);
}
