// What each scene says: Kiosk's views, made from the form's texts and the kiosk's own words.
#include "form/strings.h"
#include "kiosk/kiosk.h"
#include "kiosk/views/look_view.h"
#include "kiosk/views/question_view.h"

namespace buurtpeil {
namespace {

// The slides of the invitation begin anew after so many, a number that most numbers of paragraphs divide.
constexpr std::int64_t slides_before_same = 840;

Direction direction_of(const std::string& code) {
  return is_right_to_left(code) ? Direction::right_to_left : Direction::left_to_right;
}

/// Only the words: a setting has no question to refer to.
std::string whole_text_of(const Sentence& sentence) {
  std::string words;
  for (const Piece& piece : sentence) words += piece.words;
  return words;
}

}  // namespace

View Kiosk::view(Moment now) const {
  switch (scene(now)) {
    case Scene::out_of_service:
      return out_of_service_view();
    case Scene::staff: {
      const int language = form_->languages.empty() ? -1 : std::max(form_->default_language, 0);
      return staff_->view(wording(language), page(language), now);
    }
    case Scene::still_there:
      return still_there_view(now);
    case Scene::attract:
      return attract_view(now);
    case Scene::thanks:
      return thanks_view();
    case Scene::language:
      return language_view();
    case Scene::look:
      return look_view();
    case Scene::intro:
      return intro_view();
    case Scene::leave:
      return leave_view();
    case Scene::question:
      break;
  }
  const std::int64_t minute = now.unix_ms / 60'000;
  if (!cached_view_ || cached_view_->minute != minute) {
    const Hearing hearing{.possible = staff_->choices().volume > 0, .heard_file = sound().file};
    QuestionView view =
        question_view(*form_, *visitor_->visit, wording(visitor_->language), now, visitor_->browsed, hearing);
    view.page = visitor_page();
    cached_view_ = {minute, std::move(view)};
  }
  return cached_view_->view;
}

AttractView Kiosk::attract_view(Moment now) const {
  const Effort effort = effort_of(*form_);
  AttractView view;
  view.slide = static_cast<int>(now.monotonic_ms / (slide_s * std::int64_t{1000}) % slides_before_same);
  view.page = page(offered_.front());
  add_look_tools(view.page, Look{}, wording(offered_.front()));
  if (const auto pictures = form_paragraphs("kiosk_attract_image", offered_.front()); !pictures.empty()) {
    const auto slide = static_cast<std::size_t>(view.slide);
    view.picture = file_beside(*form_, pictures[slide % pictures.size()]);
    view.next_picture = file_beside(*form_, pictures[(slide + 1) % pictures.size()]);
  }
  for (const int language : offered_) {
    const Wording say = wording(language);
    const auto slides = form_paragraphs("kiosk_attract", language);
    view.invitations.push_back(
        {.language = code_of(language),
         .direction = direction_of(code_of(language)),
         .invitation = slides.empty() ? say("attract_invitation")
                                      : slides[static_cast<std::size_t>(view.slide) % slides.size()],
         .effort = say("attract_effort", {{"questions", std::to_string(effort.questions)},
                                          {"minutes", std::to_string(effort.minutes)}}),
         .start = say("attract_start")});
  }
  return view;
}

LanguageView Kiosk::language_view() const {
  LanguageView view;
  view.page = visitor_page();
  view.page.languages = {};
  for (const int language : offered_)
    view.languages.push_back({.code = code_of(language),
                              .name = form_->languages.at(static_cast<std::size_t>(language)).name,
                              .direction = direction_of(code_of(language))});
  if (visitor_->visit || visitor_->farewell) view.back = {wording(visitor_->language)("back"), event::Back{}};
  return view;
}

LookView Kiosk::look_view() const {
  LookView view = look_view_of(visitor_->look, wording(visitor_->language));
  view.page = visitor_page();
  view.page.adjust = {};
  return view;
}

IntroView Kiosk::intro_view() const {
  const Wording say = wording(visitor_->language);
  IntroView view;
  view.page = visitor_page();
  view.title = say("intro_title");
  view.paragraphs = form_paragraphs("kiosk_intro", visitor_->language);
  if (view.paragraphs.empty()) {
    const Effort effort = effort_of(*form_);
    if (!config_.municipality.empty())
      view.paragraphs.push_back(say("intro_asker", {{"municipality", config_.municipality}}));
    view.paragraphs.push_back(say("intro_effort", {{"questions", std::to_string(effort.questions)},
                                                   {"minutes", std::to_string(effort.minutes)}}));
    for (const std::string& paragraph :
         {say("intro_answers"), say("intro_unknown"), say("intro_names"), say("intro_stop")})
      view.paragraphs.push_back(paragraph);
  }
  view.start = {say("intro_start"), event::Start{}};
  // On a tablet with one language this is where a visit begins.
  if (staff_->choices().mode == Mode::kiosk || offered_.size() > 1) view.back = {say("back"), event::Back{}};
  view.occasion = staff_->choices().occasion;
  return view;
}

StillThereView Kiosk::still_there_view(Moment now) const {
  const Visitor& visitor = *visitor_;
  const Wording say = wording(visitor.language);
  const bool keeps = visitor.visit && visitor.visit->has_answers();
  StillThereView view;
  view.page = visitor_page();
  view.question = say("still_there_question");
  view.explanation = visitor.left_behind
                         ? say("still_there_restarted")
                         : say(keeps ? Word{"still_there_keeps"} : Word{"still_there_starts_over"});
  view.seconds = config_.warning_s;
  view.seconds_left = static_cast<int>((ends_at_ms() - now.monotonic_ms + 999) / 1000);
  view.yes = {say("still_there_yes"), event::Stay{}};
  view.stop = {say("still_there_stop"), event::Leave{}};
  return view;
}

LeaveView Kiosk::leave_view() const {
  const Wording say = wording(visitor_->language);
  return {.page = visitor_page(),
          .question = say("leave_question"),
          .explanation = say("leave_explanation"),
          .keep = {say("leave_keep"), event::Keep{}},
          .erase = {say("leave_erase"), event::Delete{}},
          .stay = {say("leave_stay"), event::Stay{}}};
}

ThanksView Kiosk::thanks_view() const {
  const Wording say = wording(visitor_->language);
  ThanksView view;
  view.page = visitor_page();
  view.title = say("thanks_title");
  view.done = {say("thanks_done"), event::Next{}};
  if (visitor_->farewell == Farewell::erased) {
    view.title = say("thanks_erased_title");
    view.paragraphs = {say("thanks_erased")};
    return view;
  }
  view.paragraphs = {visitor_->farewell == Farewell::saved ? say("thanks_saved") : say("thanks_nothing")};
  auto own = form_paragraphs("kiosk_thanks", visitor_->language);
  if (own.empty()) own = {say("thanks_unknown")};
  view.paragraphs.insert(view.paragraphs.end(), own.begin(), own.end());
  return view;
}

OutOfServiceView Kiosk::out_of_service_view() const {
  OutOfServiceView view;
  view.page = page(offered_.front());
  view.code = "store";
  for (const int language : offered_) {
    const Wording say = wording(language);
    view.notices.push_back({say.language(), direction_of(say.language()), say("out_of_service")});
  }
  return view;
}

std::string Kiosk::code_of(int language) const {
  if (language >= 0) return form_->languages.at(static_cast<std::size_t>(language)).code;
  if (!config_.language.empty()) return config_.language;
  return config_.languages.empty() ? "nl" : config_.languages.front();
}

Wording Kiosk::wording(int language) const { return words_.in(code_of(language), code_of(offered_.front())); }

Page Kiosk::page(int language) const {
  const std::string code = code_of(language);
  return {.language = code,
          .direction = direction_of(code),
          .owner = config_.municipality,
          .trial = config_.kind == StoreKind::trial ? wording(language)("trial") : ""};
}

Page Kiosk::visitor_page() const {
  const Wording say = wording(visitor_->language);
  Page all = page(visitor_->language);
  all.look = visitor_->look;
  add_look_tools(all, all.look, say);
  const bool known = !visitor_->left_behind && !visitor_->asked_from_ms;
  if (known && offered_.size() > 1) all.languages = {say("language"), event::ShowLanguages{}};
  return all;
}

std::vector<std::string> Kiosk::form_paragraphs(const char* setting, int language) const {
  const auto text = form_->settings_texts.find(setting);
  if (text == form_->settings_texts.end()) return {};
  const Sentence* sentence = form_->in_language(text->second, language);
  return sentence ? lines_of(whole_text_of(*sentence)) : std::vector<std::string>{};
}

}  // namespace buurtpeil
