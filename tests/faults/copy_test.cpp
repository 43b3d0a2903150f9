// The copy on a disk: what shall not be on the other disk never is, and a disk that fails is an
// error.
#include <fmt/format.h>
#include <sqlite3.h>

#include "store/fixture.h"
#include "support/faulty_disk.h"

using namespace buurtpeil;
using namespace buurtpeil::test;
namespace fs = std::filesystem;

namespace {

constexpr int visits = 60;

std::string many_times(const std::string& word) {
  std::string text;
  while (text.size() < 3'000) text += word;
  return text;
}

/// A store at work: finished visits ("Openbaar!"), and one in progress ("Geheim!") that is in the file as
/// well as in its journal.
Store store_at_work(const fs::path& path) {
  Store store = opened(path);
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  REQUIRE_OK(store.set("volume", "3"));
  Draft draft = draft_of(street_form(), visits + 1);
  draft.response.answers = {{"idea", {many_times("Geheim!"), Absence::none}}};
  draft.working = many_times("Geheim!");
  REQUIRE_OK(store.save(draft));
  for (int number = 1; number <= visits; ++number) {
    Response response = response_to(street_form(), number);
    response.answers = {{"idea", {many_times("Openbaar!"), Absence::none}}};
    REQUIRE_OK(store.save(response));
  }
  draft.response.answers.front().second.value += "Geheim!";
  REQUIRE_OK(store.save(draft));
  return store;
}

bool contains(const std::string& bytes, const std::string& word) {
  return bytes.find(word) != std::string::npos;
}

std::string table_of(const fs::path& path, const std::string& table) {
  sqlite3* handle = nullptr;
  std::string rows;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  const auto add = [](void* to, int count, char** cells, char**) {
    for (int i = 0; i < count; ++i)
      *static_cast<std::string*>(to) += (cells[i] == nullptr ? "NULL" : cells[i]) + std::string("|");
    return *static_cast<std::string*>(to) += "\n", 0;
  };
  CHECK(sqlite3_exec(handle, table.c_str(), add, &rows, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
  return rows;
}

/// The n-th operation in that folder fails; true when it was reached. A copy is whole or an error.
bool copy_with_failure_at(int n, FaultyDisk::Failure failure, const std::string& where) {
  const Folder folder;
  fs::create_directory(folder / "home");
  fs::create_directory(folder / "stick");
  const fs::path home = folder / "home/a.db", stick = folder / "stick/copy.db";
  {
    Store store = opened(home);
    REQUIRE_OK(store.keep_form(street_form(), at(0)));
    REQUIRE_OK(store.save(response_to(street_form(), 1)));
  }
  bool failed = false, copied = false;
  std::string said;
  {
    FaultyDisk disk{folder / where};
    disk.fail_at(n, failure);
    const auto outcome = copy_store(home, stick);
    failed = disk.failed();
    copied = outcome.has_value();
    if (!copied) said = outcome.error().message;
  }
  if (copied)
    CHECK_MESSAGE(stored(stick) == text_of(response_to(street_form(), 1)), "operation ", n);
  else
    CHECK_MESSAGE((failed && said.starts_with((folder / where).string() + "/")), "operation ", n, ": ", said);
  return failed;
}

}  // namespace

TEST_CASE("nothing of the visit in progress is ever written to the disk of the copy") {
  const Folder folder;
  fs::create_directory(folder / "stick");
  const Store store = store_at_work(folder / "a.db");
  CHECK(contains(bytes_of(folder / "a.db"), "Geheim!"));
  CHECK(contains(bytes_of(folder / "a.db-wal"), "Geheim!"));
  const FaultyDisk stick{folder / "stick"};
  REQUIRE_OK(copy_store(folder / "a.db", folder / "stick/copy.db"));
  CHECK(contains(stick.written(), "Openbaar!"));
  CHECK_FALSE(contains(stick.written(), "Geheim!"));
  CHECK_FALSE(contains(stick.written(), id_of(visits + 1)));
  CHECK(stick.names() == std::set<std::string>{"copy.db"});
  CHECK(stick.synced().at("copy.db") == bytes_of(folder / "stick/copy.db"));
}

TEST_CASE("a copy has everything else of the store, as it is there") {
  const Folder folder;
  Store store = store_at_work(folder / "a.db");
  REQUIRE_OK(copy_store(folder / "a.db", folder / "copy.db"));
  for (const std::string sql : {
           "PRAGMA application_id",
           "PRAGMA user_version",
           "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
           "SELECT * FROM store",
           "SELECT rowid, * FROM form",
           "SELECT * FROM attachment",
           "SELECT * FROM tally",
           "SELECT * FROM setting",
           "SELECT * FROM media",
           "SELECT * FROM response WHERE status <> 'draft' ORDER BY id",
       })
    CHECK_MESSAGE(table_of(folder / "copy.db", sql) == table_of(folder / "a.db", sql), sql);
  CHECK(table_of(folder / "copy.db", "PRAGMA journal_mode") == "delete|\n");
  REQUIRE_OK(copy_store(folder / "a.db", folder / "again.db"));
  CHECK(bytes_of(folder / "again.db") == bytes_of(folder / "copy.db"));
}

TEST_CASE("a disk that fails while a copy is made is an error that names it, or the copy is whole") {
  for (const std::string where : {"stick", "home"})
    for (const auto failure : {FaultyDisk::Failure::once, FaultyDisk::Failure::lasting}) {
      int n = 0;
      while (copy_with_failure_at(++n, failure, where)) {
      }
      CHECK_MESSAGE(n > 5, where);
    }
}

TEST_CASE("a store that another program holds is said to be held") {
  const Folder folder;
  opened(folder / "a.db");
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open((folder / "a.db").c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr,
                       nullptr) == SQLITE_OK);
  const auto copied = copy_store(folder / "a.db", folder / "copy.db");
  sqlite3_close(other);
  REQUIRE_FALSE(copied);
  CHECK(copied.error().message ==
        (folder / "a.db").string() + ": another program holds it; close that and try again");
}
