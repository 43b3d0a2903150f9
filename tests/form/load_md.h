// Loads forms that a test writes down as Markdown.
#pragma once

#include <map>
#include <string>

#include "form/form.h"

namespace buurtpeil {

using Files = std::map<std::string, std::string>;

inline const std::string own_texts =
    "| settings |\n"
    "| | kiosk_intro | kiosk_thanks |\n"
    "| | Who asks. | Until when. |\n";

inline LoadedForm load_md(const std::string& md, Files files = {}) {
  return load_form_from_bytes("street.md", md, std::move(files));
}

/// Every problem, as `check` prints them.
inline std::string lines_of(const LoadedForm& loaded) {
  std::string lines;
  for (const Problem& problem : loaded.problems) lines += to_line("street.md", problem) + "\n";
  return lines;
}

/// Problems of a form without settings; those that would only warn are added.
inline std::string problems_of(const std::string& md, Files files = {}) {
  return lines_of(load_md(md + own_texts, std::move(files)));
}

/// Problems of a survey with these columns and rows, written without the leading "| ".
inline std::string survey_problems(const std::string& rows) { return problems_of("| survey |\n" + rows); }

}  // namespace buurtpeil
