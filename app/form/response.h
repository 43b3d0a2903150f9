// What was answered: Answer and Response, the shape in which a visit is stored and exported. Plain data, no
// logic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/moment.h"

namespace buurtpeil {

/// Why a question has no value.
enum class Absence {
  none,         ///< it has a value
  not_asked,    ///< not relevant
  not_reached,  ///< the visit ended before it
  skipped,      ///< seen, went on without answering
  refused,      ///< "I'd rather not say"
  timed_out,    ///< on the screen when the idle time ended the visit
  unsupported,  ///< passed over: a kiosk has no camera, no GPS ...
};

/// "skipped" and so on, the names above; "" for none. absence_from gives none for an unknown name.
[[nodiscard]] std::string to_name(Absence absence);
[[nodiscard]] Absence absence_from(std::string_view name);

/// A value as XForms writes it (integer "5", decimal "2.5", select_multiple "oak elm", date "2026-03-01"), or
/// the reason why there is none. Exactly one of the two: `value` is empty when `absence` is not none.
struct Answer {
  std::string value;
  Absence absence = Absence::none;
};

/// Why nobody can have meant a finished response: it is kept, and left out of what all said.
enum class Doubt { none, hasty, repeated };
/// "hasty", "repeated"; "" for none, and none for any other name.
[[nodiscard]] std::string to_name(Doubt doubt);
[[nodiscard]] Doubt doubt_from(std::string_view name);

enum class Status { draft, finished, abandoned };
[[nodiscard]] std::string to_name(Status status);

/// One visit as it is stored: one row of the store, one row of the export.
struct Response {
  std::string id;  ///< "uuid:" and a version 4 UUID; XForms' instanceID and the export's KEY
  std::string form_id;
  std::string form_version;  ///< as the form names it, or ""
  std::string
      form_hash;  ///< SHA-256 of the form's file and attached data, lower-case hex: the form's identity
  Status status = Status::draft;
  std::string
      language;       ///< code of the language at the end of the visit, "nl"; "" in a form without languages
  std::string kiosk;  ///< name of the machine
  std::string occasion;  ///< "" for the unattended kiosk
  Moment started;
  Moment ended;              ///< finished, or last touched
  std::int64_t seconds = 0;  ///< from the first touch to the end, by the monotonic clock
  Doubt doubt = Doubt::none;
  /// How long each question that was seen was on the screen, in tenths of a second: path -> tenths, in the
  /// form's order. Several on one screen have its whole time each.
  std::vector<std::pair<std::string, std::int64_t>> tenths;
  /// In the form's order, each question and calculation once: path ("street/greenery", "place[2]/name") ->
  /// answer.
  std::vector<std::pair<std::string, Answer>> answers;
};

/// A response in progress: the row exactly as it would be stored if the visitor left now, and what is needed
/// to go on.
struct Draft {
  Response response;
  std::string place;    ///< where the visitor is, in the visit's own words; opaque to the store
  std::string working;  ///< working values, also of questions that are not relevant now; opaque to the store
};

}  // namespace buurtpeil
