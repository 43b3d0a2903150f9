#include "support/view_text.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "support/styled_words.h"

namespace buurtpeil {
namespace {

/// What differs from how everybody sees it.
std::string look_of(const Look& look) {
  static constexpr std::array sizes = {"smaller", "normal", "larger", "largest"};
  static constexpr std::array contrasts = {"normal", "high", "low", "dark"};
  std::string text;
  if (look.text != TextScale::normal)
    text += fmt::format(" {}", sizes.at(static_cast<std::size_t>(look.text)));
  if (look.contrast != Contrast::normal)
    text += fmt::format(" {}", contrasts.at(static_cast<std::size_t>(look.contrast)));
  text += look.lower_half ? " lower_half" : "";
  text += look.silent ? " silent" : "";
  text += look.still ? " still" : "";
  return text.empty() ? "" : " |" + text;
}

std::string head(const char* name, const PageInfo& page) {
  return fmt::format("{} {}{}{}{}{}\n", name, page.language,
                     page.direction == Direction::right_to_left ? " rtl" : "",
                     page.owner.empty() ? "" : " | " + page.owner,
                     page.trial.empty() ? "" : " | " + page.trial, look_of(page.look));
}

std::string buttons(std::initializer_list<std::pair<const char*, const Button*>> all) {
  std::string line;
  for (const auto& [name, button] : all)
    if (!button->label.empty())
      line += fmt::format("{}{}: {}", line.empty() ? "" : " | ", name, button->label);
  return line.empty() ? "" : line + "\n";
}

std::string lines(const std::vector<StyledText>& paragraphs) {
  std::string text;
  for (const StyledText& paragraph : paragraphs) text += "  " + in_styled_words(paragraph) + "\n";
  return text;
}

/// Files by their names: where they lie is another matter.
std::string media(const Media& media) {
  const auto named = [](const char* what, const std::string& file) {
    return file.empty() ? "" : fmt::format(" {}{}", what, std::filesystem::path(file).filename().string());
  };
  std::string text = named("", media.image) + named("large ", media.big_image);
  if (!media.qr.empty()) text += " qr " + media.qr;
  if (!media.listen.label.empty())
    text += named("", media.audio) + (media.heard ? " heard" : "") + " [" + media.listen.label + "]";
  return text;
}

template <class F>
std::string asked(const F& field) {
  std::string text =
      fmt::format("{} {}: {}{}\n", field.follows ? "?>" : "?", field.path, in_styled_words(field.label),
                  field.hint.empty() ? "" : " (" + in_styled_words(field.hint) + ")");
  if (const std::string shown = media(field.media); !shown.empty()) text += " " + shown + "\n";
  if (!field.guidance.empty())
    text += fmt::format("  [{}|{}] {}\n", field.explain, field.hide, in_styled_words(field.guidance));
  return text;
}

template <class F>
std::string answered(const F& field) {
  std::string text;
  if (!field.instruction.empty()) text += "  " + field.instruction + "\n";
  if (!field.complaint.empty()) text += "  ! " + in_styled_words(field.complaint) + "\n";
  if (!field.refuse.label.empty())
    text += fmt::format("  [{}] {}\n", field.refused ? "x" : " ", field.refuse.label);
  return text;
}

std::string text_of(const NoteField& field) { return asked(field); }

std::string mark_of(const ChoiceField& field, const ChoiceField::Option& option) {
  if (field.ordered && option.place > 0) return std::to_string(option.place);
  return option.selected && !field.ordered ? "x" : " ";
}

std::string shape(const GeoShape& shape) {
  constexpr std::array<const char*, 4> kinds = {"", "points", "lines", "area"};
  if (shape.empty()) return "";
  return fmt::format(" <{} {}>", shape.parts.size(), kinds.at(static_cast<std::size_t>(shape.kind)));
}

std::string text_of(const ChoiceField& field) {
  std::string text = asked(field);
  static constexpr std::array looks = {"cards", "columns", "pack",   "scale",      "faces",
                                       "map",   "places",  "closed", "acknowledge"};
  if (field.look != ChoiceLook::cards || !field.marked)
    text += fmt::format("  as {}{}{}\n", looks.at(static_cast<std::size_t>(field.look)),
                        field.columns > 0 ? fmt::format(" {}", field.columns) : "",
                        field.marked ? "" : ", without marks");
  if (field.look == ChoiceLook::places && !field.shows_all)
    text += fmt::format("  at {:.5f} {:.5f} zoom {}\n", field.ground.centre.latitude,
                        field.ground.centre.longitude, field.ground.zoom);
  if (!field.table.empty()) text += "  row of " + field.table + "\n";
  if (!field.open.empty())
    text +=
        fmt::format("  {}{} | {}\n", field.searched_first ? "searched first: " : "", field.open, field.close);
  if (!field.search.empty()) text += "  " + field.search + "\n";
  for (const ChoiceField::Option& option : field.options)
    text += fmt::format("  {}{}{} {}: {}{}{}\n", field.several ? "[" : "(", mark_of(field, option),
                        field.several ? "]" : ")", option.name, in_styled_words(option.label),
                        media(option.media), shape(option.shape));
  return text + answered(field);
}

std::string text_of(const WriteField& field) {
  constexpr std::array<const char*, 4> keyboards = {"text", "whole number", "number", "digits"};
  return asked(field) +
         fmt::format("  {}{}{}{}{}: '{}'\n", keyboards.at(static_cast<std::size_t>(field.keyboard)),
                     field.negative ? "" : ", not below 0", field.multiline ? ", several lines" : "",
                     field.rows > 0 ? fmt::format(", {} at least", field.rows) : "",
                     field.group_sign.empty() ? "" : fmt::format(", thousands with '{}'", field.group_sign),
                     field.value) +
         answered(field);
}

std::string text_of(const RepeatField& field) {
  return asked(field) + "  " +
         buttons({{"add", &field.add}, {"go on", &field.go_on}, {"remove", &field.remove}});
}

/// The first and the last cell, the chosen one in brackets, the present one with a star.
std::string calendar(const StepField::CalendarGrid& calendar) {
  std::string text = fmt::format("{} blanks", calendar.blanks);
  for (const StepField::CalendarGrid::Cell& cell : calendar.cells) {
    const bool ends = &cell == &calendar.cells.front() || &cell == &calendar.cells.back();
    if (ends || cell.chosen || cell.present)
      text +=
          fmt::format(" {}{}{}={}", cell.chosen ? "x" : "", cell.present ? "*" : "", cell.label, cell.writes);
  }
  return text;
}

std::string text_of(const StepField& field) {
  std::string text = asked(field);
  for (const StepField::Column& column : field.columns) {
    text += fmt::format("  {}: '{}'", column.title.empty() ? column.name : column.title, column.value);
    for (const StepField::Step* step : {&column.far_down, &column.down, &column.up, &column.far_up})
      if (!step->writes.empty()) text += fmt::format(" {}", step->writes);
    text += "\n";
  }
  for (const auto& turn : field.calendar.turns) {
    text += "  " + turn.title + ":";
    for (const Button* button : {&turn.far_earlier, &turn.earlier, &turn.later, &turn.far_later})
      if (const auto* browse = std::get_if<event::Browse>(&button->event)) text += " " + browse->to;
    text += "\n";
  }
  if (!field.calendar.cells.empty()) text += "  " + calendar(field.calendar) + "\n";
  if (!field.clear.label.empty()) text += fmt::format("  [{}]\n", field.clear.label);
  return text + answered(field);
}

std::string text_of(const ScaleField& field) {
  constexpr std::array<const char*, 3> shapes = {"line", "upright", "stars"};
  std::string text =
      asked(field) + fmt::format("  {} '{}' {} of {}", shapes.at(static_cast<std::size_t>(field.shape)),
                                 field.value, field.stop, field.stops);
  if (field.placeholder >= 0) text += fmt::format(" waits at {}", field.placeholder);
  text += field.marks ? "" : " without marks";
  text += "\n  moves:";
  for (const ScaleField::Move* move : {&field.far_less, &field.less, &field.more, &field.far_more})
    if (!move->label.empty() || move->stop >= 0)
      text += fmt::format(" {}{}", move->label.empty() ? "" : move->label + ":", move->stop);
  text += "\n  ticks:";
  for (const ScaleField::Tick& tick : field.ticks)
    text += fmt::format(" {}{}", tick.stop, tick.label.empty() ? "" : "=" + in_styled_words(tick.label));
  text += "\n";
  if (!field.clear.label.empty()) text += fmt::format("  [{}]\n", field.clear.label);
  return text + answered(field);
}

std::string text_of(const PointsField& field) {
  std::string text = asked(field);
  for (const PointsField::Item& item : field.items) {
    text +=
        fmt::format("  {}: {} '{}' {:.2f}", item.path, in_styled_words(item.label), item.value, item.share);
    for (const auto* steps : {&item.less, &item.more})
      for (const PointsField::Step& step : *steps)
        text += fmt::format(" {}", step.writes.empty() ? "no" : step.writes);
    text += "\n";
  }
  text += fmt::format("  {} {:.2f}\n", field.left, field.divided);
  if (!field.clear.label.empty()) text += fmt::format("  [{}]\n", field.clear.label);
  return text + answered(field);
}

std::string text_of(const MapField& field) {
  constexpr std::array<const char*, 3> shapes = {"point", "line", "area"};
  std::string text =
      asked(field) + fmt::format("  {} {} at {:.5f} {:.5f} zoom {}, step {}{}\n",
                                 shapes.at(static_cast<std::size_t>(field.shape)), field.points.size(),
                                 field.centre.latitude, field.centre.longitude, field.zoom, field.stride,
                                 field.crosses ? ", crosses itself" : "");
  text += fmt::format("  {}\n", field.where);
  if (!field.answer.empty()) text += fmt::format("  {}\n", field.answer);
  if (!field.kept.empty()) text += fmt::format("  {}\n", field.kept);
  const auto moves = [](const Button& button) { return !button.label.empty(); };
  text +=
      fmt::format("  {}{}", moves(field.nearer) ? "nearer " : "", moves(field.farther) ? "farther\n" : "\n");
  text += buttons({{"put", &field.put}, {"undo", &field.undo}, {"clear", &field.clear}});
  return text + answered(field);
}

std::string text_of(const Deed& deed);

std::string text_of(const AttractView& view) {
  std::string text = head("attract", view.page);
  if (!view.picture.empty())
    text += fmt::format("  {}, then {}\n", std::filesystem::path(view.picture).filename().string(),
                        std::filesystem::path(view.next_picture).filename().string());
  if (view.finding)
    text += fmt::format("  finding: {} | {} ({} of 10) | {}\n", view.finding->question, view.finding->claim,
                        view.finding->of_ten, view.finding->about);
  if (view.deed) text += "  deed:" + text_of(*view.deed);
  if (!view.did.label.empty()) text += buttons({{"did", &view.did}});
  if (view.first) text += text_of(*view.first);
  for (const auto& invitation : view.invitations)
    text += fmt::format("  {}{}: {} | {} | {}\n", invitation.language,
                        invitation.direction == Direction::right_to_left ? " rtl" : "",
                        in_styled_words(invitation.invitation), invitation.effort,
                        in_styled_words(invitation.start));
  return text;
}

std::string text_of(const LanguageView& view) {
  std::string text = head("language", view.page);
  for (const auto& entry : view.languages)
    text += fmt::format("  {}{}: {}\n", entry.code, entry.direction == Direction::right_to_left ? " rtl" : "",
                        entry.name);
  return text + buttons({{"back", &view.back}});
}

std::string text_of(const LookView& view) {
  std::string text = head("look", view.page) + view.title + "\n";
  for (const auto& group : view.groups) {
    if (!group.label.empty()) text += group.label + "\n";
    for (const auto& option : group.options)
      text += fmt::format("  ({}) {}: {}\n", option.chosen ? "x" : " ", option.name, option.label);
  }
  return text + buttons({{"done", &view.done}, {"reset", &view.reset}});
}

std::string text_of(const IntroView& view) {
  const std::string answer =
      view.answered.empty()
          ? ""
          : fmt::format("{}: {}. {}\n", view.answered, in_styled_words(view.answer), view.answer_kept);
  return head("intro", view.page) + answer +
         (view.occasion.empty() ? "" : "occasion: " + view.occasion + "\n") + view.title + "\n" +
         lines(view.paragraphs) +
         buttons({{"start", &view.start}, {"back", &view.back}, {"language", &view.page.languages}});
}

std::string text_of(const QuestionView& view) {
  std::string place = view.done ? fmt::format("{:.0f}%", *view.done * 100) : "";
  if (!place.empty() && !view.progress.empty()) place += " ";
  std::string text = head("question", view.page) + place + view.progress + "\n";
  if (!view.group.empty()) text += "group: " + in_styled_words(view.group) + "\n";
  for (const Field& field : view.fields) text += std::visit([](const auto& f) { return text_of(f); }, field);
  return text + buttons({{"next", &view.next},
                         {"back", &view.back},
                         {"leave", &view.leave},
                         {"language", &view.page.languages}});
}

std::string text_of(const ReviewView& view) {
  std::string text = head("review", view.page) + view.title + "\n  " + view.explanation + "\n";
  for (const auto& entry : view.entries) {
    if (!entry.group.empty()) text += "group: " + entry.group + "\n";
    text += fmt::format("  [{}] {}: {}{}\n", entry.path, entry.question, entry.answered ? "" : "- ",
                        entry.answer);
  }
  return text + buttons({{"finish", &view.finish},
                         {"back", &view.back},
                         {"leave", &view.leave},
                         {"language", &view.page.languages}});
}

std::string text_of(const StillThereView& view) {
  return head("still_there", view.page) + view.question + "\n  " + view.explanation +
         fmt::format("\n  {} of {} seconds\n", view.seconds_left, view.seconds) +
         buttons({{"yes", &view.yes}, {"stop", &view.stop}});
}

std::string text_of(const LeaveView& view) {
  return head("leave", view.page) + view.question + "\n  " + view.explanation + "\n" +
         buttons({{"keep", &view.keep}, {"erase", &view.erase}, {"stay", &view.stay}});
}

std::string text_of(const ThanksView& view) {
  return head("thanks", view.page) + view.title + "\n" + lines(view.paragraphs) +
         buttons({{"done", &view.done},
                  {"take back", &view.take_back},
                  {"results", &view.results},
                  {"did", &view.did}});
}

std::string text_of(const Deed& deed) {
  static constexpr std::array states = {"done", "going on", "not done"};
  return fmt::format("  {} => {} => {}: {}\n", in_styled_words(deed.said), in_styled_words(deed.did),
                     states.at(static_cast<std::size_t>(deed.state)), deed.state_words);
}

std::string text_of(const ResultsView& view) {
  static constexpr std::array shapes = {"rows", "columns", "faces"};
  std::string text = head("results", view.page) +
                     fmt::format("{:.0f}% {}\n", view.done * 100, view.progress) + view.title + "\n" +
                     in_styled_words(view.question) + "\n";
  for (const std::string* line : {&view.note, &view.about, &view.beside_about, &view.change})
    if (!line->empty()) text += "  " + *line + "\n";
  if (!view.bars.empty()) text += fmt::format("{}:\n", shapes.at(static_cast<std::size_t>(view.shape)));
  for (const auto& bar : view.bars) {
    text += bar.place > 0 ? fmt::format("  {}. ", bar.place) : "  ";
    text += fmt::format("{}: {} {:.2f}", in_styled_words(bar.label), bar.value, bar.part);
    if (!bar.beside_value.empty()) text += fmt::format(", beside {} {:.2f}", bar.beside_value, bar.beside);
    text += bar.own ? " <- " + view.own_words + "\n" : "\n";
  }
  if (!view.comparisons.empty()) text += view.compare + "\n";
  for (const auto& each : view.comparisons)
    text += fmt::format("  ({}) {}: {}\n", each.chosen ? "x" : " ", each.name, each.label);
  for (const std::string& line : view.small_print) text += line + "\n";
  return text + buttons({{"next", &view.next}, {"back", &view.back}, {"finish", &view.finish}});
}

std::string text_of(const DidView& view) {
  std::string text =
      head("did", view.page) + view.title + "\n" + fmt::format("{} => {}\n", view.said_words, view.did_words);
  for (const Deed& deed : view.deeds) text += text_of(deed);
  for (const auto& matter : view.matters) text += matter.label + "\n" + lines(matter.paragraphs);
  return text + buttons({{"next", &view.next}, {"back", &view.back}});
}

std::string text_of(const OutOfServiceView& view) {
  std::string text = head("out_of_service", view.page);
  for (const auto& notice : view.notices) text += fmt::format("  {}: {}\n", notice.language, notice.text);
  return text;
}

std::string text_of(const PinView& view) {
  std::string text = head("pin", view.page) + view.title + "\n";
  if (!view.notice.empty()) text += "  " + view.notice + "\n";
  return text + fmt::format("  {} digits{}\n", view.digits, view.locked ? ", locked" : "") +
         buttons({{"enter", &view.enter}, {"back", &view.back}});
}

std::string text_of(const StaffView& view) {
  std::string text = head("staff", view.page) + view.title + "\n";
  if (!view.notice.empty()) text += (view.warning ? "! " : "= ") + view.notice + "\n";
  static constexpr std::array marks = {"", " ...", " ( )", " (x)"};
  for (const auto& action : view.actions) {
    text += fmt::format("  [{}]{} {}{}\n", action.name, marks.at(static_cast<std::size_t>(action.kind)),
                        action.label, action.value.empty() ? "" : ": " + action.value);
    if (!action.outcome.empty())
      text += fmt::format("    {} {}\n", action.warning ? "!" : "=", action.outcome);
  }
  for (const auto& fact : view.facts)
    text += fmt::format("  {}{}: {}\n", fact.warning ? "! " : "", fact.label, fact.value);
  return text + buttons({{"back", &view.back}});
}

std::string text_of(const CopyView& view) {
  static constexpr std::array states = {"busy", "done", "failed"};
  return head("copy", view.page) + view.title + "\n  " + view.text +
         fmt::format("\n  {} after {} s\n", states.at(static_cast<std::size_t>(view.state)), view.seconds) +
         buttons({{"again", &view.again}, {"back", &view.back}});
}

}  // namespace

std::string to_text(const View& view) {
  return std::visit([](const auto& v) { return text_of(v); }, view);
}

}  // namespace buurtpeil
