#include "store/store.h"

#include "store/fixture.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

TEST_CASE("a finished response is read back as it was saved") {
  const Folder folder;
  const Form form = street_form();
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(form, at(0)));
  REQUIRE_OK(store.save(response_to(form, 1)));
  CHECK(stored(folder / "a.db") ==
        "uuid:00000000-0000-4000-8000-000000000001 street 3 aaaa finished nl town-hall [] "
        "2026-03-01T19:05:47.123+01:00 2026-03-01T19:06:47.123+01:00 60\n"
        "street/greenery=oak elm\nstreet/trees=12\nidea=(skipped)\n");
}

TEST_CASE("a draft is found after a restart and replaced by its response") {
  const Folder folder;
  const Form form = street_form();
  {
    Store store = opened(folder / "a.db");
    REQUIRE_OK(store.keep_form(form, at(0)));
    Draft draft = draft_of(form, 1);
    REQUIRE_OK(store.save(draft));
    draft.place = "further";
    draft.response.answers.back().second = {"Een bankje", Absence::none};
    REQUIRE_OK(store.save(draft));
  }
  CHECK(stored(folder / "a.db") == "");
  Store store = opened(folder / "a.db");
  const auto draft = store.draft();
  REQUIRE_OK(draft);
  REQUIRE(draft->has_value());
  CHECK((*draft)->place == "further");
  CHECK((*draft)->working == "the working values");
  CHECK((*draft)->response.answers.back().second.value == "Een bankje");
  REQUIRE_OK(store.save(response_to(form, 1)));
  CHECK_FALSE(store.draft()->has_value());
  CHECK(stored(folder / "a.db") == text_of(response_to(form, 1)));
}

TEST_CASE("drafts become abandoned responses just as they are stored") {
  const Folder folder;
  const Form form = street_form();
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(form, at(0)));
  REQUIRE_OK(store.save(draft_of(form, 1)));
  REQUIRE_OK(store.abandon_drafts());
  CHECK_FALSE(store.draft()->has_value());
  CHECK(stored(folder / "a.db") == text_of(response_to(form, 1, Status::abandoned)));
}

TEST_CASE("answers keep every character that a visitor can type") {
  const Folder folder;
  const Form form = street_form();
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(form, at(0)));
  Response response = response_to(form, 1);
  response.answers = {{"a", {"\"quotes\" \\ ; ,\nتجربة ქ 中文 é", Absence::none}},
                      {"b", {std::string("nul\0byte", 8), Absence::none}},
                      {"c", {"", Absence::none}},
                      {"place[2]/name", {"007", Absence::none}},
                      {"d", {"", Absence::timed_out}}};
  REQUIRE_OK(store.save(response));
  CHECK(stored(folder / "a.db") == text_of(response));
}

TEST_CASE("a stored response does not change any more, and after that error nothing is saved") {
  const Folder folder;
  const Form form = street_form();
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(form, at(0)));
  REQUIRE_OK(store.save(response_to(form, 1)));
  const std::string name = (folder / "a.db").string();
  CHECK(store.save(draft_of(form, 1)).error().message ==
        name +
            ": response uuid:00000000-0000-4000-8000-000000000001 was stored already and does not change any "
            "more");
  CHECK(store.save(response_to(form, 2)).error().message ==
        "nothing is saved any more since an earlier failure; start again: " + name +
            ": response uuid:00000000-0000-4000-8000-000000000001 was stored already and does not change any "
            "more");
  CHECK(stored(name) == text_of(response_to(form, 1)));
}

TEST_CASE("responses come oldest end first, then by id") {
  const Folder folder;
  const Form form = street_form();
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(form, at(0)));
  Response summer = response_to(form, 1);
  summer.ended = {at(5).unix_ms, 120, 0};  // later in local time, earlier in the world
  Response late = response_to(form, 2), twin = response_to(form, 3);
  late.ended = twin.ended = at(50);
  for (const Response& response : {twin, late, summer}) REQUIRE_OK(store.save(response));
  CHECK(stored(folder / "a.db") == text_of(summer) + text_of(late) + text_of(twin));
}

TEST_CASE("a store explains itself: forms and their attachments are kept once, oldest first") {
  const Folder folder;
  Form form = street_form();
  Store store = opened(folder / "a.db");
  CHECK(*store.keep_form(form, at(0)) == "");
  CHECK(*store.keep_form(form, at(9)) == "");
  form.hash = std::string(64, 'b');
  form.source = "| other |";
  CHECK(*store.keep_form(form, at(10)) ==
        "street.md: was changed but still says version '3'; give it a new version, so that the answers can "
        "be told apart");
  form.version = "4";
  form.hash = std::string(64, 'c');
  form.media = {{"map.png", {"somewhere/map.png", std::string(64, '1')}}};
  CHECK(*store.keep_form(form, at(20)) == "");

  const auto reader = StoreReader::open(folder / "a.db");
  REQUIRE_OK(reader);
  const auto forms = reader->forms();
  REQUIRE_OK(forms);
  std::string text;
  for (const KeptForm& kept : *forms)
    text += kept.form_id + " " + kept.version + " " + kept.hash.substr(0, 1) + " " + kept.file + " " +
            kept.source + " " + kept.attachments.at("trees.csv") + to_iso_local(kept.first_used) + "\n";
  CHECK(text ==
        "street 3 a street.md | survey | name,label\noak,Eik\n2026-03-01T19:04:07.123+01:00\n"
        "street 3 b street.md | other | name,label\noak,Eik\n2026-03-01T19:04:17.123+01:00\n"
        "street 4 c street.md | other | name,label\noak,Eik\n2026-03-01T19:04:27.123+01:00\n");
}

TEST_CASE("a finished visit is in the file itself, without its journal") {
  const Folder folder;
  const Form form = street_form();
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(form, at(0)));
  REQUIRE_OK(store.save(draft_of(form, 1)));
  REQUIRE_OK(store.save(response_to(form, 1)));
  std::filesystem::copy_file(folder / "a.db", folder / "copy.db");
  const std::string before = bytes_of(folder / "copy.db");
  CHECK(stored(folder / "copy.db") == text_of(response_to(form, 1)));
  CHECK(bytes_of(folder / "copy.db") == before);  // reading changes nothing
}

TEST_CASE("a reader sees the moment at which it opened, and does not hold up the kiosk") {
  const Folder folder;
  const Form form = street_form();
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(form, at(0)));
  REQUIRE_OK(store.save(response_to(form, 1)));
  {
    const auto reader = StoreReader::open(folder / "a.db");
    REQUIRE_OK(reader);
    REQUIRE_OK(store.save(response_to(form, 2)));
    REQUIRE_OK(store.save(draft_of(form, 3)));
    int seen = 0;
    REQUIRE_OK(reader->responses("street", [&](const Response&) { ++seen; }));
    CHECK(seen == 1);
    CHECK_FALSE(reader->find(id_of(2))->has_value());
    CHECK(reader->find(id_of(1))->has_value());
  }
  CHECK(std::filesystem::file_size(folder / "a.db-wal") > 0);
  REQUIRE_OK(store.save(draft_of(form, 3)));  // the reader is gone: now the journal is moved
  CHECK(std::filesystem::file_size(folder / "a.db-wal") == 0);
}

TEST_CASE("a text that is too long for a store is an error, not nothing") {
  const Folder folder;
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  REQUIRE_OK(store.save(draft_of(street_form(), 1)));
  Draft draft = draft_of(street_form(), 1);
  draft.working.assign((256U << 20) + 1, 'x');
  const auto saved = store.save(draft);
  REQUIRE_FALSE(saved);
  CHECK(saved.error().message ==
        (folder / "a.db").string() + ": a text is longer than the 256 MB that a store takes; shorten it");
  CHECK(store.draft().value()->working == "the working values");
}
