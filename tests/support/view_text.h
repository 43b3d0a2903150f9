// A View as a person would read it aloud, line by line, so that tests compare whole screens.
//
//   question en 2/3
//   group: Your street
//   ? trees: How many trees? (as you see them)
//     [x] few: A few
//     [ ] many: Many
//     ! Please give an answer.
//   refuse trees: I'd rather not say
//   next: Next | back: Back | leave: Stop
#pragma once

#include <string>

#include "ui/view.h"

namespace buurtpeil {

[[nodiscard]] std::string to_text(const View& view);

}  // namespace buurtpeil
