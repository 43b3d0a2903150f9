// What the visitor or the clock did. Screens return events and change nothing themselves; kiosk.handle()
// acts on them.
#pragma once

#include <string>
#include <variant>

#include "geo/geometry.h"
#include "ui/look.h"

namespace buurtpeil::event {

struct Start {};  ///< touched the attract screen, "start" on the intro
struct ChooseLanguage {
  std::string code;
};
struct ShowLanguages {};  ///< the language button, on any screen of a visit
struct ShowLook {};       ///< the button that opens the visitor's own settings
struct SetLook {
  Look look;
};  ///< wants to see and hear it like that, from now on
struct Next {};
struct Back {};
/// Tapped a choice: selects, or for several answers takes it away again.
struct Choose {
  std::string path, name;
};
/// The whole new text of an open answer, number, day or time. While the finger that changes it is `held`,
/// more may follow at once: the answer counts, and is kept with the next event, at the latest when it is
/// lifted.
struct Write {
  std::string path, value;
  bool held = false;
};
/// Chose a stop of a scale, from 0.
struct Slide {
  std::string path;
  long stop = 0;
  bool held = false;
};
/// Looks at another month or other years of a calendar; answers nothing.
struct Browse {
  std::string path, to;
};
/// Looks at another part of a map, or closer; answers nothing.
struct LookAt {
  std::string path;
  GeoPoint centre;
  double zoom = 15;
};
/// Puts the next point of a place: by touching the map there (`pointed`), or in its middle.
struct Mark {
  std::string path;
  GeoPoint point;
  bool pointed = false;
};
/// Touched a point that was put, from 0: it is what goes elsewhere next; again for not. Answers nothing.
struct PickMark {
  std::string path;
  std::size_t which = 0;
};
struct Refuse {
  std::string path;
};  ///< "I'd rather not say"; again to take it back
struct Add {
  std::string path;
};  ///< to a repeat, one more
struct Remove {
  std::string path;
};  ///< from a repeat, the last one
/// Wishes to hear a recording from its beginning, in place of any other.
struct Play {
  std::string file;
};
struct Hush {};  ///< stops what sounds
/// From the look back at all answers: to the question with that path.
struct Change {
  std::string path;
};
struct Finish {};       ///< looked back, and the visit is complete; has seen enough of what others said
struct Leave {};        ///< asks to stop
struct Keep {};         ///< leave, keep what I answered
struct Delete {};       ///< leave, delete my answers
struct TakeBack {};     ///< the deletion, after all
struct ShowResults {};  ///< wishes to see what others said
struct ShowDid {};      ///< wishes to see what came of what was said before
/// Lays this beside what others said (ResultsView::Comparison::name); "": nothing any more.
struct Compare {
  std::string name;
};
/// Go on: from "still there?", from "what shall we do with your answers?".
struct Stay {};
/// Touched or scrolled without any further effect: somebody is there.
struct Touch {};
struct Tick {};  ///< time passed
/// A recording ended, or could not be played (Session::Sound::number): the machine says so, nobody touched.
struct Played {
  long number = 0;
};
struct AskStaff {};  ///< made the staff's gesture, on any screen
/// On the staff's screens: a digit of the PIN, "erase", "enter"; "occasion", "export", "close" ...
struct Command {
  std::string what;
};

}  // namespace buurtpeil::event

namespace buurtpeil {
using Event =
    std::variant<event::Start, event::ChooseLanguage, event::ShowLanguages, event::ShowLook, event::SetLook,
                 event::Next, event::Back, event::Choose, event::Write, event::Slide, event::Browse,
                 event::LookAt, event::Mark, event::PickMark, event::Refuse, event::Add, event::Remove,
                 event::Play, event::Hush, event::Change, event::Finish, event::Leave, event::Keep,
                 event::Delete, event::TakeBack, event::ShowResults, event::ShowDid, event::Compare,
                 event::Stay, event::Touch, event::Tick, event::Played, event::AskStaff, event::Command>;
}  // namespace buurtpeil
