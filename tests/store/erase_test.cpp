// "Delete my answers" leaves no trace: not one of the visitor's words in any byte of any of the store's
// files.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>
#include <random>

#include "store/fixture.h"
#include "support/full_disk.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

namespace {

std::string all_bytes(const std::filesystem::path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) bytes += bytes_of(entry.path());
  return bytes;
}

/// A visit whose every piece of text begins with its own word.
Draft wordy_draft(const Form& form, int number, std::size_t length) {
  Draft draft = draft_of(form, number);
  const std::string word = "Geheim" + std::to_string(number) + "!";
  std::string text;
  while (text.size() < length) text += word;
  draft.response.answers = {{"idea", {text, Absence::none}}};
  draft.place = word;
  draft.working = text;
  return draft;
}

/// A store with the draft number 1.
Store with_draft(const std::filesystem::path& path) {
  Store store = opened(path);
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  REQUIRE_OK(store.save(wordy_draft(street_form(), 1, 500)));
  return store;
}

/// Opening it has carried out the wish, and nothing of it is left.
void check_gone(const Folder& folder) {
  Store store = opened(folder / "a.db");
  CHECK_FALSE(store.draft()->has_value());
  REQUIRE_OK(store.abandon_drafts());
  CHECK(stored(folder / "a.db") == "");
  CHECK(all_bytes(folder.path()).find("Geheim1!") == std::string::npos);
  CHECK(all_bytes(folder.path()).find(id_of(1)) == std::string::npos);
}

}  // namespace

TEST_CASE("what could not be erased on a full disk is erased by the next opening that can") {
  const Folder folder;
  std::optional<Store> store = with_draft(folder / "a.db");
  {
    const FullDisk full{512};
    CHECK_FALSE(store->erase(id_of(1)));
    store.reset();
    CHECK(all_bytes(folder.path()).find("Geheim1!") != std::string::npos);
    CHECK_FALSE(Store::open(folder / "a.db", StoreKind::real));  // it cannot yet, and says so
  }
  check_gone(folder);
}

TEST_CASE("nor does kill -9 bring back what could not be erased") {
  const Folder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    Store store = with_draft(folder / "a.db");
    const FullDisk full{512};
    if (!store.erase(id_of(1))) ::kill(::getpid(), SIGKILL);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  check_gone(folder);
}

TEST_CASE("a store that refuses every write since an earlier failure keeps the wish all the same") {
  const Folder folder;
  std::optional<Store> store = with_draft(folder / "a.db");
  {
    const FullDisk full{512};
    CHECK_FALSE(store->save(wordy_draft(street_form(), 1, 9'000)));
  }
  CHECK_FALSE(store->erase(id_of(1)));
  store.reset();
  check_gone(folder);
}

TEST_CASE("a disk that takes no write at all forgets the wish, and who asks again has it fulfilled") {
  const Folder folder;
  std::optional<Store> store = with_draft(folder / "a.db");
  {
    const FullDisk full{0};
    CHECK_FALSE(store->erase(id_of(1)));
  }
  store = opened((store.reset(), folder / "a.db"));
  CHECK(store->draft()->has_value());
  REQUIRE_OK(store->erase(id_of(1)));
  store.reset();
  check_gone(folder);
}

TEST_CASE("the wish needs no room: its file has its size from the start, also where an older one lies") {
  const Folder folder;
  std::ofstream{folder / "a.db.lock"}.close();
  static_cast<void>(opened(folder / "a.db"));
  CHECK(bytes_of(folder / "a.db.lock") == std::string(512, '\n'));
}

TEST_CASE("where the lock's file gets no room, the store does not open") {
  const Folder folder;
  std::filesystem::create_symlink("/dev/full", folder / "a.db.lock");
  const auto store = Store::open(folder / "a.db", StoreKind::real);
  REQUIRE_FALSE(store);
  CHECK(store.error().message == (folder / "a.db.lock").string() +
                                     ": cannot be written (No space left on device); choose another place "
                                     "for the store");
  CHECK(store.error().fault == Fault::disk_full);
}

TEST_CASE("an erased visit is in no byte of the store, its journal and its index") {
  const Folder folder;
  const Form form = street_form();
  Store store = opened(folder / "a.db");
  REQUIRE_OK(store.keep_form(form, at(0)));
  for (const std::size_t length : {20u, 500u, 3'000u, 20'000u, 3u})
    REQUIRE_OK(store.save(wordy_draft(form, 1, length)));
  CHECK(all_bytes(folder.path()).find("Geheim1!") != std::string::npos);
  REQUIRE_OK(store.erase(id_of(1)));
  CHECK(all_bytes(folder.path()).find("Geheim1!") == std::string::npos);
  CHECK_FALSE(store.draft()->has_value());
}

TEST_CASE("among many visits of every length the erased ones are gone and the others stay") {
  for (const unsigned seed : {1u, 2u, 3u}) {
    const Folder folder;
    const Form form = street_form();
    std::mt19937 random{seed};
    std::vector<int> kept, erased;
    {
      Store store = opened(folder / "a.db");
      REQUIRE_OK(store.keep_form(form, at(0)));
      for (int number = 1; number <= 120; ++number) {
        Draft draft;
        for (int touch = 0; touch < 4; ++touch) {
          draft = wordy_draft(form, number, random() % 4 == 0 ? random() % 9'000 : random() % 700);
          REQUIRE_OK(store.save(draft));
        }
        draft.response.status = Status::finished;
        if (random() % 3 == 0) {
          erased.push_back(number);
          if (random() % 2 == 0) REQUIRE_OK(store.save(draft.response));
          REQUIRE_OK(store.erase(id_of(number)));
        } else {
          kept.push_back(number);
          REQUIRE_OK(store.save(draft.response));
        }
      }
      for (std::size_t i = 0; i < kept.size(); i += 5) {  // and some long after they were stored
        REQUIRE_OK(store.erase(id_of(kept[i])));
        erased.push_back(kept[i]);
      }
      const std::string bytes = all_bytes(folder.path());
      for (const int number : erased) {
        CHECK_MESSAGE(bytes.find("Geheim" + std::to_string(number) + "!") == std::string::npos, "seed ", seed,
                      ", visit ", number);
        CHECK_MESSAGE(bytes.find(id_of(number)) == std::string::npos, "seed ", seed, ", visit ", number);
      }
    }
    const auto reader = StoreReader::open(folder / "a.db");
    REQUIRE_OK(reader);
    for (std::size_t i = 0; i < kept.size(); ++i)
      CHECK(reader->find(id_of(kept[i]))->has_value() == (i % 5 != 0));
  }
}
