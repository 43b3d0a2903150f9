// What a question screen says: the prompts of a visit, in words.
#pragma once

#include <map>
#include <string>

#include "form/form.h"
#include "kiosk/views/map_view.h"
#include "kiosk/views/media_view.h"
#include "kiosk/words.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

/// The choices of the screen that was made last, by path: where neither list nor sound has changed they are
/// not made again, but for those that are chosen.
struct ChoiceLists {
  struct Made {
    SharedList<Option> from;
    int language = -1;
    Hearing hearing;
    SharedList<ChoiceField::Option> options;  ///< none of them chosen
  };
  std::map<std::string, Made> by_path;
};

/// What was browsed to on calendars, by path: "2026-03".
using Browsed = std::map<std::string, std::string>;

/// It can be answered, and is not: Next would skip it.
[[nodiscard]] bool is_unanswered(const Prompt& prompt);

/// What a question screen is made of.
struct Asking {
  const Form& form;
  const Visit& visit;
  const Wording& say;  ///< the visitor's words
  Moment now;          ///< where the steps of days and times begin
  const Browsed& browsed;
  const Hearing& hearing;
  ChoiceLists& lists;
  const Maps& maps;
  MapLooks& looks;  ///< gets the first look of a map
};
/// All of a question screen but page and language button, which are the kiosk's.
[[nodiscard]] QuestionView question_view(const Asking& asking);

}  // namespace buurtpeil
