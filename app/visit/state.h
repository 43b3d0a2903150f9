// What a Visit is made of; for the files of this folder only.
#pragma once

#include <string_view>
#include <vector>

#include "visit/doubt.h"
#include "visit/engine.h"
#include "visit/visit.h"

namespace buurtpeil {

/// What is shown together: one question, those of a field-list, or after the last instance of a repeat whose
/// form does not count them whether there is another one.
struct Screen {
  int anchor = 0;          ///< item that stands for it: the question, the group, or the repeat
  std::vector<int> items;  ///< questions and notes, at least one; a repeat alone
};

/// A repeat that asks for another instance at its end, while its screens are being found.
struct OpenSeries {
  int item = 0;
  std::size_t first_screen = 0;  ///< where screens may begin that have something of it
};

struct Visit::State {
  State(const Form& form, Beginning begun, Moment now);

  Beginning beginning;
  std::string look;  ///< see Visit::keep_look()
  Moment started;
  Moment last;                          ///< touched
  std::int64_t seconds_before = 0;      ///< of the visit, before it was taken up again
  std::int64_t monotonic_start_ms = 0;  ///< of this process's part of the visit
  std::int64_t seen_from_ms = 0;        ///< since when what is shown is not yet in Item::seen_ms
  Engine engine;
  std::vector<Screen> screens;  ///< those that are relevant now, in the form's order
  /// The cursor: index in `screens` of the one that is shown, their number at the end. Only settle() and
  /// those who move the visitor set it.
  std::size_t here = 0;
  double part = 0;       ///< Progress::part
  bool returns = false;  ///< Progress::returns

  void fill_in();
  void touch(Moment now);
  /// Adds to what is shown the time that it was seen.
  void note_time(Moment now);
  /// Of a visit at its end: see doubt.h.
  [[nodiscard]] std::vector<AnsweredScreen> answered_screens();
  /// After every change: computes what follows from it, finds the screens anew and puts the cursor on the
  /// screen that was shown, or where that is gone on its successor. Holds the invariants of visit.h.
  void settle();
  /// The same for a visit that stands at the screen with that anchor; -1: at the end.
  void settle_at(int anchor);
  void hold_invariants();
  /// visit/progress.cpp
  [[nodiscard]] Progress progress();
  /// After the visitor went on, or something else changed; and after they went back.
  void advance_bar();
  void draw_bar_back();
  void find_screens();
  void close_series(std::vector<OpenSeries>& open, int next);
  [[nodiscard]] bool joins_last_screen(int question) const;
  [[nodiscard]] bool is_below(int item, int container) const;
  /// By their anchors, also of screens that are not there now.
  [[nodiscard]] bool comes_before(int anchor, int other) const;
  /// The screen with that anchor; else the first one after it, or the last one where none is after it.
  [[nodiscard]] std::size_t screen_at_or_after(int anchor) const;
  [[nodiscard]] bool at_end() const { return here == screens.size(); }
  /// What stands on the screen that is shown; nothing at the end.
  [[nodiscard]] const std::vector<int>& shown() const;
  /// The first screen with a question that the visitor has not seen or whose answer is not valid; their
  /// number if there is none.
  [[nodiscard]] std::size_t first_unfinished();
  /// The same, also with a note.
  [[nodiscard]] std::size_t first_unpassed();
  [[nodiscard]] bool is_unseen(int item);
  /// Anything on it, also a note, that the visitor has not gone on from yet.
  [[nodiscard]] bool has_unpassed(const Screen& screen) const;
  [[nodiscard]] bool is_last() const;  ///< Progress::is_last
  /// Wants an answer, in contrast to notes and what may only be read.
  [[nodiscard]] bool asks(int item);
  [[nodiscard]] Complaint complaint_about(int item);
  /// Whether the numbers of the group around it, if any is given, add up to the group's parameter total.
  [[nodiscard]] bool meets_total(int item);
  /// Sets the complaints of a screen; true when there are none.
  bool check(const Screen& screen);
  /// From a screen that is valid; false when something before it is not valid any more.
  bool go_on();
  /// The item on the screen with that path, or -1.
  [[nodiscard]] int on_screen(std::string_view path) const;
  /// The same for what wants an answer.
  [[nodiscard]] int asked_on_screen(std::string_view path);
  /// What a tap on the choice with that name makes of the answer; nothing where there is no such choice.
  [[nodiscard]] std::optional<std::string> value_after_tap(int index, const std::string& name);
  /// Of the names in a whole new value those that are offered, each once: an order is written so.
  [[nodiscard]] std::string offered_names(int index, const std::string& written);
  [[nodiscard]] bool is_shown_now(int item) const;
  /// As the visitor sees it.
  [[nodiscard]] std::string working_value(int item);
  [[nodiscard]] bool is_part_of_points(int item);
  /// On the screen, those that divide the points of the group with that path.
  [[nodiscard]] std::vector<int> parts_of_points(std::string_view group);
  [[nodiscard]] Prompt prompt(int item, Options options);
  class ValidOnly;
  class Count;
  [[nodiscard]] Answer freeze(int item, Status status, Moment now, Absence on_screen);
};

}  // namespace buurtpeil
