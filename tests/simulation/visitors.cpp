#include "simulation/visitors.h"

#include <algorithm>

#include "simulation/patience.h"

namespace buurtpeil::simulation {
namespace {

constexpr int events_of_a_seed = 150;
constexpr const char* pin = "246810";

class Days {
 public:
  Days(World& world, SeededRandom& random, Journal& journal)
      : world_(world), random_(random), journal_(journal) {}

  void next_event() {
    if (random_.one_in(25)) return befall();
    if (random_.one_in(60)) return staff_come();
    if (world_.staff_are_here()) return at_staff(world_.view());
    if (!world_.is_in_service()) return out_of_service();
    const View view = world_.view();
    const std::string shown = name_of(view);
    if (random_.one_in(30)) return world_.does(event::ShowLook{});
    if (shown == "attract") return at_attract(std::get<AttractView>(view));
    if (shown == "intro" && random_.one_in(8)) return world_.does(event::Back{});
    if (shown == "intro") return world_.does(event::Start{});
    if (shown == "language") return at_language(std::get<LanguageView>(view));
    if (shown == "look") return at_look(std::get<LookView>(view));
    if (shown == "question") return at_question(*world_.visit());
    if (shown == "review") return at_review(std::get<ReviewView>(view));
    if (shown == "still_there") return at_still_there();
    if (shown == "leave") return at_leave();
    if (shown == "thanks" && random_.one_in(2) && !std::get<ThanksView>(view).take_back.label.empty())
      return world_.does(event::TakeBack{});
    world_.does(event::Next{});
  }

 private:
  void at_attract(const AttractView& view) {
    if (random_.one_in(3)) return world_.does(event::ShowLanguages{});
    if (!view.first || random_.one_in(3)) return world_.does(event::Start{});
    const auto& options = view.first->options;
    const auto chosen = options.begin() + random_.below(static_cast<int>(options.size()));
    world_.does(event::Choose{view.first->path, chosen->name});
  }

  void at_language(const LanguageView& view) {
    if (!view.back.label.empty() && random_.one_in(4)) return world_.does(event::Back{});
    world_.does(event::ChooseLanguage{random_.one_of(view.languages).code});
  }

  void at_look(const LookView& view) {
    if (random_.one_in(2)) return world_.does(event::Back{});
    const auto& options = random_.one_of(view.groups).options;
    world_.does(event::SetLook{random_.one_of(options).look});
  }

  void at_review(const ReviewView& view) {
    const int what = random_.below(12);
    if (what < 4) return world_.does(event::Finish{});
    if (what < 5) return world_.does(event::Leave{});
    if (what < 6) return world_.does(event::ShowLanguages{});
    if (what < 7) return world_.restarts(World::End::by_itself, random_.between(1, 90) * std::int64_t{1'000});
    if (what < 8) return world_.does(event::Back{});
    const auto& entry =
        view.entries[static_cast<std::size_t>(random_.below(static_cast<int>(view.entries.size())))];
    world_.does(event::Change{entry.path});
  }

  void at_still_there() {
    if (random_.one_in(4)) return world_.waits(31'000);
    if (random_.one_in(5)) return world_.does(event::Leave{});
    world_.does(event::Stay{});
  }

  void at_leave() {
    const int how = random_.below(3);
    if (how == 0) return world_.does(event::Stay{});
    if (how == 1) return world_.does(event::Keep{});
    world_.does(event::Delete{});
  }

  /// From wherever somebody has got to, patience leads to the end too.
  void walk_on(const Visit& visit) {
    const Asked& asked = world_.asked();
    auto other = Visit::resume(*asked.form, visit.draft(world_.now()), world_.now());
    if (!other) throw Broken{"the draft cannot be read"};
    const Style style = random_.one_of(std::vector{Style::answers, Style::skips, Style::refuses});
    journal_.note("somebody with patience goes on, in another world");
    walk_to_the_end(*other, asked, style, random_, world_.now());
    ++journal_.figures.walks;
  }

  void at_question(const Visit& visit) {
    if (random_.one_in(25)) walk_on(visit);
    const auto prompts = visit.prompts();
    if (prompts.empty()) throw Broken{"the screen is empty"};
    const Prompt& prompt = random_.one_of(prompts);
    const int what = random_.below(30);
    if (what < 9) return world_.does(event::Next{});
    if (what < 12) return world_.does(event::Back{});
    if (what == 12) return world_.does(event::Leave{});
    if (what == 13) return world_.does(event::ShowLanguages{});
    if (what == 14) return world_.waits(random_.between(1, 100) * std::int64_t{1'000});
    if (what == 15)
      return world_.restarts(World::End::by_itself, random_.between(1, 90) * std::int64_t{1'000});
    if (prompt.row->type == Type::repeat)
      return what < 24 ? world_.does(event::Add{prompt.path}) : world_.does(event::Remove{prompt.path});
    const bool asks = !prompt.read_only && prompt.row->type != Type::note && !prompt.row->heads_table();
    if (!asks) return world_.does(event::Next{});
    if (what < 18) return world_.does(event::Refuse{prompt.path});
    if (is_select(prompt.row->type) && prompt.options.empty()) return world_.does(event::Next{});
    world_.does(event::Write{prompt.path, what < 20 ? anything(prompt) : valid(prompt)});
  }

  std::string valid(const Prompt& prompt) {
    return valid_answer(prompt, random_, [&](const Prompt& text) {
      const Row& row = *text.row;
      const bool stays = !row.constraint && !row.calculation && !row.trigger && !row.says_other;
      return stays ? world_.unique_text() : std::string{"oak"};
    });
  }

  std::string anything(const Prompt& prompt) {
    if (!prompt.options.empty()) return "";
    return random_.word_of({"", "-1", "2.5", "oak", "2026-13-01", "a b", "'; --", "🌳", "1e9", "99"});
  }

  void out_of_service() {
    if (random_.one_in(2)) world_.repairs_disk();
    world_.waits(31'000);
  }

  void staff_come() {
    ++journal_.figures.staff;
    world_.does(event::AskStaff{});
    for (const char* digit = pin; *digit != '\0' && world_.staff_are_here(); ++digit)
      world_.does(event::Command{random_.one_in(40) ? "9" : std::string{*digit}});
    world_.does(event::Command{"enter"});
  }

  void at_staff(const View& view) {
    if (random_.one_in(5)) return world_.does(event::Command{"back"});
    if (const auto* staff = std::get_if<StaffView>(&view)) {
      if (staff->actions.empty()) return world_.does(event::Back{});
      const auto& action = random_.one_of(staff->actions);
      if (action.name != "export" && action.name != "quit") return world_.does(action.event);
      return action.name == "export" ? world_.takes_copy() : world_.restarts(World::End::by_itself, 1'000);
    }
    const auto* question = std::get_if<QuestionView>(&view);
    if (!question) return world_.waits(31'000);
    const auto* choice = std::get_if<ChoiceField>(&question->fields.front());
    if (!choice || choice->options.empty()) return world_.does(event::Back{});
    const auto option = static_cast<std::size_t>(random_.below(static_cast<int>(choice->options.size())));
    world_.does(event::Choose{choice->path, choice->options[option].name});
  }

  void befall() {
    using Failure = test::FaultyDisk::Failure;
    switch (random_.below(9)) {
      case 0:
      case 1:
        return world_.breaks_disk(random_.between(1, 25),
                                  random_.one_in(2) ? Failure::once : Failure::lasting);
      case 2:
        return world_.restarts(World::End::power_lost, some_time());
      case 3:
        return world_.restarts(World::End::killed, some_time());
      case 4:
        return world_.restarts(World::End::by_itself, some_time());
      case 5:
        return world_.sets_clock(random_.one_in(2) ? -3'600'000 : 86'400'000);
      case 6:
        return world_.exports();
      case 7:
        return world_.takes_copy();
      default:
        return world_.waits(random_.between(60, 400) * std::int64_t{1'000});
    }
  }

  std::int64_t some_time() {
    return random_.one_in(3) ? 1'000'000 : random_.between(1, 60) * std::int64_t{1'000};
  }

  World& world_;
  SeededRandom& random_;
  Journal& journal_;
};

/// Of each form, before anything happens: whoever answers well gets to its end.
void walk_patiently(const World& world, std::uint64_t seed, SeededRandom& random, Journal& journal) {
  for (const Asked& asked : world.forms())
    for (const Style style : {Style::answers, Style::skips, Style::refuses}) {
      journal.note("somebody with patience walks through " + asked.form->id);
      const int language = asked.form->languages.empty() ? -1 : 0;
      Visit visit{*asked.form, Beginning{"uuid:1", "hall", "", language, static_cast<unsigned>(seed)},
                  world.now()};
      walk_to_the_end(visit, asked, style, random, world.now());
      ++journal.figures.walks;
    }
}

}  // namespace

void simulate(std::uint64_t seed, const std::filesystem::path& folder, Journal& journal) {
  SeededRandom random{seed};
  World world{seed, folder, random, journal};
  walk_patiently(world, seed, random, journal);
  Days days{world, random, journal};
  for (int event = 0; event < events_of_a_seed; ++event) days.next_event();
  world.closes();
}

}  // namespace buurtpeil::simulation
