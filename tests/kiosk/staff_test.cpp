// The staff at the kiosk: the PIN and its lock, what they choose, the answers they copy to a disk.
#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "kiosk/at_staff.h"
#include "kiosk/forms.h"
#include "kiosk/staff/pin.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    names.insert(fs::relative(entry.path(), folder).string());
  return names;
}

/// Makes the copy and waits for it.
void usb_export_at(AtKiosk& kiosk) {
  kiosk.does(event::Command{"export"});
  CHECK(kiosk.screen() ==
        "copy nl\nnl.staff_copying\n  nl.staff_copying_explanation\n  busy after 0 s\nback: "
        "nl.staff_copy_stop\n");
  kiosk.waits_for_copy();
}

/// A kiosk with one finished visit, and a folder where a disk may be.
struct Export {
  test::Folder media;
  Config config = with_staff();
  Export() {
    config.export_dirs = {media.path()};
    config.is_disk = [](const fs::path& folder) { return folder.filename() == "usb"; };
  }
  fs::path disk() {
    fs::create_directory(media / "usb");
    return media / "usb";
  }
};

void visit_once(AtKiosk& kiosk) {
  kiosk.begins().does(event::Write{"age", "12"}).does(event::Next{}).does(event::Next{});
}

}  // namespace

TEST_CASE("without a PIN in kiosk.toml the gesture leads nowhere") {
  AtKiosk kiosk{plain_form};
  kiosk.does(event::AskStaff{});
  CHECK(kiosk.head() == "attract nl");
}

TEST_CASE("the PIN opens the staff's screen; its digits are never on the screen") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.does(event::AskStaff{});
  CHECK(kiosk.screen() == "pin nl\nnl.pin_title\n  0 digits\nback: nl.back\n");
  for (const char* digit : {"2", "4", "6", "8", "1", "1"}) kiosk.does(event::Command{digit});
  CHECK(kiosk.screen() == "pin nl\nnl.pin_title\n  6 digits\nenter: nl.next | back: nl.back\n");
  kiosk.does(event::Command{"erase"}).does(event::Command{"0"}).does(event::Command{"enter"});
  CHECK(kiosk.head() == "staff nl");
  kiosk.does(event::Back{});
  CHECK(kiosk.head() == "attract nl");
}

TEST_CASE("nobody stays on the staff's screens by standing still") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.does(event::AskStaff{}).waits(29'999);
  CHECK(kiosk.head() == "pin nl");
  kiosk.waits(1);
  CHECK(kiosk.head() == "attract nl");
  as_staff(kiosk).waits(119'999);
  CHECK(kiosk.head() == "staff nl");
  kiosk.waits(1);
  CHECK(kiosk.head() == "attract nl");
}

TEST_CASE("five wrong PINs lock it for 15 s, each further one for twice as long, up to 16 minutes") {
  std::string locks;
  for (int wrong = 4; wrong <= 13; ++wrong) locks += std::to_string(lock_s(wrong)) + " ";
  CHECK(locks == "0 15 30 60 120 240 480 960 960 960 ");

  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.does(event::AskStaff{});
  for (int i = 0; i < 4; ++i) enter(kiosk, "111111");
  CHECK(kiosk.screen() == "pin nl\nnl.pin_title\n  nl.pin_wrong\n  0 digits\nback: nl.back\n");
  enter(kiosk, "111111");
  CHECK(kiosk.screen() == "pin nl\nnl.pin_title\n  nl.pin_locked 15\n  0 digits, locked\nback: nl.back\n");
  kiosk.waits(1000);
  CHECK(line_with(kiosk.screen(), "pin_locked") == "  nl.pin_locked 14");
  enter(kiosk, "246810");
  CHECK(kiosk.head() == "pin nl");
  CHECK(line_with(kiosk.screen(), "digits") == "  0 digits, locked");
  kiosk.waits(14'000);
  enter(kiosk, "111111");
  CHECK(line_with(kiosk.screen(), "pin_locked") == "  nl.pin_locked 30");
  kiosk.waits(29'000).does(event::Touch{});
  CHECK(as_staff(kiosk.waits(30'000)).head() == "staff nl");
}

TEST_CASE("any number of wrong PINs that a store may claim can be counted on from") {
  const LoadedForm loaded = load_form_from_bytes("plain.md", plain_form, {});
  const auto words = Words::parse(words_of_tests(), "words.csv");
  REQUIRE(words.has_value());
  std::string counted;
  for (const char* claimed : {"2147483647", "-2147483648", "99999999999999999999", "many", ""}) {
    const test::Folder folder;
    Store store = test::opened(folder / "a.db");
    REQUIRE_OK(store.set("wrong_pins", claimed));
    {
      Service service{*loaded.form, *words, with_staff(), std::move(store), test::at(0), 1};
      Staff staff{service, test::at(0)};
      Moment later = test::at(0);
      later.monotonic_ms += longest_lock_s * std::int64_t{1000};
      staff.open(Staff::Waiting::nobody, later);
      for (const char* digit : {"1", "1", "1", "1", "1", "1", "enter"})
        CHECK(std::holds_alternative<staff_command::None>(staff.handle(event::Command{digit}, later)));
      REQUIRE(service.works());
    }
    counted += test::opened(folder / "a.db").settings()->at("wrong_pins") + " ";
  }
  CHECK(counted == "1000001 1 1 1 1 ");
}

TEST_CASE("a restart gives no try away: the lock begins anew, and the count goes on") {
  AtKiosk kiosk{plain_form, with_staff()};
  kiosk.does(event::AskStaff{});
  for (int i = 0; i < 5; ++i) enter(kiosk, "111111");
  kiosk.restarts_after(3'600'000);  // nor does a clock that was set forward
  kiosk.does(event::AskStaff{});
  CHECK(line_with(kiosk.screen(), "pin_locked") == "  nl.pin_locked 14");
  kiosk.waits(14'000);
  enter(kiosk, "222222");
  CHECK(line_with(kiosk.screen(), "pin_locked") == "  nl.pin_locked 30");
  kiosk.waits(30'000);
  as_staff(kiosk);
  CHECK(kiosk.head() == "staff nl");
  kiosk.restarts_after(1000);
  enter(kiosk.does(event::AskStaff{}), "111111");
  CHECK(line_with(kiosk.screen(), "pin_wrong") == "  nl.pin_wrong");
}

TEST_CASE("what staff see: responses of today and in all, the store, the form") {
  AtKiosk kiosk{plain_form, with_staff()};
  visit_once(kiosk);
  as_staff(kiosk);
  const std::string screen = kiosk.screen();
  CHECK(line_with(screen, "staff_today") == "  nl.staff_today: nl.staff_counts 1 0");
  CHECK(line_with(screen, "staff_in_all") == "  nl.staff_in_all: nl.staff_counts 1 0");
  CHECK(line_with(screen, "staff_store") ==
        "  nl.staff_store: nl.staff_store_sound 19:04 nl.staff_store_saved 19:04");
  CHECK(line_with(screen, "staff_disk").find("nl.staff_disk") != std::string::npos);
  CHECK(line_with(screen, "staff_form") == "  nl.staff_form: plain · street.md · plain");
  CHECK(line_with(screen, "[occasion]") == "  [occasion] ... nl.staff_occasion: nl.staff_no_occasion");
  kiosk.restarts_after(24 * 3'600'000);
  CHECK(line_with(as_staff(kiosk).screen(), "staff_today") == "  nl.staff_today: nl.staff_counts 0 0");
}

TEST_CASE("the occasion is chosen or typed, stands on the intro, is stored, and outlives a restart") {
  AtKiosk kiosk{plain_form, with_staff()};
  as_staff(kiosk).does(event::Command{"occasion"});
  CHECK(kiosk.screen() ==
        "staff nl\n"
        "nl.staff_occasion\n"
        "  [occasion:none] (x) nl.staff_no_occasion\n"
        "  [occasion:0] ( ) Info evening, community centre\n"
        "  [occasion:1] ( ) Market\n"
        "  [occasion:other] ( ) nl.staff_other_occasion\n"
        "back: nl.back\n");
  std::string expected = "Market";
  SUBCASE("chosen") { kiosk.does(event::Choose{"staff/occasion", "1"}); }
  SUBCASE("typed") {
    expected = "Straatfeest";
    kiosk.does(event::Choose{"staff/occasion", "other"});
    CHECK(line_with(kiosk.screen(), "next:") == "");
    kiosk.does(event::Write{"staff/occasion", expected}).does(event::Next{});
  }
  CHECK(kiosk.screen().find("  [occasion] ... nl.staff_occasion: " + expected + "\n    = nl.staff_saved\n") !=
        std::string::npos);
  kiosk.does(event::Back{}).does(event::Start{});
  CHECK(line_with(kiosk.screen(), "occasion") == "occasion: " + expected);
  kiosk.does(event::Back{});
  kiosk.restarts_after(1000);
  visit_once(kiosk);
  const auto reader = StoreReader::open(kiosk.store_file());
  REQUIRE(reader.has_value());
  std::string stored;
  REQUIRE(reader->responses("plain", [&](const Response& each) { stored += each.occasion + "\n"; }));
  CHECK(stored == expected + "\n");
}

TEST_CASE("language, volume and use are chosen, hold at once and after a restart") {
  AtKiosk kiosk{street_form, with_staff()};
  as_staff(kiosk).does(event::Command{"language"}).does(event::Choose{"staff/language", "ar"});
  CHECK(line_after(kiosk.screen(), "[language]") == "    = staff_saved");
  kiosk.does(event::Command{"volume"});
  CHECK(kiosk.screen() ==
        "question en\n"
        "staff_title\n"
        "? staff/volume: staff_volume\n"
        "  volume: 'staff_volume_is 5' 4 6\n"
        "back: back\n");
  kiosk.does(event::Write{"staff/volume", "6"}).does(event::Back{});
  CHECK(line_after(kiosk.screen(), "[volume]") == "    = staff_saved");
  kiosk.does(event::Command{"mode"});
  CHECK(kiosk.screen() ==
        "staff en\n"
        "staff_mode\n"
        "  [mode:kiosk] (x) staff_mode_kiosk\n"
        "  [mode:tablet] ( ) staff_mode_tablet\n"
        "back: back\n");
  kiosk.does(event::Choose{"staff/mode", "tablet"});
  CHECK(line_after(kiosk.screen(), "[mode]") == "    = staff_saved");
  kiosk.does(event::Back{});
  CHECK(kiosk.head() == "intro ar rtl");
  kiosk.restarts_after(1000);
  CHECK(kiosk.head() == "intro ar rtl");
  as_staff(kiosk);
  CHECK(line_with(kiosk.screen(), "[volume]") == "  [volume] ... staff_volume: staff_volume_is 6");
  kiosk.does(event::Command{"mode"}).does(event::Choose{"staff/mode", "kiosk"}).does(event::Back{});
  CHECK(kiosk.head() == "attract ar rtl");
}

TEST_CASE("a screen that lies before others is deeper than they, so that they keep their place") {
  AtKiosk kiosk{street_form, with_staff()};
  std::string depths;
  const auto look = [&] {
    const View view = kiosk.kiosk().view(kiosk.now());
    const int depth = std::visit([](const auto& any) { return any.page.depth; }, view);
    depths += name_of(view) + " " + std::to_string(depth) + "\n";
  };
  look();
  kiosk.begins();
  look();
  kiosk.does(event::ShowLanguages{});
  look();
  kiosk.does(event::ShowLook{});
  look();
  kiosk.does(event::Back{}).does(event::Back{});
  look();
  as_staff(kiosk);
  look();
  kiosk.does(event::Command{"occasion"});
  look();
  kiosk.does(event::Choose{"staff/occasion", "other"});
  look();
  kiosk.does(event::Back{}).does(event::Back{});
  look();
  kiosk.does(event::Back{});
  look();
  kiosk.does(event::Stay{});
  look();
  CHECK(depths ==
        "attract 0\nquestion 0\nlanguage 2\nlook 3\nquestion 0\nstaff 10\nstaff 11\nquestion 12\nstaff 10\n"
        "still_there 4\nquestion 0\n");
}

TEST_CASE("staff who come during a visit see no answer, and the visit is not lost") {
  AtKiosk kiosk{street_form, with_staff()};
  kiosk.begins().does(event::Choose{"garden", "yes"}).does(event::Next{}).does(event::Write{"size", "12"});
  as_staff(kiosk).waits(60'000).does(event::Back{});
  CHECK(kiosk.head() == "still_there en");
  SUBCASE("the visitor goes on") {
    kiosk.does(event::Stay{});
    CHECK(line_with(kiosk.screen(), "number:") == "  number: '12'");
  }
  SUBCASE("nobody is there any more") {
    kiosk.waits(30'000);
    CHECK(kiosk.stored() == "abandoned en garden=yes size=12 trees:not_reached seconds=3\n");
  }
}

TEST_CASE("a disk gets a folder with the store and its CSV, whole, with the occasion in its column") {
  Export to;
  const fs::path disk = to.disk();
  fs::create_directory(disk / ".buurtpeil-kiosk-2025-01-01-0900.partial");  // the power failed then
  AtKiosk kiosk{plain_form, to.config};
  as_staff(kiosk).does(event::Command{"occasion"}).does(event::Choose{"staff/occasion", "0"});
  kiosk.does(event::Back{});
  visit_once(kiosk);
  as_staff(kiosk);
  usb_export_at(kiosk);
  const std::string folder = "buurtpeil-kiosk-2026-03-01-1904";
  CHECK(kiosk.screen() == "copy nl\nnl.staff_copied\n  nl.staff_copied_to " + folder +
                              " nl.staff_counts 1 0\n  done after 0 s\nback: nl.back\n");
  CHECK(names_in(disk) == std::set<std::string>{folder, folder + "/kiosk.db", folder + "/plain.csv",
                                                folder + "/plain.codebook.csv"});
  const std::string csv = read_file(disk / folder / "plain.csv");
  CHECK(csv.find("buurtpeil-occasion") != std::string::npos);
  CHECK(csv.find("\"Info evening, community centre\"") != std::string::npos);
  SUBCASE("a second copy in the same minute stands beside it") {
    kiosk.does(event::Back{});
    CHECK(line_after(kiosk.screen(), "[export]") ==
          "    = nl.staff_copied_to " + folder + " nl.staff_counts 1 0");
    usb_export_at(kiosk);
    CHECK(line_with(kiosk.screen(), "staff_copied_to") ==
          "  nl.staff_copied_to " + folder + "-2 nl.staff_counts 1 0");
  }
}

TEST_CASE("a sealed kiosk gives its store and no CSV") {
  Export to;
  const fs::path disk = to.disk();
  to.config.sealed = true;
  AtKiosk kiosk{plain_form, to.config};
  visit_once(kiosk);
  as_staff(kiosk);
  usb_export_at(kiosk);
  const std::string folder = "buurtpeil-kiosk-2026-03-01-1904";
  CHECK(names_in(disk) == std::set<std::string>{folder, folder + "/kiosk.db"});
}

TEST_CASE("without a disk staff are told to plug one in, and try again there") {
  Export to;
  AtKiosk kiosk{plain_form, to.config};
  as_staff(kiosk);
  begin_copy(kiosk);
  CHECK(kiosk.screen() ==
        "copy nl\nnl.staff_not_copied\n  nl.staff_no_disk\n  failed after 0 s\nagain: nl.staff_retry | back: "
        "nl.back\n");
  CHECK(names_in(to.media.path()).empty());
  SUBCASE("they do") {
    to.disk();
    usb_export_at(kiosk);
    CHECK(line_with(kiosk.screen(), "done") == "  done after 0 s");
  }
  SUBCASE("they go back, and it is said where they tried") {
    kiosk.does(event::Back{});
    CHECK(line_after(kiosk.screen(), "[export]") == "    ! nl.staff_not_copied");
  }
}

TEST_CASE("the program ends when staff say so twice") {
  AtKiosk kiosk{plain_form, with_staff()};
  as_staff(kiosk).does(event::Command{"quit"});
  CHECK_FALSE(kiosk.kiosk().quit_asked());
  CHECK(kiosk.screen() == "staff nl\nnl.staff_quit_question\n  [quit] nl.staff_quit\nback: nl.back\n");
  kiosk.does(event::Command{"quit"});
  CHECK(kiosk.kiosk().quit_asked());
}
