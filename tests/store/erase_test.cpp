// "Delete my answers" leaves no trace: not one of the visitor's words in any byte of any of the store's
// files.
#include <random>

#include "store/fixture.h"

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

}  // namespace

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
    std::mt19937 chance{seed};
    std::vector<int> kept, erased;
    {
      Store store = opened(folder / "a.db");
      REQUIRE_OK(store.keep_form(form, at(0)));
      for (int number = 1; number <= 120; ++number) {
        Draft draft;
        for (int touch = 0; touch < 4; ++touch) {
          draft = wordy_draft(form, number, chance() % 4 == 0 ? chance() % 9'000 : chance() % 700);
          REQUIRE_OK(store.save(draft));
        }
        draft.response.status = Status::finished;
        if (chance() % 3 == 0) {
          erased.push_back(number);
          if (chance() % 2 == 0) REQUIRE_OK(store.save(draft.response));
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
