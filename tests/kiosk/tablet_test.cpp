// A tablet that staff give to people: each visit starts at once, and nothing runs while it waits.
#include <doctest/doctest.h>

#include "kiosk/forms.h"
#include "support/at_kiosk.h"

using namespace buurtpeil;

namespace {

Config tablet() {
  Config config;
  config.mode = Mode::tablet;
  return config;
}

}  // namespace

TEST_CASE("on a tablet a visit begins without an invitation, and the next one after the thanks") {
  AtKiosk visitor{plain_form, tablet()};
  CHECK(visitor.head() == "intro nl");
  visitor.does(event::Start{}).does(event::Write{"age", "12"}).does(event::Next{});
  CHECK(visitor.head() == "thanks nl");
  visitor.does(event::Next{});
  CHECK(visitor.head() == "intro nl");
  CHECK(visitor.stored() == "finished  age=12 seconds=2\n");
}

TEST_CASE("a tablet that nobody took up yet waits as long as it takes") {
  AtKiosk visitor{street_form, tablet()};
  visitor.waits(3'600'000);
  CHECK(visitor.head() == "language en");
  CHECK_FALSE(visitor.kiosk().next_change_ms(visitor.now()).has_value());
}

TEST_CASE("a tablet that is put down comes back to the beginning, with the answers kept") {
  AtKiosk visitor{street_form, tablet()};
  visitor.does(event::ChooseLanguage{"nl"}).does(event::Start{}).does(event::Choose{"garden", "no"});
  visitor.waits(120'000);
  CHECK(visitor.head() == "still_there nl");
  visitor.waits(30'000);
  CHECK(visitor.head() == "language en");
  CHECK(visitor.stored() == "abandoned nl garden=no size:not_asked trees:not_reached seconds=1\n");
  visitor.waits(600'000);
  CHECK(visitor.head() == "language en");
}

TEST_CASE(
    "who goes back from the first page of a tablet sees the languages, and with one language has no way "
    "back") {
  AtKiosk several{street_form, tablet()};
  several.does(event::ChooseLanguage{"nl"}).does(event::Back{});
  CHECK(several.head() == "language en");
  const AtKiosk one{plain_form, tablet()};
  CHECK(one.screen().find("back") == std::string::npos);
}
