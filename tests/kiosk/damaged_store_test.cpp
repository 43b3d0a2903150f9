// A store whose file is looked at while the kiosk is in use.
#include <doctest/doctest.h>

#include <fstream>
#include <future>

#include "kiosk/at_staff.h"
#include "kiosk/forms.h"
#include "kiosk/staff/pin.h"
#include "store/sql.h"

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

/// Responses of a year ago whose ids come after every other: new ones are far from them in the file.
void fill(const fs::path& store) {
  test::run_sql(
      store,
      "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 5000) "
      "INSERT INTO response SELECT printf('uuid:ffffffff-0000-4000-8000-%012d', n), form_id, version, "
      "hash, 'finished', 'nl', 'town-hall', '', '2025-03-01T19:04:07.123+01:00', "
      "'2025-03-01T19:04:07.123+01:00', 1740852247123, 60, '{}', NULL, NULL, '', '{}' FROM numbers, form; "
      "PRAGMA wal_checkpoint(TRUNCATE)");
}

void break_page_in_the_middle(const fs::path& store) {
  std::fstream file{store, std::ios::binary | std::ios::in | std::ios::out};
  file.seekp(static_cast<std::streamoff>(fs::file_size(store) / 2 / 4096 * 4096));
  file << std::string(4096, '\xff');
}

/// The kiosk follows a check, which comes to its end.
void check(AtKiosk& kiosk) {
  std::promise<void> through;
  kiosk.kiosk().follow(StoreCheck::begin(kiosk.store_file(), [&through] { through.set_value(); }));
  through.get_future().wait();
  CHECK(kiosk.kiosk().has_checked());
}

std::string draft_in(const fs::path& store) {
  return test::lines_of(store, "SELECT answers ->> 'age' FROM response WHERE status = 'draft'");
}

}  // namespace

TEST_CASE("a store that is found damaged while it is in use takes no further answer") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_s * std::int64_t{1000});
  fill(kiosk.store_file());
  break_page_in_the_middle(kiosk.store_file());
  kiosk.begins().does(event::Write{"age", "12"});
  CHECK(draft_in(kiosk.store_file()) == "12\n");

  check(kiosk);
  kiosk.does(event::Write{"age", "13"});
  CHECK(kiosk.head() == "out_of_service nl");
  CHECK(draft_in(kiosk.store_file()) == "12\n");
  const std::string damaged =
      kiosk.store_file().string() + ": is damaged; put it aside, with its -wal file, and start a new one";
  CHECK(kiosk.kiosk().fault() == damaged);

  kiosk.waits(Service::retry_s * 1000);
  CHECK(kiosk.kiosk().fault() == damaged);
  as_staff(kiosk);
  CHECK(kiosk.screen().starts_with("staff nl\nnl.staff_fault\n! nl.staff_fault_damaged\n"));
}

TEST_CASE("a store that is found sound goes on, and nothing stays in the journal that the check kept") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_s * std::int64_t{1000});
  fill(kiosk.store_file());
  kiosk.begins().does(event::Write{"age", "12"});
  const fs::path journal = kiosk.store_file().string() + "-wal";
  CHECK(fs::file_size(journal) > 0);
  check(kiosk);
  kiosk.does(event::Write{"age", "13"});
  CHECK(draft_in(kiosk.store_file()) == "13\n");
  CHECK(kiosk.kiosk().fault() == "");
  CHECK_FALSE(kiosk.kiosk().has_checked());
}

TEST_CASE("staff see that the store is still being checked, and then when it was") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.waits(longest_lock_s * std::int64_t{1000});
  as_staff(kiosk);
  check(kiosk);
  CHECK(line_with(kiosk.screen(), "staff_store:") ==
        "  nl.staff_store: nl.staff_store_checking nl.staff_store_saved 19:20");
  kiosk.waits(1000);
  kiosk.does(event::Tick{});
  CHECK(line_with(kiosk.screen(), "staff_store:").starts_with("  nl.staff_store: nl.staff_store_sound "));
}
