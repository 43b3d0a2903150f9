// What others said, and what was done with it, as screens.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "form/form.h"
#include "kiosk/other_results.h"
#include "kiosk/words.h"
#include "results/results.h"
#include "ui/view.h"

namespace buurtpeil {

/// What the pages of one visitor are made of. All must outlive the views' making.
struct OthersSaid {
  const Form& form;
  const Results& here;         ///< of this round
  const OtherResults& others;  ///< the newest earlier round, the municipality, a few from elsewhere
  std::string place;           ///< name of the choice that the visitor named; "" for none
  /// What the visitor themselves contributed, by the name of the question (contributions_of()).
  std::map<std::string, Tally, std::less<>> own;
  std::string note = {};  ///< why `here` is not of this kiosk's round; "" where it is
};

/// Names of the questions of which something is published, a page each, in the form's order.
[[nodiscard]] std::vector<std::string> result_pages(const Results& here);

/// One of these pages, from 0, with what is laid beside ("" for nothing; "all", "municipality", "region",
/// "region2", "round"). Where there are no pages, the one that says so. `language` is a code. All of it but
/// PageInfo.
[[nodiscard]] ResultsView results_view(const OthersSaid& said, std::size_t page, const std::string& beside,
                                       const std::string& language, const Wording& say);

/// Whether the form says anything of what was done, or of what is decided and open.
[[nodiscard]] bool has_did(const Form& form);
/// `language` is an index in Form::languages. All of it but PageInfo.
[[nodiscard]] DidView did_view(const Form& form, int language, const Wording& say);
[[nodiscard]] std::vector<Deed> deeds_of(const Form& form, int language);

/// For slides of the invitation: of each question with one answer, what most people in each place chose,
/// where they are at least three of ten.
[[nodiscard]] std::vector<AttractView::Finding> findings_of(const Results& results,
                                                            const std::string& language, const Wording& say,
                                                            std::string_view except = {});

}  // namespace buurtpeil
