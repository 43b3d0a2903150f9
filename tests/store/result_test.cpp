// What all said, kept in the transaction that finishes a response.
#include <fmt/format.h>

#include "store/fixture.h"
#include "store/sql.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

namespace {

std::string text_of(const ResultRow::Amounts& amounts) {
  std::string text;
  for (const auto& [item, amount] : amounts) text += fmt::format(" {}={}", item, amount);
  return text;
}

std::string results(const Store& store, const std::string& round) {
  const auto rows = store.results("street", round);
  if (!rows) return rows.error().message;
  std::string text;
  for (const ResultRow& row : *rows)
    text +=
        fmt::format("{} [{}] {}:{} waiting {}:{} together {}{} {}..{}\n", row.question, row.place,
                    row.published_people, text_of(row.published), row.waiting_people, text_of(row.waiting),
                    row.together, row.only_place ? " of " + *row.only_place : "", row.since, row.until);
  return text;
}

const std::vector<ResultRow> first_count = {
    {"street/trees",
     "tolkade",
     10,
     {{"oak", 6}, {"elm \"x\"", 4}},
     0,
     {},
     0,
     std::nullopt,
     "2026-03-01",
     "2026-03-02"},
    {"street/trees", " ", 0, {}, 1, {{"oak", 1}}, 1, "noord", "2026-03-02", ""}};

}  // namespace

TEST_CASE("results are counted with the response that changes them, and later ones take their place") {
  const Folder folder;
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  REQUIRE_OK(store.save(response_to(street_form(), 1), "2", first_count));
  CHECK(results(store, "2") ==
        "street/trees [ ] 0: waiting 1: oak=1 together 1 of noord 2026-03-02..\n"
        "street/trees [tolkade] 10: oak=6 elm \"x\"=4 waiting 0: together 0 2026-03-01..2026-03-02\n");
  CHECK(results(store, "") == "");
  REQUIRE_OK(store.save(
      response_to(street_form(), 2), "2",
      {{"street/trees", " ", 0, {}, 2, {{"elm", 1}, {"oak", 1}}, 2, std::nullopt, "2026-03-02", ""}}));
  CHECK(results(store, "2") ==
        "street/trees [ ] 0: waiting 2: elm=1 oak=1 together 2 2026-03-02..\n"
        "street/trees [tolkade] 10: oak=6 elm \"x\"=4 waiting 0: together 0 2026-03-01..2026-03-02\n");
}

TEST_CASE("a response that is stored already changes no results either") {
  const Folder folder;
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  REQUIRE_OK(store.save(response_to(street_form(), 1)));
  CHECK_FALSE(store.save(response_to(street_form(), 1), "2", first_count).has_value());
  CHECK(results(store, "2") == "");
}

TEST_CASE("results that something else wrote are said") {
  const Folder folder;
  {
    Store store = opened(folder / "a.db");
    REQUIRE_OK(store.keep_form(street_form(), at(0)));
    REQUIRE_OK(store.save(response_to(street_form(), 1), "2", first_count));
  }
  run_sql(folder / "a.db", "UPDATE result SET published = '[1]'");
  const Store store = opened(folder / "a.db");
  CHECK(results(store, "2") == (folder / "a.db").string() +
                                   ": the results of question street/trees are not as Buurtpeil writes them; "
                                   "restore the store from a copy");
}

TEST_CASE("a doubted response keeps its mark and the pace of its questions") {
  const Folder folder;
  Response response = response_to(street_form(), 1);
  response.doubt = Doubt::hasty;
  response.tenths = {{"street/greenery", 4}, {"idea", 12}};
  {
    Store store = opened(folder / "a.db");
    REQUIRE_OK(store.keep_form(street_form(), at(0)));
    REQUIRE_OK(store.save(response));
  }
  CHECK(lines_of(folder / "a.db", "SELECT doubt || ' ' || tenths FROM response") ==
        "hasty {\"street/greenery\":4,\"idea\":12}\n");
  const auto reader = StoreReader::open(folder / "a.db");
  REQUIRE_OK(reader);
  const auto found = reader->find(response.id);
  REQUIRE_OK(found);
  REQUIRE(found->has_value());
  CHECK((*found)->doubt == Doubt::hasty);
}

TEST_CASE("a store of version 4 is read without being changed, as one without doubts") {
  const Folder folder;
  run_sql(folder / "a.db", bytes_of(std::filesystem::path{BUURTPEIL_TESTS} / "store/version_4.sql") +
                               "INSERT INTO store (kind) VALUES ('real');"
                               "INSERT INTO form VALUES ('street', '3', 'aa', 'street.md', x'', '');"
                               "INSERT INTO response VALUES ('" +
                               id_of(1) +
                               "', 'street', '3', 'aa', 'finished', 'nl', 'town-hall', '', "
                               "'2026-03-01T19:00:00.000+01:00', '2026-03-01T19:01:00.000+01:00', "
                               "1772388060000, 60, '{\"trees\": \"12\"}', NULL, NULL);");
  CHECK(stored(folder / "a.db") == id_of(1) +
                                       " street 3 aa finished nl town-hall [] 2026-03-01T19:00:00.000+01:00 "
                                       "2026-03-01T19:01:00.000+01:00 60\ntrees=12\n");
}
