#include "support/sample_staff.h"

#include <map>

namespace buurtpeil {
namespace {

std::string filled(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values) {
    const std::size_t at = text.find("{" + name + "}");
    if (at != std::string::npos) text.replace(at, name.size() + 2, value);
  }
  return text;
}

class StaffSamples {
 public:
  StaffSamples(const SampleWord& word, const PageInfo& page) : word_(word), page_(page) {}

  PinView pin(int digits, bool locked) const {
    PinView view;
    view.page = page_;
    view.title = word("pin_title");
    view.digits = locked ? 0 : digits;
    view.locked = locked;
    if (locked) view.notice = filled(word(digits > 0 ? "pin_uncounted" : "pin_locked"), {{"seconds", "957"}});
    if (view.digits >= 6) view.enter = button("next", event::Command{"enter"});
    view.back = button("back", event::Back{});
    return view;
  }

  /// After something was done at one of its buttons.
  StaffView staff(const std::string& at, const std::string& outcome, bool warning) const {
    StaffView view;
    view.page = page_;
    view.title = word("staff_title");
    const auto act = [&](const char* name, const char* label, const std::string& value, Kind kind) {
      view.actions.push_back(
          {.name = name, .label = word(label), .value = value, .event = event::Command{name}, .kind = kind});
      if (name == at) say(view.actions.back(), word(outcome), warning);
    };
    act("occasion", "staff_occasion", "Informatieavond, buurthuis De Tolk", Kind::open);
    act("language", "language", word("staff_any_language"), Kind::open);
    act("export", "staff_export", "", Kind::act);
    act("mode", "staff_mode", word("staff_mode_tablet"), Kind::open);
    act("form", "staff_choose_form", "Uw straat en uw buurt", Kind::open);
    act("volume", "staff_volume", filled(word("staff_volume_is"), {{"volume", "5"}}), Kind::open);
    act("quit", "staff_quit", "", Kind::open);
    const auto counts = [&](const char* finished, const char* abandoned) {
      return filled(word("staff_counts"), {{"finished", finished}, {"abandoned", abandoned}});
    };
    view.facts = {{word("staff_today"), counts("41", "6")},
                  {word("staff_in_all"), counts("2318", "307")},
                  {word("staff_disk"),
                   warning ? filled(word("staff_disk_little"), {{"megabytes", "310"}})
                           : filled(word("staff_disk_free"), {{"gigabytes", "51.4"}}),
                   warning},
                  {word("staff_store"), filled(word("staff_store_sound"), {{"time", "08:02"}}) + " " +
                                            filled(word("staff_store_saved"), {{"time", "19:04"}})},
                  {word("staff_form"), "Uw straat en uw buurt · leefomgeving.xlsx · leefomgeving · 3"}};
    view.back = button("staff_close", event::Back{});
    return view;
  }

  /// A file beside the form has changed, and is not asked as it is now.
  StaffView data() const {
    StaffView view = staff("", "", false);
    view.facts.insert(
        view.facts.begin(),
        {word("staff_data"),
         "\u2066ideas.csv\u2069. " +
             filled(word("staff_form_mistakes"), {{"count", "1"}, {"place", "survey!A14"}}) + " " +
             word("staff_form_stays") + "\n" + word("staff_report") +
             ": \u2066leefomgeving.xlsx: survey!A14: error: the file 'ideas.csv' cannot be read: the quote "
             "that opens on line 2 is never closed\u2069",
         true});
    return view;
  }

  StaffView fault() const {
    StaffView view;
    view.page = page_;
    view.title = word("staff_fault");
    view.notice = word("staff_fault_full");
    view.warning = true;
    view.facts = {{word("staff_disk"), filled(word("staff_disk_little"), {{"megabytes", "0"}}), true},
                  {word("staff_report"),
                   "/var/lib/buurtpeil/town-hall.db: the disk is full; free some space and start again"}};
    for (const std::string name : {"retry", "export", "quit"})
      view.actions.push_back({.name = name,
                              .label = word("staff_" + name),
                              .value = "",
                              .event = event::Command{name},
                              .kind = name == "quit" ? Kind::open : Kind::act});
    say(view.actions.front(), word("staff_still_fails"), true);
    view.back = button("staff_close", event::Back{});
    return view;
  }

  StaffView end_visit() const {
    StaffView view;
    view.page = page_;
    view.title = word("staff_end_visit_question");
    view.notice = word("staff_end_visit_explanation");
    view.actions = {{.name = "form",
                     .label = word("staff_end_visit"),
                     .value = "De hal van het stadhuis",
                     .event = event::Command{"form"}}};
    view.back = button("back", event::Back{});
    return view;
  }

  StaffView staff_form(bool refused) const {
    StaffView view;
    view.page = page_;
    view.title = word("staff_choose_form");
    const auto offer = [&](const std::string& file, const std::string& title, Kind kind) {
      view.actions.push_back({.name = "form:" + file,
                              .label = title,
                              .value = file,
                              .event = event::Choose{"staff/form", file},
                              .kind = kind});
    };
    offer("leefomgeving.xlsx", "Uw straat en uw buurt", Kind::chosen);
    offer("lobby.xlsx", "De hal van het stadhuis", Kind::choice);
    offer("avond.xlsx", "Informatieavond over de nieuwe wijk", Kind::choice);
    if (refused)
      say(view.actions[1],
          filled(word("staff_form_mistakes"), {{"count", "3"}, {"place", "survey!C12"}}) + " " +
              word("staff_form_stays") + "\n" + word("staff_report") +
              ": \u2066lobby.xlsx: survey!C12: error: unknown question 'ag'; did you mean 'age'?\u2069",
          true);
    view.back = button("back", event::Back{});
    return view;
  }

  QuestionView volume() const {
    StepField field;
    field.path = "staff/volume";
    field.label = word("staff_volume");
    StepField::Column column;
    column.name = "volume";
    column.value = filled(word("staff_volume_is"), {{"volume", "5"}});
    column.up.writes = "6";
    column.down.writes = "4";
    field.columns = {std::move(column)};
    return asking(std::move(field));
  }

  QuestionView typing() const {
    WriteField field;
    field.path = "staff/occasion";
    field.label = word("staff_occasion_name");
    field.value = "Buurtfeest";
    QuestionView view = asking(std::move(field));
    view.next = button("staff_save", event::Next{});
    return view;
  }

  CopyView copy(CopyView::State state) const {
    using State = CopyView::State;
    CopyView view;
    view.page = page_;
    view.state = state;
    view.title = word(state == State::busy   ? "staff_copying"
                      : state == State::done ? "staff_copied"
                                             : "staff_not_copied");
    view.text = state == State::busy ? word("staff_copying_explanation")
                : state == State::done
                    ? filled(word("staff_copied_to"), {{"folder", "buurtpeil-town-hall-2026-03-01-1904"}}) +
                          " " + filled(word("staff_counts"), {{"finished", "1184"}, {"abandoned", "37"}})
                    : word("staff_no_disk");
    view.seconds = 42;
    if (state == State::failed) view.again = button("staff_retry", event::Command{"export"});
    view.back = button(state == State::busy ? "staff_copy_stop" : "back", event::Back{});
    return view;
  }

 private:
  using Kind = StaffView::Action::Kind;

  static void say(StaffView::Action& action, std::string outcome, bool warning) {
    action.outcome = filled(std::move(outcome), {{"folder", "buurtpeil-town-hall-2026-03-01-1904"}});
    action.warning = warning;
  }
  QuestionView asking(Field field) const {
    QuestionView view;
    view.page = page_;
    view.fields = {std::move(field)};
    view.progress = word("staff_title");
    view.back = button("back", event::Back{});
    return view;
  }
  std::string word(const std::string& key) const { return word_(key); }
  Button button(const std::string& key, Event event) const { return {word(key), std::move(event)}; }

  const SampleWord& word_;
  const PageInfo& page_;
};

}  // namespace

std::vector<std::pair<std::string, View>> sample_staff(const SampleWord& word, const PageInfo& page) {
  const StaffSamples samples{word, page};
  return {{"pin", samples.pin(7, false)},
          {"pin_locked", samples.pin(0, true)},
          {"pin_uncounted", samples.pin(7, true)},
          {"staff", samples.staff("", "", false)},
          {"staff_saved", samples.staff("mode", "staff_saved", false)},
          {"staff_copied", samples.staff("export", "staff_copied_to", false)},
          {"staff_warning", samples.staff("export", "staff_not_copied", true)},
          {"staff_data", samples.data()},
          {"staff_form", samples.staff_form(false)},
          {"staff_refused", samples.staff_form(true)},
          {"staff_volume", samples.volume()},
          {"staff_typing", samples.typing()},
          {"staff_copy", samples.copy(CopyView::State::busy)},
          {"staff_copy_done", samples.copy(CopyView::State::done)},
          {"staff_copy_failed", samples.copy(CopyView::State::failed)},
          {"staff_end_visit", samples.end_visit()},
          {"staff_fault", samples.fault()}};
}

}  // namespace buurtpeil
