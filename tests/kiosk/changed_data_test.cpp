// A data file beside the form changes while the kiosk runs.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

#include "at_staff.h"

using namespace buurtpeil;
using test::Folder;

namespace {

const std::string heading = "name,label,release\n";
const std::string bench = heading + "idea-1,A bench,yes\n";
const std::string both = bench + "idea-2,More trees,yes\n";

/// A form beside its file of ideas, and a kiosk that asks it.
struct Village {
  explicit Village(Mode mode = Mode::kiosk) {
    std::filesystem::copy_file(BUURTPEIL_TESTS "/forms/ideas.md", folder / "ideas.md");
    write(bench);
    config = with_staff();
    config.form = folder / "ideas.md";
    config.mode = mode;
    kiosk.emplace(config.form.string(), config);
  }

  /// Each time a second later, however fast the test is.
  void write(const std::string& bytes, const std::string& name = "ideas.csv") {
    const std::filesystem::path path = folder / name;
    std::ofstream{path, std::ios::binary} << bytes;
    using namespace std::chrono_literals;
    std::filesystem::last_write_time(path, std::filesystem::file_time_type{} + (++writes * 1s));
  }
  /// Long enough for two looks.
  void settles() { kiosk->waits(2 * DataWatch::look_s * 1000); }
  /// The choices of the first question of a visit, which is left again without an answer.
  std::string choices() {
    kiosk->begins();
    const std::string screen = kiosk->screen();
    std::string names;
    for (const char* name : {"idea-1", "idea-2"})
      if (screen.contains(name)) names += (names.empty() ? "" : " ") + std::string(name);
    kiosk->does(event::Leave{}).does(event::Delete{});
    kiosk->waits(120'000);
    return names;
  }
  /// What the staff's screen says of changed files.
  std::string told() {
    as_staff(*kiosk);
    const std::string screen = kiosk->screen();
    kiosk->does(event::Back{});
    const std::size_t begin = screen.find("  ! nl.staff_data");
    return begin == std::string::npos ? "" : screen.substr(begin, screen.find("  nl.staff_today") - begin);
  }
  /// The log's line of the data that is there now.
  [[nodiscard]] std::string taken() const {
    return "ideas.csv: changed, and asked as it is now (" + load_form(config.form).form->hash.substr(0, 8) +
           ")";
  }
  [[nodiscard]] const std::string& log() { return kiosk->kiosk().staff().log(); }

  Folder folder;
  Config config;
  int writes = 0;
  std::optional<AtKiosk> kiosk;
};

}  // namespace

TEST_CASE("a changed data file is asked at the next visit, without a restart") {
  Village village;
  CHECK(village.choices() == "idea-1");
  CHECK(village.log() == "");
  village.write(both);
  village.settles();
  CHECK(village.choices() == "idea-1 idea-2");
  CHECK(village.log() == village.taken());
  CHECK(village.told() == "");
  village.write(bench);
  village.settles();
  CHECK(village.choices() == "idea-1");
}

TEST_CASE("a visit goes on with the data that it began with") {
  Village village;
  village.kiosk->begins();
  village.write(both);
  village.settles();
  CHECK_FALSE(village.kiosk->screen().contains("idea-2"));
  village.kiosk->does(event::Choose{"backed", "idea-1"}).does(event::Next{}).does(event::Next{});
  CHECK(village.kiosk->stored() == "finished en backed=idea-1 idea:skipped seconds=23\n");
  CHECK(village.log() == "");
  village.kiosk->waits(60'000);
  CHECK(village.log() == village.taken());
}

TEST_CASE("a file that is still being written is not taken") {
  Village village;
  village.write(both.substr(0, both.size() - 12));
  village.kiosk->waits(DataWatch::look_s * 1000);
  village.write(both);
  village.kiosk->waits(DataWatch::look_s * 1000);
  CHECK(village.log() == "");
  village.kiosk->waits(DataWatch::look_s * 1000);
  CHECK(village.log() == village.taken());
}

namespace {

/// What is told of a file that was spoilt, in the log and to staff; and afterwards, mended or put back.
void check_refusal(const std::function<void(Village&)>& spoil, const std::string& log,
                   const std::string& told) {
  Village village;
  const std::string form_text = test::bytes_of(village.config.form);
  spoil(village);
  village.settles();
  CHECK(village.log() == log);
  CHECK(village.told() == told);
  CHECK(village.choices() == "idea-1");
  village.kiosk->waits(600'000);

  village.write(form_text, "ideas.md");
  village.write(bench);
  village.settles();
  CHECK(village.choices() == "idea-1");
  CHECK(village.log() == "ideas.csv: is as it is asked again");
  CHECK(village.told() == "");

  spoil(village);
  village.settles();
  CHECK(village.log() == log);
  village.write(form_text, "ideas.md");
  village.write(both);
  village.settles();
  CHECK(village.choices() == "idea-1 idea-2");
  CHECK(village.log() == village.taken());
  CHECK(village.told() == "");
}

}  // namespace

TEST_CASE("half a data file is told to staff and in the log, and the former goes on") {
  check_refusal(
      [](Village& village) { village.write(heading + "idea-1,\"A ben"); },
      "ideas.csv: changed, and not asked as it is now: ideas.md: survey!A5: error: the file 'ideas.csv' "
      "cannot be read: the quote that opens on line 2 is never closed",
      "  ! nl.staff_data: \u2066ideas.csv\u2069. nl.staff_form_mistakes 1 survey!A5 nl.staff_form_stays\n"
      "nl.staff_report: \u2066ideas.md: survey!A5: error: the file 'ideas.csv' cannot be read: the quote "
      "that opens on line 2 is never closed\u2069\n");
}

TEST_CASE("a data file that is gone is told, and the former goes on") {
  check_refusal(
      [](Village& village) { std::filesystem::remove(village.folder / "ideas.csv"); },
      "ideas.csv: changed, and not asked as it is now: ideas.md: survey!A5: error: the file 'ideas.csv' is "
      "missing; put it into the folder 'ideas-media' beside the form",
      "  ! nl.staff_data: \u2066ideas.csv\u2069. nl.staff_form_missing survey!A5 nl.staff_form_stays\n"
      "nl.staff_report: \u2066ideas.md: survey!A5: error: the file 'ideas.csv' is missing; put it into the "
      "folder 'ideas-media' beside the form\u2069\n");
}

TEST_CASE("a data file without a column that the form reads is told, and the former goes on") {
  check_refusal(
      [](Village& village) { village.write("name,label\nidea-1,A bench\n"); },
      "ideas.csv: changed, and not asked as it is now: ideas.md: survey!E5: error: the file 'ideas.csv' has "
      "no column 'release'; write 'release' in quotes for the word",
      "  ! nl.staff_data: \u2066ideas.csv\u2069. nl.staff_form_mistakes 2 survey!E5 nl.staff_form_stays\n"
      "nl.staff_report: \u2066ideas.md: survey!E5: error: the file 'ideas.csv' has no column 'release'; "
      "write 'release' in quotes for the word\u2069\n");
}

TEST_CASE("where the form has changed with its data neither is taken, and that is told") {
  check_refusal(
      [](Village& village) {
        village.write(both);
        village.write(test::bytes_of(village.config.form) + "\n", "ideas.md");
      },
      "ideas.csv: changed, and not asked as it is now: the form itself has changed too; choose it anew at "
      "the kiosk or start the kiosk again",
      "  ! nl.staff_data: \u2066ideas.csv\u2069. nl.staff_form_changed nl.staff_form_stays\n");
}

TEST_CASE("who restarts the kiosk, or has it choose the form anew, gets the form and the data as they are") {
  Village village;
  village.write(both);
  village.kiosk->restarts_after(1000, village.config.form.string());
  CHECK(village.choices() == "idea-1 idea-2");
  CHECK(village.log() == "");
}

TEST_CASE("a tablet that waits asks the changed data, too") {
  Village village{Mode::tablet};
  REQUIRE(village.kiosk->head().starts_with("language"));
  village.write(both);
  village.settles();
  CHECK(village.log() == village.taken());
  village.kiosk->does(event::ChooseLanguage{"en"}).does(event::Start{});
  CHECK(village.kiosk->screen().contains("idea-2"));
}

TEST_CASE("a kiosk looks every ten seconds where a form has data files, and not at all where it has none") {
  Village village;
  const Moment now = village.kiosk->now();
  CHECK(village.kiosk->kiosk().next_change_ms(now) == now.monotonic_ms + 10'000);
  AtKiosk plain{"| survey |\n| | type | name | label |\n| | text | idea | Your idea? |\n"};
  CHECK(plain.kiosk().next_change_ms(plain.now()) != plain.now().monotonic_ms + 10'000);
}
