#include "kiosk/views/points_view.h"

#include <algorithm>
#include <string>

#include "kiosk/views/scale_view.h"

namespace buurtpeil {

void fill_points(PointsField& field, const Form& form, std::span<const Prompt* const> parts,
                 const Wording& say) {
  const PointsDivision division = division_of(form, parts);
  const auto share = [&](long points) {
    return std::min(1.0, static_cast<double>(points) / static_cast<double>(division.total));
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PointsDivision::Part& part = division.parts[i];
    PointsField::Item item{.path = parts[i]->path,
                           .label = parts[i]->label,
                           .value = std::to_string(part.points),
                           .share = share(part.points),
                           .less = {},
                           .more = {}};
    const auto writes = [&](long other) { return other == part.points ? "" : std::to_string(other); };
    for (const PointsDivision::Step& step : part.steps) {
      item.less.push_back({signed_label("−", std::to_string(step.by)), writes(step.less)});
      item.more.push_back({signed_label("+", std::to_string(step.by)), writes(step.more)});
    }
    field.items.push_back(std::move(item));
  }
  const long left = division.total - division.divided;
  field.left = left < 0    ? say("points_over", {{"points", std::to_string(-left)}})
               : left == 0 ? say("points_done")
                           : say("points_left", {{"points", std::to_string(left)}});
  field.divided = share(division.divided);
}

}  // namespace buurtpeil
