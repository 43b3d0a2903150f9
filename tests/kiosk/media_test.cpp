// Pictures, recordings and explanations of a form, as a visitor meets them; and what sounds.
#include <doctest/doctest.h>

#include "kiosk/staff/pin.h"
#include "support/at_kiosk.h"
#include "support/temporary_folder.h"

using namespace buurtpeil;

namespace {

/// A form with its files beside it; what is in them does not matter here.
struct Beside {
  TemporaryFolder folder;

  explicit Beside(const std::string& form) {
    write_file(folder / "street.md", form);
    for (const char* file : {"plan.svg", "plan-ar.svg", "large.png", "photo.bmp", "elm.jpg", "one.mp3",
                             "one-ar.mp3", "two.ogg", "film.aac"})
      write_file(folder / file, "");
  }
  [[nodiscard]] std::string form() const { return folder / "street.md"; }
  [[nodiscard]] event::Play play(const std::string& file) const { return {folder / file}; }
};

const char* const spoken = R"(
| survey |
| | type            | name  | label::En (en) | label::Ar (ar) | audio::En (en) | audio::Ar (ar) | autoplay |
| | note            | hello | Hello          | مرحبا          | one.mp3        | one-ar.mp3     | audio    |
| | select_one tree | tree  | Tree           | شجرة           | two.ogg        |                |          |
| | text            | idea  | Idea           | فكرة           |                |                | audio    |
| choices |
| | list_name | name | label::En (en)      | label::Ar (ar)      | audio   |
| | tree      | elm  | Elm                 | دردار               | one.mp3 |
| | tree      | oak  | Oak                 | بلوط                |         |
)";

/// "2 one.mp3 at 5", or "silence".
std::string sound_of(AtKiosk& kiosk) {
  const Session::Sound sound = kiosk.kiosk().sound();
  if (sound.number == 0) return "silence";
  return std::to_string(sound.number) + " " + std::filesystem::path(sound.file).filename().string() + " at " +
         std::to_string(sound.volume);
}

}  // namespace

TEST_CASE("a question, a note and a choice show their pictures, in the visitor's language") {
  const Beside beside(R"(
| survey |
| | type            | name  | label::En (en) | label::Ar (ar) | image::En (en) | image::Ar (ar) | big-image |
| | note            | hello | Hello          | مرحبا          | plan.svg       | plan-ar.svg    | large.png |
| | select_one tree | tree  | Tree           | شجرة           | photo.bmp      |                |           |
| choices |
| | list_name | name | label::En (en)      | label::Ar (ar)      | image    | big-image |
| | tree      | elm  | Elm                 | دردار               | elm.jpg  | large.png |
| | tree      | oak  | Oak                 | بلوط                | none.png |           |
)");
  AtKiosk kiosk{beside.form()};
  CHECK(kiosk.begins().screen() ==
        "question en\n0%\n"
        "? hello: Hello\n  plan.svg large large.png\n"
        "next: next | leave: leave | language: language\n");
  CHECK(kiosk.does(event::Next{}).screen() ==  // a .bmp is not shown, and `check` says so
        "question en\n100% progress question_number 1 1\n"
        "? tree: Tree\n"
        "  ( ) elm: Elm elm.jpg large large.png\n"
        "  ( ) oak: Oak\n"
        "next: finish | back: back | leave: leave | language: language\n");
  kiosk.does(event::Back{}).does(event::ShowLanguages{}).does(event::ChooseLanguage{"ar"});
  CHECK(kiosk.screen() ==
        "question ar rtl\n0%\n"
        "? hello: مرحبا\n  plan-ar.svg large large.png\n"
        "next: ar.next | leave: ar.leave | language: ar.language\n");
}

TEST_CASE("a longer explanation is there to be asked for") {
  AtKiosk kiosk{R"(
| survey |
| | type | name | label::En (en) | label::Nl (nl) | guidance_hint::En (en) | guidance_hint::Nl (nl) |
| | text | idea | Idea           | Idee           | Anything goes.         | Alles mag.             |
)"};
  CHECK(kiosk.begins("nl").screen() ==
        "question nl\n100% nl.progress nl.question_number 1 1\n"
        "? idea: Idee\n  [nl.explain|nl.explain_hide] Alles mag.\n"
        "  text: ''\n  nl.type_text\n"
        "next: nl.finish | leave: nl.leave | language: nl.language\n");
}

TEST_CASE("choices are touched in a picture where it is an SVG, and are cards elsewhere") {
  const std::string start =
      "| survey |\n| | type | name | label | appearance | image |\n| | select_multiple x | q | Q | image-map "
      "| ";
  const std::string end = " |\n| choices |\n| | list_name | name | label |\n| | x | a | A |\n";
  const Beside map(start + "plan.svg" + end), photo(start + "large.png" + end), none(start + end);
  CHECK(AtKiosk{map.form()}.begins().screen() ==
        "question en\n100% progress question_number 1 1\n? q: Q\n  plan.svg\n  as map\n  [ ] a: A\n"
        "  image_map several\nnext: finish | leave: leave\n");
  CHECK(AtKiosk{photo.form()}.begins().screen() ==
        "question en\n100% progress question_number 1 1\n? q: Q\n  large.png\n  [ ] a: A\n"
        "  several\nnext: finish | leave: leave\n");
  CHECK(AtKiosk{none.form()}.begins().screen() ==
        "question en\n100% progress question_number 1 1\n? q: Q\n  [ ] a: A\n"
        "  several\nnext: finish | leave: leave\n");
}

TEST_CASE("a recording begins with its screen, is stopped and played again by a button") {
  const Beside beside(spoken);  // the columns audio and autoplay
  AtKiosk kiosk{beside.form()};
  CHECK(sound_of(kiosk) == "silence");
  kiosk.begins();
  CHECK(sound_of(kiosk) == "1 one.mp3 at 5");
  CHECK(kiosk.screen().find("  one.mp3 heard [listen_stop]\n") != std::string::npos);
  kiosk.does(event::Hush{});
  CHECK(sound_of(kiosk) == "silence");
  CHECK(kiosk.screen().find("  one.mp3 [listen]\n") != std::string::npos);
  CHECK(sound_of(kiosk.does(beside.play("one.mp3"))) == "2 one.mp3 at 5");
  CHECK(sound_of(kiosk.does(event::Played{1})) == "2 one.mp3 at 5");  // said too late
  CHECK(sound_of(kiosk.does(event::Played{2})) == "silence");
  CHECK(kiosk.screen().find("  one.mp3 [listen]\n") != std::string::npos);
}

TEST_CASE("one recording plays at a time, and each screen begins in silence") {
  const Beside beside(spoken);  // a question and a choice with audio
  AtKiosk kiosk{beside.form()};
  kiosk.begins().does(event::Next{});
  CHECK(sound_of(kiosk) == "silence");  // no autoplay here
  kiosk.does(beside.play("two.ogg")).does(beside.play("one.mp3"));
  CHECK(sound_of(kiosk) == "3 one.mp3 at 5");
  CHECK(kiosk.screen() ==
        "question en\n50% progress question_number 1 2\n"
        "? tree: Tree\n  two.ogg [listen]\n"
        "  ( ) elm: Elm one.mp3 heard [listen_stop]\n"
        "  ( ) oak: Oak\n"
        "next: next | back: back | leave: leave | language: language\n");
  kiosk.does(event::Choose{"tree", "elm"});
  CHECK(sound_of(kiosk) == "3 one.mp3 at 5");
  kiosk.does(event::Next{});
  CHECK(sound_of(kiosk) == "silence");
  CHECK(sound_of(kiosk.does(event::Back{}).does(event::Back{})) == "4 one.mp3 at 5");
}

TEST_CASE("a recording in another language begins when that is chosen; leaving for a moment begins none") {
  const Beside beside(spoken);
  AtKiosk kiosk{beside.form()};
  kiosk.begins().does(event::ShowLanguages{});
  CHECK(sound_of(kiosk) == "silence");
  CHECK(sound_of(kiosk.does(event::Back{})) == "silence");
  kiosk.does(event::ShowLanguages{}).does(event::ChooseLanguage{"ar"});
  CHECK(sound_of(kiosk) == "2 one-ar.mp3 at 5");
  kiosk.does(event::Next{}).does(event::Choose{"tree", "elm"}).does(event::Back{});
  CHECK(sound_of(kiosk) == "3 one-ar.mp3 at 5");
  kiosk.does(event::Leave{});
  CHECK(kiosk.head() == "leave ar rtl");
  CHECK(sound_of(kiosk) == "silence");
  CHECK(sound_of(kiosk.does(event::Stay{})) == "silence");
  CHECK(sound_of(kiosk.does(beside.play("one-ar.mp3")).does(event::Leave{}).does(event::Keep{})) ==
        "silence");
  CHECK(sound_of(kiosk.does(beside.play("one-ar.mp3"))) == "silence");
}

TEST_CASE("for a visitor who turned sound off none begins by itself, until the next visitor comes") {
  const Beside beside(spoken);
  AtKiosk kiosk{beside.form()};
  kiosk.does(event::SetLook{{.silent = true}}).does(event::ChooseLanguage{"en"}).does(event::Start{});
  CHECK(kiosk.head() == "question en | silent");
  CHECK(sound_of(kiosk) == "silence");
  CHECK(sound_of(kiosk.does(beside.play("one.mp3"))) == "1 one.mp3 at 5");  // asked for
  CHECK(sound_of(kiosk.does(event::SetLook{{.silent = true, .still = true}})) == "1 one.mp3 at 5");
  kiosk.does(event::Leave{});
  CHECK(sound_of(kiosk.begins()) == "2 one.mp3 at 5");
  CHECK(sound_of(kiosk.does(event::SetLook{{.silent = true}})) == "silence");
}

TEST_CASE("only what lies beside the form is played") {
  const Beside beside(spoken);
  AtKiosk kiosk{beside.form()};
  kiosk.begins().does(event::Hush{});
  CHECK(sound_of(kiosk.does(event::Play{"/etc/passwd"})) == "silence");
  CHECK(sound_of(kiosk.does(event::Play{""})) == "silence");
}

TEST_CASE("who listens is not idle, and the recording's end counts as their last touch") {
  const Beside beside(spoken);
  AtKiosk kiosk{beside.form()};
  kiosk.begins().waits(300'000);
  CHECK(kiosk.head() == "question en");
  CHECK(sound_of(kiosk) == "1 one.mp3 at 5");
  kiosk.kiosk().handle(event::Played{1}, kiosk.now());
  CHECK(kiosk.waits(119'999).head() == "question en");
  CHECK(kiosk.waits(1).head() == "still_there en");
}

TEST_CASE(
    "a player that never ends is stopped after ten minutes, and nobody is thought to be there for ever") {
  const Beside beside(spoken);
  AtKiosk kiosk{beside.form()};
  kiosk.begins().waits(599'999);
  CHECK(sound_of(kiosk) == "1 one.mp3 at 5");
  CHECK(kiosk.waits(1).head() == "question en");
  CHECK(sound_of(kiosk) == "silence");
  CHECK(kiosk.screen().find("  one.mp3 [listen]\n") != std::string::npos);
  CHECK(kiosk.waits(120'000).head() == "still_there en");
  kiosk.kiosk().handle(event::Played{1}, kiosk.now());  // is no touch of anybody
  CHECK(kiosk.head() == "still_there en");
  CHECK(kiosk.waits(30'000).head() == "attract en");
}

TEST_CASE("the staff's screen and their volume silence the recordings") {
  const Beside beside(spoken);
  Config config;
  config.staff_pin = hash_of_pin("246810").value();
  AtKiosk kiosk{beside.form(), config};
  kiosk.begins();
  CHECK(sound_of(kiosk) == "1 one.mp3 at 5");
  kiosk.does(event::AskStaff{});
  CHECK(kiosk.head() == "pin en");
  CHECK(sound_of(kiosk) == "silence");
  for (const char digit : std::string("246810")) kiosk.does(event::Command{std::string(1, digit)});
  kiosk.does(event::Command{"enter"}).does(event::Command{"volume"});
  for (const char* volume : {"4", "3", "2", "1", "0"}) kiosk.does(event::Write{"staff/volume", volume});
  kiosk.does(event::Back{}).does(event::Back{}).does(event::Stay{});
  CHECK(kiosk.screen() ==
        "question en\n0%\n? hello: Hello\n"
        "next: next | leave: leave | language: language\n");
  CHECK(sound_of(kiosk.does(beside.play("one.mp3"))) == "silence");
  CHECK(sound_of(kiosk.does(event::Next{}).does(event::Back{})) == "silence");
}

TEST_CASE("the invitation shows its pictures in turn, each with its words") {
  const Beside beside(R"(
| survey |
| | type | name  | label |
| | note | hello | Hello |
| settings |
| | kiosk_attract | kiosk_attract_image             |
| | One?<br>Two?  | plan.svg<br>large.png<br>none.png |
)");
  AtKiosk kiosk{beside.form()};
  const auto slide = [&] {
    const std::string screen = kiosk.screen();
    return screen.substr(screen.find('\n') + 1);
  };
  kiosk.waits(840 * 12'000 - kiosk.now().monotonic_ms % (840 * 12'000));  // a first slide
  const std::string rest = " | attract_effort 0 1 | attract_start\n";
  CHECK(slide() == "  plan.svg, then large.png\n  en: One?" + rest);
  CHECK(kiosk.waits(12'000).screen().find("  large.png, then \n  en: Two?") != std::string::npos);
  CHECK(kiosk.waits(12'000).screen().find("none") == std::string::npos);  // is missing: the street again
  CHECK(kiosk.waits(12'000).screen().find("  plan.svg, then large.png\n  en: Two?") != std::string::npos);
}
