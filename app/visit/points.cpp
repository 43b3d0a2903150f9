#include "visit/points.h"

#include <algorithm>
#include <cmath>

#include "form/expression/value.h"

namespace buurtpeil {
namespace {

const GroupStyle* style_around(const Form& form, const Row& row) {
  return row.parent < 0 ? nullptr : &form.rows[static_cast<std::size_t>(row.parent)].group_style;
}

/// The part's number; 0 for one that is not valid or below 0.
long points_of(const Prompt& prompt) {
  const double number = text_to_number(prompt.value);
  return number > 0 && number <= 1e9 ? std::lround(number) : 0;
}

/// The largest of 1, 2, 5, 10, 20, 50 ... that is at most `number`.
long round_down(long number) {
  long power = 1;
  while (power * 10 <= number) power *= 10;
  for (const long leading : {5L, 2L})
    if (leading * power <= number) return leading * power;
  return power;
}

/// About a tenth of the total and a hundredth of it, at least 1.
std::vector<long> steps_of(long total) {
  const long far = round_down(std::max(1L, total / 10)), near = round_down(std::max(1L, total / 100));
  return far == near ? std::vector{near} : std::vector{far, near};
}

}  // namespace

bool is_part_of_points(const Form& form, const Prompt& prompt) {
  const GroupStyle* group = style_around(form, *prompt.row);
  return prompt.row->type == Type::integer && !prompt.read_only && group != nullptr && group->points;
}

std::string path_of_group(const std::string& path) {
  const std::size_t end = path.rfind('/');
  return end == std::string::npos ? "" : path.substr(0, end);
}

std::vector<const Prompt*> parts_of_points(const Form& form, std::span<const Prompt> prompts,
                                           const std::string& group) {
  std::vector<const Prompt*> parts;
  for (const Prompt& prompt : prompts)
    if (is_part_of_points(form, prompt) && path_of_group(prompt.path) == group) parts.push_back(&prompt);
  return parts;
}

PointsDivision division_of(const Form& form, std::span<const Prompt* const> parts) {
  PointsDivision division;
  division.total = *style_around(form, *parts.front()->row)->total;
  for (const Prompt* part : parts) division.divided += points_of(*part);
  const long left = std::max(0L, division.total - division.divided);
  for (const Prompt* prompt : parts) {
    PointsDivision::Part part{points_of(*prompt), {}};
    for (const long by : steps_of(division.total))
      part.steps.push_back({by, std::max(0L, part.points - by), part.points + std::min(left, by)});
    division.parts.push_back(std::move(part));
  }
  return division;
}

}  // namespace buurtpeil
