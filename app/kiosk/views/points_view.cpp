#include "kiosk/views/points_view.h"

#include <algorithm>
#include <cmath>

#include "form/expression/value.h"

namespace buurtpeil {
namespace {

const Row* group_of(const Form& form, const Row& row) {
  return row.parent < 0 ? nullptr : &form.rows[static_cast<std::size_t>(row.parent)];
}

long total_of(const Row& group) {
  const auto total = group.parameters.find("total");
  const double number = total == group.parameters.end() ? NAN : text_to_number(total->second);
  return number >= 1 && number <= 1e9 ? std::lround(number) : 0;
}

/// What somebody gave so far; what is no number, or less than none, counts as none.
long points_of(const Prompt& prompt) {
  const double number = text_to_number(prompt.value);
  return number > 0 && number <= 1e9 ? std::lround(number) : 0;
}

/// 1, 2, 5, 10, 20, ...: the largest that is not above.
long round_down(long number) {
  long power = 1;
  while (power * 10 <= number) power *= 10;
  for (const long leading : {5L, 2L})
    if (leading * power <= number) return leading * power;
  return power;
}

/// A tenth of all points, and a hundredth for what is fine; of few points one by one.
std::vector<long> steps_of(long total) {
  const long far = round_down(std::max(1L, total / 10)), near = round_down(std::max(1L, total / 100));
  return far == near ? std::vector{near} : std::vector{far, near};
}

}  // namespace

bool is_part_of_points(const Form& form, const Prompt& prompt) {
  const Row& row = *prompt.row;
  const Row* group = group_of(form, row);
  return row.type == Type::integer && !prompt.read_only && group != nullptr &&
         group->has_appearance("points") && total_of(*group) > 0;
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

void fill_points(PointsField& field, const Form& form, std::span<const Prompt* const> parts,
                 const Wording& say) {
  const long total = total_of(*group_of(form, *parts.front()->row));
  long divided = 0;
  for (const Prompt* part : parts) divided += points_of(*part);
  const long left = std::max(0L, total - divided);
  const auto share = [&](long points) {
    return std::min(1.0, static_cast<double>(points) / static_cast<double>(total));
  };
  for (const Prompt* part : parts) {
    const long points = points_of(*part);
    PointsField::Item item{.path = part->path,
                           .label = part->label,
                           .value = std::to_string(points),
                           .share = share(points),
                           .less = {},
                           .more = {}};
    for (const long step : steps_of(total)) {
      const long less = std::max(0L, points - step), more = points + std::min(left, step);
      const auto writes = [&](long other) { return other == points ? "" : std::to_string(other); };
      item.less.push_back({"\u200E−" + std::to_string(step), writes(less)});
      item.more.push_back({"\u200E+" + std::to_string(step), writes(more)});
    }
    field.items.push_back(std::move(item));
  }
  field.left = divided > total ? say("points_over", {{"points", std::to_string(divided - total)}})
               : left == 0     ? say("points_done")
                               : say("points_left", {{"points", std::to_string(left)}});
  field.divided = share(divided);
}

}  // namespace buurtpeil
