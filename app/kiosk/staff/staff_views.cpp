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
constexpr const char* mode_path = "staff/mode";
constexpr const char* volume_path = "staff/volume";

/// Before everything that a visitor sees (Session); the screens below the overview before that.
constexpr int overview_depth = 10, list_depth = 11, typing_depth = 12;

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

using Action = StaffView::Action;

/// A list of which one is chosen.
StaffView list_view(std::string title, const Wording& say) {
  StaffView view;
  view.title = std::move(title);
  view.back = {say("back"), event::Back{}};
  return view;
}

Action choice(const char* path, const std::string& name, std::string label, bool chosen) {
  return {.name = std::string{path}.substr(std::string_view{"staff/"}.size()) + ":" + name,
          .label = std::move(label),
          .value = "",
          .event = event::Choose{path, name},
          .kind = chosen ? Action::Kind::chosen : Action::Kind::choice};
}

/// One question, from which a button leads back.
QuestionView asking(Field field, const Wording& say) {
  QuestionView view;
  view.fields = {std::move(field)};
  view.progress = say("staff_title");
  view.back = {say("back"), event::Back{}};
  return view;
}

std::string counts_words(const Store::Counts& counts, const Wording& say) {
  return say("staff_counts", {{"finished", std::to_string(counts.finished)},
                              {"abandoned", std::to_string(counts.abandoned)}});
}

}  // namespace

View Staff::view(const Wording& say, const PageInfo& page, Moment now) const {
  View shown = page_view(say, now);
  PageInfo& shown_page = std::visit([](auto& view) -> PageInfo& { return view.page; }, shown);
  shown_page = page;
  const bool is_list = page_ != Page::pin && page_ != Page::overview;
  shown_page.depth = page_ == Page::other_occasion ? typing_depth : is_list ? list_depth : overview_depth;
  return shown;
}

View Staff::page_view(const Wording& say, Moment now) const {
  switch (page_) {
    case Page::occasion:
      return occasion_view(say);
    case Page::other_occasion:
      return other_occasion_view(say);
    case Page::form:
      return form_view(say);
    case Page::end_visit:
      return end_visit_view(say);
    case Page::language:
      return language_view(say);
    case Page::mode:
      return mode_view(say);
    case Page::volume:
      return volume_view(say);
    case Page::copy:
      return copy_view(say, now);
    case Page::quit:
      return quit_view(say);
    case Page::overview:
      if (service_.works()) return overview(say);
      return fault_view(say);
    case Page::closed:
    case Page::pin:
      break;
  }
  return pin_view(say, now);
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
  std::vector<StaffView::Fact> facts;
  if (!refused_data_.empty())
    facts.push_back({say("staff_data"),
                     fmt::format("\u2066{}\u2069. {}", refused_data_, refusal_words(data_refusal_, say)),
                     true});
  facts.push_back({say("staff_today"), counts_words(today_, say)});
  facts.push_back({say("staff_in_all"), counts_words(in_all_, say)});
  add_disk(facts, say);
  std::string store =
      service_.is_checking()
          ? say("staff_store_checking")
          : say("staff_store_sound",
                {{"time", time_of(service_.opened(), service_.saved().value_or(service_.opened()))}});
  store += " " + (service_.saved()
                      ? say("staff_store_saved", {{"time", time_of(*service_.saved(), service_.opened())}})
                      : say("staff_store_unsaved"));
  if (!journal_is_moved_) store += " " + say("staff_store_busy");
  facts.push_back({say("staff_store"), store});
  facts.push_back(
      {say("staff_form"),
       fmt::format("{} · {} · {}{}{}", service_.form().title, service_.form().file, service_.form().id,
                   service_.form().version.empty() ? "" : " · ", service_.form().version)});
  for (const std::string& problem : service_.other_results().problems)
    facts.push_back({say("staff_results"), problem, true});
  for (const std::string& file : service_.maps().left_out())
    facts.push_back(
        {say("staff_map"), fmt::format("\u2066{}\u2069. {}", file, say("staff_map_left_out")), true});
  return facts;
}

std::string Staff::notice_words(const Wording& say) const {
  switch (notice_) {
    case Notice::saved:
      return say("staff_saved");
    case Notice::copied:
      return say("staff_copied_to", {{"folder", copied_to_}}) +
             (copied_counts_ ? " " + counts_words(*copied_counts_, say) : "");
    case Notice::no_disk:
    case Notice::disk_full:
    case Notice::copy_failed:
    case Notice::copy_stopped:
      return say("staff_not_copied");
    case Notice::works_again:
      return say("staff_works_again");
    case Notice::still_fails:
      return say("staff_still_fails");
    case Notice::form_refused:
      return refusal_words(refusal_, say);
    case Notice::none:
    case Notice::pin_wrong:
      break;
  }
  return "";
}

/// What is wrong and who can mend it, in the staff's language; below it the sentence of `check` for whoever
/// does.
std::string Staff::refusal_words(const FormRefusal& refusal, const Wording& say) {
  using Kind = FormRefusal::Kind;
  const auto why = [&] {
    switch (refusal.kind) {
      case Kind::unreadable:
        return say("staff_form_unreadable");
      case Kind::missing_file:
        return say("staff_form_missing", {{"place", refusal.place}});
      case Kind::other_languages:
        return say("staff_form_languages");
      case Kind::form_changed:
        return say("staff_form_changed");
      case Kind::mistakes:
        break;
    }
    return say("staff_form_mistakes", {{"count", std::to_string(refusal.errors)}, {"place", refusal.place}});
  };
  // Isolated (U+2066, U+2069): in a right-to-left sentence it keeps its own order.
  std::string words = why() + " " + say("staff_form_stays");
  if (!refusal.line.empty()) words += fmt::format("\n{}: \u2066{}\u2069", say("staff_report"), refusal.line);
  return words;
}

bool Staff::is_warning(Notice notice) {
  return notice == Notice::no_disk || notice == Notice::disk_full || notice == Notice::copy_failed ||
         notice == Notice::copy_stopped || notice == Notice::still_fails || notice == Notice::form_refused;
}

void Staff::add_action(StaffView& view, Action action, const Wording& say) const {
  if (action.name == noticed_at_) {
    action.outcome = notice_words(say);
    action.warning = is_warning(notice_);
  }
  view.actions.push_back(std::move(action));
}

StaffView Staff::fault_view(const Wording& say) const {
  StaffView view;
  view.title = say("staff_fault");
  view.notice = fault_words(service_.fault().fault, say);
  view.warning = true;
  const auto act = [&](const char* name, std::string label, Action::Kind kind) {
    add_action(
        view,
        {.name = name, .label = std::move(label), .value = "", .event = event::Command{name}, .kind = kind},
        say);
  };
  act("retry", say("staff_retry"), Action::Kind::act);
  if (readable_) act("export", say("staff_export"), Action::Kind::act);
  act("quit", say("staff_quit"), Action::Kind::open);
  add_disk(view.facts, say);
  view.facts.push_back({say("staff_report"), service_.fault().message});
  view.back = {say("staff_close"), event::Back{}};
  return view;
}

StaffView Staff::overview(const Wording& say) const {
  StaffView view;
  view.title = say("staff_title");
  if (noticed_at_.empty()) view.notice = notice_words(say);
  const int language = service_.form().language_of(service_.language());
  const auto act = [&](const char* name, std::string label, std::string value,
                       Action::Kind kind = Action::Kind::open) {
    add_action(view,
               {.name = name,
                .label = std::move(label),
                .value = std::move(value),
                .event = event::Command{name},
                .kind = kind},
               say);
  };
  act("occasion", say("staff_occasion"),
      service_.occasion().empty() ? say("staff_no_occasion") : service_.occasion());
  if (service_.form().languages.size() > 1)
    act("language", say("language"),
        language < 0 ? say("staff_any_language")
                     : service_.form().languages[static_cast<std::size_t>(language)].name);
  act("export", say("staff_export"), "", Action::Kind::act);
  act("mode", say("staff_mode"),
      service_.mode() == Mode::tablet ? say("staff_mode_tablet") : say("staff_mode_kiosk"));
  if (listed_forms(service_.config()).size() > 1)
    act("form", say("staff_choose_form"), service_.form().title);
  act("volume", say("staff_volume"), say("staff_volume_is", {{"volume", std::to_string(service_.volume())}}));
  act("quit", say("staff_quit"), "");
  view.facts = facts(say);
  view.back = {say("staff_close"), event::Back{}};
  return view;
}

StaffView Staff::occasion_view(const Wording& say) const {
  StaffView view = list_view(say("staff_occasion"), say);
  bool listed = service_.occasion().empty();
  const auto offer = [&](const std::string& name, std::string label, bool chosen) {
    view.actions.push_back(choice(occasion_path, name, std::move(label), chosen));
  };
  offer("none", say("staff_no_occasion"), listed);
  for (std::size_t index = 0; index < service_.config().occasions.size(); ++index) {
    const bool chosen = service_.config().occasions[index] == service_.occasion();
    listed |= chosen;
    offer(std::to_string(index), service_.config().occasions[index], chosen);
  }
  offer("other", say("staff_other_occasion"), !listed);
  if (!listed) view.actions.back().value = service_.occasion();
  return view;
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

StaffView Staff::form_view(const Wording& say) const {
  StaffView view = list_view(say("staff_choose_form"), say);
  for (const ListedForm& form : forms_) {
    Action offered = choice(form_path, form.file, form.title, form.file == service_.form().file);
    if (form.title != form.file) offered.value = form.file;
    add_action(view, std::move(offered), say);
  }
  return view;
}

StaffView Staff::end_visit_view(const Wording& say) const {
  StaffView view = list_view(say("staff_end_visit_question"), say);
  view.notice = say("staff_end_visit_explanation");
  view.actions.push_back({.name = "form",
                          .label = say("staff_end_visit"),
                          .value = chosen_form_->title,
                          .event = event::Command{"form"}});
  return view;
}

StaffView Staff::language_view(const Wording& say) const {
  StaffView view = list_view(say("staff_language"), say);
  view.actions.push_back(
      choice(language_path, "any", say("staff_any_language"), service_.language().empty()));
  for (const Language& language : service_.form().languages)
    view.actions.push_back(
        choice(language_path, language.code, language.name, language.code == service_.language()));
  return view;
}

StaffView Staff::mode_view(const Wording& say) const {
  StaffView view = list_view(say("staff_mode"), say);
  const bool tablet = service_.mode() == Mode::tablet;
  view.actions = {choice(mode_path, "kiosk", say("staff_mode_kiosk"), !tablet),
                  choice(mode_path, "tablet", say("staff_mode_tablet"), tablet)};
  return view;
}

QuestionView Staff::volume_view(const Wording& say) const {
  const int volume = service_.volume();
  StepField field;
  field.path = volume_path;
  field.label = say("staff_volume");
  StepField::Column column;
  column.name = "volume";
  column.value = say("staff_volume_is", {{"volume", std::to_string(volume)}});
  if (volume < Service::loudest) column.up.writes = std::to_string(volume + 1);
  if (volume > 0) column.down.writes = std::to_string(volume - 1);
  field.columns = {std::move(column)};
  return asking(std::move(field), say);
}

CopyView Staff::copy_view(const Wording& say, Moment now) const {
  CopyView view;
  if (is_copying()) {
    view.title = say("staff_copying");
    view.text = say("staff_copying_explanation");
    view.seconds = static_cast<int>((now.monotonic_ms - *copy_asked_ms_) / 1000);
    view.back = {say("staff_copy_stop"), event::Back{}};
    return view;
  }
  const bool copied = notice_ == Notice::copied;
  view.state = copied ? CopyView::State::done : CopyView::State::failed;
  view.title = copied ? say("staff_copied") : notice_words(say);
  view.text = copied                         ? notice_words(say)
              : notice_ == Notice::no_disk   ? say("staff_no_disk")
              : notice_ == Notice::disk_full ? say("staff_disk_full")
                                             : say("staff_copy_failed");
  if (!copied) view.again = {say("staff_retry"), event::Command{"export"}};
  view.back = {say("back"), event::Back{}};
  return view;
}

StaffView Staff::quit_view(const Wording& say) const {
  StaffView view = list_view(say("staff_quit_question"), say);
  view.actions.push_back(
      {.name = "quit", .label = say("staff_quit"), .value = "", .event = event::Command{"quit"}});
  return view;
}

}  // namespace buurtpeil
