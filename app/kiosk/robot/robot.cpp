#include "kiosk/robot/robot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/robot/trace.h"

namespace buurtpeil {
namespace {

const Target* reachable(const std::vector<Target>& targets, const std::string& name) {
  const auto found =
      std::ranges::find_if(targets, [&](const Target& t) { return t.reachable && t.name == name; });
  return found == targets.end() ? nullptr : &*found;
}

std::size_t characters_of(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool has_complaint(const Field& field) { return !asked_of(field).complaint.empty(); }

/// Every step that can be made from here in one direction, or with "" in both: names of their targets.
std::vector<std::string> steps_of(const StepField& field, std::string_view direction) {
  std::vector<std::string> names;
  for (const StepField::Column& column : field.columns)
    for (const auto& [step, name] :
         {std::pair{&column.up, "up"}, std::pair{&column.down, "down"}, std::pair{&column.far_up, "far_up"},
          std::pair{&column.far_down, "far_down"}})
      if (!step->writes.empty() && std::string_view{name}.ends_with(direction))
        names.push_back(step_target(field, column, name));
  return names;
}

/// The keys that write one letter, or one digit: no shift, and no sign but those beyond ASCII.
std::vector<std::string> plain_keys(Keyboard keyboard, const std::vector<Target>& targets) {
  std::vector<std::string> keys;
  for (const Target& target : targets) {
    if (!target.reachable || !target.name.starts_with("key:")) continue;
    const std::string what = target.name.substr(4);
    if (characters_of(what) != 1) continue;
    const bool digit = what[0] >= '0' && what[0] <= '9';
    const bool letter =
        (what[0] >= 'a' && what[0] <= 'z') || (what[0] >= 'A' && what[0] <= 'Z') || what.size() > 1;
    if (keyboard == Keyboard::text ? letter : digit) keys.push_back(target.name);
  }
  return keys;
}

}  // namespace

std::optional<Target> Robot::tap(const View& view, const std::vector<Target>& targets) {
  if (finished_) return std::nullopt;
  const std::string question = question_of(view);
  const std::string screen = question.empty() ? name_of(view) : question;
  if (screen != screen_) at_screen_ = {};
  screen_ = screen;
  const std::string aim = std::visit([&](const auto& v) { return aim_at(v, targets); }, view);
  if (aim.empty() || finished_) return std::nullopt;
  const Target* target = way_to(aim, targets);
  const std::string name = target ? target->name : "";
  at_screen_.alike = name == at_screen_.last_tap ? at_screen_.alike + 1 : 0;
  at_screen_.vain = name == aim ? 0 : at_screen_.vain + 1;
  if (at_screen_.alike > most_alike || at_screen_.vain > most_vain || ++at_screen_.taps > most_taps)
    give_up(fmt::format("the robot does not get on at '{}': it {} '{}'", screen,
                        name == aim ? "taps in vain on" : "cannot reach", aim));
  if (finished_ || !target) return std::nullopt;
  at_screen_.last_tap = name;
  if (name.starts_with("field:")) at_screen_.writing = name.substr(6);
  return *target;
}

const Target* Robot::way_to(const std::string& aim, const std::vector<Target>& targets) {
  if (const Target* target = reachable(targets, aim)) return target;
  const std::array<const char*, 2> ways{"more", "up"};  // to the end of the page and back to its beginning
  if (const Target* target = reachable(targets, ways.at(at_screen_.upwards))) return target;
  at_screen_.upwards = !at_screen_.upwards;
  if (const Target* target = reachable(targets, ways.at(at_screen_.upwards))) return target;
  return reachable(targets, "key:close");
}

void Robot::give_up(const std::string& why) {
  complaint_ += (complaint_.empty() ? "" : "\n") + why;
  finished_ = true;
}

void Robot::count_visit() {
  if (visiting_) --visits_left_;
  visiting_ = thanked_ = looked_back_ = false;
  finished_ = visits_left_ <= 0;
}

/// Begins in any language alike: in the first one by the button that says so.
std::string Robot::aim_at(const AttractView& view, const std::vector<Target>& targets) {
  count_visit();
  std::string& aim = at_screen_.language;
  const auto languages = static_cast<int>(view.invitations.size());
  if (aim.empty()) {
    const int number = languages > 1 ? below(languages) : 0;
    aim = number == 0 ? first_aim(view)
                      : "language:" + view.invitations[static_cast<std::size_t>(number)].language;
  }
  return reachable(targets, aim) ? aim : first_aim(view);
}

/// An answer, where the invitation asks something, else its button.
std::string Robot::first_aim(const AttractView& view) {
  if (!view.first) return "start";
  const auto& options = view.first->options;
  const auto number = static_cast<std::size_t>(below(static_cast<int>(options.size())));
  return "choice:" + view.first->path + "=" + options[number].name;
}

std::string Robot::aim_at(const LanguageView& view, const std::vector<Target>&) {
  if (thanked_) count_visit();  // on a tablet no invitation comes in between
  std::string& code = at_screen_.language;
  if (code.empty())
    code = view.languages.at(static_cast<std::size_t>(below(static_cast<int>(view.languages.size())))).code;
  return "language:" + code;
}

std::string Robot::aim_at(const LookView&, const std::vector<Target>&) { return "done"; }
std::string Robot::aim_at(const IntroView&, const std::vector<Target>&) {
  if (thanked_) count_visit();
  visiting_ = true;
  return "start";
}

std::string Robot::aim_at(const QuestionView& view, const std::vector<Target>& targets) {
  if (at_screen_.last_tap == "next" && std::ranges::any_of(view.fields, has_complaint)) {
    at_screen_.last_tap.clear();
    if (++at_screen_.tries == most_tries)
      complaint_ += fmt::format("{}the robot found no valid answer in {} tries at '{}'",
                                complaint_.empty() ? "" : "\n", most_tries, question_of(view));
    for (const Field& field : view.fields)
      if (has_complaint(field)) at_screen_.wishes.erase(asked_of(field).path);
  }
  if (at_screen_.tries >= most_tries) return "leave";
  for (const Field& field : view.fields)
    if (const std::string aim = std::visit([&](const auto& f) { return aim_at_field(f, targets); }, field);
        !aim.empty())
      return aim;
  return "next";
}

/// Some visitors change one of their answers.
std::string Robot::aim_at(const ReviewView& view, const std::vector<Target>&) {
  if (!std::exchange(looked_back_, true) && below(3) == 0)
    at_screen_.change =
        "change:" + view.entries[static_cast<std::size_t>(below(static_cast<int>(view.entries.size())))].path;
  return at_screen_.change.empty() ? "finish" : at_screen_.change;
}
std::string Robot::aim_at(const StillThereView&, const std::vector<Target>&) { return "yes"; }
std::string Robot::aim_at(const LeaveView&, const std::vector<Target>&) { return "keep"; }
std::string Robot::aim_at(const ThanksView& view, const std::vector<Target>&) {
  thanked_ = true;
  // What others said is looked at once.
  return view.results.label.empty() || std::exchange(saw_results_, true) ? "done" : "results";
}
std::string Robot::aim_at(const ResultsView& view, const std::vector<Target>&) {
  return view.next.label.empty() ? "finish" : "next";
}
std::string Robot::aim_at(const DidView& view, const std::vector<Target>&) {
  return view.next.label.empty() ? "back" : "next";
}
std::string Robot::aim_at(const PinView&, const std::vector<Target>&) { return "back"; }
std::string Robot::aim_at(const StaffView&, const std::vector<Target>&) { return "back"; }
std::string Robot::aim_at(const CopyView&, const std::vector<Target>&) { return "back"; }

std::string Robot::aim_at(const OutOfServiceView&, const std::vector<Target>&) {
  give_up("the kiosk is out of service");
  return "";
}

std::string Robot::aim_at_field(const NoteField&, const std::vector<Target>&) { return ""; }

/// A list that is closed is opened before it is chosen from, and closed before anything else is done.
std::string Robot::aim_at_field(const ChoiceField& field, const std::vector<Target>& targets) {
  if (field.path.contains('#')) return "";  // of a map: answers nothing
  const std::string aim = aim_at_choice(field);
  if (field.look != ChoiceLook::closed) return aim;
  const std::string prefix = "choice:" + field.path + "=";
  const bool open = std::ranges::any_of(targets, [&](const Target& t) { return t.name.starts_with(prefix); });
  if (aim.starts_with(prefix) && !open) return "open:" + field.path;
  const std::string close = "close:" + field.path;
  return aim.empty() && reachable(targets, close) ? close : aim;
}

std::string Robot::aim_at_choice(const ChoiceField& field) {
  const auto stale = [&](const Wish& wish) {  // the options changed with another answer on the same screen
    return !wish.choices.empty() && std::ranges::none_of(field.options, [&](const auto& option) {
      return wish.choices.contains(option.name);
    });
  };
  auto found = at_screen_.wishes.find(field.path);
  if (found == at_screen_.wishes.end() || stale(found->second))
    found = at_screen_.wishes.insert_or_assign(field.path, wish_for(field)).first;
  const Wish& wish = found->second;
  if (wish.refuses) return field.refused ? "" : "refuse:" + field.path;
  if (field.ordered) return aim_at_order(field, found->second);
  for (const ChoiceField::Option& option : field.options) {
    const bool wanted = wish.choices.contains(option.name);
    if (field.several ? option.selected != wanted : wanted && !option.selected)
      return "choice:" + field.path + "=" + option.name;
  }
  return "";
}

std::string Robot::aim_at_order(const ChoiceField& field, Wish& wish) {
  const auto ranked = [](const ChoiceField::Option& option) { return option.place > 0; };
  const auto last = std::ranges::max_element(field.options, {}, &ChoiceField::Option::place);
  if (last == field.options.end() || !ranked(*last)) wish.starts_anew = false;
  if (wish.starts_anew) return "rank:" + field.path + "=" + last->name;
  for (const std::string& name : wish.order)
    if (const auto option = std::ranges::find(field.options, name, &ChoiceField::Option::name);
        option != field.options.end() && !ranked(*option))
      return "choice:" + field.path + "=" + name;
  return "";
}

std::string Robot::aim_at_field(const WriteField& field, const std::vector<Target>& targets) {
  auto found = at_screen_.wishes.find(field.path);
  if (found == at_screen_.wishes.end()) found = at_screen_.wishes.emplace(field.path, wish_for(field)).first;
  Wish& wish = found->second;
  if (wish.refuses) return field.refused ? "" : "refuse:" + field.path;
  const std::size_t written = characters_of(field.value);
  if (written == 0) wish.starts_anew = false;
  if (!wish.starts_anew && written >= wish.characters) return "";
  if (at_screen_.writing != field.path) return "field:" + field.path;
  if (wish.starts_anew) return "key:erase";
  auto keys = plain_keys(field.keyboard, targets);
  if (written == 0) std::erase(keys, "key:0");  // no number begins with it
  if (keys.empty()) return "field:" + field.path;
  return keys[static_cast<std::size_t>(below(static_cast<int>(keys.size())))];
}

/// Some cell of a calendar, where one is on the screen; "" for none.
std::string Robot::cell_of(const StepField& field, const std::vector<Target>& targets) {
  const std::string prefix = "day:" + field.path + "=";
  std::vector<std::string> cells;
  for (const Target& target : targets)
    if (target.reachable && target.name.starts_with(prefix)) cells.push_back(target.name);
  return cells.empty() ? "" : cells[static_cast<std::size_t>(below(static_cast<int>(cells.size())))];
}

std::string Robot::aim_at_field(const StepField& field, const std::vector<Target>& targets) {
  auto found = at_screen_.wishes.find(field.path);
  if (found == at_screen_.wishes.end()) found = at_screen_.wishes.emplace(field.path, wish_for(field)).first;
  Wish& wish = found->second;
  if (wish.refuses) return field.refused ? "" : "refuse:" + field.path;
  if (wish.steps > 0)
    if (const std::string cell = cell_of(field, targets); !cell.empty()) return wish.steps = 0, cell;
  // After each complaint it steps in the other direction, so that it does not stay at one end.
  const int tries = at_screen_.tries;
  const auto steps = steps_of(field, tries == 0 ? "" : tries % 2 == 1 ? "up" : "down");
  const bool made = !wish.step.empty() && at_screen_.last_tap == wish.step;
  if (made && wish.steps > 0) --wish.steps;
  if (wish.steps == 0 || steps.empty()) return "";
  if (made || wish.step.empty() || !std::ranges::count(steps, wish.step))
    wish.step = steps[static_cast<std::size_t>(below(static_cast<int>(steps.size())))];
  at_screen_.last_tap.clear();
  return wish.step;
}

std::string Robot::aim_at_field(const ScaleField& field, const std::vector<Target>&) {
  auto found = at_screen_.wishes.find(field.path);
  if (found == at_screen_.wishes.end()) found = at_screen_.wishes.emplace(field.path, wish_for(field)).first;
  Wish& wish = found->second;
  if (wish.refuses) return field.refused ? "" : "refuse:" + field.path;
  const std::string name = "scale:" + field.path;
  if (field.shape == ScaleField::Shape::stars)
    return wish.steps > 0 && field.stop != wish.steps - 1 ? name + "=" + std::to_string(wish.steps - 1) : "";
  if (wish.steps == 0) return "";
  --wish.steps;
  at_screen_.last_tap.clear();
  std::vector<std::string> moves;
  for (const auto& [move, which] :
       {std::pair{&field.less, ":less"}, std::pair{&field.more, ":more"},
        std::pair{&field.far_less, ":far_less"}, std::pair{&field.far_more, ":far_more"}})
    if (move->stop >= 0) moves.push_back(name + which);
  return moves.empty() ? "" : moves[static_cast<std::size_t>(below(static_cast<int>(moves.size())))];
}

// Gives points to one after the other until none are left.
std::string Robot::aim_at_field(const PointsField& field, const std::vector<Target>&) {
  auto found = at_screen_.wishes.find(field.path);
  if (found == at_screen_.wishes.end()) {
    found = at_screen_.wishes.emplace(field.path, Wish{}).first;
    found->second.refuses = refuses(field.refuse);
  }
  if (found->second.refuses) return field.refused ? "" : "refuse:" + field.path;
  std::vector<std::string> names;
  for (const PointsField::Item& item : field.items)
    for (std::size_t index = 0; index < item.more.size(); ++index)
      if (!item.more[index].writes.empty())
        names.push_back("points:" + item.path + ":more" + std::to_string(index));
  if (names.empty()) return "";
  at_screen_.last_tap.clear();
  if (found->second.step.empty() || !std::ranges::count(names, found->second.step) || below(2) == 0)
    found->second.step = names[static_cast<std::size_t>(below(static_cast<int>(names.size())))];
  return found->second.step;
}

/// Some touch the map, some put points in its middle; between two points the map is moved.
std::string Robot::aim_at_field(const MapField& field, const std::vector<Target>&) {
  Wish& wish = at_screen_.wishes[field.path];
  if (wish.step.empty()) wish.step = below(4) == 0 ? "nothing" : below(2) == 0 ? "map:" : "put:";
  const std::size_t fewest = field.shape == MapField::Shape::area   ? 3
                             : field.shape == MapField::Shape::line ? 2
                                                                    : 1;
  if (wish.step == "nothing" || field.points.size() >= fewest) return "";
  constexpr int clear_of_the_last = 3;  // steps; a touch on a point would pick it
  const std::string arrow = (field.points.size() == 1 ? "east:" : "north:") + field.path;
  if (!field.points.empty() && at_screen_.last_tap.starts_with(wish.step)) wish.steps = clear_of_the_last;
  if (at_screen_.last_tap == arrow && wish.steps > 0) --wish.steps;
  return wish.steps > 0 ? arrow : wish.step + field.path;
}

std::string Robot::aim_at_field(const RepeatField& field, const std::vector<Target>&) {
  auto found = at_screen_.wishes.find(field.path);
  if (found == at_screen_.wishes.end()) {
    found = at_screen_.wishes.emplace(field.path, Wish{}).first;
    found->second.adds = below(3) == 0;
  }
  return found->second.adds && !field.add.label.empty() ? "add:" + field.path : "";
}

Robot::Wish Robot::wish_for(const ChoiceField& field) {
  Wish wish;
  if (skips()) return wish;
  wish.refuses = refuses(field.refuse);
  int options = static_cast<int>(field.options.size());
  if (!field.search.empty()) options = std::min(options, most_read_options);
  if (wish.refuses || options == 0) return wish;
  if (field.ordered) {
    wish.starts_anew = at_screen_.tries > 0;
    for (const ChoiceField::Option& option : field.options)
      wish.order.insert(wish.order.begin() + below(static_cast<int>(wish.order.size()) + 1), option.name);
    return wish;
  }
  const int count = field.several ? 1 + below(std::min(3, options)) : 1;
  while (static_cast<int>(wish.choices.size()) < count)
    wish.choices.insert(field.options[static_cast<std::size_t>(below(options))].name);
  return wish;
}

Robot::Wish Robot::wish_for(const WriteField& field) {
  Wish wish;
  wish.starts_anew = at_screen_.tries > 0;
  if (skips()) return wish;
  wish.refuses = refuses(field.refuse);
  if (!wish.refuses)
    wish.characters =
        static_cast<std::size_t>(field.keyboard == Keyboard::text ? 3 + below(6) : 1 + below(2));
  return wish;
}

Robot::Wish Robot::wish_for(const StepField& field) {
  Wish wish;
  if (skips()) return wish;
  wish.refuses = refuses(field.refuse);
  if (!wish.refuses) wish.steps = (1 + below(8)) * (1 + at_screen_.tries);
  return wish;
}

Robot::Wish Robot::wish_for(const ScaleField& field) {
  Wish wish;
  if (skips()) return wish;
  wish.refuses = refuses(field.refuse);
  const long most = std::min(field.stops, 8L * (1 + at_screen_.tries));
  if (!wish.refuses) wish.steps = 1 + below(static_cast<int>(most));
  return wish;
}

bool Robot::skips() { return at_screen_.tries == 0 && below(12) == 0; }

bool Robot::refuses(const Button& refuse) { return !refuse.label.empty() && below(15) == 0; }

int Robot::below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }

}  // namespace buurtpeil
