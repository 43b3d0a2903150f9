// The style sheet of a report: the colours of a house style, by day, in the dark and on paper.
#pragma once

#include <string>

#include "theme/house_style.h"

namespace buurtpeil::sync {

/// Text has at least 4.5:1 wherever it stands, whatever the house style; needs no file and no network.
[[nodiscard]] std::string report_style(const HouseStyle& style);

}  // namespace buurtpeil::sync
