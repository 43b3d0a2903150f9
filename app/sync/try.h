// buurtpeil-sync try: walks a form without a window, with answers from the command line, so that its author
// sees what is asked when. A client of the visit, as the kiosk is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "form/moment.h"
#include "sync/outcome.h"

namespace buurtpeil::sync {

/// What the visitor does, in this order.
struct TryStep {
  enum class Kind { answer, back };
  Kind kind = Kind::answer;
  /// Of an answer "NAME=VALUE": NAME is the question's name, with groups in front where several have it
  /// ("street/trees"), and its place in repeats: "place[2]/name". Without a place it answers every time.
  /// Several choices have spaces between. Of a way back the number of screens, or the name of the question to
  /// go back to.
  std::string text;
};

struct TryRequest {
  std::filesystem::path form;
  std::string language;  ///< code; "" for the form's default, else its first
  /// Answers are given where their question is asked, every other question is left as it is. Each way back
  /// begins at the last screen, or at the one that cannot be left; the answers behind it are given from there
  /// on, and those before it stay as the visit keeps them.
  std::vector<TryStep> steps;
  std::string explain;  ///< name of a question or group: why it was asked or not; "" for none
  Moment now;           ///< of the whole visit
};

/// Prints each question as it was asked, after "# " and the label of its group where that changes: name,
/// text, hint, choices (the first 20), the answer; and the response as the export would write it, a header
/// and a row, with those of repeats below. It stops with exit code 1 where the kiosk would not go on: an
/// unanswered required question, an answer that is none. An answer to a question that was not asked is told
/// on standard error. Exit code 2 for a NAME or language that the form does not have.
[[nodiscard]] Outcome try_form(const TryRequest& request);

}  // namespace buurtpeil::sync
