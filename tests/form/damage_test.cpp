// Damaged input: whatever stands in a file, a reader answers with a form or with problems. The forms of the
// corpus are cut off and changed in many places, from a fixed seed; the fuzzers of the long tests go further.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "form/form.h"
#include "support/needs.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> some_files() {
  std::vector<fs::path> files;
  std::error_code none;
  for (const char* folder : {"corpus/spreadsheets", "corpus/pyxform/reject", "corpus/pyxform/accept"})
    for (const auto& entry : fs::directory_iterator(fs::path(BUURTPEIL_SHARED) / folder, none))
      files.push_back(entry.path());
  std::ranges::sort(files);
  REQUIRE_FALSE(files.empty());
  return files;
}

void load(const fs::path& path, std::string bytes) {
  const LoadedForm loaded = load_form_from_bytes(path.filename().string(), std::move(bytes), {});
  CHECK(has_errors(loaded.problems) == (loaded.form == nullptr));
}

}  // namespace

TEST_CASE("a damaged file is a form or a list of problems, never a crash" *
          needs{BUURTPEIL_SHARED "/corpus"}) {
  std::minstd_rand random(7);
  for (const fs::path& path : some_files()) {
    const std::string bytes = read_file(path);
    if (bytes.empty()) continue;
    load(path, bytes.substr(0, random() % bytes.size()));
    for (int turn = 0; turn < 4; ++turn) {
      std::string damaged = bytes;
      for (int i = 0; i <= turn * 4; ++i)
        damaged[random() % damaged.size()] = "|,\"'${}[]()<>&=\n\0a1"[random() % 20];
      load(path, std::move(damaged));
    }
  }
}

TEST_CASE("every kind of bytes is refused in words") {
  for (const char* name : {"a.md", "a.csv", "a.xlsx"})
    for (const std::string& bytes :
         {std::string(), std::string(1000, '\0'), std::string(1000, '|'), std::string(1000, '"'),
          std::string("survey"), std::string("| survey |"), std::string("PK\x03\x04")})
      load(name, bytes);
}
