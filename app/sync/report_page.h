// The whole page of a report.
#pragma once

#include <string>

#include "sync/report_question.h"
#include "theme/house_style.h"

namespace buurtpeil::sync {

/// One HTML file that needs no other one, no network and no script. `logo`: a data: URL, "" for none.
[[nodiscard]] std::string report_page(const ReportContent& content, const ReportWords& say,
                                      const HouseStyle& style, const std::string& logo = "");

}  // namespace buurtpeil::sync
