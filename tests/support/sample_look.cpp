#include "support/sample_look.h"

namespace buurtpeil {
namespace {

using Group = LookView::Group;

template <class Part>
LookView::Option option(const std::string& name, const std::string& label, Look look, Part Look::* part,
                        Part value) {
  const bool chosen = look.*part == value;
  look.*part = value;
  return {.name = name, .label = label, .chosen = chosen, .look = look};
}

LookView::Option on_or_off(const std::string& name, const std::string& label, Look look, bool Look::* part) {
  const bool on = look.*part;
  look.*part = !on;
  return {.name = name, .label = label, .chosen = on, .look = look};
}

}  // namespace

LookView sample_look(const Look& look, const std::function<std::string(const std::string&)>& word) {
  LookView view;
  view.title = word("look_title");
  view.groups = {{Group::Kind::text, word("look_text"), {}},
                 {Group::Kind::contrast, word("look_contrast"), {}},
                 {Group::Kind::others, "", {}}};
  const auto size = [&](const char* name, TextScale value) {
    view.groups[0].options.push_back(
        option(std::string("text=") + name, word(std::string("look_") + name), look, &Look::text, value));
  };
  size("smaller", TextScale::smaller);
  size("normal", TextScale::normal);
  size("larger", TextScale::larger);
  size("largest", TextScale::largest);
  const auto contrast = [&](const char* name, Contrast value) {
    view.groups[1].options.push_back(option(std::string("contrast=") + name,
                                            word(std::string("look_") + name), look, &Look::contrast, value));
  };
  contrast("normal", Contrast::normal);
  contrast("high", Contrast::high);
  contrast("dark", Contrast::dark);
  contrast("low", Contrast::low);
  view.groups[2].options = {on_or_off("lower_half", word("lower"), look, &Look::lower_half),
                            on_or_off("silent", word("look_silent"), look, &Look::silent),
                            on_or_off("still", word("look_still"), look, &Look::still)};
  view.sample = word("look_sample");
  view.done = {word("look_done"), event::Back{}};
  if (look != Look{}) view.reset = {word("look_reset"), event::SetLook{}};
  return view;
}

ReviewView sample_review(const PageInfo& page, const std::function<std::string(const std::string&)>& word) {
  ReviewView view;
  view.page = page;
  view.title = word("review_title");
  view.explanation = word("review_explanation");
  const auto add = [&](const std::string& name, const std::string& answer, bool answered = true) {
    ReviewView::Entry entry;
    entry.path = name;
    entry.question = word(name + ".label");
    entry.answer = answer;
    entry.answered = answered;
    view.entries.push_back(entry);
  };
  add("field", word("field=low_half"));
  add("trees", "12");
  add("idea", word("review_unanswered"), false);
  view.entries.own()[1].group = word("situation.label");
  add("heating", word("refuse"), false);
  add("themes", word("theme=trees") + ", " + word("theme=traffic") + ", " + word("theme=homes"));
  view.change = word("review_change");
  view.finish = {word("finish"), event::Finish{}};
  view.back = {word("back"), event::Back{}};
  view.leave = {word("leave"), event::Leave{}};
  return view;
}

}  // namespace buurtpeil
