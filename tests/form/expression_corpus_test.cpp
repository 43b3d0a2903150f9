// Expressions that others evaluate, with the values they get. Run with TZ=UTC.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <iostream>
#include <sstream>

#include "form/expression/expression.h"
#include "support/needs.h"

using namespace buurtpeil;

namespace {

struct Line {
  std::string expression, type, expected;
};

std::vector<Line> read_lines(const std::string& path) {
  std::vector<Line> lines;
  std::ifstream file(path);
  std::string text;
  std::getline(file, text);  // the heading
  while (std::getline(file, text)) {
    std::istringstream columns(text);
    Line line;
    std::getline(columns, line.expression, '\t');
    std::getline(columns, line.type, '\t');
    std::getline(columns, line.expected);
    lines.push_back(line);
  }
  return lines;
}

bool same_number(const std::string& expected, double given) {
  if (expected == "NaN") return std::isnan(given);
  const double wanted = std::strtod(expected.c_str(), nullptr);
  const double difference = std::abs(wanted - given);
  return wanted == given || difference <= 1e-9 || difference <= 1e-9 * std::abs(wanted);
}

// "" when it is as expected, else what came out.
std::string difference(const Line& line) {
  const auto expression = Expression::parse(line.expression);
  const auto value = expression
                         ? expression->evaluate(Scope(Moment{}))
                         : std::expected<Value, Error>(std::unexpected(Error{expression.error().message}));
  if (!value) return line.type == "error" ? "" : "error: " + value.error().message;
  const auto* number = std::get_if<double>(&*value);
  if (line.type == "number" && number != nullptr && same_number(line.expected, *number)) return {};
  if (line.type == type_name(*value) && to_text(*value) == line.expected) return {};
  return std::string(type_name(*value)) + " " + to_text(*value);
}

}  // namespace

TEST_CASE("at least 98 percent of the expressions of others give the same value" *
          needs{BUURTPEIL_SHARED "/corpus"}) {
  const std::vector<Line> lines = read_lines(BUURTPEIL_SHARED "/corpus/expressions.tsv");
  REQUIRE_FALSE(lines.empty());
  int equal = 0;
  for (const Line& line : lines) {
    const std::string other = difference(line);
    if (other.empty())
      ++equal;
    else
      std::cout << line.expression << ": expected " << line.type << ' ' << line.expected << ", got " << other
                << '\n';
  }
  std::cout << equal << " of " << lines.size() << " expressions of the corpus are equal\n";
  CHECK(equal >= 0.98 * static_cast<double>(lines.size()));
}
