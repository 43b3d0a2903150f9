#include "simulation/expressions.h"

#include <fmt/format.h>

#include <algorithm>

namespace buurtpeil::simulation {

using Kind = Known::Kind;

bool Expressions::has_one_value(const Known& known) const {
  return known.repeats.size() <= repeats_.size() &&
         std::equal(known.repeats.begin(), known.repeats.end(), repeats_.begin());
}

std::string Expressions::reference(Kind kind) {
  std::vector<std::string> names;
  for (const Known& known : known_)
    if (known.kind == kind && has_one_value(known)) names.push_back("${" + known.name + "}");
  return names.empty() ? "" : random_.one_of(names);
}

std::string Expressions::bounded() {
  std::vector<std::string> names;
  for (const Known& known : known_)
    if (known.bounded && has_one_value(known)) names.push_back("${" + known.name + "}");
  return names.empty() ? "" : random_.one_of(names);
}

const Known* Expressions::series() {
  std::vector<const Known*> all;
  for (const Known& known : known_)
    if (!has_one_value(known)) all.push_back(&known);
  return all.empty() ? nullptr : random_.one_of(all);
}

std::string Expressions::number_of_series() {
  const Known* many = series();
  if (many == nullptr) return std::to_string(random_.below(4));
  const std::string all = "${" + many->name + "}", repeat = "${" + many->repeats.back() + "}";
  switch (random_.below(6)) {
    case 0:
      return "count(" + all + ")";
    case 1:
      return "count-non-empty(" + all + ")";
    case 2:
      return "count(" + repeat + ")";
    case 3:
      if (many->repeats.size() > 1) return "count(" + repeat + ")";
      return fmt::format("number(indexed-repeat({}, {}, {}))", all, repeat, random_.between(1, 3));
    default:
      if (many->kind != Kind::number) return "string-length(join(' ', " + all + "))";
      return random_.word_of({"sum", "max", "min"}) + "(" + all + ")";
  }
}

std::string Expressions::number(int depth) {
  if (depth <= 0 || random_.one_in(3)) {
    if (const std::string known = reference(Kind::number); !known.empty() && !random_.one_in(4)) return known;
    if (const std::string many = reference(Kind::several); !many.empty() && random_.one_in(3))
      return "count-selected(" + many + ")";
    if (!repeats_.empty() && random_.one_in(3)) return "position(..)";
    return std::to_string(random_.below(6));
  }
  if (may_ == May::remember && random_.one_in(5)) return "random()";
  if (random_.one_in(3)) return number_of_series();
  return computed_number(depth);
}

std::string Expressions::computed_number(int depth) {
  const std::string first = number(depth - 1);
  switch (random_.below(14)) {
    case 0:
      return fmt::format("({} {} {})", first, random_.word_of({"+", "-", "*", "div", "mod"}),
                         number(depth - 1));
    case 1:
      return fmt::format(
          "{}({})", random_.word_of({"int", "abs", "number", "sqrt", "exp", "exp10", "log", "log10"}), first);
    case 2:
      return fmt::format("{}({})", random_.word_of({"sin", "cos", "tan", "asin", "acos", "atan"}), first);
    case 3:
      return fmt::format("{}({}, {})", random_.word_of({"pow", "atan2", "round"}), first, random_.below(3));
    case 4:
      return fmt::format("{}({}, {})", random_.word_of({"max", "min", "sum", "coalesce"}), first,
                         number(depth - 1));
    case 5:
      return "string-length(" + text(depth - 1) + ")";
    case 6:
      return fmt::format("if({}, {}, {})", truth(depth - 1), first, number(depth - 1));
    case 7:
      return "decimal-date-time(" + day(depth - 1) + ")";
    case 8:
      return "decimal-time('07:05')";
    case 9:
      return "distance('52.1 4.3', '52.2 4.4')";
    case 10:
      return "area('52.1 4.3;52.2 4.3;52.2 4.4')";
    case 11:
      return fmt::format("({} * pi())", first);
    case 12:
      return fmt::format("number({})", text(depth - 1));
    default:
      return fmt::format("({} + {})", first, number(depth - 1));
  }
}

std::string Expressions::text(int depth) {
  if (depth <= 0 || random_.one_in(3)) {
    if (const std::string known = reference(Kind::text); !known.empty() && !random_.one_in(4)) return known;
    return "'" + random_.word_of({"oak", "elm tree", "", "7", "x=1"}) + "'";
  }
  if (may_ == May::remember && random_.one_in(8)) return random_.word_of({"uuid()", "uuid(4)"});
  if (const Known* many = series(); many != nullptr && random_.one_in(4))
    return "join(' ', ${" + many->name + "})";
  return computed_text(depth);
}

std::string Expressions::computed_text(int depth) {
  const std::string first = text(depth - 1), one = reference(Kind::one), several = reference(Kind::several);
  switch (random_.below(12)) {
    case 0:
      return fmt::format("concat({}, {})", first, text(depth - 1));
    case 1:
      return fmt::format("substr({}, {}, {})", first, random_.below(3), random_.between(1, 9));
    case 2:
      return fmt::format("{}({}, ' ')", random_.word_of({"substring-before", "substring-after"}), first);
    case 3:
      return fmt::format("translate({}, 'abc', 'xy')", first);
    case 4:
      return fmt::format("normalize-space({})", first);
    case 5:
      return fmt::format("string({})", number(depth - 1));
    case 6:
      if (one.empty()) return first;
      return fmt::format("jr:choice-name({}, '{}')", one, one);
    case 7:
      if (several.empty()) return first;
      return fmt::format("selected-at({}, {})", several, random_.below(2));
    case 8:
      return fmt::format("{}({}, '%Y-%m-%d')", random_.word_of({"format-date", "format-date-time"}),
                         day(depth - 1));
    case 9:
      return fmt::format("if({}, {}, {})", truth(depth - 1), first, text(depth - 1));
    case 10:
      return fmt::format("digest({}, 'SHA-256')", first);
    default:
      return fmt::format("coalesce({}, base64-decode('b2Fr'))", first);
  }
}

std::string Expressions::truth(int depth) {
  const std::string one = reference(Kind::one), several = reference(Kind::several);
  if (!one.empty() && random_.one_in(4))
    return one + random_.word_of({" = ", " != "}) + "'" + random_.word_of({"a", "b", "c"}) + "'";
  if (!several.empty() && random_.one_in(4))
    return "selected(" + several + ", '" + random_.word_of({"a", "b", "1", "2"}) + "')";
  if (depth <= 0 || random_.one_in(3))
    return fmt::format("{} {} {}", number(0), random_.word_of({"<", ">", "=", "!=", "<=", ">="}), number(0));
  switch (random_.below(12)) {
    case 0:
      return fmt::format("not({})", truth(depth - 1));
    case 1:
      return fmt::format("({} {} {})", truth(depth - 1), random_.word_of({"and", "or"}), truth(depth - 1));
    case 2:
      return fmt::format("boolean({})", number(depth - 1));
    case 3:
      return fmt::format("{}({}, 'o')", random_.word_of({"contains", "starts-with", "ends-with"}),
                         text(depth - 1));
    case 4:
      return fmt::format("regex({}, '[a-z ]*')", text(depth - 1));
    case 5:
      return random_.word_of({"true()", "false()"});
    case 6:
      return fmt::format("{} < {}", day(depth - 1), day(depth - 1));
    case 7:
      return fmt::format("checklist(1, 2, {}, {})", truth(depth - 1), truth(depth - 1));
    case 8:
      return fmt::format("weighted-checklist(1, 5, {}, 2, {}, 3)", truth(depth - 1), truth(depth - 1));
    case 9:
      return fmt::format("boolean-from-string({})", text(depth - 1));
    case 10:
      return random_.word_of(
          {"geofence('52.1 4.3', '52 4;53 4;53 5;52 5;52 4')", "intersects('52 4;53 5;52 5;53 4')"});
    default:
      return fmt::format("{} {} {}", number(depth - 1), random_.word_of({"<", ">", "!="}), number(depth - 1));
  }
}

std::string Expressions::day(int depth) {
  if (const std::string known = reference(Kind::day); !known.empty() && !random_.one_in(3)) return known;
  if (may_ == May::remember && random_.one_in(2)) return random_.word_of({"today()", "now()"});
  if (depth > 0 && random_.one_in(4)) return "date(" + number(0) + " + 20000)";
  return random_.word_of({"date('2026-03-01')", "date-time('2026-03-01T19:04:07.123+01:00')"});
}

}  // namespace buurtpeil::simulation
