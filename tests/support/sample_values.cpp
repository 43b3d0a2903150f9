#include "support/sample_values.h"

#include <sstream>

namespace buurtpeil {
namespace {

using Word = std::function<std::string(const std::string&)>;

std::vector<std::string> split(const std::string& words) {
  std::istringstream stream(words);
  std::vector<std::string> all;
  for (std::string each; stream >> each;) all.push_back(each);
  return all;
}

struct Samples {
  const Word& word;
  const std::string& complaint;

  template <class F>
  F asked(const std::string& instruction) const {
    F field;
    field.path = "moved";
    field.label = word("trees.label");
    field.instruction = word(instruction);
    field.clear = {word("clear"), event::Write{"moved", ""}};
    return field;
  }

  ScaleField line(long stops, long stop, long ticks) const {
    auto field = asked<ScaleField>("slider");
    field.stops = stops;
    field.stop = stop;
    if (stop >= 0) field.value = std::to_string(stop);
    for (long tick = 0; tick < stops; tick += ticks) field.ticks.push_back({tick, std::to_string(tick)});
    field.less.stop = stop > 0 ? stop - 1 : -1;
    field.more.stop = stop + 1 < stops ? stop + 1 : -1;
    return field;
  }

  ScaleField long_line() const {
    ScaleField field = line(5001, 2750, 1000);
    field.far_less = {2740, "\u200E−10"};
    field.far_more = {2760, "\u200E+10"};
    return field;
  }

  /// What is labelled by the form: its ends, or every stop.
  ScaleField named(bool all) const {
    ScaleField field = line(5, 3, 1);
    field.named = true;
    const std::vector<std::string> labels = {word("heating.label"), word("theme=water"),
                                             word("field=high_half"), word("theme=meeting"),
                                             word("idea.label")};
    for (std::size_t tick = 0; tick < labels.size(); ++tick)
      field.ticks[tick].label = all || tick % 4 == 0 ? labels[tick] : "";
    return field;
  }

  ScaleField stars(long stops, long stop) const {
    ScaleField field = line(stops, stop, 1);
    field.shape = ScaleField::Shape::stars;
    field.instruction = word("rating");
    if (stop < 0) return field;
    field.value = word("rating_of");
    field.value.replace(field.value.find("{stars}"), 7, std::to_string(stop + 1));
    field.value.replace(field.value.find("{all}"), 5, std::to_string(stops));
    return field;
  }

  StepField::Column column(const std::string& name, const std::string& value, const std::string& above,
                           const std::string& below, const std::string& far) const {
    StepField::Column column{.name = name,
                             .title = word(name),
                             .value = value,
                             .up = {name + "+1"},
                             .down = {name + "-1"},
                             .far_up = {},
                             .far_down = {},
                             .above = above,
                             .below = below};
    if (far.empty()) return column;
    column.far_up = {name + "+" + far, "\u200E+" + far};
    column.far_down = {name + "-" + far, "\u200E−" + far};
    return column;
  }

  StepField time() const {
    auto field = asked<StepField>("step");
    field.columns = {column("hour", "14", "15", "13", "6"), column("minute", "30", "31", "29", "15")};
    return field;
  }

  StepField date() const {
    auto field = asked<StepField>("step");
    const std::vector<std::string> months = split(word("months"));
    field.columns = {column("day", "24", "25", "23", "10"),
                     column("month", months[8].substr(0, 6), "", "", ""),
                     column("year", "2026", "2027", "2025", "10")};
    field.columns[1].value = "9";
    field.calendar.instruction = word("calendar");
    field.calendar.headings = split(word("weekdays"));
    field.calendar.blanks = 1;
    for (int day = 1; day <= 30; ++day)
      field.calendar.cells.push_back(
          {std::to_string(day), "2026-09-" + std::to_string(day), day == 24, day == 3});
    field.calendar.turns = {turn(months[8], false), turn("2026", true)};
    return field;
  }

  StepField months() const {
    StepField field = date();
    field.columns.erase(field.columns.begin());
    field.calendar.headings.clear();
    field.calendar.cells.clear();
    field.calendar.columns = 3;
    field.calendar.blanks = 0;
    for (const std::string& month : split(word("months")))
      field.calendar.cells.push_back(
          {month, month, field.calendar.cells.size() == 4, field.calendar.cells.size() == 8});
    field.calendar.turns.erase(field.calendar.turns.begin());
    return field;
  }

  StepField years() const {
    StepField field = months();
    field.columns.erase(field.columns.begin());
    field.calendar.cells.clear();
    field.calendar.columns = 5;
    for (int year = 1940; year < 1960; ++year)
      field.calendar.cells.push_back({std::to_string(year), std::to_string(year), year == 1950, false});
    field.calendar.turns = {turn("1940–1959", false)};
    return field;
  }

  StepField moment() const {
    StepField field = date();
    for (const StepField::Column& each : time().columns) field.columns.push_back(each);
    return field;
  }

  StepField::CalendarGrid::Turn turn(const std::string& title, bool far) const {
    StepField::CalendarGrid::Turn turn{.title = title,
                                       .far_earlier = {},
                                       .earlier = {"1", event::Browse{"moved", title + "-1"}},
                                       .later = {"1", event::Browse{"moved", title + "+1"}},
                                       .far_later = {}};
    if (!far) return turn;
    turn.far_earlier = {"\u200E−10", event::Browse{"moved", title + "-10"}};
    turn.far_later = {"\u200E+10", event::Browse{"moved", title + "+10"}};
    return turn;
  }

  PointsField points() const {
    auto field = asked<PointsField>("points");
    const std::vector<std::string> themes = {"theme=trees", "theme=water", "theme=traffic", "theme=homes",
                                             "theme=parking"};
    const std::vector<int> given = {40, 15, 0, 5, 0};
    for (std::size_t index = 0; index < themes.size(); ++index) {
      const std::string path = "moved/" + themes[index].substr(6);
      const int points = given[index];
      field.items.push_back({.path = path,
                             .label = word(themes[index]),
                             .value = std::to_string(points),
                             .share = points / 100.0,
                             .less = {},
                             .more = {}});
      for (const int step : {10, 1}) {
        const std::string less = points == 0 ? "" : std::to_string(std::max(0, points - step));
        field.items.back().less.push_back({"\u200E−" + std::to_string(step), less});
        field.items.back().more.push_back({"\u200E+" + std::to_string(step), std::to_string(points + step)});
      }
    }
    field.left = word("points_left");
    field.left.replace(field.left.find("{points}"), 8, "40");
    field.divided = 0.6;
    return field;
  }
};

}  // namespace

std::vector<std::pair<std::string, Field>> sample_values(const Word& word, const std::string& complaint) {
  const Samples samples{word, complaint};
  ScaleField untouched = samples.line(11, -1, 1);
  untouched.less.stop = 10, untouched.clear = {}, untouched.complaint = complaint;
  untouched.refuse = {word("refuse"), event::Refuse{"moved"}};
  ScaleField upright = samples.line(101, 40, 10);
  upright.shape = ScaleField::Shape::upright;
  upright.far_less = {30, "\u200E−10"}, upright.far_more = {50, "\u200E+10"};
  StepField picker = samples.asked<StepField>("step");
  picker.wheel = true;
  picker.columns = {samples.column("minute", "7", "8", "6", "")};
  picker.columns[0].title.clear();
  StepField counter = samples.asked<StepField>("counter");
  counter.columns = {samples.column("minute", "7", "8", "6", "10")};
  PointsField complained = samples.points();
  complained.complaint = complaint;
  return {{"question_slider", samples.line(11, 7, 1)},
          {"question_slider_empty", untouched},
          {"question_slider_long", samples.long_line()},
          {"question_slider_ends", samples.named(false)},
          {"question_slider_words", samples.named(true)},
          {"question_slider_upright", upright},
          {"question_rating", samples.stars(5, 3)},
          {"question_rating_ten", samples.stars(10, -1)},
          {"question_picker", picker},
          {"question_counter", counter},
          {"question_calendar", samples.date()},
          {"question_months", samples.months()},
          {"question_years", samples.years()},
          {"question_time", samples.time()},
          {"question_day_and_time", samples.moment()},
          {"question_points", samples.points()},
          {"question_points_complaint", complained}};
}

}  // namespace buurtpeil
