#include "kiosk/staff/staff.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "kiosk/staff/form_list.h"
#include "kiosk/staff/pin.h"
#include "platform/disks.h"

namespace buurtpeil {
namespace {

constexpr std::int64_t copy_looked_after_ms = 250;
constexpr std::size_t longest_occasion_bytes = 200;
constexpr int most_wrong_pins = 1'000'000;  // locks as long as any number does, and can be counted on from

std::optional<std::uint64_t> free_bytes_of(const std::filesystem::path& store) {
  return free_bytes(store.has_parent_path() ? store.parent_path() : ".");
}

/// Overwrites the digits before they are let go.
void forget(std::string& secret) {
  std::ranges::fill(secret, '0');
  secret.clear();
}

std::string what_of(const Event& event) {
  if (const auto* command = std::get_if<event::Command>(&event)) return command->what;
  return std::holds_alternative<event::Back>(event) ? "back" : "";
}

}  // namespace

Staff::Staff(Service& service, Moment now) : service_(service), uncounted_ms_(now.monotonic_ms) {
  if (service_.works()) read_wrong_pins(now);
}

void Staff::read_wrong_pins(Moment now) {
  if (std::exchange(wrong_pins_read_, true)) return;
  wrong_pins_ += std::clamp(service_.number_setting("wrong_pins", 0), 0, most_wrong_pins);
  locked_until_ms_ = now.monotonic_ms + lock_s(wrong_pins_) * std::int64_t{1000};
}

void Staff::resume(Moment now) {
  read_wrong_pins(now);
  service_.set("wrong_pins", std::to_string(wrong_pins_), now);
  if (!service_.works()) return;
  if (page_ == Page::overview) note(Notice::works_again, "");
  if (page_ != Page::closed && page_ != Page::pin) look(now);
}

void Staff::lose_store() {
  if (page_ == Page::closed || page_ == Page::pin) return;
  if (page_ != Page::quit && page_ != Page::copy) page_ = Page::overview;
  typed_.clear();
  chosen_form_.reset();
  look_without_store();
}

void Staff::form_changed(const std::string& warning, Moment now) {
  look(now);
  if (!service_.works()) return;
  waiting_ = Waiting::nobody;
  note(Notice::saved, "form");
  refused_data_.clear();
  log_ = fmt::format("{} is asked now{}{}", service_.form().file, warning.empty() ? "" : "; ", warning);
}

void Staff::take_data(const std::string& files) {
  // With the form's identity, which each response names: two changes in a row are two lines.
  if (!files.empty())
    log_ = fmt::format("{}: changed, and asked as it is now ({})", files, service_.form().hash.substr(0, 8));
  if (files.empty() && !refused_data_.empty())
    log_ = fmt::format("{}: is as it is asked again", refused_data_);
  refused_data_.clear();
}

void Staff::refuse_data(const std::string& files, FormRefusal refusal) {
  refused_data_ = files;
  data_refusal_ = std::move(refusal);
  log_ =
      fmt::format("{}: changed, and not asked as it is now: {}", files,
                  data_refusal_.line.empty() ? "the form itself has changed too; choose it anew at the kiosk "
                                               "or start the kiosk again"
                                             : data_refusal_.line);
}

void Staff::open(Waiting waiting, Moment now) {
  if (service_.config().staff_pin.empty()) return;
  page_ = Page::pin;
  note(Notice::none, "");
  waiting_ = waiting;
  last_touch_ms_ = now.monotonic_ms;
}

void Staff::close() {
  page_ = Page::closed;
  forget(entered_);
  typed_.clear();
  chosen_form_.reset();
}

void Staff::note(Notice notice, std::string at) {
  notice_ = notice;
  noticed_at_ = std::move(at);
}

/// Only while the store works. The setting has the name of its button.
void Staff::choose(const std::string& setting, const std::string& value, Moment now) {
  page_ = Page::overview;
  service_.set(setting, value, now);
  note(Notice::saved, setting);
}

void Staff::open_page(Page page) {
  page_ = page;
  note(Notice::none, "");
  forms_.clear();
  if (page == Page::form) forms_ = titled_forms(service_.config());
}

StaffCommand Staff::handle(const Event& event, Moment now) {
  last_touch_ms_ = now.monotonic_ms;
  const bool worked = service_.works();
  StaffCommand command = act(event, now);
  if (worked && !service_.works()) lose_store();
  return command;
}

StaffCommand Staff::act(const Event& event, Moment now) {
  const std::string what = what_of(event);
  switch (page_) {
    case Page::closed:
      break;
    case Page::pin:
      if (what == "back") return close(), staff_command::Closed{};
      if (what == "enter")
        try_pin(now);
      else
        enter(what, now);
      break;
    case Page::quit:
      if (what == "quit") return staff_command::Quit{};
      if (what == "back") page_ = Page::overview;
      break;
    case Page::overview:
      return at_overview(what, now);
    default:
      return at_choice(event, now);
  }
  return staff_command::None{};
}

StaffCommand Staff::at_choice(const Event& event, Moment now) {
  StaffCommand command;
  switch (page_) {
    case Page::occasion:
    case Page::other_occasion:
      at_occasion(event, now);
      break;
    case Page::form:
      command = at_form(event);
      break;
    case Page::end_visit:
      command = at_end_visit(what_of(event));
      break;
    case Page::language:
      at_language(event, now);
      break;
    case Page::mode:
      at_mode(event, now);
      break;
    case Page::volume:
      at_volume(event, now);
      break;
    case Page::copy:
      at_copy(what_of(event), now);
      break;
    default:
      break;
  }
  if (page_ == Page::overview && service_.works()) look(now);
  return command;
}

void Staff::enter(const std::string& what, Moment now) {
  if (locked(now)) return;
  if (what == "erase" && !entered_.empty()) entered_.pop_back();
  if (what.size() == 1 && what[0] >= '0' && what[0] <= '9' && entered_.size() < longest_pin) entered_ += what;
  if (!what.empty()) note(Notice::none, "");
}

std::int64_t Staff::locked_until_ms() const {
  if (service_.works()) return locked_until_ms_;
  return std::max(locked_until_ms_, uncounted_ms_ + longest_lock_s * std::int64_t{1000});
}

void Staff::try_pin(Moment now) {
  if (locked(now) || entered_.size() < shortest_pin) return;
  // It counts as wrong before it is looked at: who pulls the plug meanwhile has used up a try.
  ++wrong_pins_;
  if (service_.works()) service_.set("wrong_pins", std::to_string(wrong_pins_), now);
  const bool may_be_tried = !locked(now);  // no more when the disk could not count it
  const bool fits = may_be_tried && pin_fits(entered_, service_.config().staff_pin);
  forget(entered_);
  if (!may_be_tried) return;
  if (!fits) {
    note(Notice::pin_wrong, "");
    locked_until_ms_ = now.monotonic_ms + lock_s(wrong_pins_) * std::int64_t{1000};
    if (!service_.works()) uncounted_ms_ = now.monotonic_ms;
    return;
  }
  wrong_pins_ = 0;
  page_ = Page::overview;
  note(Notice::none, "");
  if (!service_.works()) return look_without_store();
  service_.set("wrong_pins", "0", now);
  if (service_.works()) look(now);
}

StaffCommand Staff::at_overview(const std::string& what, Moment now) {
  const bool works = service_.works();
  if (what == "back") return close(), staff_command::Closed{};
  if (what == "quit") open_page(Page::quit);
  if (what == "export" && (works || readable_)) ask_copy(now);
  if (!works && what == "retry") {
    note(Notice::still_fails, "retry");  // unless resume() comes
    return staff_command::Retry{};
  }
  if (!works) return staff_command::None{};
  if (what == "occasion") open_page(Page::occasion);
  if (what == "form" && listed_forms(service_.config()).size() > 1) open_page(Page::form);
  if (what == "language") open_page(Page::language);
  if (what == "mode") open_page(Page::mode);
  if (what == "volume") open_page(Page::volume);
  return staff_command::None{};
}

void Staff::ask_copy(Moment now) {
  open_page(Page::copy);
  copy_asked_ms_ = now.monotonic_ms;
}

void Staff::begin_copy(Moment now) {
  copied_counts_ = service_.works() ? std::optional(service_.counts("", now)) : std::nullopt;
  if (auto begun = UsbExport::begin(service_.config(), now))
    copy_.emplace(std::move(*begun));
  else
    take_result(std::unexpected(begun.error()), now);
}

void Staff::at_copy(const std::string& what, Moment now) {
  if (what == "export" && !is_copying() && notice_ != Notice::copied) return ask_copy(now);
  if (what != "back") return;
  if (is_copying()) note(Notice::copy_stopped, "export");
  copy_asked_ms_.reset();
  copy_.reset();
  page_ = Page::overview;
  if (!service_.works()) look_without_store();
}

void Staff::at_occasion(const Event& event, Moment now) {
  const auto& listed = service_.config().occasions;
  const bool types = page_ == Page::other_occasion;
  if (what_of(event) == "back") {
    page_ = types ? Page::occasion : Page::overview;
    typed_.clear();
  }
  if (const auto* write = std::get_if<event::Write>(&event);
      write && types && write->value.size() <= longest_occasion_bytes)
    typed_ = write->value;
  if (std::holds_alternative<event::Next>(event) && types && !typed_.empty())
    return choose("occasion", std::exchange(typed_, ""), now);
  const auto* chosen = std::get_if<event::Choose>(&event);
  if (!chosen || types) return;
  if (chosen->name == "other") {
    page_ = Page::other_occasion;
    return;
  }
  if (chosen->name == "none") return choose("occasion", "", now);
  std::size_t index = listed.size();
  std::from_chars(chosen->name.data(), chosen->name.data() + chosen->name.size(), index);
  if (index < listed.size()) choose("occasion", listed[index], now);
}

StaffCommand Staff::at_form(const Event& event) {
  if (what_of(event) == "back") open_page(Page::overview);
  const auto* chosen = std::get_if<event::Choose>(&event);
  if (!chosen) return staff_command::None{};
  const auto files = listed_forms(service_.config());
  const auto file =
      std::ranges::find(files, chosen->name, [](const auto& each) { return each.filename().string(); });
  if (file == files.end()) return staff_command::None{};
  CheckedForm checked = checked_form(*file, service_.config());
  if (!checked.form) {
    refusal_ = *checked.refusal;
    note(Notice::form_refused, "form:" + chosen->name);
    log_ = fmt::format("not asked:\n{}", fmt::join(checked.lines, "\n"));
    return staff_command::None{};
  }
  open_page(Page::overview);
  if (checked.form->file == service_.form().file && checked.form->hash == service_.form().hash) {
    note(Notice::saved, "form");
    return staff_command::None{};
  }
  if (waiting_ == Waiting::nobody) return staff_command::ChooseForm{std::move(checked.form)};
  chosen_form_ = std::move(checked.form);
  page_ = Page::end_visit;
  return staff_command::None{};
}

StaffCommand Staff::at_end_visit(const std::string& what) {
  if (what != "back" && what != "form") return staff_command::None{};
  page_ = Page::overview;
  auto form = std::move(chosen_form_);
  if (what == "back") return staff_command::None{};
  return staff_command::ChooseForm{std::move(form)};
}

void Staff::at_language(const Event& event, Moment now) {
  if (what_of(event) == "back") page_ = Page::overview;
  const auto* chosen = std::get_if<event::Choose>(&event);
  if (!chosen) return;
  const bool any = chosen->name == "any";
  if (any || service_.form().language_of(chosen->name) >= 0) choose("language", any ? "" : chosen->name, now);
}

void Staff::at_mode(const Event& event, Moment now) {
  if (what_of(event) == "back") page_ = Page::overview;
  const auto* chosen = std::get_if<event::Choose>(&event);
  if (chosen && (chosen->name == "kiosk" || chosen->name == "tablet")) choose("mode", chosen->name, now);
}

/// Each step holds at once; the screen stays for the next.
void Staff::at_volume(const Event& event, Moment now) {
  if (what_of(event) == "back") page_ = Page::overview;
  const auto* write = std::get_if<event::Write>(&event);
  if (!write) return;
  int volume = -1;
  std::from_chars(write->value.data(), write->value.data() + write->value.size(), volume);
  if (volume < 0 || volume > Service::loudest || volume == service_.volume()) return;
  service_.set("volume", std::to_string(volume), now);
  note(Notice::saved, "volume");
}

void Staff::look(Moment now) {
  today_ = service_.counts(to_iso_local(now).substr(0, 10), now);
  in_all_ = service_.counts("", now);
  free_bytes_ = free_bytes_of(service_.config().store);
  journal_is_moved_ = service_.journal_is_moved();
}

void Staff::look_without_store() {
  free_bytes_ = free_bytes_of(service_.config().store);
  const auto reader = StoreReader::open(service_.config().store);
  readable_ = reader && reader->forms().has_value();
}

StaffCommand Staff::pass_time(Moment now) {
  if (is_copying() && !copy_ && now.monotonic_ms >= *copy_asked_ms_ + copy_begins_after_ms) begin_copy(now);
  if (copy_)
    if (const auto copied = copy_->result(now)) take_result(*copied, now);
  if (!is_open() || now.monotonic_ms < closes_at_ms()) return staff_command::None{};
  close();
  return staff_command::Closed{};
}

void Staff::take_result(const UsbExport::Result& copied, Moment now) {
  copy_.reset();
  copy_asked_ms_.reset();
  last_touch_ms_ = now.monotonic_ms;
  if (copied) {
    note(Notice::copied, "export");
    copied_to_ = copied->filename().string();
    log_ = "copied to " + copied->string();
    return;
  }
  using Kind = UsbExportFault::Kind;
  const Kind kind = copied.error().kind;
  note(kind == Kind::no_disk ? Notice::no_disk
       : kind == Kind::full  ? Notice::disk_full
                             : Notice::copy_failed,
       "export");
  log_ = "not copied: " + copied.error().log;
}

std::int64_t Staff::closes_at_ms() const {
  if (is_copying()) return std::numeric_limits<std::int64_t>::max();
  return last_touch_ms_ + (page_ == Page::pin ? pin_idle_s : staff_idle_s) * std::int64_t{1000};
}

std::optional<std::int64_t> Staff::next_change_ms(Moment now) const {
  if (!is_open()) return std::nullopt;
  if (copy_) return now.monotonic_ms + copy_looked_after_ms;
  if (is_copying()) return *copy_asked_ms_ + copy_begins_after_ms;
  std::int64_t next = closes_at_ms();
  if (page_ == Page::pin && locked(now))  // the seconds count down
    next = std::min(next, locked_until_ms() - (locked_until_ms() - now.monotonic_ms - 1) / 1000 * 1000);
  return next;
}

}  // namespace buurtpeil
