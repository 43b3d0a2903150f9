// What the kiosk stands on: its form and the languages that it offers, the store, and what happens without
// one.
#include <algorithm>

#include "kiosk/kiosk.h"

namespace buurtpeil {

// The form's languages: those of the configuration in its order, or all; the one in which visits begin (else
// the form's default) first.
void Kiosk::offer_languages() {
  offered_.clear();
  for (const std::string& code : config_.languages)
    if (const int index = form_->language_of(code); index >= 0 && !std::ranges::count(offered_, index))
      offered_.push_back(index);
  if (offered_.empty())
    for (std::size_t i = 0; i < form_->languages.size(); ++i) offered_.push_back(static_cast<int>(i));
  if (offered_.empty()) offered_ = {-1};
  int first = form_->language_of(config_.language);
  if (first < 0) first = form_->default_language;
  if (const auto found = std::ranges::find(offered_, first); found != offered_.end())
    std::rotate(offered_.begin(), found, found + 1);
}

// A visit does not go on in another form: what was answered is kept, as after a restart with another one.
void Kiosk::change_form(std::unique_ptr<const Form> form, Moment now) {
  if (visitor_ && visitor_->visit)
    keep(end_visit(Status::abandoned, visitor_->last_touch, Absence::not_reached), now);
  else if (visitor_ && visitor_->left_behind)
    keep(store_->abandon_drafts(), now);
  visitor_.reset();
  if (!fault_.empty()) return;
  const auto warning = store_->keep_form(*form, now);
  if (!warning) return go_out_of_service(warning.error(), now);
  if (const auto follows = staff_->follow(*form, *warning, *store_, now); !follows)
    return go_out_of_service(follows.error(), now);
  form_ = form.get();
  chosen_form_ = std::move(form);
  config_.language = staff_->choices().language;
  offer_languages();
}

void Kiosk::keep(const std::expected<void, Error>& written, Moment now) {
  if (!written) return go_out_of_service(written.error(), now);
  staff_->note_saved(now);
}

std::expected<void, Error> Kiosk::erase(const std::string& response_id, Store& store) {
  to_erase_ = response_id;
  auto erased = store.erase(response_id);
  if (erased) to_erase_.clear();
  return erased;
}

void Kiosk::go_out_of_service(const Error& why, Moment now) {
  fault_ = why.message;
  retry_at_ms_ = now.monotonic_ms + retry_s * 1000;
  visitor_.reset();
  store_.reset();
  staff_->lose_store(why);
}

void Kiosk::try_to_resume_service(Moment now) {
  auto store = Store::open(config_.store, config_.kind);
  if (!store) return go_out_of_service(store.error(), now);
  if (!to_erase_.empty())
    if (const auto erased = erase(std::string{to_erase_}, *store); !erased)
      return go_out_of_service(erased.error(), now);
  if (const auto kept = store->keep_form(*form_, now); !kept) return go_out_of_service(kept.error(), now);
  if (const auto written = store->abandon_drafts(); !written) return go_out_of_service(written.error(), now);
  if (const auto taken = staff_->take_up(*store, now); !taken) return go_out_of_service(taken.error(), now);
  store_ = std::move(*store);
  fault_.clear();
  follow_choices(now);
}

}  // namespace buurtpeil
