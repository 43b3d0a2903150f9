// What is a disk that somebody plugged in, and what only a folder of this machine.
#include "platform/disks.h"

#include <utility>

#include <doctest/doctest.h>
#include <sys/mount.h>

#include "support/temporary_folder.h"

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

std::string disk_in(const TemporaryFolder& folder) {
  const auto disk = first_writable_disk({folder / "nothing", folder.path()});
  return disk ? fs::relative(*disk, folder.path()).string() : "none";
}

/// A disk in memory; nothing where this process may not mount one.
struct Mounted {
  fs::path folder;
  bool done;
  explicit Mounted(fs::path where) : folder(std::move(where)) {
    fs::create_directories(folder);
    done = ::mount("none", folder.c_str(), "tmpfs", 0, "size=64k") == 0;
    if (!done) MESSAGE("skipped: this process may not mount a file system");
  }
  Mounted(const Mounted&) = delete;
  Mounted& operator=(const Mounted&) = delete;
  ~Mounted() {
    if (done) ::umount(folder.c_str());
  }
};

}  // namespace

TEST_CASE("a folder where nothing is mounted is no disk, nor is a link to one") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "usb/deep");
  fs::create_directory_symlink("/proc", folder / "link");
  CHECK(is_mounted("/proc"));
  CHECK(is_mounted("/proc/"));
  CHECK_FALSE(is_mounted("/proc/self"));
  CHECK_FALSE(is_mounted(folder / "usb"));
  CHECK_FALSE(is_mounted(folder / "link"));
  CHECK_FALSE(is_mounted(folder / "nothing"));
  CHECK(disk_in(folder) == "none");
}

TEST_CASE("a mounted disk is found, one or two levels below, and not where it was once it is unmounted") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "a/b");
  {
    const Mounted deep{folder / "somebody/USB"};
    if (!deep.done) return;
    CHECK(disk_in(folder) == "somebody/USB");
    const Mounted flat{folder / "cdrom"};
    CHECK(disk_in(folder) == "cdrom");
  }
  CHECK(disk_in(folder) == "none");
}
