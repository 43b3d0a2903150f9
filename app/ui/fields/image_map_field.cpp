#include "ui/fields/image_map_field.h"

#include <algorithm>
#include <cmath>

#include "ui/fields/beside_cards.h"
#include "ui/fields/long_list.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

std::vector<std::string> ids_of(const ChoiceField& field) {
  std::vector<std::string> ids;
  for (const auto& option : field.options) ids.push_back(option.name);
  return ids;
}

// A check in the midst of a chosen part, where that is large enough to show it. The picture is not mirrored.
void draw_check(Frame& frame, const Regions::Region& region, const Box& seen) {
  const float most = frame.theme().size(Size::mark);
  const float size = std::min(most, region.reach * seen.width * 1.6F);
  if (!region.there || size < most * 0.6F) return;
  const ImVec2 middle =
      frame.on_screen(ImVec2(seen.x + region.x * seen.width, seen.y + region.y * seen.height));
  const Box mark{middle.x - size / 2, middle.y - size / 2, size, size};
  frame.fill(inset(mark, -size * 0.1F), frame.colours().card, size);
  frame.fill(mark, frame.colours().accent, size / 2);
  frame.sign(Sign::check, inset(mark, size * 0.18F), frame.colours().on_accent);
}

std::optional<Event> draw_map(Frame& frame, const ChoiceField& field, const Box& box) {
  const std::string& file = field.media.image;
  const Box place = frame.picture_place(file, box);
  frame.picture(file, place, Fit::contain, 0);
  frame.edge(inset(place, -frame.theme().stroke()), frame.colours().line, 0, frame.theme().stroke());
  for (const auto& option : field.options)
    if (option.selected) frame.mark_region(file, option.name, place);
  const Contact contact = frame.touch("map:" + field.path, place);
  const Regions* regions = frame.regions(file, ids_of(field));
  if (regions == nullptr || !regions->any()) return std::nullopt;
  const Box seen = frame.on_screen(place);
  for (std::size_t index = 0; index < field.options.size(); ++index)
    if (field.options[index].selected) draw_check(frame, regions->regions.at(index), seen);
  if (!contact.tapped) return std::nullopt;
  const auto region_at = [&](ImVec2 point) {
    return regions->at((point.x - seen.x) / seen.width, (point.y - seen.y) / seen.height);
  };
  const FingerState& finger = frame.finger_state();
  const int region = region_at(frame.on_screen(frame.finger()));
  if (region < 0 || region != region_at({finger.start_x, finger.start_y})) return std::nullopt;
  return event::Choose{field.path, field.options[static_cast<std::size_t>(region)].name};
}

void add_picture(Frame& frame, PageContent& content, const ChoiceField& field, float width, float most) {
  const PictureSize size = frame.picture_size(field.media.image);
  const float scale = std::min(width / size.width, most / size.height);
  const float wide = std::floor(size.width * scale), high = std::floor(size.height * scale);
  content.add(
      {.gap = frame.theme().space(4), .height = high, .draw = [&frame, &field, wide, high](const Box& box) {
         return draw_map(frame, field, {box.x, box.y, wide, high});
       }});
  content.add({.gap = frame.theme().space(3),
               .height = chosen_height(frame, chosen_words(frame, field), width),
               .draw = [&frame, &field](const Box& box) {
                 draw_chosen(frame, chosen_words(frame, field), box);
                 return std::optional<Event>();
               }});
}

}  // namespace

void add_image_map(Frame& frame, PageContent& content, const ChoiceField& field, float width, float room) {
  const float below = frame.line_height(TextSize::reading) + frame.theme().space(3);
  add_beside_cards(frame, content, field, width, room, below, [&](PageContent& to, float wide, float most) {
    add_picture(frame, to, field, wide, most);
  });
}

}  // namespace buurtpeil
