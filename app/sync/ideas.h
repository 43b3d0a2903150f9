// buurtpeil-sync ideas: the open answers to one question, for a person to read, to shorten and to release; as
// a file that a form asks about: `select_multiple_from_file ideas.csv` with the choice_filter
// `release = 'yes'`, so that other visitors back them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/export.h"
#include "sync/outcome.h"

namespace buurtpeil::sync {

struct IdeasRequest {
  std::vector<std::filesystem::path> stores;
  std::string question;  ///< name, or path, of a text question
  std::string form_id;   ///< "": the only form in the stores that asks it
  std::filesystem::path file;
  bool for_excel = false;  ///< of a new file: semicolons, as Dutch Excel opens them
};

/// Adds a line for each answer that the file does not have yet, oldest first. Columns:
/// - name: "idea-" and digits of a hash of the response's id, the same each time. Whoever has the export can
///   tell whose it is; visitors cannot.
/// - label: what visitors read, to be shortened by a person. Begins as the text in one line, without signs at
///   its beginning by which a spreadsheet would run it.
/// - release: empty; visitors see an idea once a person writes yes.
/// - language: code of the language that the visitor had chosen.
/// - place: where the form has a kiosk_place, the name of that choice. Nothing finer.
/// - text: as written, with the export's guard against formulas.
///
/// What is in the file already stays as it is, in its order, with columns that a person added, also where its
/// answer is in none of these stores: who does not want an idea leaves release empty, since a deleted line
/// comes back. "Yes" becomes yes. The file may have been saved by Excel; its separator is kept, its letters
/// become UTF-8. It is replaced whole or not at all. The same stores and file give the same bytes.
///
/// Taken are answers of finished and of abandoned responses (an idea counts, whoever left after it), each
/// response once; not those that nobody can have meant (Response::doubt).
///
/// Exit code 1 where a store or the file cannot be read or written, and where no form, or several, ask that
/// question or it has no words.
[[nodiscard]] Outcome collect_ideas(const IdeasRequest& request, const FormLoader& load = load_kept_form);

}  // namespace buurtpeil::sync
