#include "kiosk/session.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "kiosk/kept_look.h"
#include "kiosk/views/media_view.h"
#include "kiosk/views/question_view.h"
#include "kiosk/views/review_view.h"

namespace buurtpeil {
namespace {

template <class E>
bool is(const Event& event) {
  return std::holds_alternative<E>(event);
}

/// A finger that is still down did it, and may do more at once.
bool is_held(const Event& event) {
  const auto* write = std::get_if<event::Write>(&event);
  const auto* slide = std::get_if<event::Slide>(&event);
  return (write && write->held) || (slide && slide->held);
}

void change_instances(Visit& visit, const Event& event, Moment now) {
  const auto* add = std::get_if<event::Add>(&event);
  const auto* remove = std::get_if<event::Remove>(&event);
  if (!add && !remove) return;
  const std::string& path = add ? add->path : remove->path;
  const auto prompts = visit.prompts(Visit::Options::none);
  const auto repeat = std::ranges::find(prompts, path, &Prompt::path);
  if (repeat == prompts.end() || repeat->row->type != Type::repeat) return;
  if (add)
    visit.add_instance(path, now);
  else
    visit.remove_instance(path, now);
}

/// What a touch on a question's screen does to the answers; any other event changes nothing.
void change_answers(Visit& visit, const Event& event, Moment now) {
  change_instances(visit, event, now);
  if (const auto* choose = std::get_if<event::Choose>(&event)) visit.choose(choose->path, choose->name, now);
  if (const auto* write = std::get_if<event::Write>(&event)) visit.write(write->path, write->value, now);
  if (const auto* slide = std::get_if<event::Slide>(&event)) visit.slide(slide->path, slide->stop, now);
  if (const auto* refuse = std::get_if<event::Refuse>(&event)) visit.decline(refuse->path, now);
}

/// The choice was the answer to a question with the appearance quick, which needs no Next. Where Next would
/// end the visit it does: that ends when the visitor says so.
bool goes_on_by_itself(const Form& form, const Visit& visit, const Event& event) {
  const auto* choose = std::get_if<event::Choose>(&event);
  if (!choose) return false;
  const auto prompts = visit.prompts(Visit::Options::none);
  if (prompts.size() != 1 || (visit.progress().is_last && !is_reviewed(form, visit))) return false;
  return prompts.front().row->choice_style.quick && prompts.front().value == choose->name;
}

}  // namespace

Session::Session(Service& service, Moment now) : service_(service), last_touch_(now), untouched_(true) {
  const std::vector<int> languages = service_.languages();
  language_ = languages.front();
  const bool asks = service_.mode() == Mode::tablet && service_.language().empty();
  if (asks && languages.size() > 1) open(Overlay::language);
}

Session::Session(Service& service, Draft left_behind, Moment now)
    : service_(service),
      last_touch_(now),
      language_(service.form().language_of(left_behind.response.language)),
      look_(look_from(Visit::look_of(left_behind))),
      left_behind_(std::move(left_behind)) {}

bool Session::is_idle(Moment now) const { return !farewell_ && now.monotonic_ms >= warning_from_ms(); }

Session::Overlay Session::overlay() const { return overlays_.empty() ? Overlay::none : overlays_.back(); }

void Session::open(Overlay overlay) {
  if (overlay != Overlay::look) close(Overlay::look);  // nothing lies before the settings
  if (!std::ranges::count(overlays_, overlay)) overlays_.push_back(overlay);
}

void Session::handle(const Event& event, Scene shown, Moment now) {
  cached_view_.reset();
  touched_ = touched_ || !is_held(event);
  if (shown != Scene::still_there) {
    last_touch_ = now;
    untouched_ = false;
  }
  introduced_ = introduced_ || shown == Scene::intro;
  if (use_tools(event, shown, now)) return;
  switch (shown) {
    case Scene::still_there:
      at_still_there(event, now);
      break;
    case Scene::look:
      at_look(event, now);
      break;
    case Scene::language:
      at_language(event, now);
      break;
    case Scene::did:
      at_did(event);
      break;
    case Scene::results:
      at_results(event);
      break;
    case Scene::thanks:
      at_thanks(event, now);
      break;
    case Scene::intro:
      at_intro(event, now);
      break;
    case Scene::leave:
      at_leave(event, now);
      break;
    case Scene::review:
      at_review(event, now);
      break;
    case Scene::question:
      at_question(event, now);
      break;
    case Scene::out_of_service:
    case Scene::staff:
    case Scene::attract:
      break;
  }
  if (service_.works() && visit_ && visit_->at_end() && !is_reviewed(service_.form(), *visit_))
    end_visit(Status::finished, now, Absence::skipped, now);
}

// The visitor's tools are on every screen, and no answer is lost by them.
bool Session::use_tools(const Event& event, Scene shown, Moment now) {
  const auto* set = std::get_if<event::SetLook>(&event);
  const bool adjusts = is<event::ShowLook>(event), chooses = is<event::ShowLanguages>(event);
  if (!set && !adjusts && !chooses) return false;
  if (unsaved_) save_draft(now);
  if (!service_.works()) return true;
  // Nobody has said yet that they are the one who was asked "still there?".
  const bool unknown = is_unknown();
  if (shown == Scene::still_there && (!unknown || adjusts)) last_touch_ = now;
  if (set && set->look.silent && !look_.silent) playing_.reset();
  if (set) set_look(set->look, now);
  if (adjusts) open(Overlay::look);
  if (chooses && !unknown && service_.languages().size() > 1) open(Overlay::language);
  return true;
}

void Session::set_look(const Look& look, Moment now) {
  look_ = look;
  if (!visit_) return;
  visit_->keep_look(to_text(look_));
  save_draft(now);
}

void Session::at_still_there(const Event& event, Moment now) {
  const bool stops = is<event::Leave>(event);
  if (left_behind_) {
    if (!stops && !is<event::Stay>(event)) return;  // a stray touch must not bring up somebody's answers
    go_on_with_draft(now);
  }
  if (over_) return;
  asked_from_ms_.reset();
  last_touch_ = now;
  if (stops) leave();
}

void Session::at_look(const Event& event, Moment now) {
  if (!is<event::Back>(event)) return;
  close(Overlay::look);
  if (asked_from_ms_) asked_from_ms_ = now.monotonic_ms;
}

void Session::at_language(const Event& event, Moment now) {
  if (is<event::Back>(event)) go_back_from_languages();
  const auto* chosen = std::get_if<event::ChooseLanguage>(&event);
  if (!chosen) return;
  const int language = service_.form().language_of(chosen->code);
  if (!std::ranges::count(service_.languages(), language)) return;
  language_ = language;
  close(Overlay::language);
  moved_ = true;
  if (!visit_) return;
  visit_->choose_language(language, now);
  save_draft(now);
}

// To the page behind them, else to the invitation, which a tablet does not have.
void Session::go_back_from_languages() {
  if (languages_hide_page())
    close(Overlay::language);
  else
    over_ = service_.mode() == Mode::kiosk;
}

void Session::at_intro(const Event& event, Moment now) {
  if (is<event::Start>(event)) {
    begin_visit(now);
    take_first_answer(now);
  }
  if (is<event::Back>(event)) over_ = true;
}

void Session::begin_visit(Moment now) {
  id_ = service_.new_response_id();
  visit_.emplace(service_.form(),
                 Beginning{.id = id_,
                           .kiosk = service_.config().kiosk,
                           .occasion = service_.occasion(),
                           .language = language_,
                           .seed = service_.new_visit_seed()},
                 now);
  visit_->keep_look(to_text(look_));
  if (!service_.maps().any()) visit_->lack_places();
  moved_ = true;
}

void Session::take_first_answer(Moment now) {
  if (!first_answer_ || visit_->at_end()) return;
  visit_->choose(first_answer_->path, first_answer_->name, now);
  first_answer_.reset();
  (void)visit_->next(now);
  if (!visit_->at_end()) save_draft(now);  // else handle() ends it
}

void Session::go_on_with_draft(Moment now) {
  auto visit = Visit::resume(service_.form(), *left_behind_, now);
  if (!visit) {
    over_ = true;
    return service_.abandon_drafts(now);
  }
  visit_ = std::move(visit);
  id_ = left_behind_->response.id;
  stored_ = true;
  moved_ = true;
  visit_->keep_look(to_text(look_));
  if (!service_.maps().any()) visit_->lack_places();
  left_behind_.reset();
}

void Session::at_question(const Event& event, Moment now) {
  const bool held = is_held(event);
  if (unsaved_ && !held) save_draft(now);
  if (!service_.works() || is<event::Touch>(event)) return;
  if (is<event::Leave>(event)) return leave();
  if (is<event::Hush>(event)) return playing_.reset();
  if (const auto* wish = std::get_if<event::Play>(&event)) return play(wish->file, now);
  if (const auto* browse = std::get_if<event::Browse>(&event)) {
    browsed_[browse->path] = browse->to;
    return;
  }
  const auto searched = mark_of_search(event, *visit_, service_.maps());
  if (look_around(map_looks_, event, *visit_, service_.maps()) && !searched) return;
  if (is<event::Next>(event) && now.monotonic_ms < skips_from_ms_) return;
  if (const auto* mark = searched ? &*searched : std::get_if<event::Mark>(&event)) {
    put_mark(map_looks_, *mark, *visit_, now);
  } else if (is<event::Next>(event)) {
    browsed_.clear();
    (void)visit_->next(now);
  } else if (is<event::Back>(event)) {
    browsed_.clear();
    visit_->back(now);
  } else {
    change_answers(*visit_, event, now);
  }
  const bool ends = visit_->at_end() && !is_reviewed(service_.form(), *visit_);
  if (ends) return;  // handle() does it
  moved_ = moved_ || is<event::Next>(event) || is<event::Back>(event) || is<event::Add>(event);
  unsaved_ = held;
  if (!held) save_draft(now);
  if (!service_.works() || !goes_on_by_itself(service_.form(), *visit_, event)) return;
  note_appeared(now);
  at_question(event::Next{}, now);
}

void Session::at_review(const Event& event, Moment now) {
  if (is<event::Leave>(event)) return leave();
  if (is<event::Finish>(event)) return end_visit(Status::finished, now, Absence::skipped, now);
  const auto* change = std::get_if<event::Change>(&event);
  if (!change && !is<event::Back>(event)) return;
  if (change)
    visit_->go_to(change->path, now);
  else
    visit_->back(now);
  moved_ = true;
  save_draft(now);
}

void Session::leave() {
  overlays_.clear();
  if (visit_ && visit_->has_answers())
    open(Overlay::leave);
  else
    over_ = true;
}

void Session::at_leave(const Event& event, Moment now) {
  if (is<event::Stay>(event)) close(Overlay::leave);
  if (is<event::Keep>(event)) end_visit(Status::abandoned, now, Absence::not_reached, now);
  if (is<event::Delete>(event)) {
    erased_ = visit_->draft(now);
    overlays_.clear();
    visit_.reset();
    stored_ = false;
    farewell_ = Farewell::erased;
    service_.erase(id_, now);
  }
}

void Session::at_thanks(const Event& event, Moment now) {
  if (erased_ && is<event::TakeBack>(event)) return take_back(now);
  if (is<event::ShowDid>(event)) return open(Overlay::did);
  if (is<event::ShowResults>(event) && has_results()) {
    results_page_ = 0;
    return;
  }
  over_ = !is<event::Touch>(event);
}

// Under another id: a note that the former one is to be erased may come back after a power failure.
void Session::take_back(Moment now) {
  id_ = service_.new_response_id();
  erased_->response.id = id_;
  visit_ = Visit::resume(service_.form(), *erased_, now);
  erased_.reset();
  farewell_.reset();
  if (!visit_) {
    over_ = true;
    return;
  }
  if (visit_->language() != language_) visit_->choose_language(language_, now);
  visit_->keep_look(to_text(look_));
  if (!service_.maps().any()) visit_->lack_places();
  moved_ = true;
  save_draft(now);
  open(Overlay::leave);
}

void Session::pass_time(Moment now) {
  if (!untouched_ && now.monotonic_ms >= ends_at_ms()) stop(Absence::timed_out, now);
}

void Session::staff_left(Moment now) {
  if (!has_visit())
    over_ = true;
  else
    asked_from_ms_ = now.monotonic_ms;
}

void Session::stop(Absence on_screen, Moment now) {
  if (visit_)
    end_visit(Status::abandoned, last_touch_, on_screen, now);
  else if (left_behind_)
    service_.abandon_drafts(now);
  over_ = true;
}

void Session::end_visit(Status status, Moment ended, Absence on_screen, Moment now) {
  const Visit visit = std::move(*visit_);
  visit_.reset();
  overlays_.clear();
  farewell_ = visit.has_answers() ? Farewell::saved : Farewell::nothing_to_save;
  if (visit.has_answers()) {
    Response response = visit.response(status, ended, on_screen);
    const bool repeats = status == Status::finished && service_.repeats(visit.imprint(ended));
    if (repeats && response.doubt == Doubt::none) response.doubt = Doubt::repeated;
    service_.save(response, now);
    if (status == Status::finished) keep_own_answers(response);
  } else if (stored_)
    service_.erase(id_, now);
}

void Session::save_draft(Moment now) {
  unsaved_ = false;
  if (visit_->has_answers()) {
    stored_ = true;
    service_.save(visit_->draft(now), now);
  } else if (stored_) {
    stored_ = false;
    service_.erase(id_, now);
  }
}

void Session::follow_questions(Scene shown, Moment now) {
  if (shown == Scene::question && std::exchange(touched_, false)) note_appeared(now);
}

void Session::note_appeared(Moment now) {
  skips_from_ms_ = 0;
  for (const Prompt& prompt : visit_->prompts(Visit::Options::none)) {
    const auto appeared = appeared_ms_.try_emplace(prompt.path, now.monotonic_ms).first;
    if (is_unanswered(prompt)) skips_from_ms_ = std::max(skips_from_ms_, appeared->second + read_ms);
  }
}

Session::Sound Session::sound() const {
  if (!playing_) return {};
  return {playing_->number, playing_->file, service_.volume()};
}

void Session::play(const std::string& file, Moment now) {
  const bool beside_the_form = std::ranges::any_of(
      service_.form().media, [&](const auto& media) { return media.second.path.string() == file; });
  if (!beside_the_form || service_.volume() == 0) return;
  playing_ = {service_.new_recording(), file, now.monotonic_ms};
}

void Session::played(long number, Moment now) {
  cached_view_.reset();
  if (!playing_ || playing_->number != number) return;
  playing_.reset();
  last_touch_ = now;  // who listened was there
}

void Session::follow_sound(Scene shown, Moment now) {
  const bool asks = shown == Scene::question;
  if (playing_ && asks && now.monotonic_ms >= playing_ends_ms()) played(playing_->number, now);
  if (playing_ && !asks) playing_.reset(), cached_view_.reset();
  if (asks && moved_) arrive(now);
}

void Session::arrive(Moment now) {
  moved_ = false;
  const auto prompts = visit_->prompts(Visit::Options::none);
  std::string place = std::to_string(language_);
  for (const Prompt& prompt : prompts) place += "|" + prompt.path;
  if (place == place_) return;
  place_ = std::move(place);
  playing_.reset();
  cached_view_.reset();
  if (look_.silent) return;
  for (const Prompt& prompt : prompts)
    if (const auto audio = prompt.media.find("audio"); prompt.row->autoplay && audio != prompt.media.end())
      return play(file_beside(service_.form(), audio->second), now);
}

std::int64_t Session::playing_ends_ms() const {
  return playing_->began_ms + longest_sound_s * std::int64_t{1000};
}

std::int64_t Session::warning_from_ms() const {
  if (untouched_) return std::numeric_limits<std::int64_t>::max();
  const std::int64_t idle_ms = service_.config().idle_s * std::int64_t{1000};
  const bool asks = overlay() != Overlay::look;  // else the settings lie before the question
  if (asks && asked_from_ms_) return *asked_from_ms_;
  if (playing_) return playing_ends_ms() + idle_ms;
  return last_touch_.monotonic_ms + (asks && left_behind_ ? 0 : idle_ms);
}

std::int64_t Session::ends_at_ms() const {
  if (farewell_) {
    const bool reads_more = results_page_ || overlay() == Overlay::did;
    return last_touch_.monotonic_ms + (reads_more ? results_s : thanks_s) * std::int64_t{1000};
  }
  return warning_from_ms() + service_.config().warning_s * std::int64_t{1000};
}

std::optional<std::int64_t> Session::next_change_ms(Moment now) const {
  if (untouched_) return std::nullopt;
  if (farewell_) return ends_at_ms();
  if (is_idle(now)) {
    const std::int64_t shown_for_ms = now.monotonic_ms - warning_from_ms();
    return std::min(ends_at_ms(), warning_from_ms() + (shown_for_ms / 1000 + 1) * 1000);
  }
  const std::int64_t next = playing_ ? playing_ends_ms() : warning_from_ms();
  return now.monotonic_ms < skips_from_ms_ ? std::min(next, skips_from_ms_) : next;
}

}  // namespace buurtpeil
