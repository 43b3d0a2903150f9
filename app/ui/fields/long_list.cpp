#include "ui/fields/long_list.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "ui/fields/beside_cards.h"
#include "ui/fields/closed_list.h"
#include "ui/fields/option_card.h"
#include "ui/fields/writing.h"
#include "ui/text/search.h"
#include "ui/widgets.h"

namespace buurtpeil {
namespace {

constexpr std::string_view search_prefix = "search:";
// Labels that are measured: those with most bytes, one of which is the widest in all but a few alphabets.
constexpr std::size_t measured_labels = 64;

// What is looked for in a long list, and what was found: indices of its options.
struct SearchState {
  std::string words;
  std::vector<std::size_t> found;
  // What the rest was made from; while that is the same nothing is looked for or measured again.
  SharedList<ChoiceField::Option> list;
  std::string looked_for;
  bool fresh = true;  // nothing was looked for yet
  float width = 0;
  // All cards of a long list are alike, so that the place of each is known without measuring it.
  std::size_t columns = 1;
  float card_width = 0, card_height = 0;
  std::vector<std::size_t> selected;
  std::string chosen;  // their labels
};

SearchState& search_of(Frame& frame, std::string_view path) { return frame.memory().of<SearchState>(path); }

// Notes what is selected; in a list that differs from the last one in a few places these alone are looked at.
void note_selected(SearchState& search, const SharedList<ChoiceField::Option>& list) {
  std::vector<std::size_t> places = std::move(search.selected);
  if (search.fresh || !search.list.shares_with(list)) {
    places.resize(list.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
  } else {
    for (const SharedList<ChoiceField::Option>* each : {&std::as_const(search.list), &list})
      for (const auto& [place, option] : each->replaced()) places.push_back(place);
  }
  std::ranges::sort(places);
  places.erase(std::ranges::unique(places).begin(), places.end());
  std::erase_if(places, [&](std::size_t place) { return !list[place].selected; });
  search.chosen.clear();
  for (const std::size_t place : places)
    search.chosen += (search.chosen.empty() ? "" : ", ") + list[place].label.words;
  search.selected = std::move(places);
}

// Finds what is looked for, when that or the list is another than in the last frame: a list of 10,000 is
// not read through for every frame.
SearchState& looked_through(Frame& frame, const ChoiceField& field) {
  SearchState& search = search_of(frame, field.path);
  if (search.fresh || !search.list.same_as(field.options)) note_selected(search, field.options);
  const bool same_words = !search.fresh && search.list.shares_with(field.options);
  search.list = field.options;
  if (same_words && search.looked_for == search.words) return search;
  search.found = found_options(field, search.words);
  search.looked_for = search.words;
  search.fresh = false;
  search.width = 0;
  return search;
}

float gap_of(const Theme& theme) { return theme.space(3); }

// Measures the cards: all alike, so that the place of each is known without measuring it.
void cut(Frame& frame, const ChoiceField& field, SearchState& search, float width) {
  if (search.width == width) return;
  const std::vector<std::size_t>& found = search.found;
  std::vector<std::size_t> longest = found;
  const auto measured =
      longest.begin() + static_cast<std::ptrdiff_t>(std::min(measured_labels, found.size()));
  std::ranges::partial_sort(longest, measured, std::greater{},
                            [&](std::size_t index) { return field.options[index].label.words.size(); });
  longest.erase(measured, longest.end());
  const auto shows = [&](std::size_t index) { return !field.options[index].media.image.empty(); };
  if (const auto first = std::ranges::find_if(found, shows); first != found.end()) longest.push_back(*first);
  search.width = search.card_width = width;
  search.columns = 1;
  search.card_height = 0;
  float widest = 0;
  for (const std::size_t index : longest)
    widest = std::max(widest, choice_width(frame, field, field.options[index]));
  for (const std::size_t columns : {2U, 3U}) {
    const auto count = static_cast<float>(columns);
    const float card = std::floor((width - gap_of(frame.theme()) * (count - 1)) / count);
    if (widest <= card && columns <= found.size()) search.columns = columns, search.card_width = card;
  }
  for (const std::size_t index : longest)
    search.card_height =
        std::max(search.card_height, choice_height(frame, field, field.options[index], search.card_width));
}

std::optional<Event> draw_cards(Frame& frame, const ChoiceField& field, const SearchState& search,
                                const Box& box) {
  std::optional<Event> result;
  const float gap = gap_of(frame.theme());
  const float row = search.card_height + gap;
  const auto rows = (search.found.size() + search.columns - 1) / search.columns;
  const auto row_at = [&](float y) {  // of a place on the display
    return static_cast<std::size_t>(std::clamp((y - box.y) / row, 0.0F, static_cast<float>(rows)));
  };
  const std::size_t end = std::min((row_at(bottom(frame.whole())) + 1) * search.columns, search.found.size());
  for (std::size_t place = row_at(0) * search.columns; place < end; ++place) {
    const auto column = static_cast<float>(place % search.columns);
    const Box card{box.x + column * (search.card_width + gap),
                   box.y + static_cast<float>(place / search.columns) * row, search.card_width,
                   search.card_height};
    if (auto event = draw_choice(frame, field, field.options[search.found[place]], card))
      result = std::move(event);
  }
  return result;
}

}  // namespace

WriteField search_field(Frame& frame, const ChoiceField& field) {
  WriteField search;
  search.path = std::string(search_prefix) + field.path;
  search.label = field.label;
  search.sentences = false;
  search.value = search_of(frame, field.path).words;
  return search;
}

std::optional<Event> take_search(Frame& frame, std::optional<Event> event) {
  const auto* write = event ? std::get_if<event::Write>(&*event) : nullptr;
  if (!write || !write->path.starts_with(search_prefix)) return event;
  search_of(frame, std::string_view(write->path).substr(search_prefix.size())).words = write->value;
  frame.memory().of<Scrolling>().offset = 0;
  frame.draw_again();
  return event::Touch{};
}

void forget_search(Frame& frame, const ChoiceField& field) { search_of(frame, field.path) = {}; }

void add_search(Frame& frame, PageContent& content, const ChoiceField& field, float width) {
  const WriteField search = search_field(frame, field);
  content.add_text(field.search, {TextSize::small}, frame.colours().ink_quiet, width, frame.theme().space(3));
  content.add({.gap = frame.theme().space(2),
               .height = writing_field_height(frame, search, width, 0),
               .draw = [&frame, search](const Box& box) { return draw_writing_field(frame, search, box); },
               .reveal = is_written(frame, search) ? Reveal::writing : Reveal::no});
}

const std::string& chosen_words(Frame& frame, const ChoiceField& field) {
  return looked_through(frame, field).chosen;
}

void add_chosen(Frame& frame, PageContent& content, const ChoiceField& field, float width) {
  const SearchState& search = looked_through(frame, field);
  // Choosing from a closed list closes it; else the list below must not move when another is chosen.
  const bool closes = is_closed_list(field) && !field.several;
  const float height =
      closes ? chosen_height(frame, search.chosen, width) : frame.line_height(TextSize::reading);
  content.add({.gap = frame.theme().space(3), .height = height, .draw = [&frame, &search](const Box& box) {
                 if (search.chosen.empty()) return std::optional<Event>();
                 Box rest = box;
                 const float size = frame.theme().size(Size::sign);
                 frame.sign(Sign::check, take_left(rest, size, frame.theme().space(3)),
                            frame.colours().accent);
                 frame.clip(rest);
                 frame.write(search.chosen, {TextSize::reading, Weight::bold}, rest, frame.colours().ink);
                 frame.unclip();
                 return std::optional<Event>();
               }});
}

void add_long_list(Frame& frame, PageContent& content, const ChoiceField& field, float width) {
  SearchState& search = looked_through(frame, field);
  if (search.found.empty())
    return content.add_text(field.nothing_found, {}, frame.colours().ink, width, frame.theme().space(3));
  cut(frame, field, search, width);
  const float gap = gap_of(frame.theme());
  const auto rows = static_cast<float>((search.found.size() + search.columns - 1) / search.columns);
  content.add(
      {.gap = frame.theme().space(3),
       .height = rows * (search.card_height + gap) - gap,
       .draw = [&frame, &field, &search](const Box& box) { return draw_cards(frame, field, search, box); }});
}

}  // namespace buurtpeil
