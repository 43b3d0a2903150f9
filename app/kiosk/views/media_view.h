// The pictures and recordings of a prompt or a choice as a screen shows them: names become files beside the
// form.
#pragma once

#include <string>

#include "form/form.h"
#include "kiosk/words.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

/// What can be heard now.
struct Hearing {
  bool possible = true;         ///< else there are no buttons to listen: the staff turned the sound off
  std::string heard_file = {};  ///< that sounds now, "" for none
  friend bool operator==(const Hearing&, const Hearing&) = default;
};

/// What lies beside the form of these names; "" for a file that is not there.
[[nodiscard]] Media media_view(const Form& form, const MediaNames& names, const Hearing& hearing,
                               const Wording& say);

/// The full path of a picture or recording beside the form; "" when it is not there.
[[nodiscard]] std::string file_beside(const Form& form, const std::string& name);

}  // namespace buurtpeil
