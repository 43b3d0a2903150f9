// What the screens of a Session say, in the form's texts and the kiosk's own words.
#include <algorithm>

#include "kiosk/session.h"
#include "kiosk/views/look_view.h"
#include "kiosk/views/page.h"
#include "kiosk/views/question_view.h"
#include "kiosk/views/results_view.h"
#include "kiosk/views/review_view.h"

namespace buurtpeil {

namespace {

/// Of what lies before the others the more (PageInfo::depth), less than the staff's screens.
int depth_of(Scene scene) {
  switch (scene) {
    case Scene::leave:
    case Scene::did:
      return 1;
    case Scene::language:
      return 2;
    case Scene::look:
      return 3;
    case Scene::still_there:
      return 4;
    default:
      return 0;
  }
}

}  // namespace

View Session::view(Scene scene, Moment now) const {
  View shown = view_of(scene, now);
  std::visit([scene](auto& view) { view.page.depth = depth_of(scene); }, shown);
  return shown;
}

View Session::view_of(Scene scene, Moment now) const {
  switch (scene) {
    case Scene::still_there:
      return still_there_view(now);
    case Scene::look:
      return own_look_view();
    case Scene::language:
      return language_view();
    case Scene::did:
      return what_was_done_view();
    case Scene::results:
      return others_said_view();
    case Scene::thanks:
      return thanks_view();
    case Scene::intro:
      return intro_view();
    case Scene::leave:
      return leave_view();
    default:
      return visit_view(now);
  }
}

PageInfo Session::page() const {
  const Wording say = wording_of(service_, language_);
  PageInfo all = page_of(service_, language_);
  all.look = look_;
  add_look_tools(all, all.look, say);
  if (!is_unknown() && service_.languages().size() > 1)
    all.languages = {say("language"), event::ShowLanguages{}};
  return all;
}

const View& Session::visit_view(Moment now) const {
  const std::int64_t minute = now.unix_ms / 60'000;
  if (!cached_view_ || cached_view_->minute != minute) {
    const Hearing hearing{.possible = service_.volume() > 0, .heard_file = sound().file};
    const Wording say = wording_of(service_, language_);
    const Form& form = service_.form();
    View view = looks_back() ? View{review_view(form, *visit_, say, service_.maps())}
                             : View{question_view({form, *visit_, say, now, browsed_, hearing, choice_lists_,
                                                   service_.maps(), map_looks_})};
    std::visit([this](auto& any) { any.page = page(); }, view);
    cached_view_ = {minute, std::move(view)};
  }
  if (auto* question = std::get_if<QuestionView>(&cached_view_->view))
    question->unread = now.monotonic_ms < skips_from_ms_;
  return cached_view_->view;
}

LanguageView Session::language_view() const {
  LanguageView view;
  view.page = page();
  view.page.languages = {};
  for (const int language : service_.languages())
    view.languages.push_back({.code = code_of(service_, language),
                              .name = service_.form().languages.at(static_cast<std::size_t>(language)).name,
                              .direction = direction_of(code_of(service_, language))});
  if (languages_hide_page() || service_.mode() == Mode::kiosk)
    view.back = {wording_of(service_, language_)("back"), event::Back{}};
  return view;
}

LookView Session::own_look_view() const {
  LookView view = look_view_of(look_, wording_of(service_, language_));
  view.page = page();
  view.page.adjust = {};
  return view;
}

IntroView Session::intro_view() const {
  const Wording say = wording_of(service_, language_);
  IntroView view;
  view.page = page();
  view.title = say("intro_title");
  view.paragraphs = paragraphs_of(service_.form(), "kiosk_intro", language_);
  if (view.paragraphs.empty()) {
    const Effort effort = effort_of(service_.form());
    if (!service_.config().municipality.empty())
      view.paragraphs.push_back(say("intro_asker", {{"municipality", service_.config().municipality}}));
    view.paragraphs.push_back(say("intro_effort", {{"questions", count_of_questions(effort.questions, say)},
                                                   {"minutes", std::to_string(effort.minutes)}}));
    for (const std::string& paragraph :
         {say("intro_answers"), say("intro_unknown"), say("intro_names"), say("intro_stop")})
      view.paragraphs.push_back(paragraph);
  }
  view.start = {say("intro_start"), event::Start{}};
  add_first_answer(view, say);
  // On a tablet with one language this is where a visit begins.
  if (service_.mode() == Mode::kiosk || service_.languages().size() > 1)
    view.back = {say("back"), event::Back{}};
  view.occasion = service_.occasion();
  return view;
}

void Session::add_first_answer(IntroView& view, const Wording& say) const {
  if (!first_answer_) return;
  const Form& form = service_.form();
  const Row& question = form.rows.at(static_cast<std::size_t>(form.first_question));
  const auto& choices = form.choices.at(question.list);
  const auto chosen = std::ranges::find(choices, first_answer_->name, &Choice::name);
  if (const Sentence* label = form.in_language(chosen->label, language_)) view.answer = words_of(*label);
  view.answered = say("intro_answer");
  view.answer_kept = say("intro_answer_kept");
  view.title = say("intro_title_answered");
  view.start.label = say("next");
}

StillThereView Session::still_there_view(Moment now) const {
  const Wording say = wording_of(service_, language_);
  const bool keeps = visit_ && visit_->has_answers();
  StillThereView view;
  view.page = page();
  view.question = say("still_there_question");
  view.explanation = left_behind_ ? say("still_there_restarted")
                                  : say(keeps ? Word{"still_there_keeps"} : Word{"still_there_starts_over"});
  view.seconds = service_.config().warning_s;
  view.seconds_left = static_cast<int>((ends_at_ms() - now.monotonic_ms + 999) / 1000);
  view.yes = {say("still_there_yes"), event::Stay{}};
  view.stop = {say("still_there_stop"), event::Leave{}};
  return view;
}

LeaveView Session::leave_view() const {
  const Wording say = wording_of(service_, language_);
  return {.page = page(),
          .question = say("leave_question"),
          .explanation = say("leave_explanation"),
          .keep = {say("leave_keep"), event::Keep{}},
          .erase = {say("leave_erase"), event::Delete{}},
          .stay = {say("leave_stay"), event::Stay{}}};
}

ThanksView Session::thanks_view() const {
  const Wording say = wording_of(service_, language_);
  ThanksView view;
  view.page = page();
  view.title = say("thanks_title");
  view.done = {say("thanks_done"), event::Next{}};
  if (farewell_ == Farewell::erased) {
    view.title = say("thanks_erased_title");
    view.paragraphs = {say("thanks_erased"), say("thanks_erased_until")};
    view.take_back = {say("thanks_take_back"), event::TakeBack{}};
    return view;
  }
  view.paragraphs = {farewell_ == Farewell::saved ? say("thanks_saved") : say("thanks_nothing")};
  auto own = paragraphs_of(service_.form(), "kiosk_thanks", language_);
  if (own.empty()) own = {say("thanks_unknown")};
  view.paragraphs.insert(view.paragraphs.end(), own.begin(), own.end());
  if (has_results()) {
    view.results = {say("thanks_results"), event::ShowResults{}};
    view.done.label = say("look_done");
  }
  if (has_did(service_.form())) view.did = {say("did_title"), event::ShowDid{}};
  return view;
}

}  // namespace buurtpeil
