#include "simulation/generated_form.h"

#include <fmt/format.h>

#include <map>

#include "simulation/expressions.h"

namespace buurtpeil::simulation {
namespace {

using Cells = std::map<std::string, std::string>;
using Kind = Known::Kind;

class Writer {
 public:
  Writer(const std::string& id, SeededRandom& random) : random_(random), languages_(random.one_in(3)) {
    if (invites_ = random.one_in(3); invites_) first_question();
    rows_of(0, random.between(3, 9));
    form_.markdown = sheet("survey", rows_) + choices() + settings(id);
  }

  GeneratedForm form_;

 private:
  void rows_of(int depth, int count) {
    for (int row = 0; row < count; ++row) {
      const int what = random_.below(20);
      if (what < 3 && depth < 3)
        repeat(depth);
      else if (what < 6 && depth < 3)
        group(depth);
      else if (what == 6 && depth < 3)
        points();
      else
        question();
    }
  }

  std::string name(const char* stem) { return stem + std::to_string(++names_); }

  Expressions say(Expressions::May may = Expressions::May::be_computed_again) {
    return {random_, known_, repeats_, may};
  }

  Cells& add(const std::string& type, const std::string& its_name) {
    Cells& row = rows_.emplace_back();
    row["type"] = type;
    row["name"] = its_name;
    std::string label = "What of " + its_name + "?";
    if (!known_.empty() && random_.one_in(6)) label += " ${" + random_.one_of(known_).name + "}";
    row[languages_ ? "label::English (en)" : "label"] = label;
    if (languages_ && !random_.one_in(4)) row["label::Nederlands (nl)"] = "En " + its_name + "?";
    return row;
  }

  std::string condition() {
    if (random_.one_in(6)) return "1 = 2";
    return say().truth(2);
  }

  void group(int depth) {
    const std::string its_name = name("g");
    const bool list = random_.one_in(2);
    {
      Cells& row = add("begin_group", its_name);
      if (list) row["appearance"] = "field-list";
      if (random_.one_in(4)) row["relevant"] = condition();
    }
    const int children = random_.between(1, 3);
    const bool silent = list && random_.one_in(4);
    if (silent) {
      const std::string relevant = condition();
      plain_text(name("q"));
      rows_.back()["relevant"] = relevant;
    } else if (list)
      for (int child = 0; child < children; ++child) question();
    else
      rows_of(depth + 1, children);
    rows_.push_back({{"type", "end_group"}});
    if (silent && random_.one_in(2)) with_other();
  }

  /// One that the invitation can ask.
  void first_question() {
    const std::string its_name = name("q");
    add("select_one yn", its_name)["required"] = random_.word_of({"", "yes"});
    known_.push_back({its_name, Kind::one, repeats_});
  }

  void points() {
    Cells& row = add("begin_group", name("p"));
    row["appearance"] = "field-list points";
    row["parameters"] = "total=10";
    if (random_.one_in(4)) row["relevant"] = condition();
    for (int part = random_.between(2, 3); part > 0; --part) {
      const std::string its_name = name("q");
      add("integer", its_name)["required"] = "yes";
      known_.push_back({its_name, Kind::number, repeats_});
    }
    rows_.push_back({{"type", "end_group"}});
  }

  void repeat(int depth) {
    const std::string its_name = name("r"), again = name("again"), first = name("first");
    const int row = static_cast<int>(rows_.size());
    const bool shrinks = random_.one_in(3);
    add("begin_repeat", its_name);
    std::string count;
    if (shrinks)
      count = fmt::format("if(count(${{{}}}[. = 'no']) > 0, 1, 3)", again);
    else if (const int how = random_.below(5); how < 2)
      count = std::to_string(random_.below(4));
    else if (how < 4)
      count = fmt::format("min(3, {})", say().number(1));
    if (!count.empty()) rows_[row]["repeat_count"] = count;
    const std::string relevant = instances_asked(its_name, first, count, depth);
    if (!relevant.empty()) rows_[row]["relevant"] = relevant;

    repeats_.push_back(its_name);
    plain_text(first);
    rows_of(depth + 1, random_.between(0, 2));
    if (shrinks) add("select_one yn", again)["required"] = random_.word_of({"", "yes"});
    repeats_.pop_back();
    rows_.push_back({{"type", "end_repeat"}});
    if (shrinks) known_.push_back({again, Kind::one, repeats_with(its_name)});
    if (!random_.one_in(3)) question();
  }

  std::vector<std::string> repeats_with(const std::string& repeat) {
    std::vector<std::string> all = repeats_;
    all.push_back(repeat);
    return all;
  }

  /// The relevance of a repeat, mostly of each of its instances; notes which ones are asked whatever happens.
  std::string instances_asked(const std::string& repeat, const std::string& first, const std::string& count,
                              int depth) {
    const int how = random_.below(8);
    if (how == 0) return condition();
    if (how == 1) {
      const std::string several = say().several();
      return several.empty() ? "" : "selected(" + several + ", string(position(.)))";
    }
    if (how > 3) return "";
    const bool outermost = depth == 0;
    if (outermost) form_.never_asked.push_back(repeat + "[2]/");
    for (const char* position : {"1", "3"})
      if (outermost && count.size() == 1 && count >= position)
        form_.always_asked.push_back(repeat + "[" + position + "]/" + first);
    return "position(.) != 2";
  }

  void plain_text(const std::string& its_name) {
    add("text", its_name);
    known_.push_back({its_name, Kind::text, repeats_});
  }

  /// What any question may have.
  void more(Cells& row) {
    if (random_.one_in(4)) row["relevant"] = condition();
    if (random_.one_in(3)) row["required"] = random_.one_in(4) ? say().truth(1) : "yes";
    if (random_.one_in(20)) row["read_only"] = say().truth(1);
    if (random_.one_in(8)) row["hint"] = "Think.";
  }

  void question() {
    switch (random_.below(16)) {
      case 0:
      case 1:
      case 2:
        return whole_number();
      case 3:
      case 4:
      case 5:
        return text();
      case 6:
      case 7:
        return calculation();
      case 8:
        return choice("select_one abc", Kind::one);
      case 9:
        return choice(random_.word_of({"select_multiple abc", "select_multiple n", "rank abc"}),
                      Kind::several);
      case 10:
        return cascade();
      case 11:
        return with_other();
      case 12:
        return day();
      case 13:
        return decimal();
      case 14:
        return chosen_from_repeat();
      default:
        return small();
    }
  }

  void whole_number() {
    const std::string its_name = name("q");
    const std::string earlier = say().bounded();
    Cells& row = add("integer", its_name);
    more(row);
    bool bounded = false;
    const int how = random_.below(6);
    if (how < 2) row["constraint"] = ". >= 0 and . <= 9", bounded = true;
    if (how == 2) row["constraint"] = ". mod 2 = 0";
    if (how > 3 && !earlier.empty()) {
      row["constraint"] = ". <= 20 - " + earlier;
      if (random_.one_in(2)) row["required"] = "yes";
    }
    if (random_.one_in(6)) row["default"] = random_.word_of({"5", "4", "1 + 1"});
    if (random_.one_in(12)) row["calculation"] = "round(" + say().number(1) + ", 0)";
    if (random_.one_in(12)) trigger(row);
    if (random_.one_in(8)) row["appearance"] = "counter";
    known_.push_back({its_name, Kind::number, repeats_, bounded});
  }

  void decimal() {
    const std::string its_name = name("q");
    Cells& row = add(random_.word_of({"decimal", "range", "range"}), its_name);
    more(row);
    if (row["type"] == "range") {
      row["parameters"] = random_.word_of({"start=0 end=10 step=1", "start=1 end=5 step=0.5"});
      if (random_.one_in(3)) row["constraint"] = ". > 2";
    } else if (random_.one_in(2)) {
      row["constraint"] = ". < 100.5";
    }
    known_.push_back({its_name, Kind::number, repeats_});
  }

  void text() {
    const std::string its_name = name("q");
    Cells& row = add("text", its_name);
    more(row);
    if (random_.one_in(5))
      row["constraint"] = random_.word_of({"string-length(.) < 60", "regex(., '[a-z0-9 ]*')"});
    if (random_.one_in(10)) row["default"] = random_.word_of({"oak", "string(1 + 1)"});
    if (random_.one_in(12)) trigger(row);
    known_.push_back({its_name, Kind::text, repeats_});
  }

  void calculation() {
    const std::string its_name = name("q");
    const bool number = random_.one_in(2);
    auto expressions = say(Expressions::May::remember);
    const std::string computed =
        number ? expressions.number(random_.below(4)) : expressions.text(random_.below(4));
    Cells& row = add("calculate", its_name);
    // once() is the whole of a calculation: within another function it would take that function's result.
    row["calculation"] = random_.one_in(4) ? "once(" + computed + ")" : computed;
    if (random_.one_in(5)) row["relevant"] = condition();
    if (random_.one_in(8)) trigger(row);
    known_.push_back({its_name, number ? Kind::number : Kind::text, repeats_, false, false});
  }

  void trigger(Cells& row) {
    for (const Known& known : known_)
      if (known.asked && known.repeats == repeats_ && random_.one_in(2)) {
        row["trigger"] = "${" + known.name + "}";
        return;
      }
  }

  void choice(const std::string& type, Kind kind) {
    const std::string its_name = name("q");
    Cells& row = add(type, its_name);
    more(row);
    if (type.starts_with("select_multiple") && random_.one_in(3))
      row["constraint"] = "count-selected(.) <= 2";
    if (random_.one_in(8)) row["appearance"] = random_.word_of({"minimal", "likert", "columns"});
    if (random_.one_in(8) && kind == Kind::one) row["default"] = random_.word_of({"a", "b"});
    known_.push_back({its_name, kind, repeats_});
  }

  /// Its list depends on an earlier choice; for one of those it is empty.
  void cascade() {
    const std::string one = say().one();
    if (one.empty()) return choice("select_one abc", Kind::one);
    const std::string its_name = name("q");
    Cells& row = add(random_.word_of({"select_one k", "select_multiple k"}), its_name);
    more(row);
    row["choice_filter"] = "above = " + one;
    if (random_.one_in(2)) row["required"] = "yes";
    known_.push_back({its_name, row["type"] == "select_one k" ? Kind::one : Kind::several, repeats_});
  }

  void with_other() {
    const std::string its_name = name("q");
    Cells& row = add(random_.word_of({"select_one abc or_other", "select_multiple abc or_other"}), its_name);
    more(row);
    const bool computed = random_.one_in(2);
    if (computed) row["calculation"] = "'other'";
    if (computed && random_.one_in(2))  // without words it is not asked, and what "other" is still is
      std::erase_if(row, [](const auto& cell) { return cell.first.starts_with("label"); });
    known_.push_back({its_name, row["type"].starts_with("select_one") ? Kind::one : Kind::several, repeats_,
                      false, !computed});
  }

  void day() {
    const std::string its_name = name("q");
    Cells& row = add("date", its_name);
    more(row);
    if (random_.one_in(3)) row["constraint"] = ". >= date('2020-01-01')";
    if (random_.one_in(4)) row["default"] = "today()";
    known_.push_back({its_name, Kind::day, repeats_});
  }

  /// Chooses among the answers to a text question in a repeat.
  void chosen_from_repeat() {
    for (const Known& known : known_) {
      if (known.kind != Kind::text || known.repeats.size() != 1 || !repeats_.empty()) continue;
      return choice("select_one ${" + known.name + "}", Kind::one);
    }
    note();
  }

  void note() { add("note", name("n")); }

  void small() {
    const std::string type =
        random_.word_of({"note", "acknowledge", "time", "dateTime", "note", "start", "today", "deviceid"});
    Cells& row = add(type, name("q"));
    if (type == "acknowledge" || type == "time" || type == "dateTime") return more(row);
    if (random_.one_in(3) && type == "note") row["relevant"] = condition();
  }

  std::string choices() const {
    std::vector<Cells> lines;
    const auto list = [&](const char* its_name, const std::vector<const char*>& names) {
      for (const char* each : names) {
        Cells& line = lines.emplace_back();
        line["list_name"] = its_name;
        line["name"] = each;
        line[languages_ ? "label::English (en)" : "label"] = std::string{"Choice "} + each;
      }
    };
    list("abc", {"a", "b", "c"});
    list("yn", {"yes", "no"});
    list("n", {"1", "2", "3"});
    list("k", {"ka", "kaa", "kb"});
    lines[lines.size() - 3]["above"] = lines[lines.size() - 2]["above"] = "a";
    lines.back()["above"] = "b";
    return sheet("choices", lines);
  }

  std::string settings(const std::string& id) {
    Cells line{{"form_id", id}, {"version", "1"}};
    if (random_.one_in(2)) line["kiosk_refuse"] = "no";
    if (invites_) line["kiosk_first"] = "yes";
    if (languages_) line["default_language"] = "Nederlands (nl)";
    return sheet("settings", {line});
  }

  static std::string sheet(const std::string& its_name, const std::vector<Cells>& lines) {
    std::map<std::string, int> columns;
    for (const Cells& line : lines)
      for (const auto& [column, cell] : line) columns[column];
    std::string markdown = "| " + its_name + " |\n|";
    for (const auto& [column, unused] : columns) markdown += " | " + column;
    markdown += " |\n";
    for (const Cells& line : lines) {
      markdown += "|";
      for (const auto& [column, unused] : columns) {
        const auto found = line.find(column);
        markdown += " | " + (found == line.end() ? "" : found->second);
      }
      markdown += " |\n";
    }
    return markdown;
  }

  SeededRandom& random_;
  bool languages_, invites_ = false;
  int names_ = 0;
  std::vector<Cells> rows_;
  std::vector<Known> known_;
  std::vector<std::string> repeats_;
};

}  // namespace

GeneratedForm generated_form(const std::string& id, SeededRandom& random) {
  return std::move(Writer{id, random}.form_);
}

}  // namespace buurtpeil::simulation
