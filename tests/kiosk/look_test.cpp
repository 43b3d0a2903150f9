// The visitor's own settings: on every screen, without losing an answer, and gone with the visitor.
#include <string>

#include <doctest/doctest.h>

#include "kiosk/forms.h"
#include "kiosk/kept_look.h"
#include "kiosk/views/look_view.h"
#include "support/at_kiosk.h"
#include "support/sample_views.h"
#include "support/view_text.h"

using namespace buurtpeil;

namespace {

constexpr Look large{.text = TextScale::largest, .contrast = Contrast::high, .lower_half = true};

const PageInfo& page_of(const View& view) {
  return std::visit([](const auto& any) -> const PageInfo& { return any.page; }, view);
}

std::string tools_on(AtKiosk& visitor) {
  const View view = visitor.kiosk().view(visitor.now());
  const PageInfo& page = page_of(view);
  std::string tools = name_of(view) + ":";
  for (const Button* button : {&page.adjust, &page.lower, &page.languages})
    if (!button->label.empty()) tools += " " + button->label;
  return tools;
}

}  // namespace

TEST_CASE("the settings are one screen, and what is tapped holds at once") {
  AtKiosk visitor{street_form};
  visitor.begins("nl").does(event::ShowLook{});
  CHECK(visitor.screen() ==
        "look nl\n"
        "nl.look_title\n"
        "nl.look_text\n"
        "  ( ) text=smaller: nl.look_smaller\n"
        "  (x) text=normal: nl.look_normal\n"
        "  ( ) text=larger: nl.look_larger\n"
        "  ( ) text=largest: nl.look_largest\n"
        "nl.look_contrast\n"
        "  (x) contrast=normal: nl.look_normal\n"
        "  ( ) contrast=high: nl.look_high\n"
        "  ( ) contrast=dark: nl.look_dark\n"
        "  ( ) contrast=low: nl.look_low\n"
        "  ( ) lower_half: nl.lower\n"
        "  ( ) silent: nl.look_silent\n"
        "  ( ) still: nl.look_still\n"
        "done: nl.look_done\n");
  visitor.does(event::SetLook{{.text = TextScale::larger, .still = true}});
  CHECK(visitor.screen() ==
        "look nl | larger still\n"
        "nl.look_title\n"
        "nl.look_text\n"
        "  ( ) text=smaller: nl.look_smaller\n"
        "  ( ) text=normal: nl.look_normal\n"
        "  (x) text=larger: nl.look_larger\n"
        "  ( ) text=largest: nl.look_largest\n"
        "nl.look_contrast\n"
        "  (x) contrast=normal: nl.look_normal\n"
        "  ( ) contrast=high: nl.look_high\n"
        "  ( ) contrast=dark: nl.look_dark\n"
        "  ( ) contrast=low: nl.look_low\n"
        "  ( ) lower_half: nl.lower\n"
        "  ( ) silent: nl.look_silent\n"
        "  (x) still: nl.look_still\n"
        "done: nl.look_done | reset: nl.look_reset\n");
  visitor.does(event::Back{});
  CHECK(visitor.head() == "question nl | larger still");
}

TEST_CASE("each option leads to the look that it names, and leaves the rest as it is") {
  AtKiosk visitor{street_form};
  visitor.begins("nl").does(event::ShowLook{}).does(event::SetLook{large});
  const View view = visitor.kiosk().view(visitor.now());
  std::string leads;
  for (const auto& group : std::get<LookView>(view).groups)
    for (const auto& option : group.options) {
      visitor.does(event::SetLook{option.look});
      leads += option.name + visitor.head().substr(7) + "\n";
    }
  CHECK(leads ==
        "text=smaller | smaller high lower_half\n"
        "text=normal | high lower_half\n"
        "text=larger | larger high lower_half\n"
        "text=largest | largest high lower_half\n"
        "contrast=normal | largest lower_half\n"
        "contrast=high | largest high lower_half\n"
        "contrast=dark | largest dark lower_half\n"
        "contrast=low | largest low lower_half\n"
        "lower_half | largest high\n"
        "silent | largest high lower_half silent\n"
        "still | largest high lower_half still\n");
}

TEST_CASE("the tools are on every screen of a visit") {
  AtKiosk visitor{street_form};
  CHECK(tools_on(visitor) == "attract: adjust lower language");
  visitor.does(event::ShowLanguages{});
  CHECK(tools_on(visitor) == "language: adjust lower");
  visitor.does(event::ChooseLanguage{"nl"});
  CHECK(tools_on(visitor) == "intro: nl.adjust nl.lower nl.language");
  visitor.does(event::Start{}).does(event::Choose{"garden", "no"});
  CHECK(tools_on(visitor) == "question: nl.adjust nl.lower nl.language");
  visitor.does(event::ShowLook{});
  CHECK(tools_on(visitor) == "look: nl.lower nl.language");
  visitor.does(event::Back{}).does(event::Leave{});
  CHECK(tools_on(visitor) == "leave: nl.adjust nl.lower nl.language");
  visitor.does(event::Stay{}).waits(121'000);
  CHECK(tools_on(visitor) == "still_there: nl.adjust nl.lower nl.language");
  visitor.does(event::Stay{}).does(event::Leave{}).does(event::Keep{});
  CHECK(tools_on(visitor) == "thanks: nl.adjust nl.lower nl.language");
}

TEST_CASE("on every screen everything can be moved down, and the screen stays the same") {
  AtKiosk visitor{street_form};
  visitor.begins("nl").does(event::Choose{"garden", "no"}).does(event::SetLook{large});
  CHECK(visitor.head() == "question nl | largest high lower_half");
  CHECK(tools_on(visitor) == "question: nl.adjust nl.raise nl.language");
  visitor.does(event::Leave{}).does(event::SetLook{});
  CHECK(visitor.head() == "leave nl");
  visitor.does(event::Keep{}).does(event::SetLook{large});
  CHECK(visitor.head() == "thanks nl | largest high lower_half");
  CHECK(visitor.stored() == "abandoned nl garden=no size:not_asked trees:not_reached seconds=5\n");
}

TEST_CASE("settings and another language lie before the thanks, too") {
  AtKiosk visitor{street_form};
  visitor.begins("nl").does(event::Leave{});
  visitor.begins("nl").does(event::Choose{"garden", "no"}).does(event::Leave{}).does(event::Keep{});
  visitor.does(event::ShowLook{});
  CHECK(visitor.head() == "look nl");
  visitor.does(event::ShowLanguages{});
  CHECK(visitor.head() == "language nl");
  visitor.does(event::ChooseLanguage{"ar"});
  CHECK(visitor.head() == "thanks ar rtl");
  visitor.does(event::ShowLanguages{}).does(event::Back{});
  CHECK(visitor.head() == "thanks ar rtl");
  visitor.does(event::ShowLook{}).waits(30'000);
  CHECK(visitor.head() == "attract en");
}

TEST_CASE("what the tools open lies before the screen that was there, and closing it shows that again") {
  AtKiosk visitor{street_form};
  SUBCASE("settings before the languages of somebody who has not chosen one yet") {
    visitor.does(event::ShowLanguages{}).does(event::ShowLook{});
    CHECK(visitor.head() == "look en");
    CHECK(visitor.does(event::Back{}).head() == "language en");
  }
  SUBCASE("settings before languages before the question whether to keep the answers") {
    visitor.begins().does(event::Choose{"garden", "yes"}).does(event::Leave{});
    visitor.does(event::ShowLanguages{}).does(event::ShowLook{});
    CHECK(visitor.head() == "look en");
    CHECK(visitor.does(event::Back{}).head() == "language en");
    CHECK(visitor.does(event::ChooseLanguage{"nl"}).head() == "leave nl");
    CHECK(visitor.does(event::Stay{}).head() == "question nl");
  }
  SUBCASE("who says 'no, I stop' is asked about the answers, whatever was open") {
    visitor.begins().does(event::Choose{"garden", "yes"}).does(event::ShowLook{}).waits(120'000);
    CHECK(visitor.head() == "still_there en");
    CHECK(visitor.does(event::Leave{}).head() == "leave en");
  }
}

TEST_CASE("the invitation can be adjusted before a visit begins, and an idle one is adjusted back") {
  AtKiosk visitor{street_form};
  visitor.does(event::SetLook{large});
  CHECK(visitor.head() == "intro en | largest high lower_half");
  visitor.waits(150'000);
  CHECK(visitor.head() == "attract en");
  visitor.does(event::ShowLook{}).does(event::SetLook{large}).does(event::Back{});
  CHECK(visitor.head() == "intro en | largest high lower_half");
  visitor.does(event::ShowLanguages{}).does(event::ChooseLanguage{"ar"}).does(event::Start{});
  CHECK(visitor.head() == "question ar rtl | largest high lower_half");
}

TEST_CASE("the next visitor finds everything as usual") {
  AtKiosk visitor{street_form};
  visitor.does(event::SetLook{large}).does(event::Start{});
  CHECK(visitor.head() == "question en | largest high lower_half");
  visitor.does(event::Leave{});
  CHECK(visitor.head() == "attract en");
  visitor.begins("nl");
  CHECK(visitor.head() == "question nl");
}

TEST_CASE("a tablet starts as usual for the next visitor") {
  Config config;
  config.mode = Mode::tablet;
  AtKiosk visitor{street_form, config};
  visitor.does(event::SetLook{large});
  CHECK(visitor.head() == "language en | largest high lower_half");
  visitor.waits(150'000);
  CHECK(visitor.head() == "language en");
}

TEST_CASE("adjusting the screen answers 'still there?', but shows nobody's answers after a restart") {
  AtKiosk visitor{street_form};
  visitor.begins("nl").does(event::Choose{"garden", "no"}).waits(121'000);
  visitor.does(event::ShowLook{}).does(event::Back{});
  CHECK(visitor.head() == "question nl");
  visitor.restarts_after(10'000);
  CHECK(tools_on(visitor) == "still_there: nl.adjust nl.lower");
  visitor.does(event::ShowLook{}).does(event::SetLook{large});
  CHECK(visitor.head() == "look nl | largest high lower_half");
  visitor.does(event::Back{});
  CHECK(visitor.head() == "still_there nl | largest high lower_half");
  visitor.does(event::Stay{});
  CHECK(visitor.head() == "question nl | largest high lower_half");
}

namespace {

constexpr Look dark{.text = TextScale::larger, .contrast = Contrast::dark, .silent = true, .still = true};

/// Somebody has answered and set that look, and then the program starts again.
void restarts_in_dark(AtKiosk& visitor) {
  visitor.begins("en").does(event::Choose{"garden", "no"}).does(event::SetLook{dark});
  visitor.restarts_after(1000);
}

}  // namespace

TEST_CASE("after a restart the visitor is asked in the letters and colours that they chose, and goes on so") {
  AtKiosk visitor{street_form};
  SUBCASE("chosen before the first question") {
    visitor.does(event::SetLook{dark}).does(event::Start{}).does(event::Choose{"garden", "no"});
    visitor.restarts_after(1000);
  }
  SUBCASE("chosen in the middle, and nothing was touched since") { restarts_in_dark(visitor); }
  SUBCASE("chosen before a restart before this one") {
    restarts_in_dark(visitor);
    visitor.does(event::Stay{}).does(event::Choose{"garden", "yes"}).restarts_after(1000);
  }
  SUBCASE("chosen before a deletion that was taken back") {
    visitor.begins("en").does(event::Choose{"garden", "no"}).does(event::SetLook{dark});
    visitor.does(event::Leave{}).does(event::Delete{}).does(event::TakeBack{}).restarts_after(1000);
  }
  CHECK(visitor.head() == "still_there en | larger dark silent still");
  visitor.does(event::Stay{});
  CHECK(visitor.head() == "question en | larger dark silent still");
}

TEST_CASE("after a restart the look may be changed before somebody says that they are there") {
  AtKiosk visitor{street_form};
  restarts_in_dark(visitor);
  visitor.does(event::SetLook{large}).does(event::Stay{}).does(event::Choose{"garden", "yes"});
  visitor.restarts_after(1000);
  CHECK(visitor.head() == "still_there en | largest high lower_half");
}

TEST_CASE("nothing of a look that outlived a restart is there for the next visitor") {
  AtKiosk visitor{street_form};
  restarts_in_dark(visitor);
  visitor.waits(30'000);
  CHECK(visitor.head() == "attract en");
  visitor.begins("en");
  CHECK(visitor.head() == "question en");
}

TEST_CASE("a look goes into words and comes back, and unknown words do no harm") {
  for (const char* words :
       {"", "smaller", "larger high", "largest dark lower_half silent still", "low still"})
    CHECK(to_text(look_from(words)) == words);
  CHECK(look_from("largest bright dark") == Look{.text = TextScale::largest, .contrast = Contrast::dark});
}

TEST_CASE("the samples that the screens are tested with say what the kiosk says") {
  const auto words = Words::load(BUURTPEIL_ASSETS "/texts/words.csv");
  for (const std::string& language : sample_languages()) {
    for (const char* name : {"look", "look_changed"}) {
      const auto sample = std::get<LookView>(sample_view(name, language));
      LookView view = look_view_of(sample.page.look, words->in({language}));
      view.page = sample.page;
      CHECK(to_text(sample) == to_text(view));
      PageInfo tools;
      add_look_tools(tools, {}, words->in({language}));
      CHECK(page_of(sample_view("intro", language)).lower.label == tools.lower.label);
      for (std::size_t group = 0; group < view.groups.size(); ++group)
        for (std::size_t option = 0; option < view.groups[group].options.size(); ++option)
          CHECK(sample.groups.at(group).options.at(option).look == view.groups[group].options[option].look);
    }
  }
}
