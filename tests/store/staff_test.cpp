// What the store knows for the staff: counts, settings, and copies for a disk.
#include <fmt/format.h>

#include "store/fixture.h"
#include "store/sql.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

namespace {

std::string counted(const Store& store, const std::string& day) {
  const auto counts = store.counts(day);
  return counts ? fmt::format("{} {}", counts->finished, counts->abandoned) : counts.error().message;
}

Response response_on(const std::string& day, int number, Status status = Status::finished) {
  Response response = response_to(street_form(), number, status);
  REQUIRE(from_iso(day + "T23:30:00.000+01:00", response.ended));
  return response;
}

}  // namespace

TEST_CASE("responses are counted by the local day of their end, drafts are not") {
  const Folder folder;
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  CHECK(counted(store, "") == "0 0");
  REQUIRE_OK(store.save(response_on("2026-03-01", 1)));
  REQUIRE_OK(store.save(response_on("2026-03-01", 2, Status::abandoned)));
  REQUIRE_OK(store.save(response_on("2026-03-02", 3)));
  REQUIRE_OK(store.save(draft_of(street_form(), 4)));
  CHECK(counted(store, "2026-03-01") == "1 1");
  CHECK(counted(store, "2026-03-02") == "1 0");
  CHECK(counted(store, "2026-03-03") == "0 0");
  CHECK(counted(store, "") == "2 1");
  SUBCASE("a draft counts once it is finished") {
    REQUIRE_OK(store.save(response_on("2026-03-02", 4)));
    CHECK(counted(store, "2026-03-02") == "2 0");
  }
  SUBCASE("a draft counts once it is abandoned") {
    REQUIRE_OK(store.abandon_drafts());
    CHECK(counted(store, "") == "2 2");
  }
  SUBCASE("what is erased counts no more") {
    REQUIRE_OK(store.erase(id_of(4)));
    REQUIRE_OK(store.erase(id_of(3)));
    CHECK(counted(store, "2026-03-02") == "0 0");
    CHECK(counted(store, "") == "1 1");
  }
}

TEST_CASE("pictures and recordings are known by the hash of every content that a kiosk started with") {
  const Folder folder;
  Store store = opened(folder / "a.db");
  Form form = street_form();
  form.media = {{"map.png", {"map.png", std::string(64, '1')}}, {"hello.mp3", {"hello.mp3", "22"}}};
  REQUIRE_OK(store.keep_form(form, at(0)));
  form.media["map.png"].hash = "33";
  REQUIRE_OK(store.keep_form(form, at(9)));
  CHECK(lines_of(folder / "a.db",
                 "SELECT name || ' ' || substr(sha256, 1, 2) || ' ' || "
                 "substr(first_used, 18, 2) FROM media ORDER BY name, sha256") ==
        "hello.mp3 22 07\nmap.png 11 07\nmap.png 33 16\n");
}

TEST_CASE("settings are there again after a restart") {
  const Folder folder;
  {
    Store store = opened(folder / "a.db");
    CHECK(store.settings()->empty());
    REQUIRE_OK(store.set("occasion", "market"));
    REQUIRE_OK(store.set("volume", "3"));
    REQUIRE_OK(store.set("occasion", "Avond 'Zuid'"));
  }
  const std::map<std::string, std::string> expected = {{"occasion", "Avond 'Zuid'"}, {"volume", "3"}};
  CHECK(*opened(folder / "a.db").settings() == expected);
}

TEST_CASE("a copy is one file with every response, and without the visit in progress") {
  const Folder folder;
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  REQUIRE_OK(store.save(response_to(street_form(), 1)));
  Draft draft = draft_of(street_form(), 2);
  draft.working = "Geheim!";
  REQUIRE_OK(store.save(draft));
  std::filesystem::create_directory(folder / "disk");
  REQUIRE_OK(copy_store(folder / "a.db", folder / "disk/copy.db"));
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "disk"))
    names.push_back(entry.path().filename());
  CHECK(names == std::vector<std::string>{"copy.db"});
  CHECK(bytes_of(folder / "disk/copy.db").find("Geheim!") == std::string::npos);
  CHECK(stored(folder / "disk/copy.db") == text_of(response_to(street_form(), 1)));
  CHECK(store.draft()->has_value());
  CHECK(opened(folder / "disk/copy.db").draft()->has_value() == false);
}

TEST_CASE("what is no store is not copied") {
  const Folder folder;
  std::ofstream{folder / "diary"} << "Dear diary, " << std::string(5'000, 'x');
  const auto copied = copy_store(folder / "diary", folder / "copy.db");
  REQUIRE_FALSE(copied);
  CHECK(copied.error().message ==
        (folder / "diary").string() + ": is not a store of Buurtpeil; give another path");
}
