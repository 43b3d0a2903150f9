#include "store/store_check.h"

#include <future>

#include "store/fixture.h"
#include "store/sql.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

namespace {

std::string found_in(const std::filesystem::path& path) {
  std::promise<void> through;
  const StoreCheck check = StoreCheck::begin(path, [&through] { through.set_value(); });
  through.get_future().wait();
  CHECK(check.is_through());
  const auto found = check.result();
  return found ? "sound" : found.error().message;
}

void fill(const std::filesystem::path& path) {
  Store store = opened(path);
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  for (int number = 1; number < 200; ++number) REQUIRE_OK(store.save(response_to(street_form(), number)));
}

void break_page_in_the_middle(const std::filesystem::path& path) {
  std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
  file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path) * 3 / 4 / 4096 * 4096));
  file << std::string(4096, '\xff');
}

}  // namespace

TEST_CASE("a check says whether a store is sound, while it is in use") {
  const Folder folder;
  const std::string path = folder / "a.db";
  fill(path);
  const Store store = opened(path);
  CHECK(found_in(path) == "sound");
  break_page_in_the_middle(path);
  CHECK(found_in(path) == path + ": is damaged; put it aside, with its -wal file, and start a new one");
  CHECK(found_in(folder / "none.db") ==
        (folder / "none.db").string() +
            ": cannot be opened (No such file or directory); check the path and its permissions");
}

TEST_CASE("a check may be given up at any moment") {
  const Folder folder;
  const std::string path = folder / "a.db";
  Store store = opened(path);
  for (int i = 0; i < 20; ++i) static_cast<void>(StoreCheck::begin(path, [] {}));
  CHECK(found_in(path) == "sound");
}

TEST_CASE("a store that is checked meanwhile is opened with what a check would find; an older one is not") {
  const Folder folder;
  const std::string path = folder / "a.db";
  fill(path);
  break_page_in_the_middle(path);
  const auto opens = [&](Store::Verify verify) -> std::string {
    const auto store = Store::open(path, StoreKind::real, verify);
    return store ? "opened" : store.error().message;
  };
  const std::string damaged = path + ": is damaged; put it aside, with its -wal file, and start a new one";
  CHECK(opens(Store::Verify::first) == damaged);
  CHECK(opens(Store::Verify::meanwhile) == "opened");
  run_sql(path, "PRAGMA user_version = 3");
  CHECK(opens(Store::Verify::meanwhile) == damaged);
}

TEST_CASE("a store that was cut off is noticed at once") {
  const Folder folder;
  const std::string path = folder / "a.db";
  fill(path);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2 / 4096 * 4096);
  const auto store = Store::open(path, StoreKind::real, Store::Verify::meanwhile);
  REQUIRE_FALSE(store.has_value());
  CHECK(store.error().message ==
        path + ": is damaged; put it aside, with its -wal file, and start a new one");
}
