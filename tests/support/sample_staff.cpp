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

  StaffView staff(const std::string& notice, bool warning) const {
    StaffView view;
    view.page = page_;
    view.title = word("staff_title");
    if (!notice.empty())
      view.notice =
          filled(word(notice), {{"folder", "buurtpeil-town-hall-2026-03-01-1904"},
                                {"problem",
                                 "lobby.xlsx: survey!C12: error: unknown question 'ag'; did you mean "
                                 "'age'?"}});
    view.warning = warning;
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
                  {word("staff_form"), "leefomgeving.xlsx · leefomgeving · 3"}};
    const auto act = [&](const char* name, const char* label, const std::string& value) {
      view.actions.push_back({name, word(label), value, event::Command{name}});
    };
    act("occasion", "staff_occasion", "Informatieavond, buurthuis De Tolk");
    act("form", "staff_choose_form", "leefomgeving.xlsx");
    act("mode", "staff_mode", word("staff_mode_tablet"));
    act("language", "language", word("staff_any_language"));
    act("volume", "staff_volume", filled(word("staff_volume_is"), {{"volume", "5"}}));
    act("export", "staff_export", "");
    act("quit", "staff_quit", "");
    view.back = button("staff_close", event::Back{});
    return view;
  }

  StaffView fault() const {
    StaffView view = staff("staff_still_fails", true);
    view.facts = {{word("staff_fault"), word("staff_fault_full"), true},
                  {word("staff_disk"), filled(word("staff_disk_little"), {{"megabytes", "0"}}), true},
                  {word("staff_report"),
                   "/var/lib/buurtpeil/town-hall.db: the disk is full; free some space and start again"}};
    view.actions.clear();
    for (const std::string name : {"retry", "export", "quit"})
      view.actions.push_back({name, word("staff_" + name), "", event::Command{name}});
    return view;
  }

  StaffView end_visit() const {
    StaffView view;
    view.page = page_;
    view.title = word("staff_end_visit_question");
    view.notice = word("staff_end_visit_explanation");
    view.actions = {{"form", word("staff_end_visit"), "lobby.xlsx", event::Command{"form"}}};
    view.back = button("back", event::Back{});
    return view;
  }

  QuestionView staff_form() const {
    ChoiceField field;
    field.path = "staff/form";
    field.label = word("staff_choose_form");
    field.options = {{"leefomgeving.xlsx", "leefomgeving.xlsx", true}, {"lobby.xlsx", "lobby.xlsx", false}};
    QuestionView view;
    view.page = page_;
    view.fields = {std::move(field)};
    view.progress = word("staff_title");
    view.back = button("back", event::Back{});
    return view;
  }

 private:
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
          {"staff", samples.staff("", false)},
          {"staff_copied", samples.staff("staff_copied", false)},
          {"staff_warning", samples.staff("staff_disk_full", true)},
          {"staff_refused", samples.staff("staff_form_refused", true)},
          {"staff_form", samples.staff_form()},
          {"staff_end_visit", samples.end_visit()},
          {"staff_fault", samples.fault()}};
}

}  // namespace buurtpeil
