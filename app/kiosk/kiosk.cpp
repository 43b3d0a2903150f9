#include "kiosk/kiosk.h"

#include <algorithm>

#include "kiosk/staff/form_list.h"
#include "kiosk/views/attract_view.h"
#include "kiosk/views/page.h"

namespace buurtpeil {

Kiosk::Kiosk(const Form& form, const Words& words, Config config, Store store, Moment now, std::uint64_t seed)
    : service_(form, words, std::move(config), std::move(store), now, seed), staff_(service_, now) {
  watch_form(now);
  if (service_.works()) take_up_draft(now);
  welcome_on_tablet(now);
}

void Kiosk::take_up_draft(Moment now) {
  auto draft = service_.draft(now);
  if (!draft) return;
  const Response& response = draft->response;
  const Config& config = service_.config();
  const std::int64_t age_ms = now.unix_ms - response.ended.unix_ms;
  const bool fresh = age_ms >= 0 && age_ms < (config.idle_s + config.warning_s) * std::int64_t{1000};
  if (!fresh || response.form_hash != service_.form().hash) return service_.abandon_drafts(now);
  session_.emplace(service_, std::move(*draft), now);
}

Scene Kiosk::scene(Moment now) const {
  using Overlay = Session::Overlay;
  if (staff_.is_open()) return Scene::staff;  // who may see what is wrong
  if (!service_.works()) return Scene::out_of_service;
  if (!session_) return Scene::attract;
  if (session_->is_idle(now)) return Scene::still_there;
  if (session_->overlay() == Overlay::look) return Scene::look;
  if (session_->overlay() == Overlay::language) return Scene::language;
  if (session_->overlay() == Overlay::did) return Scene::did;
  if (session_->sees_results()) return Scene::results;
  if (session_->has_ended()) return Scene::thanks;
  if (!session_->has_begun()) return Scene::intro;
  if (session_->overlay() == Overlay::leave) return Scene::leave;
  if (session_->looks_back()) return Scene::review;
  return Scene::question;
}

void Kiosk::handle(const Event& event, Moment now) {
  pass_time(now);
  if (!std::holds_alternative<event::Tick>(event)) act(event, now);
  drop_session_if_over();
  welcome_on_tablet(now);
  if (!session_) return;
  session_->follow_questions(scene(now), now);
  session_->follow_sound(scene(now), now);
}

void Kiosk::act(const Event& event, Moment now) {
  if (std::holds_alternative<event::AskStaff>(event)) return ask_staff(now);
  if (const auto* ended = std::get_if<event::Played>(&event)) {
    if (session_) session_->played(ended->number, now);
    return;
  }
  switch (const Scene shown = scene(now)) {
    case Scene::out_of_service:
      return;
    case Scene::staff:
      return at_staff(event, now);
    case Scene::attract:
      return at_attract(event, now);
    default:
      session_->handle(event, shown, now);
  }
}

// A language or the visitor's tools may be the first touch, too; any other begins in the default language.
void Kiosk::at_attract(const Event& event, Moment now) {
  const bool begins =
      std::holds_alternative<event::Start>(event) || std::holds_alternative<event::ChooseLanguage>(event) ||
      std::holds_alternative<event::ShowLanguages>(event) || std::holds_alternative<event::ShowLook>(event) ||
      std::holds_alternative<event::SetLook>(event) || std::holds_alternative<event::ShowDid>(event);
  const auto* answer = std::get_if<event::Choose>(&event);
  if (!begins && !(answer && is_first_answer(*answer))) return;
  session_.emplace(service_, now);
  if (answer) session_->answer_first(*answer);
  const bool to_did = std::holds_alternative<event::ShowDid>(event);
  session_->handle(event, to_did ? Scene::did : Scene::language, now);
}

bool Kiosk::is_first_answer(const event::Choose& answer) const {
  const Form& form = service_.form();
  if (form.first_question < 0) return false;
  const Row& question = form.rows.at(static_cast<std::size_t>(form.first_question));
  return answer.path == question.path &&
         std::ranges::count(form.choices.at(question.list), answer.name, &Choice::name) > 0;
}

void Kiosk::ask_staff(Moment now) {
  if (staff_.is_open()) return;
  if (session_ && session_->has_ended()) session_.reset();
  staff_.open(session_ && session_->has_visit() ? Staff::Waiting::visit : Staff::Waiting::nobody, now);
}

void Kiosk::at_staff(const Event& event, Moment now) {
  obey(staff_.handle(event, now), now);
  // A tablet that waits untouched begins anew as staff have chosen now.
  if (session_ && session_->is_untouched()) session_.reset();
}

void Kiosk::obey(StaffCommand command, Moment now) {
  if (auto* chosen = std::get_if<staff_command::ChooseForm>(&command))
    change_form(std::move(chosen->form), now);
  if (std::holds_alternative<staff_command::Retry>(command)) retry(now);
  if (std::holds_alternative<staff_command::Quit>(command)) quit_asked_ = true;
  if (std::holds_alternative<staff_command::Closed>(command) && session_) session_->staff_left(now);
}

// A visit does not go on in another form: what was answered is kept, as after a restart with another one.
void Kiosk::change_form(std::unique_ptr<const Form> form, Moment now) {
  if (session_) session_->stop(Absence::not_reached, now);
  session_.reset();
  if (service_.works())
    if (const auto warning = service_.change_form(std::move(form), now)) staff_.form_changed(*warning, now);
  if (service_.works()) watch_form(now);
  if (!service_.works()) staff_.lose_store();
}

void Kiosk::watch_form(Moment now) {
  const auto files = listed_forms(service_.config());
  const auto file = std::ranges::find(files, service_.form().file,
                                      [](const auto& each) { return each.filename().string(); });
  data_.follow(service_.form(), file == files.end() ? std::filesystem::path() : *file, now);
}

bool Kiosk::nobody_is_there() const {
  return service_.works() && !staff_.is_open() && (!session_ || session_->is_untouched());
}

void Kiosk::take_changed_data(Moment now) {
  if (!nobody_is_there() || !data_.look(now)) return;
  const std::string changed = data_.changed_files();
  if (changed.empty()) return staff_.take_data("");
  CheckedForm checked = checked_form(data_.form_file(), service_.config());
  if (!checked.form) return staff_.refuse_data(changed, *checked.refusal);
  if (checked.form->source != service_.form().source) {
    FormRefusal refusal;
    refusal.kind = FormRefusal::Kind::form_changed;
    return staff_.refuse_data(changed, std::move(refusal));
  }
  if (checked.form->hash == service_.form().hash) return data_.taken(), staff_.take_data("");
  session_.reset();
  // That its version is the same is as it should be here, and nothing to be told.
  if (!service_.change_form(std::move(checked.form), now)) return;
  data_.taken();
  staff_.take_data(changed);
  welcome_on_tablet(now);
}

void Kiosk::take_check(Moment now) {
  const bool worked = service_.works();
  service_.take_check(now);
  if (worked && !service_.works()) staff_.lose_store();
}

void Kiosk::pass_time(Moment now) {
  take_check(now);
  if (!service_.works() && now.monotonic_ms >= service_.retry_at_ms()) retry(now);
  obey(staff_.pass_time(now), now);
  take_changed_data(now);
  if (session_ && !staff_.is_open()) session_->pass_time(now);
  drop_session_if_over();
}

void Kiosk::retry(Moment now) {
  service_.retry(now);
  if (service_.works()) staff_.resume(now);
  if (!service_.works()) staff_.lose_store();
}

// Without a store nothing of a person is kept in memory either.
void Kiosk::drop_session_if_over() {
  if (session_ && (session_->over() || !service_.works())) session_.reset();
}

void Kiosk::welcome_on_tablet(Moment now) {
  if (!session_ && service_.works() && service_.mode() == Mode::tablet) session_.emplace(service_, now);
}

View Kiosk::view(Moment now) const {
  switch (const Scene shown = scene(now)) {
    case Scene::out_of_service:
      return out_of_service_view(service_);
    case Scene::staff: {
      const Form& form = service_.form();
      const int language = form.languages.empty() ? -1 : std::max(form.default_language, 0);
      return staff_.view(wording_of(service_, language), page_of(service_, language), now);
    }
    case Scene::attract:
      return attract_view(service_, now);
    default:
      return session_->view(shown, now);
  }
}

std::optional<std::int64_t> Kiosk::next_change_ms(Moment now) const {
  const auto staff = staff_.next_change_ms(now);
  if (staff_.is_open() && service_.works()) return staff;
  std::optional<std::int64_t> other = next_slide_ms(now);
  if (!service_.works())
    other = service_.retry_at_ms();
  else if (session_)
    other = session_->next_change_ms(now);
  if (nobody_is_there() && data_.is_watching()) {
    const std::int64_t look = std::max(data_.next_look_ms(), now.monotonic_ms + 1);
    other = other ? std::min(*other, look) : look;
  }
  return !staff || !other ? (staff ? staff : other) : std::min(*staff, *other);
}

}  // namespace buurtpeil
