// What a Visit is made of; for the files of this folder only.
#pragma once

#include <string_view>
#include <vector>

#include "visit/engine.h"
#include "visit/visit.h"

namespace buurtpeil {

/// What is shown together: one question, those of a field-list, or after the last instance of a repeat whose
/// form does not count them whether there is another one.
struct Screen {
  int anchor = 0;          ///< item that stands for it: the question, the group, or the repeat
  std::vector<int> items;  ///< questions and notes, at least one; a repeat alone
};

struct Visit::State {
  State(const Form& form, Beginning begun, Moment now);

  Beginning beginning;
  Moment started;
  Moment last;                          ///< touched
  std::int64_t seconds_before = 0;      ///< of the visit, before it was taken up again
  std::int64_t monotonic_start_ms = 0;  ///< of this process's part of the visit
  Engine engine;
  std::vector<Screen> screens;  ///< those that are relevant now
  int place = 0;                ///< anchor of the screen where the visitor is
  bool at_end = false;

  void fill_in();
  void touch(Moment now);
  void settle();
  void find_screens();
  void close_series(std::vector<int>& open, int next);
  [[nodiscard]] bool is_below(int item, int container) const;
  /// Index in `screens`; their number at the end.
  [[nodiscard]] int screen() const;
  void go_to_screen(int screen);
  void keep_place();
  [[nodiscard]] Complaint complaint_about(int item);
  /// Whether the numbers of the group around it, if any is given, add up to the group's parameter total.
  [[nodiscard]] bool meets_total(int item);
  /// Sets the complaints of a screen; true when there are none.
  bool check(const Screen& screen);
  /// The item on the screen with that path, or -1.
  [[nodiscard]] int on_screen(std::string_view path) const;
  [[nodiscard]] Prompt prompt(int item);
  class ValidOnly;
  [[nodiscard]] Answer freeze(int item, Status status, Moment now, Absence on_screen);
};

}  // namespace buurtpeil
