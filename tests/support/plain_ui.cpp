#include "support/plain_ui.h"

#include <algorithm>

namespace buurtpeil {
namespace {

using Events = std::vector<std::pair<std::string, Event>>;

/// Every target of a view but keys and fields to write in, with what it does.
struct Listing {
  Events events;

  void add(const std::string& name, const Button& button) {
    if (!button.label.empty()) events.emplace_back(name, button.event);
  }
  void operator()(const AttractView& view) {
    if (view.first)
      for (const auto& option : view.first->options)
        events.emplace_back("choice:" + view.first->path + "=" + option.name,
                            event::Choose{view.first->path, option.name});
    else
      events.emplace_back("start", event::Start{});
    add("did", view.did);
    for (std::size_t other = 1; other < view.invitations.size(); ++other)
      events.emplace_back("language:" + view.invitations[other].language,
                          event::ChooseLanguage{view.invitations[other].language});
  }
  void operator()(const LanguageView& view) {
    for (const auto& entry : view.languages)
      events.emplace_back("language:" + entry.code, event::ChooseLanguage{entry.code});
    add("back", view.back);
  }
  void operator()(const LookView& view) {
    for (const auto& group : view.groups)
      for (const auto& option : group.options)
        events.emplace_back("look:" + option.name, event::SetLook{option.look});
    add("done", view.done), add("reset", view.reset);
  }
  void operator()(const IntroView& view) { add("start", view.start), add("back", view.back); }
  void operator()(const QuestionView& view) {
    for (const Field& field : view.fields) std::visit(*this, field);
    add("next", view.next), add("back", view.back), add("leave", view.leave);
  }
  void operator()(const ReviewView& view) {
    for (const auto& entry : view.entries)
      events.emplace_back("change:" + entry.path, event::Change{entry.path});
    add("finish", view.finish), add("back", view.back), add("leave", view.leave);
  }
  void operator()(const StillThereView& view) { add("yes", view.yes), add("stop", view.stop); }
  void operator()(const LeaveView& view) {
    add("keep", view.keep), add("delete", view.erase), add("stay", view.stay);
  }
  void operator()(const ThanksView& view) {
    add("done", view.done), add("take_back", view.take_back);
    add("results", view.results), add("did", view.did);
  }
  void operator()(const ResultsView& view) {
    for (const auto& each : view.comparisons) events.emplace_back("compare:" + each.name, each.event);
    add("next", view.next), add("back", view.back);
    add(view.next.label.empty() ? "finish" : "leave", view.finish);
  }
  void operator()(const DidView& view) { add("next", view.next), add("back", view.back); }
  void operator()(const OutOfServiceView&) {}
  void operator()(const PinView& view) { add("enter", view.enter), add("back", view.back); }
  void operator()(const StaffView& view) {
    for (const auto& action : view.actions) events.emplace_back(action.name, action.event);
    add("back", view.back);
  }
  void operator()(const CopyView& view) { add("again", view.again), add("back", view.back); }
  void operator()(const NoteField&) {}
  void operator()(const ChoiceField& field) {
    for (const auto& option : field.options) {
      const char* card = field.ordered && option.place > 0 ? "rank:" : "choice:";
      events.emplace_back(card + field.path + "=" + option.name, event::Choose{field.path, option.name});
    }
    add_moves(field);
    add("refuse:" + field.path, field.refuse);
  }
  /// To the place before, and to the place after; those that have one come first.
  void add_moves(const ChoiceField& field) {
    std::vector<std::string> order;
    for (const auto& option : field.options)
      if (option.place > 0) order.push_back(option.name);
    for (std::size_t index = 0; index + 1 < order.size(); ++index) {
      std::vector<std::string> changed = order;
      std::swap(changed[index], changed[index + 1]);
      std::string value;
      for (const std::string& name : changed) value += (value.empty() ? "" : " ") + name;
      events.emplace_back("rank:" + field.path + "=" + order[index] + ":down",
                          event::Write{field.path, value});
      events.emplace_back("rank:" + field.path + "=" + order[index + 1] + ":up",
                          event::Write{field.path, value});
    }
  }
  void operator()(const MapField& field) {
    if (!field.put.label.empty())
      events.emplace_back("map:" + field.path, event::Mark{field.path, field.centre, true});
    add("put:" + field.path, field.put), add("undo:" + field.path, field.undo);
    add("clear:" + field.path, field.clear), add("refuse:" + field.path, field.refuse);
    add("nearer:" + field.path, field.nearer), add("farther:" + field.path, field.farther);
    add("north:" + field.path, field.north), add("south:" + field.path, field.south);
    add("east:" + field.path, field.east), add("west:" + field.path, field.west);
  }
  void operator()(const RepeatField& field) {
    add("add:" + field.path, field.add), add("next", field.go_on), add("remove:" + field.path, field.remove);
  }
  void operator()(const StepField& field) {
    for (const StepField::Column& column : field.columns) {
      add(field, column, column.up, "up"), add(field, column, column.down, "down");
      add(field, column, column.far_up, "far_up"), add(field, column, column.far_down, "far_down");
    }
    for (const auto& cell : field.calendar.cells)
      events.emplace_back("day:" + field.path + "=" + cell.writes, event::Write{field.path, cell.writes});
    for (std::size_t index = 0; index < field.calendar.turns.size(); ++index) {
      const std::string turn = "turn:" + field.path + ":" + std::to_string(index);
      add(turn + ":earlier", field.calendar.turns[index].earlier);
      add(turn + ":later", field.calendar.turns[index].later);
      add(turn + ":far_earlier", field.calendar.turns[index].far_earlier);
      add(turn + ":far_later", field.calendar.turns[index].far_later);
    }
    add("clear:" + field.path, field.clear), add("refuse:" + field.path, field.refuse);
  }
  void operator()(const ScaleField& field) {
    const auto add_move = [&](const char* which, const ScaleField::Move& move) {
      if (move.stop >= 0)
        events.emplace_back("scale:" + field.path + which, event::Slide{field.path, move.stop});
    };
    if (field.shape != ScaleField::Shape::stars) {
      add_move(":less", field.less), add_move(":more", field.more);
      add_move(":far_less", field.far_less), add_move(":far_more", field.far_more);
    } else {
      for (long stop = 0; stop < field.stops; ++stop)
        events.emplace_back("scale:" + field.path + "=" + std::to_string(stop),
                            event::Slide{field.path, stop});
    }
    add("clear:" + field.path, field.clear), add("refuse:" + field.path, field.refuse);
  }
  void operator()(const PointsField& field) {
    const auto add_steps = [&](const auto& item, const char* which, const auto& steps) {
      for (std::size_t index = 0; index < steps.size(); ++index)
        if (!steps[index].writes.empty())
          events.emplace_back("points:" + item.path + ":" + which + std::to_string(index),
                              event::Write{item.path, steps[index].writes});
    };
    for (const auto& item : field.items)
      add_steps(item, "less", item.less), add_steps(item, "more", item.more);
    add("clear:" + field.path, field.clear), add("refuse:" + field.path, field.refuse);
  }
  void add(const StepField& field, const StepField::Column& column, const StepField::Step& step,
           const char* which) {
    if (!step.writes.empty())
      events.emplace_back(step_target(field, column, which), event::Write{field.path, step.writes});
  }
  void operator()(const WriteField& field) { add("refuse:" + field.path, field.refuse); }
};

Events events_of(const View& view) {
  Listing listing;
  std::visit(
      [&](const auto& v) {
        listing(v);
        listing.add("language", v.page.languages);
        listing.add("adjust", v.page.adjust);
        listing.add("lower", v.page.lower);
      },
      view);
  return listing.events;
}

std::vector<const WriteField*> written_fields(const View& view) {
  std::vector<const WriteField*> fields;
  if (const auto* question = std::get_if<QuestionView>(&view))
    for (const Field& field : question->fields)
      if (const auto* write = std::get_if<WriteField>(&field)) fields.push_back(write);
  return fields;
}

}  // namespace

std::vector<Target> PlainUi::targets(const View& view) const {
  std::vector<std::string> names;
  for (const auto& [name, event] : events_of(view)) names.push_back(name);
  for (const WriteField* field : written_fields(view)) {
    names.push_back("field:" + field->path);
    if (field->path != writing_) continue;
    for (char digit = '0'; digit <= '9'; ++digit) names.push_back(std::string{"key:"} + digit);
    names.insert(names.end(), {"key:a", "key:b", "key:erase"});
  }
  std::vector<Target> all;
  for (const std::string& name : names) all.push_back({.name = name, .box = {}, .reachable = true});
  return all;
}

std::optional<Event> PlainUi::tap(const View& view, const std::string& target) {
  for (const auto& [name, event] : events_of(view))
    if (name == target) return event;
  for (const WriteField* field : written_fields(view)) {
    if (target == "field:" + field->path) writing_ = field->path;
    if (field->path != writing_ || !target.starts_with("key:")) continue;
    const std::string erased = field->value.substr(0, field->value.empty() ? 0 : field->value.size() - 1);
    return event::Write{field->path, target == "key:erase" ? erased : field->value + target.substr(4)};
  }
  return std::nullopt;
}

}  // namespace buurtpeil
