// "Delete my answers" while the disk fails, at every single operation: sooner or later they are gone.
#include <sys/mount.h>

#include "store/fixture.h"
#include "support/faulty_disk.h"

using namespace buurtpeil;
using namespace buurtpeil::test;
namespace fs = std::filesystem;

namespace {

Draft secret_draft() {
  Draft draft = draft_of(street_form(), 1);
  draft.response.answers = {{"idea", {"Geheim!" + std::string(6'000, 'x'), Absence::none}}};
  return draft;
}

bool is_somewhere_in(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (bytes_of(entry.path()).find("Geheim!") != std::string::npos) return true;
  return false;
}

/// The n-th operation of the disk fails while a visit is erased, and then the store is opened again and
/// again. False when there are not so many operations.
bool erase_with_failure_at(int n, FaultyDisk::Failure failure) {
  const Folder folder;
  FaultyDisk disk{folder.path()};
  {
    Store store = opened(folder / "a.db");
    REQUIRE_OK(store.keep_form(street_form(), at(0)));
    REQUIRE_OK(store.save(secret_draft()));
    disk.fail_at(n, failure);
    static_cast<void>(store.erase(id_of(1)));
  }
  const bool failed = disk.failed();
  for (int again = 1; again < 4; ++again) {  // the kiosk tries while the disk still fails
    disk.fail_at(again * 7, failure);
    static_cast<void>(Store::open(folder / "a.db", StoreKind::real));
  }
  disk.repair();
  Store store = opened(folder / "a.db");
  CHECK_MESSAGE(!store.draft()->has_value(), "operation ", n);
  REQUIRE_OK(store.abandon_drafts());
  CHECK_MESSAGE(stored(folder / "a.db") == "", "operation ", n);
  CHECK_MESSAGE(!is_somewhere_in(folder.path()), "operation ", n);
  return failed;
}

/// A file system in memory with little room; nothing where this process may not mount one.
class SmallDisk {
 public:
  explicit SmallDisk(fs::path folder) : folder_(std::move(folder)) {
    mounted_ = ::mount("none", folder_.c_str(), "tmpfs", 0, "size=512k") == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) ::umount(folder_.c_str());
  }
  [[nodiscard]] bool mounted() const { return mounted_; }
  void fill() const {
    std::ofstream file{folder_ / "filler", std::ios::binary};
    while (file << std::string(4096, 'x') && file.flush()) {
    }
  }
  void empty() const { fs::remove(folder_ / "filler"); }

 private:
  fs::path folder_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE("an operation that fails once while answers are deleted does not keep them") {
  int n = 0;
  while (erase_with_failure_at(++n, FaultyDisk::Failure::once)) {
  }
  CHECK(n > 5);
}

TEST_CASE("a disk that fails from some operation on does not keep them either") {
  int n = 0;
  while (erase_with_failure_at(++n, FaultyDisk::Failure::lasting)) {
  }
  CHECK(n > 5);
}

TEST_CASE("on a real disk without any room the wish is noted, and fulfilled when there is room") {
  const Folder folder;
  const SmallDisk disk{folder.path()};
  if (!disk.mounted()) {
    MESSAGE("skipped: this process may not mount a file system");
    return;
  }
  {
    Store store = opened(folder / "a.db");
    REQUIRE_OK(store.keep_form(street_form(), at(0)));
    REQUIRE_OK(store.save(secret_draft()));
    disk.fill();
    const auto erased = store.erase(id_of(1));
    REQUIRE_FALSE(erased);
    CHECK(erased.error().fault == Fault::disk_full);
  }
  CHECK(is_somewhere_in(folder.path()));
  disk.empty();
  Store store = opened(folder / "a.db");
  CHECK_FALSE(store.draft()->has_value());
  CHECK_FALSE(is_somewhere_in(folder.path()));
}
