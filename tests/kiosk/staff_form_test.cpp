// Staff choose another form at the kiosk.
#include <doctest/doctest.h>

#include <fstream>

#include "kiosk/at_staff.h"
#include "kiosk/forms.h"
#include "kiosk/staff/form_list.h"

using namespace buurtpeil;
namespace fs = std::filesystem;

namespace {

/// A kiosk.toml with the form plain.md, and street.md, broken.md and gone.md to choose from.
struct Forms {
  test::Folder folder;
  Config config = with_staff();
  Forms() {
    write("plain.md", plain_form);
    write("street.md", street_form);
    write("broken.md",
          "| survey |\n| | type | name | label |\n| | integer | age | How old, ${ag}? |\n"
          "| settings |\n| | form_title |\n| | The hall |\n");
    config.form = folder / "plain.md";
    config.forms = {folder / "street.md", folder / "broken.md", folder / "gone.md"};
  }
  void write(const std::string& name, const std::string& form) const { std::ofstream{folder / name} << form; }
  [[nodiscard]] std::string first() const { return config.form.string(); }
};

AtKiosk& choose_form(AtKiosk& kiosk, const std::string& file) {
  return as_staff(kiosk).does(event::Command{"form"}).does(event::Choose{"staff/form", file});
}

}  // namespace

TEST_CASE("where there is one form none is chosen") {
  AtKiosk kiosk{plain_form, with_staff()};
  as_staff(kiosk);
  CHECK(line_with(kiosk.screen(), "[form]") == "");
  kiosk.does(event::Command{"form"});
  CHECK(kiosk.head() == "staff nl");
}

TEST_CASE("staff choose another form, which is asked at once and after a restart") {
  const Forms forms;
  AtKiosk kiosk{forms.first(), forms.config};
  as_staff(kiosk);
  CHECK(line_with(kiosk.screen(), "[form]") == "  [form] ... nl.staff_choose_form: plain");
  kiosk.does(event::Command{"form"});
  CHECK(kiosk.screen() ==
        "staff nl\n"
        "nl.staff_choose_form\n"
        "  [form:plain.md] (x) plain: plain.md\n"
        "  [form:street.md] ( ) street: street.md\n"
        "  [form:broken.md] ( ) The hall: broken.md\n"
        "  [form:gone.md] ( ) gone.md\n"
        "back: nl.back\n");
  kiosk.does(event::Choose{"staff/form", "street.md"});
  CHECK(kiosk.head() == "staff en");
  CHECK(kiosk.screen().find("  [form] ... staff_choose_form: street\n    = staff_saved\n") !=
        std::string::npos);
  CHECK(line_with(kiosk.screen(), "  staff_form:") == "  staff_form: street · street.md · street");
  CHECK(kiosk.kiosk().staff().log() == "street.md is asked now");
  kiosk.does(event::Back{});
  CHECK(kiosk.head() == "attract en");
  kiosk.begins().does(event::Choose{"garden", "no"}).does(event::Next{}).does(event::Next{});
  CHECK(kiosk.stored("street") == "finished en garden=no size:not_asked trees:skipped seconds=3\n");

  kiosk.restarts_after(1000);
  CHECK(kiosk.head() == "attract en");
  choose_form(kiosk, "plain.md").does(event::Back{});
  kiosk.begins().does(event::Write{"age", "12"}).does(event::Next{});
  CHECK(kiosk.stored() == "finished  age=12 seconds=2\n");
  kiosk.restarts_after(1000);
  CHECK(kiosk.head() == "attract nl");
  CHECK(kiosk.complaint() == "");
}

TEST_CASE("a form with errors, or that is not there, is not taken, and the present one goes on") {
  const Forms forms;
  AtKiosk kiosk{forms.first(), forms.config};
  choose_form(kiosk, "broken.md");
  CHECK(
      kiosk.screen() ==
      "staff nl\n"
      "nl.staff_choose_form\n"
      "  [form:plain.md] (x) plain: plain.md\n"
      "  [form:street.md] ( ) street: street.md\n"
      "  [form:broken.md] ( ) The hall: broken.md\n"
      "    ! nl.staff_form_mistakes 1 survey!C3 nl.staff_form_stays\n"
      "nl.staff_report: \u2066broken.md: survey!C3: error: unknown question 'ag'; did you mean 'age'?\u2069\n"
      "  [form:gone.md] ( ) gone.md\n"
      "back: nl.back\n");
  CHECK(kiosk.kiosk().staff().log().starts_with("not asked:\nbroken.md: "));
  kiosk.does(event::Choose{"staff/form", "gone.md"});
  CHECK(line_with(kiosk.screen(), "staff_form_mistakes") == "");
  CHECK(line_with(kiosk.screen(), "staff_form_unreadable") ==
        "    ! nl.staff_form_unreadable nl.staff_form_stays");
  CHECK(line_with(kiosk.screen(), "staff_report").starts_with("nl.staff_report: \u2066gone.md: error: "));
  kiosk.does(event::Back{}).does(event::Back{});
  CHECK(kiosk.head() == "attract nl");
  kiosk.restarts_after(1000);
  CHECK(kiosk.head() == "attract nl");
}

TEST_CASE("a choice that is gone or broken when the program starts again is said, and the first form asked") {
  Forms forms;
  AtKiosk kiosk{forms.first(), forms.config};
  choose_form(kiosk, "street.md");
  SUBCASE("it was taken off the list") {
    forms.config.forms = {};
    kiosk.restarts_with(forms.config);
    CHECK(
        kiosk.complaint() ==
        "plain.md is asked and not street.md, which staff chose: it is not among the 'forms' of kiosk.toml");
  }
  SUBCASE("it was broken") {
    forms.write("street.md", test::bytes_of(forms.folder / "broken.md"));
    kiosk.restarts_after(1000);
    CHECK(kiosk.complaint() ==
          "plain.md is asked and not street.md, which staff chose: street.md: survey!C3: error: unknown "
          "question 'ag'; did you mean 'age'?");
  }
  CHECK(kiosk.head() == "attract nl");
}

TEST_CASE("who goes back to the first form follows kiosk.toml when it names another") {
  Forms forms;
  AtKiosk kiosk{forms.first(), forms.config};
  choose_form(kiosk, "street.md");
  kiosk.does(event::Command{"form"}).does(event::Choose{"staff/form", "plain.md"});
  forms.config.form = forms.folder / "other.md";
  kiosk.restarts_with(forms.config);
  CHECK(kiosk.complaint() == "");
}

TEST_CASE(
    "a visit that waits ends before the form changes, when staff agree, and what was answered is kept") {
  const Forms forms;
  AtKiosk kiosk{forms.first(), forms.config};
  kiosk.begins().does(event::Write{"age", "12"});
  SUBCASE("one of this run") {}
  SUBCASE("one that a former run left") {
    kiosk.restarts_after(1000);
    REQUIRE(kiosk.head() == "still_there nl");
  }
  choose_form(kiosk, "street.md");
  CHECK(kiosk.screen() ==
        "staff nl\n"
        "nl.staff_end_visit_question\n"
        "= nl.staff_end_visit_explanation\n"
        "  [form] nl.staff_end_visit: street\n"
        "back: nl.back\n");
  CHECK(kiosk.stored() == "");
  SUBCASE("they do not") {
    kiosk.does(event::Back{}).does(event::Back{});
    CHECK(kiosk.head() == "still_there nl");
    kiosk.does(event::Stay{});
    CHECK(line_with(kiosk.screen(), "number:") == "  whole number: '12'");
  }
  SUBCASE("they walk away") {
    kiosk.waits(120'000);
    CHECK(kiosk.head() == "still_there nl");
  }
  SUBCASE("they do") {
    kiosk.does(event::Command{"form"});
    CHECK(line_with(kiosk.screen(), "staff_saved") == "    = staff_saved");
    CHECK(kiosk.stored() == "abandoned  age=12 seconds=1\n");
    SUBCASE("once") { kiosk.does(event::Command{"form"}).does(event::Choose{"staff/form", "plain.md"}); }
    SUBCASE("and the program starts again") { kiosk.restarts_after(1000); }
    kiosk.does(event::Back{});
    CHECK(kiosk.head().starts_with("attract"));
    CHECK(kiosk.stored() == "abandoned  age=12 seconds=1\n");
  }
}

TEST_CASE("the present form is chosen again: it goes on, unless its file was changed") {
  const Forms forms;
  AtKiosk kiosk{forms.first(), forms.config};
  choose_form(kiosk, "plain.md");
  CHECK(line_with(kiosk.screen(), "staff_saved") == "    = nl.staff_saved");
  CHECK(kiosk.kiosk().staff().log() == "");
  forms.write("plain.md", plain_form + "\n");
  kiosk.does(event::Command{"form"}).does(event::Choose{"staff/form", "plain.md"});
  CHECK(line_with(kiosk.screen(), "staff_saved") == "    = nl.staff_saved");
  CHECK(kiosk.kiosk().staff().log() ==
        "plain.md is asked now; plain.md: was changed but still says version ''; give it a new version, so "
        "that "
        "the answers can be told apart");
}

TEST_CASE("a language that staff chose holds where the form has it") {
  const Forms forms;
  Config config = forms.config;
  config.form = forms.folder / "street.md";
  config.forms = {forms.folder / "plain.md"};
  AtKiosk kiosk{config.form.string(), config};
  as_staff(kiosk).does(event::Command{"language"}).does(event::Choose{"staff/language", "ar"});
  kiosk.does(event::Command{"form"}).does(event::Choose{"staff/form", "plain.md"}).does(event::Back{});
  CHECK(kiosk.head() == "attract nl");
  choose_form(kiosk, "street.md").does(event::Back{});
  CHECK(kiosk.head() == "attract ar rtl");
}

TEST_CASE("a form without the languages that kiosk.toml offers is not taken") {
  Forms forms;
  forms.config.languages = {"pl"};
  AtKiosk kiosk{forms.first(), forms.config};
  choose_form(kiosk, "street.md");
  CHECK(line_with(kiosk.screen(), "staff_form_languages") ==
        "    ! nl.staff_form_languages nl.staff_form_stays");
  CHECK(line_with(kiosk.screen(), "staff_report") ==
        "nl.staff_report: \u2066street.md: error: 'languages' in kiosk.toml offers pl, but the form has en, "
        "nl, "
        "ar\u2069");
}

TEST_CASE("a form whose list is not beside it is not taken, and staff are told which cell names the file") {
  Forms forms;
  forms.write("lists.md",
              "| survey |\n| | type | name | label |\n"
              "| | select_one_from_file trees.csv | tree | Which tree? |\n");
  forms.config.forms = {forms.folder / "lists.md"};
  AtKiosk kiosk{forms.first(), forms.config};
  choose_form(kiosk, "lists.md");
  CHECK(line_with(kiosk.screen(), "staff_form_missing") ==
        "    ! nl.staff_form_missing survey!A3 nl.staff_form_stays");
}

TEST_CASE("on a tablet the next visit begins in the form that was chosen") {
  Forms forms;
  forms.config.mode = Mode::tablet;
  AtKiosk kiosk{forms.first(), forms.config};
  REQUIRE(kiosk.head() == "intro nl");
  choose_form(kiosk, "street.md").does(event::Back{});
  CHECK(kiosk.head() == "language en");
}
