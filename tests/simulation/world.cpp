#include "simulation/world.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "kiosk/at_staff.h"
#include "kiosk/staff/form_list.h"

#include "kiosk/views/question_view.h"
#include "kiosk/views/review_view.h"
#include "support/at_kiosk.h"
#include "support/temporary_folder.h"
#include "support/view_text.h"
#include "visit/points.h"

namespace buurtpeil::simulation {
namespace {

namespace fs = std::filesystem;

constexpr int forms_to_choose = 2;

Words some_words() {
  auto words = Words::parse(words_of_tests(), "words.csv");
  require(words.has_value(), words ? "" : words.error().message);
  return std::move(*words);
}

template <class T>
const T* as(const Event& event) {
  return std::get_if<T>(&event);
}

bool is_staffs(const View& view) {
  const auto* question = std::get_if<QuestionView>(&view);
  return question && !question->fields.empty() &&
         asked_of(question->fields.front()).path.starts_with("staff/");
}

/// What a screen says; the visitor hears a complaint anew who goes on after a restart.
std::string without_complaints(const View& view) {
  std::istringstream lines{buurtpeil::to_text(view)};
  std::string text;
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("  ! ")) text += line + "\n";
  return text;
}

fs::path folder_in(const fs::path& folder, const char* name) {
  fs::create_directory(folder / name);
  return fs::canonical(folder / name);
}

/// What happened, for a report.
struct Say {
  std::string operator()(const event::Start&) const { return "start"; }
  std::string operator()(const event::ChooseLanguage& e) const { return "chooses language " + e.code; }
  std::string operator()(const event::ShowLanguages&) const { return "shows the languages"; }
  std::string operator()(const event::ShowLook&) const { return "shows the settings"; }
  std::string operator()(const event::SetLook&) const { return "sets a look"; }
  std::string operator()(const event::Next&) const { return "next"; }
  std::string operator()(const event::Back&) const { return "back"; }
  std::string operator()(const event::Choose& e) const { return "chooses " + e.path + "=" + e.name; }
  std::string operator()(const event::Write& e) const { return "writes " + e.path + "=" + e.value; }
  std::string operator()(const event::Mark& e) const { return "marks a place for " + e.path; }
  std::string operator()(const event::Refuse& e) const { return "refuses " + e.path; }
  std::string operator()(const event::Add& e) const { return "adds to " + e.path; }
  std::string operator()(const event::Remove& e) const { return "removes from " + e.path; }
  std::string operator()(const event::Change& e) const { return "changes " + e.path; }
  std::string operator()(const event::Finish&) const { return "finishes"; }
  std::string operator()(const event::Leave&) const { return "leaves"; }
  std::string operator()(const event::Keep&) const { return "keeps the answers"; }
  std::string operator()(const event::Delete&) const { return "deletes the answers"; }
  std::string operator()(const event::TakeBack&) const { return "takes the deletion back"; }
  std::string operator()(const event::ShowResults&) const { return "looks at what others said"; }
  std::string operator()(const event::ShowDid&) const { return "looks at what was done"; }
  std::string operator()(const event::Compare& event) const { return "lays beside " + event.name; }
  std::string operator()(const event::Stay&) const { return "stays"; }
  std::string operator()(const event::AskStaff&) const { return "staff come"; }
  std::string operator()(const event::Command& e) const { return "staff: " + e.what; }
  std::string operator()(const auto&) const { return "touches"; }
};

}  // namespace

World::World(std::uint64_t seed, fs::path folder, SeededRandom& random, Journal& journal)
    : random_(random),
      journal_(journal),
      folder_(std::move(folder)),
      store_(folder_in(folder_, "store") / "kiosk.db"),
      words_(some_words()),
      disk_(store_.parent_path()),
      ledger_(store_),
      seed_(seed) {
  config_.store = store_;
  config_.staff_pin = quick_hash();
  config_.occasions = {"Market", "Info evening"};
  config_.export_dirs = {};
  config_.kiosk = "hall";
  config_.seed = seed;
  write_forms();
  require(start(), "the kiosk does not start");
}

void World::write_forms() {
  const fs::path folder = folder_in(folder_, "forms");
  std::string all;
  for (int number = 0; number < forms_to_choose; ++number) {
    const std::string id = fmt::format("form{}", number);
    GeneratedForm generated = generated_form(id, random_);
    all += generated.markdown;
    write_file(folder / (id + ".md"), generated.markdown);
    (number == 0 ? config_.form : config_.forms.emplace_back()) = folder / (id + ".md");
    CheckedForm checked = checked_form(folder / (id + ".md"), config_);
    Journal::put(journal_.form, generated.markdown);
    require(checked.form != nullptr, fmt::format("the form is refused: {}", fmt::join(checked.lines, "\n")));
    forms_.push_back({std::move(generated), checked.form.get()});
    loaded_.push_back(std::move(checked.form));
    ++journal_.figures.forms;
  }
  Journal::put(journal_.form, all);
}

std::string World::unique_text() { return fmt::format("mark{}x{}z", seed_, ++texts_); }

bool World::start() {
  auto store = Store::open(config_.store, config_.kind);
  if (!store) return false;
  auto chosen = form_chosen_before(config_, *store);
  require(chosen.has_value(), chosen ? "" : chosen.error().message);
  chosen_form_ = std::move(*chosen);
  form_ = 0;
  for (std::size_t other = 1; chosen_form_ && other < forms_.size(); ++other)
    if (forms_[other].form->file == chosen_form_->file) form_ = other;
  const Form& form = chosen_form_ ? *chosen_form_ : *forms_[0].form;
  if (!store->keep_form(form, now_)) return false;
  const auto draft = store->draft();
  if (!draft) return false;
  const std::uint64_t seed = seed_ * 1'000 + ++starts_;
  seeds_.seed(seed_);
  kiosk_.emplace(form, words_, config_, std::move(*store), now_, seed);
  take_up(*draft);
  return true;
}

/// After a start: a draft that is not old goes on, any other visit is over.
void World::take_up(const std::optional<Draft>& draft) {
  const bool goes_on = is_in_service() && name_of(view()) == "still_there";
  left_behind_ = goes_on;
  if (!is_in_service() || !draft || !goes_on) visit_.reset();
  if (!is_in_service() || !draft) return;
  const std::int64_t age_ms = now_.unix_ms - draft->response.ended.unix_ms;
  const bool fresh = age_ms >= 0 && age_ms < (config_.idle_s + config_.warning_s) * std::int64_t{1000};
  require(goes_on == (fresh && draft->response.form_hash == asked().form->hash),
          goes_on ? "an old draft is taken up" : "a draft is given up that could go on");
  if (goes_on && (!visit_ || ledger_.in_doubt())) visit_ = Visit::resume(*asked().form, *draft, now_);
  require(!goes_on || visit_.has_value(), "the draft cannot be read");
}

void World::begin_visit(const std::string& language) {
  const Form& form = *asked().form;
  visit_.emplace(
      form,
      Beginning{"uuid:ours", config_.kiosk, "", form.language_of(language), static_cast<unsigned>(seeds_())},
      now_);
  ledger_.begin();
  left_behind_ = false;
}

void World::take_back(const std::string& language) {
  visit_ = std::move(erased_);
  require(visit_.has_value(), "nothing was deleted, and it can be taken back");
  const int index = asked().form->language_of(language);
  if (visit_->language() != index) visit_->choose_language(index, now_);
  ledger_.taken_back();
}

std::string World::row_now(Absence on_screen) const {
  if (!visit_->has_answers()) return Ledger::absent;
  return Ledger::left(visit_->response(Status::abandoned, now_, on_screen));
}

/// One question of points may be there only while another one has some.
bool World::is_on_screen(const std::string& path) const {
  const auto prompts = visit_->prompts();
  return std::ranges::find(prompts, path, &Prompt::path) != prompts.end();
}

void World::follow_write(const event::Write& write) {
  const auto prompts = visit_->prompts();
  const auto part = std::ranges::find(prompts, write.path, &Prompt::path);
  if (part == prompts.end()) return;
  if (!write.value.empty() && is_part_of_points(*asked().form, *part))
    for (const Prompt* other : parts_of_points(*asked().form, prompts, path_of_group(write.path)))
      if (other->value.empty() && is_on_screen(other->path)) visit_->answer(other->path, "0", now_);
  if (is_on_screen(write.path)) visit_->answer(write.path, write.value, now_);
  const bool unique = part->row->type == Type::text && write.value.starts_with("mark");
  ledger_.typed(write.path, unique ? write.value : "");
}

void World::follow_refuse(const std::string& path) {
  const auto prompts = visit_->prompts();
  for (const Prompt& prompt : prompts) {
    if (prompt.path != path) continue;
    prompt.refused ? visit_->answer(path, "", now_) : visit_->refuse(path, now_);
    ledger_.typed(path, "");
  }
  const auto parts = parts_of_points(*asked().form, prompts, path);
  const bool refused = std::ranges::all_of(parts, &Prompt::refused);
  for (const Prompt* part : parts)
    if (is_on_screen(part->path))
      refused ? visit_->answer(part->path, "", now_) : visit_->refuse(part->path, now_);
}

std::optional<std::string> World::follow_question(const Event& event) {
  if (as<event::Next>(event)) {
    static_cast<void>(visit_->next(now_));
  } else if (as<event::Back>(event)) {
    visit_->back(now_);
  } else if (const auto* write = as<event::Write>(event)) {
    follow_write(*write);
  } else if (const auto* refuse = as<event::Refuse>(event)) {
    follow_refuse(refuse->path);
  } else if (const auto* add = as<event::Add>(event)) {
    visit_->add_instance(add->path, now_);
  } else if (const auto* remove = as<event::Remove>(event)) {
    visit_->remove_instance(remove->path, now_);
    ledger_.untyped(remove->path);
  } else {
    return std::nullopt;
  }
  return row_after(event);
}

/// Only next() ends a visit, and whatever takes the last question away that there was to ask.
std::string World::row_after(const Event& event) const {
  if (!visit_->at_end()) return row_now(Absence::not_reached);
  const bool reviewed = is_reviewed(*asked().form, *visit_);
  const bool may_end =
      as<event::Next>(event) || as<event::Finish>(event) || (reviewed && as<event::ChooseLanguage>(event));
  require(may_end || visit_->progress().screens == 0, to_text(event) + " ended the visit");
  const Response response = visit_->response(Status::finished, now_, Absence::skipped);
  check_visit(*visit_, asked(), now_);
  check_finished(response, asked());
  if (reviewed && !as<event::Finish>(event)) return row_now(Absence::not_reached);
  return visit_->has_answers() ? Ledger::ended(response) : Ledger::absent;
}

std::optional<std::string> World::follow_review(const Event& event) {
  if (as<event::Finish>(event)) return row_after(event);
  const auto* change = as<event::Change>(event);
  if (!change && !as<event::Back>(event)) return std::nullopt;
  change ? visit_->go_to(change->path, now_) : visit_->back(now_);
  return row_now(Absence::not_reached);
}

std::optional<std::string> World::follow(const Event& event, const View& before) {
  const std::string shown = name_of(before);
  if (shown == "attract") first_ = as<event::Choose>(event) ? *as<event::Choose>(event) : event::Choose{};
  if (shown == "intro" && as<event::Start>(event)) {
    begin_visit(std::get<IntroView>(before).page.language);
    if (first_.path.empty() || visit_->at_end()) return std::nullopt;
    visit_->answer(first_.path, first_.name, now_);
    static_cast<void>(visit_->next(now_));
    return row_after(event::Next{});
  }
  if (as<event::TakeBack>(event) && shown == "thanks") {
    take_back(std::get<ThanksView>(before).page.language);
    return row_now(Absence::not_reached);
  }
  if (!visit_ || staff_are_here()) return std::nullopt;
  if (as<event::Stay>(event) || as<event::Leave>(event)) left_behind_ = false;
  if (as<event::Next>(event) && shown == "question" && std::get<QuestionView>(before).unread)
    return std::nullopt;
  if (shown == "question") return follow_question(event);
  if (shown == "review") return follow_review(event);
  if (shown == "leave" && as<event::Keep>(event)) return row_now(Absence::not_reached);
  if (shown == "leave" && as<event::Delete>(event)) {
    ledger_.deleted();
    erased_ = Visit::resume(*asked().form, visit_->draft(now_), now_);
    ++journal_.figures.deletions;
    return Ledger::absent;
  }
  if (const auto* chosen = as<event::ChooseLanguage>(event); chosen && shown == "language") {
    visit_->choose_language(asked().form->language_of(chosen->code), now_);
    return row_after(event);
  }
  return std::nullopt;
}

bool World::is_gone(const View& view) const {
  const std::string shown = name_of(view);
  const auto* languages = std::get_if<LanguageView>(&view);
  return shown == "attract" || shown == "intro" || shown == "thanks" || shown == "out_of_service" ||
         (languages && languages->back.label.empty());
}

/// The row was to be written; or, with nothing, time may have ended the visit.
void World::settle(const std::optional<std::string>& row) {
  const bool failed = !is_in_service();
  if (ledger_.is_open() && row)
    ledger_.wrote(*row, failed ? Ledger::Outcome::failed : Ledger::Outcome::acknowledged);
  if (failed) {
    if (!was_failing_) ++journal_.figures.failed_writes;
    was_failing_ = true;
    visit_.reset();
    return;
  }
  const bool back_in_service = std::exchange(was_failing_, false);
  const View view = this->view();
  const std::size_t form = staff_are_here() && !ledger_.setting("form").empty() ? 1 : 0;
  if (staff_are_here() && form != std::exchange(form_, form)) visit_.reset();
  if (is_gone(view)) visit_.reset();
  if (staff_are_here() || name_of(view) == "attract") first_ = {};
  // To look at each single row of each draft would take most of the time.
  const bool looks = !visit_ || back_in_service || random_.one_in(3);
  if (looks) ledger_.check(visit_ ? Ledger::Visit::goes_on : Ledger::Visit::is_over);
  if (back_in_service || name_of(view) == "thanks") ledger_.check_bytes();
  agree(view);
}

/// The kiosk shows what our own visit asks.
void World::agree(const View& view) {
  const auto* question = std::get_if<QuestionView>(&view);
  if (!question || is_staffs(view) || staff_are_here()) return;
  ++journal_.figures.screens;
  require(visit_.has_value(), "a question is asked, and there is no visit");
  require(!question->fields.empty(), "the screen is empty");
  check_visit(*visit_, asked(), now_);
  ChoiceLists lists;
  MapLooks looks;
  const Maps maps(Form{}, Config{});
  QuestionView own = question_view(
      {*asked().form, *visit_, words_.in({question->page.language}), now_, {}, {}, lists, maps, looks});
  own.page = question->page;
  const std::string shown = without_complaints(view), ours = without_complaints(own);
  require(shown == ours, "the kiosk shows\n" + shown + "\nand without restarts it would show\n" + ours);
}

void World::handle(const Event& event) {
  const View before = view();
  const auto row = follow(event, before);
  const bool had_visit = visit_.has_value();
  std::optional<std::string> timed_out;
  if (as<event::Tick>(event) && had_visit)
    timed_out = left_behind_ ? ledger_.expected() : row_now(Absence::timed_out);
  kiosk_->handle(event, now_);
  const bool ended_by_time = timed_out && (!is_in_service() || is_gone(view()));
  settle(ended_by_time ? timed_out : row);
}

void World::waits(std::int64_t ms) {
  now_.unix_ms += ms;
  now_.monotonic_ms += ms;
  ++journal_.figures.events;
  journal_.note(fmt::format("{} s pass", static_cast<double>(ms) / 1000));
  handle(event::Tick{});
}

void World::does(const Event& event) {
  now_.unix_ms += 700;
  now_.monotonic_ms += 700;
  handle(event::Tick{});
  ++journal_.figures.events;
  journal_.note(to_text(event));
  handle(event);
}

void World::sets_clock(std::int64_t by_ms) {
  journal_.note(fmt::format("the clock is set by {} s", by_ms / 1000));
  now_.unix_ms += by_ms;
}

void World::breaks_disk(int after_operations, test::FaultyDisk::Failure failure) {
  const bool lasts = failure == test::FaultyDisk::Failure::lasting;
  journal_.note(
      fmt::format("the disk fails in {} operations{}", after_operations, lasts ? ", for good" : ""));
  disk_.fail_at(after_operations, failure);
}

void World::repairs_disk() {
  journal_.note("the disk is repaired");
  disk_.repair();
}

void World::restarts(End end, std::int64_t after_ms) {
  ++journal_.figures.events;
  ++journal_.figures.restarts;
  if (end == End::power_lost) ++journal_.figures.power_losses;
  journal_.note(fmt::format("{}, and starts again after {} s",
                            end == End::by_itself ? "it ends"
                            : end == End::killed  ? "it is killed"
                                                  : "the power fails",
                            after_ms / 1000));
  std::optional<test::FaultyDisk::Image> image;
  if (end == End::killed) image = disk_.files();
  if (end == End::power_lost)
    image = random_.one_in(2) ? disk_.synced() : disk_.torn(static_cast<unsigned>(random_.below(1'000)));
  kiosk_.reset();
  if (image) disk_.go_on_with(*image);
  now_.unix_ms += after_ms;
  now_.monotonic_ms = random_.between(5, 100'000);
  if (!start()) {
    repairs_disk();
    visit_.reset();
    require(start(), "the kiosk does not start again");
  }
  was_failing_ = true;  // so that deleted bytes are looked for once it is in service
  settle(std::nullopt);
}

void World::exports() {
  if (!is_in_service()) return;
  repairs_disk();
  ++journal_.figures.exports;
  const fs::path folder = folder_ / "export";
  ledger_.check_export(folder);
  fs::remove_all(folder);
}

void World::closes() {
  exports();
  journal_.figures.finished += ledger_.finished();
  journal_.figures.abandoned += ledger_.abandoned();
}

void World::takes_copy() {
  if (!is_in_service()) return;
  repairs_disk();
  const fs::path copy = folder_in(folder_, "copy") / "copy.db";
  const auto copied = copy_store(store_, copy);
  require(copied.has_value(), copied ? "" : "there is no copy: " + copied.error().message);
  ledger_.check_copy(copy);
  fs::remove_all(copy.parent_path());
}

std::string to_text(const Event& event) { return std::visit(Say{}, event); }

}  // namespace buurtpeil::simulation
