#include "kiosk/views/look_view.h"

#include <initializer_list>
#include <string>
#include <tuple>
#include <utility>

namespace buurtpeil {
namespace {

using Group = LookView::Group;

/// What each choice leads to: the same look with another value of that part.
template <class Part>
Group choices(Group::Kind kind, std::string label, const Look& look, Part Look::* part,
              std::initializer_list<std::tuple<Part, const char*, std::string>> offered) {
  Group group{.kind = kind, .label = std::move(label), .options = {}};
  for (const auto& [value, name, words] : offered) {
    Look changed = look;
    changed.*part = value;
    group.options.push_back({name, words, look.*part == value, changed});
  }
  return group;
}

Group text_sizes(const Look& look, const Wording& say) {
  return choices(Group::Kind::text, say("look_text"), look, &Look::text,
                 {{TextScale::smaller, "text=smaller", say("look_smaller")},
                  {TextScale::normal, "text=normal", say("look_normal")},
                  {TextScale::larger, "text=larger", say("look_larger")},
                  {TextScale::largest, "text=largest", say("look_largest")}});
}

Group contrasts(const Look& look, const Wording& say) {
  return choices(Group::Kind::contrast, say("look_contrast"), look, &Look::contrast,
                 {{Contrast::normal, "contrast=normal", say("look_normal")},
                  {Contrast::high, "contrast=high", say("look_high")},
                  {Contrast::dark, "contrast=dark", say("look_dark")},
                  {Contrast::low, "contrast=low", say("look_low")}});
}

Group others(const Look& look, const Wording& say) {
  Group group{.kind = Group::Kind::others, .label = "", .options = {}};
  const auto offer = [&](bool Look::* part, const char* name, std::string label) {
    Look changed = look;
    changed.*part = !(look.*part);
    group.options.push_back({name, std::move(label), look.*part, changed});
  };
  offer(&Look::lower_half, "lower_half", say("lower"));
  offer(&Look::silent, "silent", say("look_silent"));
  offer(&Look::still, "still", say("look_still"));
  return group;
}

}  // namespace

LookView look_view_of(const Look& look, const Wording& say) {
  LookView view;
  view.title = say("look_title");
  view.groups = {text_sizes(look, say), contrasts(look, say), others(look, say)};
  view.sample = say("look_sample");
  view.done = {say("look_done"), event::Back{}};
  if (look != Look{}) view.reset = {say("look_reset"), event::SetLook{}};
  return view;
}

void add_look_tools(PageInfo& page, const Look& look, const Wording& say) {
  page.adjust = {say("adjust"), event::ShowLook{}};
  Look moved = look;
  moved.lower_half = !look.lower_half;
  page.lower = {look.lower_half ? say("raise") : say("lower"), event::SetLook{moved}};
}

}  // namespace buurtpeil
