// How a visit ends before its end: by the visitor, by nobody being there, by a restart, by a disk that fails.
#include <doctest/doctest.h>

#include <fstream>

#include "kiosk/forms.h"
#include "support/at_kiosk.h"
#include "support/full_disk.h"

using namespace buurtpeil;

namespace {

/// A visitor who said that there is a garden and stands before its size.
AtKiosk& before_size(AtKiosk& visitor) {
  return visitor.begins()
      .does(event::Choose{"garden", "yes"})
      .does(event::Next{})
      .does(event::Write{"size", "12"});
}

/// Writes more and more, until the store cannot grow any further.
void fill_the_disk(AtKiosk& visitor) {
  for (std::size_t length = 1000; visitor.head() == "question en" && length < 1'000'000; length *= 2)
    visitor.does(event::Write{"size", std::string(length, '1')});
}

constexpr const char* still_there =
    "still_there en\n"
    "still_there_question\n"
    "  still_there_keeps\n";

}  // namespace

TEST_CASE("who stops is asked what happens with the answers") {
  AtKiosk visitor{street_form};
  before_size(visitor).does(event::Leave{});
  CHECK(visitor.screen() ==
        "leave en\n"
        "leave_question\n"
        "  leave_explanation\n"
        "keep: leave_keep | erase: leave_erase | stay: leave_stay\n");
  SUBCASE("going on loses nothing") {
    visitor.does(event::Stay{});
    CHECK(visitor.screen().find("number: '12'") != std::string::npos);
  }
  SUBCASE("keeping stores what was answered") {
    visitor.does(event::Keep{});
    CHECK(visitor.screen() ==
          "thanks en\n"
          "thanks_title\n"
          "  thanks_saved\n"
          "  thanks_unknown\n"
          "done: thanks_done\n");
    CHECK(visitor.stored() == "abandoned en garden=yes size=12 trees:not_reached seconds=5\n");
  }
  SUBCASE("deleting leaves nothing at all") {
    visitor.does(event::Delete{});
    CHECK(visitor.screen() ==
          "thanks en\n"
          "thanks_erased_title\n"
          "  thanks_erased\n"
          "  thanks_erased_until\n"
          "done: thanks_done | take back: thanks_take_back\n");
    visitor.restarts_after(1000);
    CHECK(visitor.head() == "attract en");
    CHECK(visitor.stored() == "");
  }
}

TEST_CASE("a deletion can be taken back while its goodbye stands, and asks again what shall happen") {
  AtKiosk visitor{street_form};
  before_size(visitor).does(event::Leave{}).does(event::Delete{});
  SUBCASE("what was answered is there again, and the visit goes on") {
    visitor.does(event::TakeBack{});
    CHECK(visitor.head() == "leave en");
    visitor.does(event::Stay{});
    CHECK(visitor.screen().find("number: '12'") != std::string::npos);
    visitor.does(event::Keep{}).does(event::Leave{}).does(event::Keep{});
    CHECK(visitor.stored() == "abandoned en garden=yes size=12 trees:not_reached seconds=9\n");
  }
  SUBCASE("it is safe on the disk again") {
    visitor.does(event::TakeBack{}).restarts_after(1000);
    CHECK(visitor.head() == "still_there en");
    visitor.does(event::Stay{});
    CHECK(visitor.screen().find("number: '12'") != std::string::npos);
  }
  SUBCASE("in the language that the goodbye is in by then") {
    visitor.does(event::ShowLanguages{}).does(event::ChooseLanguage{"nl"}).does(event::TakeBack{});
    CHECK(visitor.head() == "leave nl");
    visitor.does(event::Stay{});
    CHECK(visitor.screen().find("Hoe groot is hij?") != std::string::npos);
  }
  SUBCASE("and done once more") {
    visitor.does(event::TakeBack{}).does(event::Delete{}).does(event::Next{});
    CHECK(visitor.stored() == "");
  }
}

TEST_CASE("a deletion is final when its goodbye is left, when its time is over, and when staff come") {
  AtKiosk visitor{street_form};
  before_size(visitor).does(event::Leave{}).does(event::Delete{});
  SUBCASE("left") { visitor.does(event::Next{}); }
  SUBCASE("time over") { visitor.waits(Session::thanks_s * 1000); }
  SUBCASE("staff") { visitor.does(event::AskStaff{}).does(event::Back{}); }
  visitor.does(event::TakeBack{});
  CHECK(visitor.head() == "attract en");
  CHECK(visitor.stored() == "");
}

TEST_CASE("only a deletion can be taken back") {
  AtKiosk visitor{street_form};
  before_size(visitor).does(event::Leave{}).does(event::Keep{}).does(event::TakeBack{});
  CHECK(visitor.head() == "attract en");
  CHECK(visitor.stored() == "abandoned en garden=yes size=12 trees:not_reached seconds=5\n");
}

TEST_CASE("a visit without an answer is not stored, and nobody is asked about it") {
  AtKiosk visitor{street_form};
  SUBCASE("left at once") {
    visitor.begins().does(event::Leave{});
    CHECK(visitor.head() == "attract en");
  }
  SUBCASE("answered, and taken back") {
    visitor.begins().does(event::Refuse{"garden"}).does(event::Refuse{"garden"}).does(event::Leave{});
    CHECK(visitor.head() == "attract en");
    visitor.restarts_after(1000);
    CHECK(visitor.head() == "attract en");
  }
  SUBCASE("nobody there any more") {
    visitor.begins().waits(150'000);
    CHECK(visitor.head() == "attract en");
  }
  CHECK(visitor.stored() == "");
}

TEST_CASE("after two minutes without a touch the kiosk asks, counts down, and keeps what was answered") {
  AtKiosk visitor{street_form};
  before_size(visitor).waits(119'999);
  CHECK(visitor.head() == "question en");
  visitor.waits(1);
  CHECK(visitor.screen() ==
        std::string{still_there} + "  30 of 30 seconds\nyes: still_there_yes | stop: still_there_stop\n");
  visitor.waits(1000);
  CHECK(visitor.screen() ==
        std::string{still_there} + "  29 of 30 seconds\nyes: still_there_yes | stop: still_there_stop\n");
  visitor.waits(28'999);
  CHECK(visitor.head() == "still_there en");
  visitor.waits(1);
  CHECK(visitor.head() == "attract en");
  CHECK(visitor.stored() == "abandoned en garden=yes size=12 trees:not_reached seconds=3\n");
}

TEST_CASE("what was on the screen unanswered when nobody was there any more is told apart") {
  AtKiosk visitor{street_form};
  visitor.begins().does(event::Choose{"garden", "yes"}).does(event::Next{}).waits(150'000);
  CHECK(visitor.stored() == "abandoned en garden=yes size:timed_out trees:not_reached seconds=2\n");
}

TEST_CASE("any touch keeps the visit alive, as often as it takes") {
  AtKiosk visitor{street_form};
  before_size(visitor);
  for (int i = 0; i < 12; ++i) visitor.waits(118'000).does(event::Touch{});
  CHECK(visitor.head() == "question en");
  for (int i = 0; i < 12; ++i) {
    visitor.waits(140'000);
    CHECK(visitor.head() == "still_there en");
    visitor.does(event::Touch{});
    CHECK(visitor.head() == "question en");
  }
}

TEST_CASE("who answers 'no, I stop' is asked about the answers, and not again whether they stop") {
  AtKiosk visitor{street_form};
  before_size(visitor).waits(130'000).does(event::Leave{});
  CHECK(visitor.head() == "leave en");
  const auto words = Words::load(BUURTPEIL_ASSETS "/texts/words.csv");
  CHECK(words->in({"en"})("leave_question") == "What shall we do with your answers?");
}

TEST_CASE("the pages before the questions are left in the same way, and say that they start over") {
  AtKiosk visitor{street_form};
  visitor.does(event::ChooseLanguage{"nl"}).waits(120'000);
  CHECK(visitor.screen() ==
        "still_there nl\n"
        "nl.still_there_question\n"
        "  nl.still_there_starts_over\n"
        "  30 of 30 seconds\n"
        "yes: nl.still_there_yes | stop: nl.still_there_stop\n");
  visitor.waits(30'000);
  CHECK(visitor.head() == "attract en");
}

TEST_CASE("the thanks go after half a minute, or later for who still reads them") {
  AtKiosk visitor{plain_form};
  visitor.begins().does(event::Write{"age", "12"}).does(event::Next{});
  visitor.waits(25'000).does(event::Touch{}).waits(29'999);
  CHECK(visitor.head() == "thanks nl");
  visitor.waits(1);
  CHECK(visitor.head() == "attract nl");
}

TEST_CASE("who answered nothing is not told that it was saved") {
  AtKiosk visitor{R"(
| survey |
| | type | name | label |
| | text | idea | Any idea? |
)"};
  visitor.begins().does(event::Next{});
  CHECK(visitor.screen() ==
        "thanks en\n"
        "thanks_title\n"
        "  thanks_nothing\n"
        "  thanks_unknown\n"
        "done: thanks_done\n");
  CHECK(visitor.stored() == "");
}

TEST_CASE("after a restart a fresh visit goes on only when somebody says so, and shows no answer before") {
  AtKiosk visitor{street_form};
  before_size(visitor);
  visitor.restarts_after(149'000);
  CHECK(visitor.screen() ==
        "still_there en\n"
        "still_there_question\n"
        "  still_there_restarted\n"
        "  30 of 30 seconds\n"
        "yes: still_there_yes | stop: still_there_stop\n");
  SUBCASE("a stray touch does nothing") {
    visitor.does(event::Touch{});
    CHECK(visitor.head() == "still_there en");
  }
  SUBCASE("yes") {
    visitor.does(event::Stay{});
    CHECK(visitor.screen() ==
          "question en\n"
          "67% progress question_number 2 3\n"
          "? size: How large is it?\n"
          "  number: '12'\n"
          "  type_number\n"
          "next: next | back: back | leave: leave | language: language\n");
    visitor.does(event::Next{}).does(event::Next{});
    CHECK(visitor.stored().starts_with("finished en garden=yes size=12 trees:skipped seconds="));
  }
  SUBCASE("no") {
    visitor.does(event::Leave{});
    CHECK(visitor.head() == "leave en");
    visitor.does(event::Delete{});
    CHECK(visitor.stored() == "");
  }
  SUBCASE("nobody") {
    visitor.waits(30'000);
    CHECK(visitor.head() == "attract en");
    CHECK(visitor.stored() == "abandoned en garden=yes size=12 trees:not_reached seconds=3\n");
  }
}

TEST_CASE("after a restart an old visit, or one of another form, is an abandoned one") {
  AtKiosk visitor{street_form};
  before_size(visitor);
  SUBCASE("too late") { visitor.restarts_after(150'000); }
  SUBCASE("the clock was set back") { visitor.restarts_after(-5'000); }
  SUBCASE("another form") { visitor.restarts_after(1'000, street_form + "\n"); }
  CHECK(visitor.head() == "attract en");
  CHECK(visitor.stored() == "abandoned en garden=yes size=12 trees:not_reached seconds=3\n");
}

TEST_CASE(
    "a full disk takes the kiosk out of service; it comes back by itself, and nothing that was saved is "
    "lost") {
  AtKiosk visitor{street_form, {}, 1};  // the store may not grow
  fill_the_disk(before_size(visitor));
  CHECK(visitor.screen() ==
        "out_of_service en\n"
        "  en: out_of_service\n"
        "  nl: nl.out_of_service\n"
        "  ar: ar.out_of_service\n");
  CHECK(visitor.kiosk().fault() != "");
  visitor.does(event::Start{}).does(event::Stay{});
  CHECK(visitor.head() == "out_of_service en");
  visitor.waits(Service::retry_s * 1000);
  CHECK(visitor.head() == "attract en");
  CHECK(visitor.kiosk().fault() == "");
  CHECK(visitor.stored().starts_with("abandoned en garden=yes size"));
}

TEST_CASE("while the store cannot be opened again the kiosk stays out of service") {
  AtKiosk visitor{street_form, {}, 1};
  fill_the_disk(before_size(visitor));
  REQUIRE(visitor.head() == "out_of_service en");
  const auto store = visitor.store_file();
  std::filesystem::rename(store, store.string() + ".away");
  std::ofstream{store} << "no store";
  visitor.waits(10 * Service::retry_s * 1000);
  CHECK(visitor.head() == "out_of_service en");
  std::filesystem::rename(store.string() + ".away", store);
  visitor.waits(Service::retry_s * 1000);
  CHECK(visitor.head() == "attract en");
}

namespace {

constexpr const char* secret = "Geheim";

/// A visitor who wrote a secret and is asked what happens with it.
AtKiosk& leaves_with_a_secret(AtKiosk& visitor) {
  return visitor.begins().does(event::Write{"idea", secret}).does(event::Leave{});
}

/// No answer is stored, and none of it is in any file beside the store.
void check_nothing_left(const AtKiosk& visitor) {
  CHECK(visitor.stored() == "");
  for (const auto& file : std::filesystem::directory_iterator(visitor.store_file().parent_path()))
    CHECK_MESSAGE(test::bytes_of(file.path()).find(secret) == std::string::npos, file.path().string());
}

const std::string idea_form = R"(
| survey |
| | type | name | label |
| | text | idea | Any idea? |
)";

}  // namespace

TEST_CASE("'delete my answers' leaves nothing on the disk while it can still be taken back") {
  AtKiosk visitor{idea_form};
  leaves_with_a_secret(visitor).does(event::Delete{});
  CHECK(visitor.screen().find("take back") != std::string::npos);
  check_nothing_left(visitor);
}

TEST_CASE("'delete my answers' on a full disk is remembered until the disk lets it be done") {
  AtKiosk visitor{idea_form};
  leaves_with_a_secret(visitor);
  std::optional<test::FullDisk> full;
  SUBCASE("the wish can be noted on the disk, and the program goes on") {
    full.emplace(512);
    visitor.does(event::Delete{});
    CHECK(visitor.head() == "out_of_service en");
    visitor.waits(3 * Service::retry_s * 1000);
    CHECK(visitor.head() == "out_of_service en");
    full.reset();
    visitor.waits(Service::retry_s * 1000);
  }
  SUBCASE("the wish can be noted on the disk, and the program starts again") {
    full.emplace(512);
    visitor.does(event::Delete{});
    full.reset();
    visitor.restarts_after(1000);
  }
  SUBCASE("the program starts again with another form") {
    full.emplace(512);
    visitor.does(event::Delete{});
    full.reset();
    visitor.restarts_after(1000, street_form);
  }
  SUBCASE("the disk takes no write at all, and the program goes on") {
    full.emplace(0);
    visitor.does(event::Delete{});
    CHECK(visitor.head() == "out_of_service en");
    visitor.waits(3 * Service::retry_s * 1000);
    full.reset();
    visitor.waits(Service::retry_s * 1000);
  }
  SUBCASE("the only answer is taken back, on a disk that takes no write at all") {
    visitor.does(event::Stay{});
    full.emplace(0);
    visitor.does(event::Write{"idea", ""});
    full.reset();
    visitor.waits(Service::retry_s * 1000);
  }
  CHECK(visitor.head().starts_with("attract"));
  check_nothing_left(visitor);
}
