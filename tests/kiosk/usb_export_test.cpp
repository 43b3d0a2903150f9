// The copy for a disk, by a program of its own: it may hang or fail, and the kiosk goes on and ends. Where
// this machine can mount an image, every byte of a disk is looked at.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/mount.h>

#include <set>

#include "kiosk/at_staff.h"
#include "kiosk/forms.h"
#include "support/hanging_program.h"

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

bool is_there = true;  ///< the disk

/// A folder "usb" that counts as a disk.
struct Disk {
  test::Folder media;
  Config config = with_staff();
  Disk() {
    fs::create_directory(media / "usb");
    config.export_dirs = {media.path()};
    config.is_disk = [](const fs::path& folder) { return is_there && folder.filename() == "usb"; };
    is_there = true;
  }
};

/// A file system in a file, mounted; nothing where this machine cannot.
class Image {
 public:
  explicit Image(fs::path file, fs::path folder) : file_(std::move(file)), folder_(std::move(folder)) {
    for (const std::string kind : {"vfat", "ext4"}) {
      std::ofstream{file_, std::ios::binary}.flush();
      fs::resize_file(file_, 8 << 20);
      if (run({"/usr/sbin/mkfs." + kind, file_}).exit_code == 0 &&
          run({"mount", "-o", "loop", "-t", kind, file_, folder_}).exit_code == 0) {
        MESSAGE("on a disk with ", kind);
        mounted_ = true;
        return;
      }
    }
    MESSAGE("skipped: no image of a disk can be mounted here");
  }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  ~Image() { unmount(); }
  void unmount() {
    if (std::exchange(mounted_, false)) CHECK(run({"umount", folder_}).exit_code == 0);
  }
  [[nodiscard]] bool mounted() const { return mounted_; }
  [[nodiscard]] bool contains(const std::string& text) const {
    return test::bytes_of(file_).find(text) != std::string::npos;
  }

 private:
  fs::path file_, folder_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE("a copy that hangs fails after a quarter of an hour, is ended, and another can begin") {
  Disk disk;
  HangingProgram hanging;
  disk.config.sync_program = hanging.path();
  AtKiosk kiosk{plain_form, disk.config};
  begin_copy(as_staff(kiosk));
  hanging.await();
  for (int minute = 0; minute < 14; ++minute) kiosk.waits(60'000).does(event::Touch{});
  CHECK(kiosk.head() == "copy nl");
  CHECK(line_with(kiosk.screen(), "after") == "  busy after 854 s");
  kiosk.waits(60'000);
  CHECK(line_with(kiosk.screen(), "staff_copy_failed") == "  nl.staff_copy_failed");
  const std::string folder = (disk.media / "usb/buurtpeil-kiosk-2026-03-01-1904").string();
  CHECK(kiosk.kiosk().staff().log() ==
        "not copied: " + folder + ": not there after 15 minutes; use another disk");
  CHECK(hanging.is_gone());
  begin_copy(kiosk);
  hanging.await();
}

TEST_CASE("staff stop a copy that takes too long, and are told that there is none") {
  Disk disk;
  HangingProgram hanging;
  disk.config.sync_program = hanging.path();
  AtKiosk kiosk{plain_form, disk.config};
  begin_copy(as_staff(kiosk));
  hanging.await();
  kiosk.does(event::Back{});
  CHECK(hanging.is_gone());
  CHECK(kiosk.head() == "staff nl");
  CHECK(line_with(kiosk.screen(), "staff_not_copied") == "    ! nl.staff_not_copied");
}

TEST_CASE("who left while the answers are copied finds the screen that says so, and then whether they are") {
  Disk disk;
  HangingProgram hanging;
  disk.config.sync_program = hanging.path();
  AtKiosk kiosk{plain_form, disk.config};
  begin_copy(as_staff(kiosk));
  hanging.await();
  kiosk.waits(UsbExport::limit_s * std::int64_t{1000} - 1);
  CHECK(line_with(kiosk.screen(), "after") == "  busy after 900 s");
  kiosk.waits(1).waits(Staff::staff_idle_s * std::int64_t{1000} - 1);
  CHECK(line_with(kiosk.screen(), "after") == "  failed after 0 s");
  kiosk.waits(1);
  CHECK(kiosk.head() == "attract nl");
}

TEST_CASE("the program ends while a copy hangs, and the copy with it") {
  Disk disk;
  HangingProgram hanging;
  disk.config.sync_program = hanging.path();
  {
    AtKiosk kiosk{plain_form, disk.config};
    begin_copy(as_staff(kiosk));
    hanging.await();
  }
  CHECK(hanging.is_gone());
}

TEST_CASE("why there is no copy is in the log") {
  Disk disk;
  std::string expected;
  SUBCASE("its program is not there") {
    disk.config.sync_program = disk.media / "nothing";
    expected = disk.config.sync_program.string() + ": No such file or directory";
  }
  SUBCASE("its program says why") {
    disk.config.kiosk = "no/such/folder";
    const std::string folder = disk.media / "usb/buurtpeil-no/such/folder-2026-03-01-1904";
    expected = folder.substr(0, folder.rfind('/')) +
               "/.folder-2026-03-01-1904.partial: cannot be made (No such "
               "file or directory); choose another folder";
  }
  SUBCASE("it was pulled out before the end") {
    is_there = true;
    expected = (disk.media / "usb").string() + ": was pulled out meanwhile";
  }
  AtKiosk kiosk{plain_form, disk.config};
  begin_copy(as_staff(kiosk));
  if (expected.ends_with("meanwhile")) is_there = false;
  kiosk.waits_for_copy();
  CHECK(line_with(kiosk.screen(), "staff_copy_failed") == "  nl.staff_copy_failed");
  CHECK(kiosk.kiosk().staff().log() == "not copied: " + expected);
}

TEST_CASE("a folder where no disk is mounted gets no copy") {
  Disk disk;
  disk.config.is_disk = Config{}.is_disk;
  AtKiosk kiosk{plain_form, disk.config};
  begin_copy(as_staff(kiosk));
  CHECK(line_with(kiosk.screen(), "staff_no_disk") == "  nl.staff_no_disk");
  CHECK(fs::is_empty(disk.media / "usb"));
}

TEST_CASE("no byte of a disk, free ones included, has anything of the visit in progress") {
  Disk disk;
  Image image{disk.media / "image", disk.media / "usb"};
  if (!image.mounted()) return;
  disk.config.is_disk = Config{}.is_disk;
  AtKiosk kiosk{R"(
| survey |
| | type | name | label |
| | text | idea | Any idea? |
)",
                disk.config};
  kiosk.begins().does(event::Write{"idea", "Openbaar"}).does(event::Next{}).does(event::Next{});
  kiosk.begins().does(event::Write{"idea", "Geheim"});
  as_staff(kiosk).does(event::Command{"export"});
  kiosk.waits_for_copy();
  CHECK(line_with(kiosk.screen(), "staff_copied") != "");
  image.unmount();
  CHECK(image.contains("Openbaar"));
  CHECK_FALSE(image.contains("Geheim"));
}
