// What the staff's screens say.
#include <fmt/format.h>

#include <algorithm>

#include "kiosk/staff/form_list.h"
#include "kiosk/staff/pin.h"
#include "kiosk/staff/staff.h"

namespace buurtpeil {
namespace {

constexpr const char* occasion_path = "staff/occasion";
constexpr const char* form_path = "staff/form";
constexpr const char* language_path = "staff/language";

/// "12:03", or with its day where that is another one than `today`.
std::string time_of(Moment moment, Moment today) {
  const std::string iso = to_iso_local(moment);
  const std::string time = iso.substr(11, 5);
  const std::string day = iso.substr(0, 10);
  return day == to_iso_local(today).substr(0, 10) ? time : day + " " + time;
}

std::string fault_words(Fault fault, const Wording& say) {
  switch (fault) {
    case Fault::disk_full:
      return say("staff_fault_full");
    case Fault::disk_fails:
      return say("staff_fault_disk");
    case Fault::not_writable:
      return say("staff_fault_denied");
    case Fault::in_use:
      return say("staff_fault_in_use");
    case Fault::damaged:
      return say("staff_fault_damaged");
    case Fault::other:
      break;
  }
  return say("staff_fault_other");
}

ChoiceField choice_field(const char* path, std::string label) {
  ChoiceField field;
  field.path = path;
  field.label = std::move(label);
  return field;
}

void offer(ChoiceField& field, std::string name, std::string label, bool selected) {
  ChoiceField::Option option;
  option.name = std::move(name);
  option.label = std::move(label);
  option.selected = selected;
  field.options.push_back(std::move(option));
}

/// One question, from which a button leads back.
QuestionView asking(Field field, const Wording& say) {
  QuestionView view;
  view.fields = {std::move(field)};
  view.progress = say("staff_title");
  view.back = {say("back"), event::Back{}};
  return view;
}

}  // namespace

View Staff::view(const Wording& say, const PageInfo& page, Moment now) const {
  const auto on_page = [&page](auto view) {
    view.page = page;
    return View{std::move(view)};
  };
  switch (page_) {
    case Page::occasion:
      return on_page(occasion_view(say));
    case Page::other_occasion:
      return on_page(other_occasion_view(say));
    case Page::form:
      return on_page(form_view(say));
    case Page::end_visit:
      return on_page(end_visit_view(say));
    case Page::language:
      return on_page(language_view(say));
    case Page::volume:
      return on_page(volume_view(say));
    case Page::quit:
      return on_page(quit_view(say));
    case Page::overview:
      return on_page(service_.works() ? overview(say) : fault_view(say));
    case Page::closed:
    case Page::pin:
      break;
  }
  return on_page(pin_view(say, now));
}

PinView Staff::pin_view(const Wording& say, Moment now) const {
  PinView view;
  view.title = say("pin_title");
  view.digits = static_cast<int>(entered_.size());
  view.locked = locked(now);
  view.back = {say("back"), event::Back{}};
  if (view.locked)
    view.notice = say(locked_until_ms() > locked_until_ms_ ? Word{"pin_uncounted"} : Word{"pin_locked"},
                      {{"seconds", std::to_string((locked_until_ms() - now.monotonic_ms + 999) / 1000)}});
  else if (notice_ == Notice::pin_wrong)
    view.notice = say("pin_wrong");
  if (entered_.size() >= shortest_pin) view.enter = {say("next"), event::Command{"enter"}};
  return view;
}

void Staff::add_disk(std::vector<StaffView::Fact>& facts, const Wording& say) const {
  const std::uint64_t megabytes = free_bytes_.value_or(0) / 1'000'000;
  const bool little = free_bytes_ && *free_bytes_ < little_room_bytes;
  if (free_bytes_)
    facts.push_back({say("staff_disk"),
                     little ? say("staff_disk_little", {{"megabytes", std::to_string(megabytes)}})
                            : say("staff_disk_free", {{"gigabytes", fmt::format("{}.{}", megabytes / 1000,
                                                                                megabytes / 100 % 10)}}),
                     little});
  if (free_bytes_ && !little && say("decimal_sign") == ",")
    std::ranges::replace(facts.back().value, '.', ',');
}

std::vector<StaffView::Fact> Staff::facts(const Wording& say) const {
  const auto counted = [&say](const Store::Counts& counts) {
    return say("staff_counts", {{"finished", std::to_string(counts.finished)},
                                {"abandoned", std::to_string(counts.abandoned)}});
  };
  std::vector<StaffView::Fact> facts = {{say("staff_today"), counted(today_)},
                                        {say("staff_in_all"), counted(in_all_)}};
  add_disk(facts, say);
  std::string store =
      say("staff_store_sound",
          {{"time", time_of(service_.opened(), service_.saved().value_or(service_.opened()))}});
  store += " " + (service_.saved()
                      ? say("staff_store_saved", {{"time", time_of(*service_.saved(), service_.opened())}})
                      : say("staff_store_unsaved"));
  if (!journal_is_moved_) store += " " + say("staff_store_busy");
  facts.push_back({say("staff_store"), store});
  facts.push_back({say("staff_form"),
                   fmt::format("{} · {}{}{}", service_.form().file, service_.form().id,
                               service_.form().version.empty() ? "" : " · ", service_.form().version)});
  return facts;
}

std::string Staff::notice_words(const Wording& say) const {
  switch (notice_) {
    case Notice::copying:
      return say("staff_copying");
    case Notice::copied:
      return say("staff_copied", {{"folder", copied_to_}});
    case Notice::no_disk:
      return say("staff_no_disk");
    case Notice::disk_full:
      return say("staff_disk_full");
    case Notice::copy_failed:
      return say("staff_copy_failed");
    case Notice::works_again:
      return say("staff_works_again");
    case Notice::still_fails:
      return say("staff_still_fails");
    case Notice::form_chosen:
      return say("staff_form_chosen", {{"file", service_.form().file}});
    case Notice::form_refused:
      return say("staff_form_refused", {{"problem", refused_form_}});
    case Notice::none:
    case Notice::pin_wrong:
      break;
  }
  return "";
}

bool Staff::is_warning(Notice notice) {
  return notice == Notice::no_disk || notice == Notice::disk_full || notice == Notice::copy_failed ||
         notice == Notice::still_fails || notice == Notice::form_refused;
}

StaffView Staff::fault_view(const Wording& say) const {
  StaffView view;
  view.title = say("staff_title");
  view.notice = notice_words(say);
  view.warning = is_warning(notice_);
  view.facts.push_back({say("staff_fault"), fault_words(service_.fault().fault, say), true});
  add_disk(view.facts, say);
  view.facts.push_back({say("staff_report"), service_.fault().message});
  const auto act = [&view](const char* name, std::string label) {
    view.actions.push_back({name, std::move(label), "", event::Command{name}});
  };
  act("retry", say("staff_retry"));
  if (readable_) act("export", say("staff_export"));
  act("quit", say("staff_quit"));
  view.back = {say("staff_close"), event::Back{}};
  return view;
}

StaffView Staff::overview(const Wording& say) const {
  StaffView view;
  view.title = say("staff_title");
  view.notice = notice_words(say);
  view.warning = is_warning(notice_);
  view.facts = facts(say);
  const int language = service_.form().language_of(service_.language());
  const auto act = [&view](const char* name, std::string label, std::string value) {
    view.actions.push_back({name, std::move(label), std::move(value), event::Command{name}});
  };
  act("occasion", say("staff_occasion"),
      service_.occasion().empty() ? say("staff_no_occasion") : service_.occasion());
  if (listed_forms(service_.config()).size() > 1) act("form", say("staff_choose_form"), service_.form().file);
  act("mode", say("staff_mode"),
      service_.mode() == Mode::tablet ? say("staff_mode_tablet") : say("staff_mode_kiosk"));
  if (service_.form().languages.size() > 1)
    act("language", say("language"),
        language < 0 ? say("staff_any_language")
                     : service_.form().languages[static_cast<std::size_t>(language)].name);
  act("volume", say("staff_volume"), say("staff_volume_is", {{"volume", std::to_string(service_.volume())}}));
  act("export", say("staff_export"), "");
  act("quit", say("staff_quit"), "");
  view.back = {say("staff_close"), event::Back{}};
  return view;
}

QuestionView Staff::occasion_view(const Wording& say) const {
  ChoiceField field = choice_field(occasion_path, say("staff_occasion"));
  bool listed = service_.occasion().empty();
  offer(field, "none", say("staff_no_occasion"), listed);
  for (std::size_t index = 0; index < service_.config().occasions.size(); ++index) {
    const bool chosen = service_.config().occasions[index] == service_.occasion();
    listed |= chosen;
    offer(field, std::to_string(index), service_.config().occasions[index], chosen);
  }
  offer(field, "other",
        listed ? say("staff_other_occasion") : say("staff_other_occasion") + ": " + service_.occasion(),
        !listed);
  return asking(std::move(field), say);
}

QuestionView Staff::other_occasion_view(const Wording& say) const {
  WriteField field;
  field.path = occasion_path;
  field.label = say("staff_occasion_name");
  field.value = typed_;
  QuestionView view = asking(std::move(field), say);
  if (!typed_.empty()) view.next = {say("staff_save"), event::Next{}};
  return view;
}

QuestionView Staff::form_view(const Wording& say) const {
  ChoiceField field = choice_field(form_path, say("staff_choose_form"));
  for (const auto& file : listed_forms(service_.config())) {
    const std::string name = file.filename().string();
    offer(field, name, name, name == service_.form().file);
  }
  return asking(std::move(field), say);
}

StaffView Staff::end_visit_view(const Wording& say) const {
  StaffView view;
  view.title = say("staff_end_visit_question");
  view.notice = say("staff_end_visit_explanation");
  view.actions.push_back({"form", say("staff_end_visit"), chosen_form_->file, event::Command{"form"}});
  view.back = {say("back"), event::Back{}};
  return view;
}

QuestionView Staff::language_view(const Wording& say) const {
  ChoiceField field = choice_field(language_path, say("staff_language"));
  offer(field, "any", say("staff_any_language"), service_.language().empty());
  for (const Language& language : service_.form().languages)
    offer(field, language.code, language.name, language.code == service_.language());
  return asking(std::move(field), say);
}

StaffView Staff::volume_view(const Wording& say) const {
  StaffView view;
  view.title = say("staff_volume");
  view.notice = say("staff_volume_is", {{"volume", std::to_string(service_.volume())}});
  if (service_.volume() > 0)
    view.actions.push_back({"softer", say("staff_softer"), "", event::Command{"softer"}});
  if (service_.volume() < Service::loudest)
    view.actions.push_back({"louder", say("staff_louder"), "", event::Command{"louder"}});
  view.back = {say("back"), event::Back{}};
  return view;
}

StaffView Staff::quit_view(const Wording& say) const {
  StaffView view;
  view.title = say("staff_quit_question");
  view.actions.push_back({"quit", say("staff_quit"), "", event::Command{"quit"}});
  view.back = {say("back"), event::Back{}};
  return view;
}

}  // namespace buurtpeil
