// The staff at a kiosk that is out of service: what is wrong, what they may do, and a PIN that cannot be
// counted on the disk.
#include <doctest/doctest.h>

#include <fstream>
#include <regex>

#include "kiosk/at_staff.h"
#include "kiosk/forms.h"
#include "kiosk/staff/pin.h"
#include "support/full_disk.h"

using namespace buurtpeil;
using buurtpeil::test::FullDisk;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t longest_lock_ms = longest_lock_s * std::int64_t{1000};

/// While it lives another file lies in the store's place.
struct ForeignFile {
  fs::path store, away;
  explicit ForeignFile(const AtKiosk& kiosk) : store(kiosk.store_file()), away(store.string() + ".away") {
    fs::rename(store, away);
    std::ofstream{store} << "no store";
  }
  ForeignFile(const ForeignFile&) = delete;
  ForeignFile& operator=(const ForeignFile&) = delete;
  ~ForeignFile() { fs::rename(away, store); }
};

/// Somebody answers, which cannot be saved, and the kiosk has tried to open the store anew.
void answer(AtKiosk& kiosk) {
  kiosk.begins().does(event::Write{"age", "12"});
  REQUIRE(kiosk.head() == "out_of_service nl");
  kiosk.waits(Service::retry_s * 1000);
}

/// The screen with the folder and the free space of this machine taken out.
std::string screen_of(const AtKiosk& kiosk) {
  const std::string folder = kiosk.store_file().parent_path().string();
  std::string text = kiosk.screen();
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
    text.replace(at, folder.size(), "FOLDER");
  return std::regex_replace(text, std::regex("(! )?nl.staff_disk: .*"), "nl.staff_disk: SPACE");
}

const std::string full_message = "FOLDER/kiosk.db: the disk is full; free some space and start again\n";

}  // namespace

TEST_CASE("staff at a kiosk that is out of service see why") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_ms);
  const FullDisk full;
  answer(kiosk);
  CHECK(kiosk.head() == "out_of_service nl");
  kiosk.does(event::AskStaff{});
  CHECK(kiosk.screen() == "pin nl\nnl.pin_title\n  0 digits\nback: nl.back\n");
  enter(kiosk, "246810");
  CHECK(screen_of(kiosk) ==
        "staff nl\n"
        "nl.staff_fault\n"
        "! nl.staff_fault_full\n"
        "  [retry] nl.staff_retry\n"
        "  [quit] ... nl.staff_quit\n"
        "  nl.staff_disk: SPACE\n"
        "  nl.staff_report: " +
            full_message + "back: nl.staff_close\n");
}

TEST_CASE("without a store nothing is chosen, and staff bring the kiosk back when it is mended") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_ms);
  std::optional<FullDisk> full;
  full.emplace();
  answer(kiosk);
  as_staff(kiosk);
  for (const char* what : {"occasion", "language", "volume", "mode", "form"})
    kiosk.does(event::Command{what});
  kiosk.does(event::Choose{"staff/occasion", "1"});
  CHECK(line_with(kiosk.screen(), "staff_fault_") == "! nl.staff_fault_full");
  kiosk.does(event::Command{"retry"});
  CHECK(line_with(kiosk.screen(), "staff_still_fails") == "    ! nl.staff_still_fails");
  kiosk.does(event::Command{"quit"}).waits(40'000);  // the kiosk tries by itself meanwhile
  CHECK(kiosk.screen() == "staff nl\nnl.staff_quit_question\n  [quit] nl.staff_quit\nback: nl.back\n");
  kiosk.does(event::Back{});
  full.reset();
  kiosk.does(event::Command{"retry"});
  CHECK(line_with(kiosk.screen(), "staff_works_again") == "= nl.staff_works_again");
  CHECK(line_with(kiosk.screen(), "staff_in_all") == "  nl.staff_in_all: nl.staff_counts 0 0");
  kiosk.does(event::Back{});
  CHECK(kiosk.head() == "attract nl");
}

TEST_CASE("nobody stays on the staff's screens of a kiosk that is out of service") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_ms);
  const FullDisk full;
  answer(kiosk);
  as_staff(kiosk).waits(119'999);
  CHECK(kiosk.head() == "staff nl");
  kiosk.waits(1);
  CHECK(kiosk.head() == "out_of_service nl");
}

TEST_CASE("each kind of fault has words of its own") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_ms);
  {
    const FullDisk full;
    answer(kiosk);
    as_staff(kiosk);
  }
  SUBCASE("no store of ours lies there") {
    const ForeignFile foreign{kiosk};
    kiosk.does(event::Command{"retry"});
    CHECK(line_with(kiosk.screen(), "staff_fault_") == "! nl.staff_fault_damaged");
    CHECK(line_with(kiosk.screen(), "[export]") == "");
  }
  SUBCASE("another program has it, and it can be copied all the same") {
    const auto other = Store::open(kiosk.store_file(), StoreKind::real);
    REQUIRE(other.has_value());
    kiosk.does(event::Command{"retry"});
    CHECK(line_with(kiosk.screen(), "staff_fault_") == "! nl.staff_fault_in_use");
    CHECK(line_with(kiosk.screen(), "[export]") == "  [export] nl.staff_export");
    kiosk.does(event::Command{"export"});
    kiosk.waits_for_copy();
    CHECK(line_with(kiosk.screen(), "staff_no_disk") == "  nl.staff_no_disk");  // none is plugged in
  }
}

TEST_CASE("a PIN is entered while the disk fills up: staff come in, and see it") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_ms);
  const FullDisk full;
  as_staff(kiosk);
  CHECK(line_with(kiosk.screen(), "staff_fault_") == "! nl.staff_fault_disk");
}

TEST_CASE("who fills the disk gains no try: one that it cannot count locks for the longest time") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_ms);
  std::optional<FullDisk> full;
  full.emplace();
  answer(kiosk);
  enter(kiosk.does(event::AskStaff{}), "111111");
  CHECK(kiosk.screen() ==
        "pin nl\nnl.pin_title\n  nl.pin_uncounted 960\n  0 digits, locked\nback: nl.back\n");
  enter(kiosk, "246810");
  CHECK(kiosk.head() == "pin nl");
  kiosk.waits(longest_lock_ms);
  CHECK(as_staff(kiosk).head() == "staff nl");
  kiosk.does(event::Back{});
  enter(kiosk.does(event::AskStaff{}), "111111");
  full.reset();
  kiosk.waits(60'000);
  CHECK(kiosk.head() == "attract nl");
  kiosk.does(event::AskStaff{});
  CHECK(line_with(kiosk.screen(), "digits") == "  0 digits");  // the ordinary lock holds again: none yet
  kiosk.restarts_after(1000);
  kiosk.does(event::AskStaff{});
  for (int i = 0; i < 4; ++i) enter(kiosk, "111111");  // one was counted before
  CHECK(line_with(kiosk.screen(), "pin_locked") == "  nl.pin_locked 15");
}

TEST_CASE("nor by a restart: a PIN that cannot be counted waits for as long after it") {
  AtKiosk kiosk{plain_form, with_staff()};
  std::optional<FullDisk> full;
  full.emplace();
  SUBCASE("the fault is known before") {
    answer(kiosk);
    kiosk.waits(1'000).does(event::AskStaff{});
  }
  SUBCASE("the fault is met by the try itself, which is not looked at") { as_staff(kiosk); }
  CHECK(kiosk.head() == "pin nl");
  CHECK(line_with(kiosk.screen(), "pin_uncounted").starts_with("  nl.pin_uncounted 9"));
  CHECK(as_staff(kiosk.waits(longest_lock_ms)).head() == "staff nl");
  CHECK(line_with(kiosk.screen(), "staff_fault_") == "! nl.staff_fault_full");
}
