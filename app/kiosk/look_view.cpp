#include "kiosk/look_view.h"

namespace buurtpeil {
namespace {

using Group = LookView::Group;

Group text_sizes(const Look& look, const Wording& say) {
  Group group{.kind = Group::Kind::text, .label = say("look_text"), .options = {}};
  const auto offer = [&](TextScale scale, const char* name, std::string label) {
    Look changed = look;
    changed.text = scale;
    group.options.push_back({name, std::move(label), look.text == scale, changed});
  };
  offer(TextScale::smaller, "text=smaller", say("look_smaller"));
  offer(TextScale::normal, "text=normal", say("look_normal"));
  offer(TextScale::larger, "text=larger", say("look_larger"));
  offer(TextScale::largest, "text=largest", say("look_largest"));
  return group;
}

Group contrasts(const Look& look, const Wording& say) {
  Group group{.kind = Group::Kind::contrast, .label = say("look_contrast"), .options = {}};
  const auto offer = [&](Contrast contrast, const char* name, std::string label) {
    Look changed = look;
    changed.contrast = contrast;
    group.options.push_back({name, std::move(label), look.contrast == contrast, changed});
  };
  offer(Contrast::normal, "contrast=normal", say("look_normal"));
  offer(Contrast::high, "contrast=high", say("look_high"));
  offer(Contrast::low, "contrast=low", say("look_low"));
  return group;
}

Group others(const Look& look, const Wording& say) {
  Group group{.kind = Group::Kind::others, .label = "", .options = {}};
  const auto offer = [&](bool Look::*part, const char* name, std::string label) {
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
  view.done = {say("look_done"), event::Back{}};
  if (look != Look{}) view.reset = {say("look_reset"), event::SetLook{}};
  view.more = say("more");
  return view;
}

void add_look_tools(Page& page, const Look& look, const Wording& say) {
  page.adjust = {say("adjust"), event::ShowLook{}};
  Look moved = look;
  moved.lower_half = !look.lower_half;
  page.lower = {look.lower_half ? say("raise") : say("lower"), event::SetLook{moved}};
}

}  // namespace buurtpeil
