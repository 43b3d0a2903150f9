// What the visitor's tools do. They are on every screen, and no answer is lost by them; what they open lies
// before the screen that was there, and that comes back.
#include <algorithm>

#include "kiosk/kiosk.h"

namespace buurtpeil {

bool Kiosk::use_tools(const Event& event, Scene shown, Moment now) {
  const auto* set = std::get_if<event::SetLook>(&event);
  const bool adjusts = std::holds_alternative<event::ShowLook>(event),
             chooses = std::holds_alternative<event::ShowLanguages>(event);
  if ((!set && !adjusts && !chooses) || shown == Scene::out_of_service || shown == Scene::staff) return false;
  if (shown == Scene::attract) {
    welcome(now);
    visitor_->untouched = false;
  }
  if (visitor_->unsaved) save_draft(now);
  if (!visitor_) return true;
  // Nobody has said yet that they are the one who was asked "still there?".
  const bool unknown = visitor_->left_behind || visitor_->asked_from_ms;
  if (shown == Scene::still_there && !unknown) visitor_->last_touch = now;
  if (set && set->look.silent && !visitor_->look.silent) visitor_->playing.reset();
  if (set) visitor_->look = set->look;
  if (adjusts) visitor_->adjusting = true;
  if (chooses && !unknown && offered_.size() > 1) {
    visitor_->adjusting = false;
    visitor_->choosing_language = true;
  }
  if (adjusts && unknown) visitor_->last_touch = now;
  return true;
}

void Kiosk::at_look(const Event& event, Moment now) {
  if (!std::holds_alternative<event::Back>(event)) return;
  visitor_->adjusting = false;
  if (visitor_->asked_from_ms) visitor_->asked_from_ms = now.monotonic_ms;
}

void Kiosk::at_language(const Event& event, Moment now) {
  if (std::holds_alternative<event::Back>(event) && (visitor_->visit || visitor_->farewell))
    visitor_->choosing_language = false;
  const auto* chosen = std::get_if<event::ChooseLanguage>(&event);
  if (!chosen) return;
  const int language = form_->language_of(chosen->code);
  if (!std::ranges::count(offered_, language)) return;
  visitor_->language = language;
  visitor_->choosing_language = false;
  visitor_->moved = true;
  if (!visitor_->visit) return;
  visitor_->visit->choose_language(language, now);
  save_draft(now);
}

}  // namespace buurtpeil
