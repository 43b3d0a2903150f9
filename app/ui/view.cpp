#include "ui/view.h"

#include <array>

namespace buurtpeil {

std::string name_of(const View& view) {
  static constexpr std::array<const char*, std::variant_size_v<View>> names = {
      "attract", "language", "look", "intro",          "question", "review", "still_there", "leave",
      "thanks",  "results",  "did",  "out_of_service", "pin",      "staff",  "copy"};
  return names.at(view.index());
}

const Asked& asked_of(const Field& field) {
  return std::visit([](const auto& any) -> const Asked& { return any; }, field);
}

std::string step_target(const StepField& field, const StepField::Column& column, const std::string& which) {
  return "step:" + field.path + ":" + column.name + ":" + which;
}

}  // namespace buurtpeil
