#include "ui/screens/long_list.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "ui/search.h"
#include "ui/widgets.h"
#include "ui/writing.h"

namespace buurtpeil {
namespace {

constexpr std::string_view search_prefix = "search:";
// Labels that are measured: those with most bytes, one of which is the widest but for odd alphabets.
constexpr std::size_t measured_labels = 8;

// The same list searched for the same words has the same key.
std::size_t key_of(const ChoiceField& field, const std::string& words) {
  std::size_t key = std::hash<std::string>{}(words);
  for (const auto& option : field.options) key = key * 31 + std::hash<std::string>{}(option.label);
  return key;
}

const std::vector<std::size_t>& found_in(Frame& frame, const ChoiceField& field) {
  Search& search = frame.memory().searches[field.path];
  const std::size_t key = key_of(field, search.words);
  if (search.key != key || search.fresh) search.found = found_options(field, search.words);
  search.fresh = false;
  search.key = key;
  return search.found;
}

// How the cards lie: all alike, so that the place of each is known without measuring it.
struct Cards {
  std::size_t columns = 1;
  float width = 0, height = 0, gap = 0;
};

Cards cut(Frame& frame, const ChoiceField& field, const std::vector<std::size_t>& found, float width) {
  const Theme& theme = frame.theme();
  std::vector<std::size_t> longest = found;
  const auto measured =
      longest.begin() + static_cast<std::ptrdiff_t>(std::min(measured_labels, found.size()));
  std::ranges::partial_sort(longest, measured, std::greater{},
                            [&](std::size_t index) { return field.options[index].label.size(); });
  longest.erase(measured, longest.end());
  Cards cards{.columns = 1, .width = width, .height = 0, .gap = theme.space(3)};
  float widest = 0;
  for (const std::size_t index : longest)
    widest = std::max(widest, choice_width(frame, field.options[index].label));
  for (const std::size_t columns : {2U, 3U}) {
    const auto count = static_cast<float>(columns);
    const float card = std::floor((width - cards.gap * (count - 1)) / count);
    if (widest <= card && columns <= found.size()) cards.columns = columns, cards.width = card;
  }
  for (const std::size_t index : longest)
    cards.height = std::max(cards.height, choice_height(frame, field.options[index].label, cards.width));
  return cards;
}

std::optional<Event> draw_cards(Frame& frame, const ChoiceField& field, const std::vector<std::size_t>& found,
                                const Cards& cards, const Box& box) {
  std::optional<Event> result;
  const float row = cards.height + cards.gap;
  const auto rows = (found.size() + cards.columns - 1) / cards.columns;
  const auto row_at = [&](float y) {  // of a place on the display
    return static_cast<std::size_t>(std::clamp((y - box.y) / row, 0.0F, static_cast<float>(rows)));
  };
  const std::size_t end = std::min((row_at(bottom(frame.whole())) + 1) * cards.columns, found.size());
  for (std::size_t place = row_at(0) * cards.columns; place < end; ++place) {
    const auto column = static_cast<float>(place % cards.columns);
    const Box card{box.x + column * (cards.width + cards.gap),
                   box.y + static_cast<float>(place / cards.columns) * row, cards.width, cards.height};
    if (auto event = draw_choice(frame, field, field.options[found[place]], card)) result = std::move(event);
  }
  return result;
}

}  // namespace

WriteField search_field(Frame& frame, const ChoiceField& field) {
  WriteField search;
  search.path = std::string(search_prefix) + field.path;
  search.label = field.label;
  search.value = frame.memory().searches[field.path].words;
  return search;
}

std::optional<Event> take_search(Frame& frame, std::optional<Event> event) {
  const auto* write = event ? std::get_if<event::Write>(&*event) : nullptr;
  if (!write || !write->path.starts_with(search_prefix)) return event;
  Memory& memory = frame.memory();
  memory.searches[write->path.substr(search_prefix.size())].words = write->value;
  memory.scroll = 0;
  frame.draw_again();
  return event::Touch{};
}

void add_search(Frame& frame, PageContent& content, const ChoiceField& field, float width) {
  const WriteField search = search_field(frame, field);
  content.add_text(field.search, {TextSize::small}, frame.colours().ink_quiet, width, frame.theme().space(3));
  content.add({.gap = frame.theme().space(2),
               .height = writing_field_height(frame, search, width, 0),
               .draw = [&frame, search](const Box& box) { return draw_writing_field(frame, search, box); },
               .reveal = frame.memory().writing == search.path ? Reveal::writing : Reveal::no});
}

void add_chosen(Frame& frame, PageContent& content, const ChoiceField& field) {
  std::string chosen;
  for (const auto& option : field.options)
    if (option.selected) chosen += (chosen.empty() ? "" : ", ") + option.label;
  const float line = frame.line_height(TextSize::reading);
  content.add({.gap = frame.theme().space(3), .height = line, .draw = [&frame, chosen](const Box& box) {
                 if (chosen.empty()) return std::optional<Event>();
                 Box rest = box;
                 const float size = frame.theme().size(Size::sign);
                 frame.sign(Sign::check, take_left(rest, size, frame.theme().space(3)),
                            frame.colours().accent);
                 frame.clip(rest);
                 frame.write(chosen, {TextSize::reading, Weight::bold}, rest, frame.colours().ink);
                 frame.unclip();
                 return std::optional<Event>();
               }});
}

void add_long_list(Frame& frame, PageContent& content, const ChoiceField& field, float width) {
  const std::vector<std::size_t>& found = found_in(frame, field);
  if (found.empty())
    return content.add_text(field.nothing_found, {}, frame.colours().ink, width, frame.theme().space(3));
  const Cards cards = cut(frame, field, found, width);
  const auto rows = static_cast<float>((found.size() + cards.columns - 1) / cards.columns);
  content.add({.gap = frame.theme().space(3),
               .height = rows * (cards.height + cards.gap) - cards.gap,
               .draw = [&frame, &field, &found, cards](const Box& box) {
                 return draw_cards(frame, field, found, cards, box);
               }});
}

}  // namespace buurtpeil
