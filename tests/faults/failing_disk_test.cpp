// Every single operation of the disk fails once, or from then on: an error is reported, nothing acknowledged
// is lost, nothing is damaged.
#include "faults/story.h"
#include "support/faulty_disk.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

namespace {

std::string integrity_of(const std::filesystem::path& path) {
  sqlite3* handle = nullptr;
  std::string verdict;
  sqlite3_open(path.c_str(), &handle);
  sqlite3_exec(
      handle, "PRAGMA integrity_check",
      [](void* to, int, char** cells, char**) { return *static_cast<std::string*>(to) += cells[0], 0; },
      &verdict, nullptr);
  sqlite3_close(handle);
  return verdict;
}

/// Runs the story until a step fails; the number of steps that were acknowledged. After a failure every write
/// has to be refused.
std::size_t acknowledged(const std::filesystem::path& path, const std::vector<Step>& steps) {
  auto store = Store::open(path, StoreKind::real);
  if (!store) return 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i](*store)) continue;
    CHECK(store->save(response_to(street_form(), 99))
              .error()
              .message.starts_with("nothing is saved any more since an earlier failure"));
    CHECK_FALSE(store->save(draft_of(street_form(), 99)).has_value());
    CHECK_FALSE(store->erase(id_of(99)).has_value());  // a wish that the next opening fulfils
    CHECK_FALSE(store->abandon_drafts().has_value());
    return i;
  }
  return steps.size();
}

void fail_everywhere(FaultyDisk::Failure failure) {
  const std::vector<Step> steps = story();
  const std::vector<std::string> states = states_of(steps);
  bool failed = true;
  int n = 0;
  while (failed) {
    const Folder folder;
    FaultyDisk disk{folder.path()};
    disk.fail_at(++n, failure);
    const std::size_t done = acknowledged(folder / "a.db", steps);
    failed = disk.failed();
    disk.repair();
    const std::string state = state_of(folder / "a.db");
    const bool whole = state == states[done] || (done < steps.size() && state == states[done + 1]);
    CHECK_MESSAGE(whole, "operation ", n, ", after step ", done, ": ", state.substr(0, 200));
    CHECK_MESSAGE(integrity_of(folder / "a.db") == "ok", "operation ", n);
  }
  CHECK(n > 100);
}

}  // namespace

TEST_CASE("an operation that fails once loses and damages nothing") {
  fail_everywhere(FaultyDisk::Failure::once);
}

TEST_CASE("a disk that fails from some operation on loses and damages nothing") {
  fail_everywhere(FaultyDisk::Failure::lasting);
}
