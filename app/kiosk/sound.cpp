// What shall sound: Kiosk's part for recordings. Which one sounds is a part of what is known of the visitor;
// the machine follows sound(), and says with event::Played when a recording came to its end.
#include <algorithm>

#include "kiosk/kiosk.h"

namespace buurtpeil {

Kiosk::Sound Kiosk::sound() const {
  if (!visitor_ || !visitor_->playing) return {};
  return {visitor_->playing->number, visitor_->playing->file, staff_->choices().volume};
}

void Kiosk::play(const std::string& file, Moment now) {
  const bool beside_the_form = std::ranges::any_of(
      form_->media, [&](const auto& media) { return media.second.path.string() == file; });
  if (!beside_the_form || staff_->choices().volume == 0) return;
  visitor_->playing = {++recordings_, file, now.monotonic_ms};
}

void Kiosk::played(long number, Moment now) {
  if (!visitor_ || !visitor_->playing || visitor_->playing->number != number) return;
  visitor_->playing.reset();
  visitor_->last_touch = now;  // who listened was there
}

std::int64_t Kiosk::playing_ends_ms() const {
  return visitor_->playing->began_ms + longest_sound_s * std::int64_t{1000};
}

void Kiosk::mind_sound(Moment now) {
  if (!visitor_) return;
  auto& playing = visitor_->playing;
  const bool asks = scene(now) == Scene::question;
  if (playing && asks && now.monotonic_ms >= playing_ends_ms())
    played(playing->number, now), cached_view_.reset();
  if (playing && !asks) playing.reset(), cached_view_.reset();
  if (asks && visitor_->moved) arrive(now);
}

void Kiosk::arrive(Moment now) {
  visitor_->moved = false;
  const auto prompts = visitor_->visit->prompts();
  std::string place = std::to_string(visitor_->language);
  for (const Prompt& prompt : prompts) place += "|" + prompt.path;
  if (place == visitor_->place) return;
  visitor_->place = std::move(place);
  visitor_->playing.reset();
  cached_view_.reset();
  if (visitor_->look.silent) return;
  for (const Prompt& prompt : prompts)
    if (const auto audio = prompt.media.find("audio"); prompt.row->autoplay && audio != prompt.media.end())
      return play(file_beside(*form_, audio->second), now);
}

}  // namespace buurtpeil
