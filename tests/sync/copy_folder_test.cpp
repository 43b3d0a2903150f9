// The folder for a disk: whole or not there at all.
#include "sync/copy_folder.h"

#include <sys/mount.h>

#include <set>

#include "sync/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::sync;
using namespace buurtpeil::test;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    names.insert(fs::relative(entry.path(), folder).string());
  return names;
}

std::string said(const Outcome& outcome) {
  return std::to_string(outcome.exit_code) + "\n" + outcome.out + outcome.err;
}

/// A store with one response to a form, and a place where the copy goes.
struct Desk {
  Folder folder;
  fs::path store = folder / "a.db", place = folder / "stick";
  Desk() {
    Form form = street_form();
    form.attachments.clear();
    form.source = "| survey |\n| | type | name | label |\n| | text | idea | Any idea? |\n";
    store_of(store, {form}, {answering(form, 1, {{"idea", value(std::string(200'000, 'x'))}})});
    fs::create_directory(place);
  }
};

}  // namespace

TEST_CASE("a copy is a folder with the store and its CSV, and clears away what was begun before") {
  Desk desk;
  fs::create_directories(desk.place / ".buurtpeil-kiosk-2025-01-01-0900.partial/half");
  fs::create_directories(desk.place / ".buurtpeil/somebody.partial");
  CHECK(said(copy_to_folder({.store = desk.store, .folder = desk.place / "copy", .name = "hall.db"})) ==
        "0\n" + (desk.place / "copy").string() + "\n");
  CHECK(names_in(desk.place) == std::set<std::string>{".buurtpeil", ".buurtpeil/somebody.partial", "copy",
                                                      "copy/hall.db", "copy/street.csv",
                                                      "copy/street.codebook.csv"});
  CHECK(stored(desk.place / "copy/hall.db") == stored(desk.store));
  CHECK(said(copy_to_folder({.store = desk.store, .folder = desk.place / "copy"})) ==
        "1\n" + (desk.place / "copy").string() + ": is there already; choose another folder\n");
  CHECK(said(copy_to_folder(
            {.store = desk.store, .folder = desk.place / "only", .name = "", .with_csv = false})) ==
        "0\n" + (desk.place / "only").string() + "\n");
  CHECK(names_in(desk.place / "only") == std::set<std::string>{"a.db"});
}

TEST_CASE("a copy that cannot be made leaves nothing behind") {
  Desk desk;
  const std::string missing = desk.folder / "missing.db";
  CHECK(said(copy_to_folder({.store = missing, .folder = desk.place / "copy"})) ==
        "1\n" + missing +
            ": cannot be opened (No such file or directory); check the path and its permissions\n");
  CHECK(names_in(desk.place).empty());
  CHECK(said(copy_to_folder({.store = desk.store, .folder = desk.place / "not/there"})) ==
        "1\n" + (desk.place / "not/.there.partial").string() +
            ": cannot be made (No such file or directory); choose another folder\n");
}

TEST_CASE("a disk without room has an exit code of its own") {
  Desk desk;
  if (::mount("none", desk.place.c_str(), "tmpfs", 0, "size=128k") != 0) {
    MESSAGE("skipped: this process may not mount a file system");
    return;
  }
  const Outcome outcome = copy_to_folder({.store = desk.store, .folder = desk.place / "copy"});
  const std::set<std::string> left = names_in(desk.place);
  ::umount(desk.place.c_str());
  CHECK(said(outcome) == "3\n" + (desk.place / ".copy.partial/a.db").string() +
                             ": the disk is full; free some space and start again\n");
  CHECK(left.empty());
}
