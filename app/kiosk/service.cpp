#include "kiosk/service.h"

#include <algorithm>
#include <charconv>

#include "platform/random.h"

namespace buurtpeil {

Service::Service(const Form& form, const Words& words, Config config, Store store, Moment now,
                 std::uint64_t seed)
    : words_(words),
      config_(std::move(config)),
      form_(&form),
      maps_(std::make_unique<Maps>(form, config_)),
      store_(std::move(store)),
      settings_{{"language", config_.language}},
      opened_(now),
      id_random_(seed),
      visit_random_(config_.seed.value_or(seed)),
      next_visit_seed_(static_cast<unsigned>(visit_random_())) {
  other_results_ = load_other_results(config_, *form_);
  if (const auto read = read_settings(*store_); !read)
    go_out_of_service(read.error(), now);
  else if (const auto counted = read_results(*store_); !counted)
    go_out_of_service(counted.error(), now);
}

std::optional<std::string> Service::change_form(std::unique_ptr<const Form> form, Moment now) {
  auto warning = store_->keep_form(*form, now);
  if (!warning) return go_out_of_service(warning.error(), now), std::nullopt;
  set("form", form->file == config_.form.filename() ? "" : form->file, now);
  if (!works()) return std::nullopt;
  form_ = form.get();
  chosen_form_ = std::move(form);
  maps_ = std::make_unique<Maps>(*form_, config_);
  other_results_ = load_other_results(config_, *form_);
  if (const auto read = read_results(*store_); !read)
    return go_out_of_service(read.error(), now), std::nullopt;
  return std::move(*warning);
}

std::vector<int> Service::languages() const {
  std::vector<int> offered;
  for (const std::string& code : config_.languages)
    if (const int index = form_->language_of(code); index >= 0 && !std::ranges::count(offered, index))
      offered.push_back(index);
  if (offered.empty())
    for (std::size_t i = 0; i < form_->languages.size(); ++i) offered.push_back(static_cast<int>(i));
  if (offered.empty()) offered = {-1};
  int first = form_->language_of(language());
  if (first < 0) first = form_->default_language;
  if (const auto found = std::ranges::find(offered, first); found != offered.end())
    std::rotate(offered.begin(), found, found + 1);
  return offered;
}

std::expected<void, Error> Service::read_settings(const Store& store) {
  if (settings_read_) return {};
  auto settings = store.settings();
  if (!settings) return std::unexpected(settings.error());
  settings_ = std::move(*settings);
  if (!config_.language.empty()) settings_["language"] = config_.language;
  settings_read_ = true;
  return {};
}

std::expected<void, Error> Service::read_results(const Store& store) {
  const auto rows = store.results(form_->id, form_->round);
  if (!rows) return std::unexpected(rows.error());
  counted_ = round_of(*rows);
  results_ = published(*form_, counted_);
  return {};
}

std::string Service::setting(const std::string& name) const {
  const auto found = settings_.find(name);
  return found == settings_.end() ? "" : found->second;
}

int Service::number_setting(const std::string& name, int otherwise) const {
  const std::string text = setting(name);
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string Service::language() const {
  std::string chosen = setting("language");
  const bool fits = form_->language_of(chosen) >= 0 || chosen == config_.language;
  return fits ? chosen : "";
}

int Service::volume() const { return std::clamp(number_setting("volume", 5), 0, loudest); }

Mode Service::mode() const {
  if (!settings_.contains("mode")) return config_.mode;
  return setting("mode") == "tablet" ? Mode::tablet : Mode::kiosk;
}

void Service::save(const Draft& draft, Moment now) { keep(store_->save(draft), now); }

void Service::save(const Response& response, Moment now) {
  std::vector<StoredAnswer> room;
  const std::vector<ResultRow> changed = count_response(counted_, *form_, in_place(response, room));
  keep(store_->save(response, form_->round, changed), now);
  if (!changed.empty()) results_ = published(*form_, counted_);
}

void Service::erase(const std::string& response_id, Moment now) {
  to_erase_ = response_id;
  const auto erased = store_->erase(response_id);
  if (erased) to_erase_.clear();
  keep(erased, now);
}

void Service::abandon_drafts(Moment now) { keep(store_->abandon_drafts(), now); }

void Service::set(const std::string& name, const std::string& value, Moment now) {
  keep(store_->set(name, value), now);
  if (works()) settings_[name] = value;
}

std::optional<Draft> Service::draft(Moment now) {
  auto draft = store_->draft();
  if (!draft) return go_out_of_service(draft.error(), now), std::nullopt;
  return std::move(*draft);
}

Store::Counts Service::counts(const std::string& day, Moment now) {
  if (!works()) return {};
  const auto counts = store_->counts(day);
  if (!counts) return go_out_of_service(counts.error(), now), Store::Counts{};
  return *counts;
}

void Service::keep(const std::expected<void, Error>& written, Moment now) {
  if (!written) return go_out_of_service(written.error(), now);
  saved_ = now;
}

void Service::take_check(Moment now) {
  if (!has_checked()) return;
  const auto sound = check_->result();
  check_.reset();
  if (!works()) return;
  if (!sound) return go_out_of_service(sound.error(), now);
  opened_ = now;
  // The check has read the journal, and so kept it from being moved.
  if (const auto moved = store_->move_journal(); !moved) go_out_of_service(moved.error(), now);
}

void Service::go_out_of_service(const Error& why, Moment now) {
  check_.reset();
  store_ = std::unexpected(why);
  retry_at_ms_ = now.monotonic_ms + retry_s * 1000;
}

void Service::retry(Moment now) {
  auto store = Store::open(config_.store, config_.kind);
  if (!store) return go_out_of_service(store.error(), now);
  if (const auto prepared = prepare(*store, now); !prepared) return go_out_of_service(prepared.error(), now);
  store_ = std::move(store);
  opened_ = now;
}

std::expected<void, Error> Service::prepare(Store& store, Moment now) {
  if (!to_erase_.empty())
    if (auto erased = store.erase(to_erase_); !erased) return erased;
  to_erase_.clear();
  if (const auto kept = store.keep_form(*form_, now); !kept) return std::unexpected(kept.error());
  if (auto abandoned = store.abandon_drafts(); !abandoned) return abandoned;
  if (auto read = read_settings(store); !read) return read;
  return read_results(store);
}

bool Service::repeats(const Imprint& finished) {
  const bool repeated = is_repeated(finished, finished_);
  finished_ = finished;
  return repeated;
}

std::string Service::new_response_id() { return uuid_of(id_random_(), id_random_()); }

unsigned Service::new_visit_seed() {
  return std::exchange(next_visit_seed_, static_cast<unsigned>(visit_random_()));
}

}  // namespace buurtpeil
