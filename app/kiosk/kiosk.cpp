#include "kiosk/kiosk.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "form/strings.h"
#include "platform/random.h"
#include "visit/points.h"
#include "visit/scale.h"

namespace buurtpeil {
namespace {

template <class E>
bool is(const Event& event) {
  return std::holds_alternative<E>(event);
}

/// A ranking after a tap on `name`: it comes last, or is taken away and those behind it move up.
std::string ranking_after_tap(const Prompt& prompt, const std::string& name) {
  std::vector<std::string> ranking = words_of(prompt.value);
  if (std::erase(ranking, name) == 0) ranking.push_back(name);
  std::string value;
  for (const std::string& each : ranking) value += (value.empty() ? "" : " ") + each;
  return value;
}

/// Of the names in a whole new value those that are offered, each once: an order is written so.
std::string offered_words(const Prompt& prompt, const std::string& written) {
  std::vector<std::string> names;
  for (const std::string& name : words_of(written))
    if (std::ranges::count(prompt.options, name, &Option::name) && !std::ranges::count(names, name))
      names.push_back(name);
  if (prompt.row->type == Type::select_one && names.size() > 1) names.resize(1);
  std::string value;
  for (const std::string& name : names) value += (value.empty() ? "" : " ") + name;
  return value;
}

/// The value of a select after a tap on `name`: the only answer, or one of several in the form's order. What
/// is one of several, or alone to be acknowledged, is taken away by a second tap.
std::string value_after_tap(const Prompt& prompt, const std::string& name) {
  if (prompt.row->type == Type::select_one) return name;
  if (prompt.row->type == Type::rank) return ranking_after_tap(prompt, name);
  std::string value;
  for (const Option& option : prompt.options)
    if (option.selected != (option.name == name)) value += (value.empty() ? "" : " ") + option.name;
  return value;
}

/// Whether a finger that is still down did it, and may do more at once.
bool is_held(const Event& event) {
  const auto* write = std::get_if<event::Write>(&event);
  const auto* slide = std::get_if<event::Slide>(&event);
  return (write && write->held) || (slide && slide->held);
}

}  // namespace

Kiosk::Kiosk(const Form& form, const Words& words, Config config, Store store, Moment now, std::uint64_t seed)
    : form_(&form),
      words_(words),
      config_(std::move(config)),
      store_(std::move(store)),
      id_random_(seed),
      visit_random_(config_.seed.value_or(seed)) {
  offer_languages();
  staff_.emplace(*form_, config_, now);
  if (const auto taken = staff_->take_up(*store_, now); !taken) {
    go_out_of_service(taken.error(), now);
    return;
  }
  follow_choices(now);
  take_up_draft(now);
  if (!visitor_ && fault_.empty() && staff_->choices().mode == Mode::tablet) welcome(now);
}

void Kiosk::take_up_draft(Moment now) {
  auto draft = store_->draft();
  if (!draft) return go_out_of_service(draft.error(), now);
  if (!*draft) return;
  const Response& response = (*draft)->response;
  const std::int64_t age_ms = now.unix_ms - response.ended.unix_ms;
  const bool fresh = age_ms >= 0 && age_ms < (config_.idle_s + config_.warning_s) * std::int64_t{1000};
  if (!fresh || response.form_hash != form_->hash) return keep(store_->abandon_drafts(), now);
  visitor_.emplace();
  visitor_->last_touch = now;
  visitor_->language = form_->language_of(response.language);
  visitor_->left_behind = std::move(**draft);
}

Kiosk::Scene Kiosk::scene(Moment now) const {
  if (staff_->is_open()) return Scene::staff;  // who may see what is wrong
  if (!fault_.empty()) return Scene::out_of_service;
  if (!visitor_) return Scene::attract;
  if (!visitor_->farewell && now.monotonic_ms >= warning_from_ms()) return Scene::still_there;
  if (visitor_->adjusting) return Scene::look;
  if (visitor_->choosing_language) return Scene::language;
  if (visitor_->farewell) return Scene::thanks;
  if (!visitor_->visit) return Scene::intro;
  if (visitor_->leaving) return Scene::leave;
  return Scene::question;
}

void Kiosk::handle(const Event& event, Moment now) {
  pass_time(now);
  if (!is<event::Tick>(event)) act(event, now);
  if (visitor_ && visitor_->visit && visitor_->visit->at_end())
    keep(end_visit(Status::finished, now, Absence::skipped), now);
  if (!visitor_ && fault_.empty() && staff_->choices().mode == Mode::tablet) welcome(now);
  mind_sound(now);
}

void Kiosk::act(const Event& event, Moment now) {
  cached_view_.reset();
  if (is<event::AskStaff>(event)) return ask_staff(now);
  if (const auto* ended = std::get_if<event::Played>(&event)) return played(ended->number, now);
  const Scene shown = scene(now);
  if (visitor_ && shown != Scene::still_there && shown != Scene::staff) {
    visitor_->last_touch = now;
    visitor_->untouched = false;
  }
  if (use_tools(event, shown, now)) return;
  switch (shown) {
    case Scene::out_of_service:
      return;
    case Scene::staff:
      return at_staff(event, now);
    case Scene::attract:
      return at_attract(event, now);
    case Scene::still_there:
      return at_still_there(event, now);
    case Scene::language:
      return at_language(event, now);
    case Scene::look:
      return at_look(event, now);
    case Scene::intro:
      return at_intro(event, now);
    case Scene::question:
      return at_question(event, now);
    case Scene::leave:
      return at_leave(event, now);
    case Scene::thanks:
      if (!is<event::Touch>(event)) visitor_.reset();
  }
}

void Kiosk::ask_staff(Moment now) {
  if (staff_->is_open()) return;
  const bool visit = visitor_ && (visitor_->visit || visitor_->left_behind);
  staff_->open(visit ? Staff::Waiting::visit : Staff::Waiting::nobody, now);
}

void Kiosk::at_staff(const Event& event, Moment now) {
  const auto done = staff_->handle(event, store_ ? &*store_ : nullptr, now);
  if (store_) keep(done, now);
  if (staff_->retry_asked()) try_to_resume_service(now);
  if (auto form = staff_->take_chosen_form(); form && fault_.empty()) change_form(std::move(form), now);
  if (!fault_.empty()) return;
  follow_choices(now);
  if (!staff_->is_open()) staff_left(now);
}

// Whoever stands there now need not be the visitor: no answer is shown before somebody says so.
void Kiosk::staff_left(Moment now) {
  if (!visitor_) return;
  if (!visitor_->visit && !visitor_->left_behind) return visitor_.reset();
  visitor_->asked_from_ms = now.monotonic_ms;
}

void Kiosk::follow_choices(Moment now) {
  const Staff::Choices& choices = staff_->choices();
  if (config_.language != choices.language) {
    config_.language = choices.language;
    offer_languages();
  }
  const bool waits = visitor_ && visitor_->untouched;
  if (waits) visitor_.reset();
  if (waits && choices.mode == Mode::tablet) welcome(now);
}

void Kiosk::welcome(Moment now) {
  visitor_.emplace();
  visitor_->last_touch = now;
  visitor_->untouched = true;
  visitor_->language = offered_.front();
  visitor_->choosing_language = offered_.size() > 1 && config_.language.empty();
}

void Kiosk::at_attract(const Event& event, Moment now) {
  const auto* chosen = std::get_if<event::ChooseLanguage>(&event);
  if (!chosen && !is<event::Start>(event)) return;
  welcome(now);
  visitor_->untouched = false;
  if (chosen) at_language(event, now);
}

void Kiosk::at_intro(const Event& event, Moment now) {
  if (is<event::Start>(event)) begin_visit(now);
  if (is<event::Back>(event)) visitor_.reset();
}

void Kiosk::begin_visit(Moment now) {
  visitor_->id = uuid_of(id_random_(), id_random_());
  visitor_->visit.emplace(*form_,
                          Beginning{.id = visitor_->id,
                                    .kiosk = config_.kiosk,
                                    .occasion = staff_->choices().occasion,
                                    .language = visitor_->language,
                                    .seed = static_cast<unsigned>(visit_random_())},
                          now);
  visitor_->moved = true;
}

void Kiosk::at_question(const Event& event, Moment now) {
  Visit& visit = *visitor_->visit;
  const bool held = is_held(event);
  if (visitor_->unsaved && !held) save_draft(now);
  if (!visitor_ || is<event::Touch>(event)) return;
  if (is<event::Leave>(event)) return leave();
  if (is<event::Hush>(event)) return visitor_->playing.reset();
  if (const auto* wish = std::get_if<event::Play>(&event)) return play(wish->file, now);
  if (const auto* browse = std::get_if<event::Browse>(&event)) {
    visitor_->browsed[browse->path] = browse->to;
    return;
  }
  if (is<event::Next>(event)) {
    visitor_->browsed.clear();
    (void)visit.next(now);
  } else if (is<event::Back>(event)) {
    visitor_->browsed.clear();
    visit.back(now);
  } else if (!change_instances(event, now) && !change_points(event, now)) {
    change_answer(event, now);
  }
  if (visit.at_end()) return;  // handle() ends it
  visitor_->moved =
      visitor_->moved || is<event::Next>(event) || is<event::Back>(event) || is<event::Add>(event);
  visitor_->unsaved = held;
  if (!held) save_draft(now);
  if (goes_on_by_itself(event)) at_question(event::Next{}, now);
}

bool Kiosk::goes_on_by_itself(const Event& event) const {
  const auto* choose = std::get_if<event::Choose>(&event);
  if (!choose || !fault_.empty()) return false;
  const auto prompts = visitor_->visit->prompts();
  const Progress progress = visitor_->visit->progress();
  if (prompts.size() != 1 || progress.screen >= progress.screens) return false;
  const Row& row = *prompts.front().row;
  return row.choice_style.quick && prompts.front().value == choose->name;
}

bool Kiosk::change_instances(const Event& event, Moment now) {
  const auto* add = std::get_if<event::Add>(&event);
  const auto* remove = std::get_if<event::Remove>(&event);
  if (!add && !remove) return false;
  const std::string& path = add ? add->path : remove->path;
  const auto prompts = visitor_->visit->prompts();
  const auto repeat = std::ranges::find(prompts, path, &Prompt::path);
  if (repeat == prompts.end() || repeat->row->type != Type::repeat) return true;
  if (add)
    visitor_->visit->add_instance(path, now);
  else
    visitor_->visit->remove_instance(path, now);
  return true;
}

// Points are one question over several numbers: where one of them gets some, the others have none yet, and
// all are taken back or refused together.
bool Kiosk::change_points(const Event& event, Moment now) {
  const auto* write = std::get_if<event::Write>(&event);
  const auto* refuse = std::get_if<event::Refuse>(&event);
  if (!write && !refuse) return false;
  Visit& visit = *visitor_->visit;
  const std::string& path = write ? write->path : refuse->path;
  const auto prompts = visit.prompts();
  // One of them may be there only while another one has points.
  const auto is_still_there = [&](const Prompt* part) {
    return std::ranges::count(visit.prompts(), part->path, &Prompt::path) > 0;
  };
  if (const auto all = parts_of_points(*form_, prompts, path); !all.empty()) {
    const bool refused = std::ranges::all_of(all, &Prompt::refused);
    for (const Prompt* part : all)
      if (is_still_there(part))
        write || refused ? visit.answer(part->path, "", now) : visit.refuse(part->path, now);
    return true;
  }
  const auto part = std::ranges::find(prompts, path, &Prompt::path);
  if (!write || write->value.empty() || part == prompts.end() || !is_part_of_points(*form_, *part))
    return false;
  for (const Prompt* other : parts_of_points(*form_, prompts, path_of_group(path)))
    if (other->value.empty() && is_still_there(other)) visit.answer(other->path, "0", now);
  return false;
}

void Kiosk::change_answer(const Event& event, Moment now) {
  Visit& visit = *visitor_->visit;
  const auto prompts = visit.prompts();
  const auto prompt_at = [&](const std::string& path) -> const Prompt* {
    const auto found = std::ranges::find(prompts, path, &Prompt::path);
    const bool asks = found != prompts.end() && !found->read_only && !found->row->is_container() &&
                      !found->row->heads_table();
    return asks ? &*found : nullptr;
  };
  if (const auto* choose = std::get_if<event::Choose>(&event)) {
    const Prompt* prompt = prompt_at(choose->path);
    if (prompt && std::ranges::count(prompt->options, choose->name, &Option::name))
      visit.answer(choose->path, value_after_tap(*prompt, choose->name), now);
  } else if (const auto* write = std::get_if<event::Write>(&event)) {
    const Prompt* prompt = prompt_at(write->path);
    if (!prompt) return;
    std::string value = prompt->options.empty() ? write->value : offered_words(*prompt, write->value);
    if (prompt->row->type == Type::decimal) std::ranges::replace(value, ',', '.');
    visit.answer(write->path, value, now);
  } else if (const auto* slide = std::get_if<event::Slide>(&event)) {
    const Prompt* prompt = prompt_at(slide->path);
    if (!prompt || !prompt->row->range) return;
    const std::string value = Scale{*prompt->row->range}.value_at(slide->stop);
    if (!value.empty()) visit.answer(slide->path, value, now);
  } else if (const auto* refuse = std::get_if<event::Refuse>(&event)) {
    if (const Prompt* prompt = prompt_at(refuse->path); !prompt)
      return;
    else if (prompt->refused)
      visit.answer(refuse->path, "", now);
    else
      visit.refuse(refuse->path, now);
  }
}

void Kiosk::leave() {
  if (visitor_->visit && visitor_->visit->has_answers())
    visitor_->leaving = true;
  else
    visitor_.reset();
}

void Kiosk::at_leave(const Event& event, Moment now) {
  if (is<event::Stay>(event)) visitor_->leaving = false;
  if (is<event::Keep>(event)) keep(end_visit(Status::abandoned, now, Absence::not_reached), now);
  if (is<event::Delete>(event)) {
    visitor_->visit.reset();
    visitor_->farewell = Farewell::erased;
    keep(erase(visitor_->id, *store_), now);
  }
}

void Kiosk::at_still_there(const Event& event, Moment now) {
  const bool stops = is<event::Leave>(event);
  if (visitor_->left_behind) {
    if (!stops && !is<event::Stay>(event)) return;  // a chance touch must not bring up somebody's answers
    go_on_with_draft(now);
  }
  if (!visitor_) return;
  visitor_->asked_from_ms.reset();
  visitor_->last_touch = now;
  if (!stops) return;
  visitor_->choosing_language = false;
  leave();
}

void Kiosk::go_on_with_draft(Moment now) {
  auto visit = Visit::resume(*form_, *visitor_->left_behind, now);
  if (!visit) {
    visitor_.reset();
    return keep(store_->abandon_drafts(), now);
  }
  visitor_->visit = std::move(visit);
  visitor_->id = visitor_->left_behind->response.id;
  visitor_->stored = true;
  visitor_->moved = true;
  visitor_->left_behind.reset();
}

void Kiosk::pass_time(Moment now) {
  if (!fault_.empty() && now.monotonic_ms >= retry_at_ms_) try_to_resume_service(now);
  const bool staff_were_here = staff_->is_open();
  staff_->pass_time(now);
  if (staff_->is_open() || !fault_.empty()) return;
  if (staff_were_here) staff_left(now);
  if (!visitor_ || visitor_->untouched || now.monotonic_ms < ends_at_ms()) return;
  if (visitor_->visit)
    keep(end_visit(Status::abandoned, visitor_->last_touch, Absence::timed_out), now);
  else if (visitor_->left_behind)
    keep(store_->abandon_drafts(), now);
  visitor_.reset();
}

std::expected<void, Error> Kiosk::end_visit(Status status, Moment ended, Absence on_screen) {
  const Visit visit = std::move(*visitor_->visit);
  visitor_->visit.reset();
  visitor_->farewell = visit.has_answers() ? Farewell::saved : Farewell::nothing_to_save;
  if (visit.has_answers()) return store_->save(visit.response(status, ended, on_screen));
  if (visitor_->stored) return erase(visitor_->id, *store_);
  return {};
}

void Kiosk::save_draft(Moment now) {
  visitor_->unsaved = false;
  const Visit& visit = *visitor_->visit;
  if (visit.has_answers()) {
    visitor_->stored = true;
    keep(store_->save(visit.draft(now)), now);
  } else if (visitor_->stored) {
    visitor_->stored = false;
    keep(erase(visitor_->id, *store_), now);
  }
}

std::int64_t Kiosk::warning_from_ms() const {
  if (visitor_->untouched) return std::numeric_limits<std::int64_t>::max();
  const bool asks = !visitor_->adjusting;  // else the settings lie before the question
  if (asks && visitor_->asked_from_ms) return *visitor_->asked_from_ms;
  if (visitor_->playing) return playing_ends_ms() + config_.idle_s * std::int64_t{1000};
  return visitor_->last_touch.monotonic_ms +
         (asks && visitor_->left_behind ? 0 : config_.idle_s * std::int64_t{1000});
}

std::int64_t Kiosk::ends_at_ms() const {
  if (visitor_->farewell) return visitor_->last_touch.monotonic_ms + thanks_s * std::int64_t{1000};
  return warning_from_ms() + config_.warning_s * std::int64_t{1000};
}

std::optional<std::int64_t> Kiosk::next_change_ms(Moment now) const {
  const auto staff = staff_->next_change_ms(now);
  if (staff_->is_open() && fault_.empty()) return staff;
  const auto other = fault_.empty() ? next_change_of_visitor_ms(now) : retry_at_ms_;
  return !staff || !other ? (staff ? staff : other) : std::min(*staff, *other);
}

std::optional<std::int64_t> Kiosk::next_change_of_visitor_ms(Moment now) const {
  if (visitor_ && visitor_->untouched) return std::nullopt;
  if (visitor_ && visitor_->farewell) return ends_at_ms();
  switch (scene(now)) {
    case Scene::out_of_service:
    case Scene::staff:
      return std::nullopt;
    case Scene::attract: {
      constexpr std::int64_t slide_ms = slide_s * std::int64_t{1000};
      return (now.monotonic_ms / slide_ms + 1) * slide_ms;
    }
    case Scene::still_there: {
      const std::int64_t shown_for_ms = now.monotonic_ms - warning_from_ms();
      return std::min(ends_at_ms(), warning_from_ms() + (shown_for_ms / 1000 + 1) * 1000);
    }
    default:
      return visitor_->playing ? playing_ends_ms() : warning_from_ms();
  }
}

}  // namespace buurtpeil
