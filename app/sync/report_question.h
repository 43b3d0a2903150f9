// One question in a report: everybody, its places, earlier rounds, other regions and what hangs together
// with it.
#pragma once

#include <string>
#include <vector>

#include "results/results.h"
#include "sync/html.h"
#include "sync/report_words.h"

namespace buurtpeil::sync {

/// What a report is made of.
struct ReportContent {
  Results results;
  std::vector<Results> rounds;   ///< earlier and later ones of the same form and municipality
  std::vector<Results> regions;  ///< everything else that is held beside it
};

/// What a round or a region is called.
[[nodiscard]] Html name_of_round(const Results& round, const ReportWords& say);
[[nodiscard]] Html name_of_region(const Results& region, const ReportWords& say);
/// Whether two forms follow one core, so that questions of the same name are the same.
[[nodiscard]] bool share_core(const Results& one, const Results& other);

/// `number`, from 1, is also where links lead: "#q1".
[[nodiscard]] Html question_section(const ReportContent& content, const QuestionResults& question, int number,
                                    const ReportWords& say);

}  // namespace buurtpeil::sync
