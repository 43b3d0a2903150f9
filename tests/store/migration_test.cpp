// Stores of older versions become what a new store is; whatever version or tables a file claims to have,
// there is a sentence about it.
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "store/fixture.h"
#include "store/sql.h"

using namespace buurtpeil;
using namespace buurtpeil::test;
namespace fs = std::filesystem;

namespace {

constexpr int this_version = 5;

/// An empty store, as the program of that time made it (its schema: version_1.sql and so on).
void make_store_of(int version, const fs::path& path) {
  const fs::path schema = fs::path{BUURTPEIL_TESTS} / fmt::format("store/version_{}.sql", version);
  REQUIRE(fs::exists(schema));
  run_sql(path, "PRAGMA journal_mode = WAL;" + bytes_of(schema) + "INSERT INTO store (kind) VALUES ('real')");
}

/// What a store is made of, without the comments and the order in which it came about.
std::string schema_of(const fs::path& path) {
  std::istringstream lines{
      lines_of(path,
               "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_master "
               "ORDER BY type, name")};
  std::string schema, line;
  while (std::getline(lines, line)) {
    std::istringstream words{line.substr(0, line.find("--"))};
    for (std::string word; words >> word;) schema += word + " ";
  }
  return schema + lines_of(path, "PRAGMA application_id") + lines_of(path, "PRAGMA user_version");
}

std::string old_response(const std::string& id, const std::string& status, const std::string& ended) {
  return fmt::format(
      "INSERT INTO response VALUES ('{}', 'street', '3', '{}', '{}', 'nl', 'town-hall', '', "
      "'2026-03-01T19:00:00.000+01:00', '{}', 1772388000000, 60, '{{\"trees\": \"12\"}}', NULL, NULL);",
      id, std::string(64, 'a'), status, ended);
}

std::string counted(const Store& store, const std::string& day) {
  const auto counts = store.counts(day);
  return counts ? fmt::format("{} {}", counts->finished, counts->abandoned) : counts.error().message;
}

std::string complaint_about(const fs::path& path) {
  const auto store = Store::open(path, StoreKind::real);
  return store ? "opened" : store.error().message;
}

std::string reader_complaint_about(const fs::path& path) {
  const auto reader = StoreReader::open(path);
  return reader ? "opened" : reader.error().message;
}

std::string copy_complaint_about(const fs::path& path, const fs::path& to) {
  const auto copied = copy_store(path, to);
  return copied ? "copied" : copied.error().message;
}

/// Everything a kiosk does with a store, until something goes wrong.
std::string use(const fs::path& path) {
  auto store = Store::open(path, StoreKind::real);
  if (!store) return store.error().message;
  if (const auto kept = store->keep_form(street_form(), at(0)); !kept) return kept.error().message;
  if (const auto settings = store->settings(); !settings) return settings.error().message;
  for (const auto& done : {store->set("volume", "3"), store->save(draft_of(street_form(), 1)),
                           store->save(response_to(street_form(), 1)),
                           store->save(draft_of(street_form(), 2)), store->abandon_drafts()})
    if (!done) return done.error().message;
  if (const auto counts = store->counts(""); !counts) return counts.error().message;
  return "works";
}

}  // namespace

TEST_CASE("a store of every older version becomes exactly what a new one is") {
  const Folder folder;
  static_cast<void>(opened(folder / "new.db"));
  const std::string expected = schema_of(folder / "new.db");
  CHECK(expected.find("table media media CREATE TABLE media ( form_id TEXT NOT NULL,") != std::string::npos);
  for (int version = 1; version < this_version; ++version) {
    const fs::path path = folder / fmt::format("{}.db", version);
    make_store_of(version, path);
    CHECK(schema_of(path) != expected);
    static_cast<void>(opened(path));
    CHECK(schema_of(path) == expected);
  }
}

TEST_CASE("a store of version 1 is counted once when it is opened, and goes on") {
  const Folder folder;
  const fs::path path = folder / "a.db";
  make_store_of(1, path);
  run_sql(path, old_response(id_of(1), "finished", "2026-03-01T23:30:00.000+01:00") +
                    old_response(id_of(2), "abandoned", "2026-03-02T23:30:00.000+01:00") +
                    old_response(id_of(3), "draft", "2026-03-01T23:30:00.000+01:00"));
  Store store = opened(path);
  CHECK(counted(store, "2026-03-01") == "1 0");
  CHECK(counted(store, "") == "1 1");
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  Response response = response_to(street_form(), 3);
  REQUIRE(from_iso("2026-03-01T23:30:00.000+01:00", response.ended));
  REQUIRE_OK(store.save(response));
  REQUIRE_OK(store.set("occasion", "market"));
  CHECK(counted(store, "2026-03-01") == "2 0");
  CHECK(counted(store, "") == "2 1");
}

TEST_CASE("whatever version a store says that it has, there is a sentence about it") {
  const Folder folder;
  const std::string path = folder / "a.db";
  for (const int version : {0, -1, -2147483647, 6, 99, 2147483647}) {
    fs::remove(path);
    REQUIRE(use(path) == "works");
    run_sql(path, fmt::format("PRAGMA user_version = {}", version));
    const std::string before = bytes_of(path);
    const std::string complaint =
        version > this_version
            ? fmt::format(
                  "{}: was written by a newer Buurtpeil (store version {}, this program knows 5); "
                  "update Buurtpeil",
                  path, version)
            : fmt::format(
                  "{}: says that its version is {}, which no Buurtpeil wrote; restore the store from "
                  "a copy",
                  path, version);
    CHECK(complaint_about(path) == complaint);
    CHECK(reader_complaint_about(path) == complaint);
    CHECK(copy_complaint_about(path, folder / "copy.db") == complaint);
    CHECK(bytes_of(path) == before);
  }
}

TEST_CASE("whatever tables a store has, there is a sentence about it") {
  const Folder folder;
  const std::string path = folder / "a.db";
  const std::string damaged = ": is not as Buurtpeil made it (";
  const std::string remedy = "; restore the store from a copy";
  for (const std::string sql : {
           "DROP TABLE store",
           "DROP TABLE response",
           "DROP TABLE form",
           "DROP TABLE attachment",
           "DROP TABLE tally",
           "DROP TABLE setting",
           "DROP TABLE media",
           "DROP TABLE result",
           "ALTER TABLE store RENAME COLUMN kind TO sort",
           "ALTER TABLE response RENAME COLUMN answers TO said",
           "ALTER TABLE form RENAME TO forms; CREATE VIEW form AS SELECT * FROM forms",
           "DROP TABLE setting; CREATE TABLE setting (name, value)",
           "PRAGMA user_version = 1",
           "PRAGMA user_version = 2",
           "PRAGMA user_version = 3",
           "PRAGMA user_version = 4",
       }) {
    fs::remove(path);
    REQUIRE(use(path) == "works");
    run_sql(path, sql);
    const std::string said = use(path);
    CHECK_MESSAGE((said.starts_with(path + damaged) && said.ends_with(")" + remedy)), sql, ": ", said);
  }
  for (const std::string sql :
       {"DELETE FROM store", "PRAGMA ignore_check_constraints = ON; UPDATE store SET kind = 'both'"}) {
    fs::remove(path);
    REQUIRE(use(path) == "works");
    run_sql(path, sql);
    CHECK(use(path) == path + ": does not say whether it is a trial" + remedy);
    CHECK(reader_complaint_about(path) == path + ": does not say whether it is a trial" + remedy);
  }
  fs::remove(path);
  REQUIRE(use(path) == "works");
  run_sql(path,
          "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE nonsense' WHERE name = "
          "'form'");
  CHECK(use(path) == path + ": is damaged; put it aside, with its -wal file, and start a new one");
  CHECK(reader_complaint_about(path) ==
        path + ": is damaged; put it aside, with its -wal file, and start a new one");
}
