#include "kiosk/staff/staff.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "kiosk/staff/form_list.h"
#include "kiosk/staff/pin.h"
#include "platform/disks.h"

namespace buurtpeil {
namespace {

constexpr std::int64_t copy_looked_after_ms = 250;
constexpr std::size_t longest_occasion_bytes = 200;
constexpr int most_wrong_pins = 1'000'000;  // locks as long as any number does, and can be counted on from

int number_in(const std::map<std::string, std::string>& settings, const std::string& name, int otherwise) {
  const auto found = settings.find(name);
  if (found == settings.end()) return otherwise;
  int number = otherwise;
  std::from_chars(found->second.data(), found->second.data() + found->second.size(), number);
  return number;
}

std::string text_in(const std::map<std::string, std::string>& settings, const std::string& name,
                    const std::string& otherwise) {
  const auto found = settings.find(name);
  return found == settings.end() ? otherwise : found->second;
}

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

Staff::Staff(const Form& form, const Config& config, Moment now)
    : form_(&form),
      config_(config),
      told_language_(config.language),
      uncounted_ms_(now.monotonic_ms),
      checked_(now) {
  choices_.language = wished_language_ = config.language;
  choices_.mode = config.mode;
}

std::expected<void, Error> Staff::take_up(Store& store, Moment now) {
  if (!read_) {
    const auto settings = store.settings();
    if (!settings) return std::unexpected(settings.error());
    read(*settings, now);
    read_ = true;
  }
  if (fault_)
    if (auto counted = store.set("wrong_pins", std::to_string(wrong_pins_)); !counted) return counted;
  if (fault_ && is_open()) notice_ = Notice::works_again;
  fault_.reset();
  retry_asked_ = false;
  checked_ = now;
  return page_ == Page::closed || page_ == Page::pin ? std::expected<void, Error>{} : look(store, now);
}

void Staff::read(const std::map<std::string, std::string>& settings, Moment now) {
  choices_.occasion = text_in(settings, "occasion", "");
  if (told_language_.empty()) wished_language_ = text_in(settings, "language", "");
  follow_language();
  choices_.volume = std::clamp(number_in(settings, "volume", choices_.volume), 0, loudest);
  const std::string mode = text_in(settings, "mode", config_.mode == Mode::tablet ? "tablet" : "kiosk");
  choices_.mode = mode == "tablet" ? Mode::tablet : Mode::kiosk;
  wrong_pins_ += std::clamp(number_in(settings, "wrong_pins", 0), 0, most_wrong_pins);
  locked_until_ms_ = now.monotonic_ms + lock_s(wrong_pins_) * std::int64_t{1000};
}

void Staff::open(Waiting waiting, Moment now) {
  if (config_.staff_pin.empty()) return;
  page_ = Page::pin;
  notice_ = Notice::none;
  waiting_ = waiting;
  last_touch_ms_ = now.monotonic_ms;
}

void Staff::close() {
  page_ = Page::closed;
  forget(entered_);
  typed_.clear();
  chosen_form_.reset();
}

void Staff::lose_store(const Error& fault) {
  fault_ = fault;
  if (std::exchange(retry_asked_, false)) notice_ = Notice::still_fails;
  if (page_ == Page::closed || page_ == Page::pin) return;
  if (page_ != Page::quit) page_ = Page::overview;
  typed_.clear();
  chosen_form_.reset();
  look_without_store();
}

std::expected<void, Error> Staff::handle(const Event& event, Store* store, Moment now) {
  last_touch_ms_ = now.monotonic_ms;
  const std::string what = what_of(event);
  switch (page_) {
    case Page::closed:
      return {};
    case Page::pin:
      if (what == "enter") return try_pin(store, now);
      at_pin(what, now);
      return {};
    case Page::quit:
      if (what == "quit") quit_asked_ = true;
      if (what == "back") page_ = Page::overview;
      return {};
    case Page::overview:
      if (store == nullptr || what != "mode") return at_overview(what, now), std::expected<void, Error>{};
      return choose("mode", choices_.mode == Mode::tablet ? "kiosk" : "tablet", *store);
    default:
      return store == nullptr ? std::expected<void, Error>{} : act(event, what, *store, now);
  }
}

std::expected<void, Error> Staff::act(const Event& event, const std::string& what, Store& store, Moment now) {
  switch (page_) {
    case Page::occasion:
    case Page::other_occasion:
      if (auto chosen = at_occasion(event, store); !chosen) return chosen;
      break;
    case Page::form:
    case Page::end_visit:
      at_form(event);
      break;
    case Page::language:
      if (auto chosen = at_language(event, store); !chosen) return chosen;
      break;
    case Page::volume:
      if (auto chosen = at_volume(what, store); !chosen) return chosen;
      break;
    default:
      break;
  }
  return page_ == Page::overview ? look(store, now) : std::expected<void, Error>{};
}

void Staff::at_pin(const std::string& what, Moment now) {
  if (what == "back") return close();
  if (locked(now)) return;
  if (what == "erase" && !entered_.empty()) entered_.pop_back();
  if (what.size() == 1 && what[0] >= '0' && what[0] <= '9' && entered_.size() < longest_pin) entered_ += what;
  if (!what.empty()) notice_ = Notice::none;
}

std::int64_t Staff::locked_until_ms() const {
  if (!fault_) return locked_until_ms_;
  return std::max(locked_until_ms_, uncounted_ms_ + longest_lock_s * std::int64_t{1000});
}

std::expected<void, Error> Staff::try_pin(Store* store, Moment now) {
  if (locked(now) || entered_.size() < shortest_pin) return {};
  // It counts as wrong before it is looked at: who pulls the plug meanwhile has used up a try.
  ++wrong_pins_;
  std::expected<void, Error> counted;
  if (store != nullptr) counted = store->set("wrong_pins", std::to_string(wrong_pins_));
  if (!counted) lose_store(counted.error());
  const bool may_be_tried = !locked(now);
  const bool fits = may_be_tried && pin_fits(entered_, config_.staff_pin);
  forget(entered_);
  if (!may_be_tried) return counted;
  if (!fits) {
    notice_ = Notice::pin_wrong;
    locked_until_ms_ = now.monotonic_ms + lock_s(wrong_pins_) * std::int64_t{1000};
    if (fault_) uncounted_ms_ = now.monotonic_ms;
    return counted;
  }
  wrong_pins_ = 0;
  page_ = Page::overview;
  notice_ = copy_ ? Notice::copying : Notice::none;
  if (fault_) return look_without_store(), counted;
  if (auto forgotten = store->set("wrong_pins", "0"); !forgotten) return forgotten;
  return look(*store, now);
}

void Staff::at_overview(const std::string& what, Moment now) {
  if (what == "back") return close();
  if (what == "quit") page_ = Page::quit;
  if (!fault_ && what == "occasion") page_ = Page::occasion;
  if (!fault_ && what == "form" && listed_forms(config_).size() > 1) page_ = Page::form;
  if (!fault_ && what == "language") page_ = Page::language;
  if (!fault_ && what == "volume") page_ = Page::volume;
  if (fault_ && what == "retry") retry_asked_ = true;
  if (notice_ != Notice::copying && what != "") notice_ = Notice::none;
  if (what == "export" && !copy_ && (!fault_ || readable_)) begin_copy(now);
}

void Staff::begin_copy(Moment now) {
  notice_ = Notice::copying;
  if (auto begun = UsbExport::begin(config_, now))
    copy_.emplace(std::move(*begun));
  else
    take_result(std::unexpected(begun.error()));
}

std::expected<void, Error> Staff::choose(const std::string& name, const std::string& value, Store& store) {
  if (auto kept = store.set(name, value); !kept) return kept;
  if (name == "occasion") choices_.occasion = value;
  if (name == "language") choices_.language = wished_language_ = value;
  if (name == "volume") choices_.volume = std::stoi(value);
  if (name == "mode") choices_.mode = value == "tablet" ? Mode::tablet : Mode::kiosk;
  return {};
}

std::expected<void, Error> Staff::at_occasion(const Event& event, Store& store) {
  if (std::holds_alternative<event::Back>(event)) {
    page_ = page_ == Page::other_occasion ? Page::occasion : Page::overview;
    typed_.clear();
  }
  if (const auto* write = std::get_if<event::Write>(&event);
      write && page_ == Page::other_occasion && write->value.size() <= longest_occasion_bytes)
    typed_ = write->value;
  if (std::holds_alternative<event::Next>(event) && page_ == Page::other_occasion) {
    const std::string occasion = std::exchange(typed_, "");
    page_ = Page::overview;
    return choose("occasion", occasion, store);
  }
  const auto* chosen = std::get_if<event::Choose>(&event);
  if (!chosen || page_ != Page::occasion) return {};
  if (chosen->name == "other") {
    page_ = Page::other_occasion;
    return {};
  }
  page_ = Page::overview;
  if (chosen->name == "none") return choose("occasion", "", store);
  std::size_t index = config_.occasions.size();
  std::from_chars(chosen->name.data(), chosen->name.data() + chosen->name.size(), index);
  if (index >= config_.occasions.size()) return {};
  return choose("occasion", config_.occasions[index], store);
}

void Staff::at_form(const Event& event) {
  const std::string what = what_of(event);
  if (what == "back" || (page_ == Page::end_visit && what == "form")) {
    form_agreed_ = what == "form";
    if (!form_agreed_) chosen_form_.reset();
    page_ = Page::overview;
  }
  const auto* chosen = std::get_if<event::Choose>(&event);
  if (!chosen || page_ != Page::form) return;
  const auto files = listed_forms(config_);
  const auto file =
      std::ranges::find(files, chosen->name, [](const auto& each) { return each.filename().string(); });
  if (file == files.end()) return;
  Config config = config_;
  config.language = told_language_;
  CheckedForm checked = checked_form(*file, config);
  page_ = Page::overview;
  if (!checked.form) {
    notice_ = Notice::form_refused;
    refused_form_ = checked.first_error;
    log_ = fmt::format("not asked:\n{}", fmt::join(checked.lines, "\n"));
    return;
  }
  if (checked.form->file == form_->file && checked.form->hash == form_->hash) return;
  chosen_form_ = std::move(checked.form);
  form_agreed_ = waiting_ == Waiting::nobody;
  if (!form_agreed_) page_ = Page::end_visit;
}

std::unique_ptr<const Form> Staff::take_chosen_form() {
  return std::exchange(form_agreed_, false) ? std::move(chosen_form_) : nullptr;
}

std::expected<void, Error> Staff::follow(const Form& form, const std::string& warning, Store& store,
                                         Moment now) {
  const bool first = form.file == config_.form.filename();
  if (auto kept = store.set("form", first ? "" : form.file); !kept) return kept;
  if (auto looked = look(store, now); !looked) return looked;
  form_ = &form;
  follow_language();
  waiting_ = Waiting::nobody;
  notice_ = Notice::form_chosen;
  log_ = fmt::format("{} is asked now{}{}", form.file, warning.empty() ? "" : "; ", warning);
  return {};
}

void Staff::follow_language() {
  const bool fits = form_->language_of(wished_language_) >= 0 || wished_language_ == told_language_;
  choices_.language = fits ? wished_language_ : "";
}

std::expected<void, Error> Staff::at_language(const Event& event, Store& store) {
  if (std::holds_alternative<event::Back>(event)) page_ = Page::overview;
  const auto* chosen = std::get_if<event::Choose>(&event);
  if (!chosen) return {};
  page_ = Page::overview;
  const bool any = chosen->name == "any";
  if (!any && form_->language_of(chosen->name) < 0) return {};
  return choose("language", any ? "" : chosen->name, store);
}

std::expected<void, Error> Staff::at_volume(const std::string& what, Store& store) {
  if (what == "back") page_ = Page::overview;
  const int step = what == "louder" ? 1 : what == "softer" ? -1 : 0;
  const int volume = std::clamp(choices_.volume + step, 0, loudest);
  if (volume == choices_.volume) return {};
  return choose("volume", std::to_string(volume), store);
}

std::expected<void, Error> Staff::look(const Store& store, Moment now) {
  const auto today = store.counts(to_iso_local(now).substr(0, 10));
  if (!today) return std::unexpected(today.error());
  const auto in_all = store.counts("");
  if (!in_all) return std::unexpected(in_all.error());
  today_ = *today;
  in_all_ = *in_all;
  free_bytes_ = free_bytes_of(config_.store);
  journal_is_moved_ = store.journal_is_moved();
  return {};
}

void Staff::look_without_store() {
  free_bytes_ = free_bytes_of(config_.store);
  const auto reader = StoreReader::open(config_.store);
  readable_ = reader && reader->forms().has_value();
}

void Staff::pass_time(Moment now) {
  if (copy_)
    if (const auto copied = copy_->result(now)) take_result(*copied);
  if (is_open() && now.monotonic_ms >= closes_at_ms()) close();
}

void Staff::finish_taking_along() {
  if (copy_) take_result(copy_->finish());
}

void Staff::take_result(const UsbExport::Result& copied) {
  copy_.reset();
  if (copied) {
    notice_ = Notice::copied;
    copied_to_ = copied->filename().string();
    log_ = "copied to " + copied->string();
    return;
  }
  using Kind = UsbExportFault::Kind;
  const Kind kind = copied.error().kind;
  notice_ = kind == Kind::no_disk ? Notice::no_disk
            : kind == Kind::full  ? Notice::disk_full
                                  : Notice::copy_failed;
  log_ = "not copied: " + copied.error().log;
}

std::int64_t Staff::closes_at_ms() const {
  return last_touch_ms_ + (page_ == Page::pin ? pin_idle_s : staff_idle_s) * std::int64_t{1000};
}

std::optional<std::int64_t> Staff::next_change_ms(Moment now) const {
  std::optional<std::int64_t> next;
  const auto at_latest = [&next](std::int64_t ms) { next = std::min(next.value_or(ms), ms); };
  if (copy_) at_latest(now.monotonic_ms + copy_looked_after_ms);
  if (!is_open()) return next;
  at_latest(closes_at_ms());
  if (page_ == Page::pin && locked(now))  // the seconds count down
    at_latest(locked_until_ms() - (locked_until_ms() - now.monotonic_ms - 1) / 1000 * 1000);
  return next;
}

}  // namespace buurtpeil
