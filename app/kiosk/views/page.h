// What every screen shares in one of the form's languages: the kiosk's own words, the page around them, and
// the form's texts for the screens that are not questions. A language is an index in Form::languages, -1 for
// a form that names none.
#pragma once

#include <string>
#include <vector>

#include "kiosk/service.h"
#include "kiosk/words.h"
#include "ui/view.h"

namespace buurtpeil {

/// The language's code; of -1 the one in which visits begin, else what the form's words tell, else the first
/// of the configuration, else "en".
[[nodiscard]] std::string code_of(const Service& service, int language);
[[nodiscard]] Direction direction_of(const std::string& code);
/// In that language, else in the first of those offered that the kiosk has words in, else in English.
[[nodiscard]] Wording wording_of(const Service& service, int language);
/// With who asks and whether it is a trial; without anybody's tools and look.
[[nodiscard]] PageInfo page_of(const Service& service, int language);
/// "12", "8 to 12", "at least 8": how many questions the form has.
[[nodiscard]] std::string count_of_questions(const QuestionCount& count, const Wording& say);
/// Lines of a text on the form's settings sheet, "kiosk_intro"; none where it has no such text.
[[nodiscard]] std::vector<StyledText> paragraphs_of(const Form& form, const char* setting, int language);

}  // namespace buurtpeil
