#include "ui/view.h"

#include <array>

namespace buurtpeil {

std::string name_of(const View& view) {
  static constexpr std::array<const char*, std::variant_size_v<View>> names = {
      "attract", "language", "intro", "question", "still_there", "leave", "thanks", "out_of_service"};
  return names.at(view.index());
}

}  // namespace buurtpeil
