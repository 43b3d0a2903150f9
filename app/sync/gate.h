// What a form is held against beyond its own grammar: the export that its answers end up in, and what a
// responsible officer wants to know before people are asked.
#pragma once

#include "form/form.h"
#include "form/problem_list.h"

namespace buurtpeil::sync {

/// Columns of the export that would have the same name: a question called KEY, or "b-c" in the group a beside
/// "c" in the group a-b. Warnings. Names that differ in case are two columns: ODK's own `deviceid` stands
/// beside DeviceID in everybody's export. (Of two questions side by side that differ in case only the form's
/// own check tells.)
void check_columns(const Form& form, ProblemList& problems);

/// What keeps a form from going out, as errors. Beside this, `check --deploy` turns every warning into
/// an error (missing translations, files, intro and thanks, doubtful expressions, clashing columns), but for
/// what a kiosk merely passes over.
///
/// - a constraint without a constraint_message: people hear that they are wrong, and not what is right.
/// - a required question while kiosk_refuse is "no": who cannot or will not answer can only walk away, and
///   the answers before it are lost with them. An acknowledgement may be the condition of taking part.
/// - a select without choices, as from an empty file: nobody can answer it.
/// - a constraint that cannot always be judged (sync/unjudged.h): a warning, it keeps no form back.
/// - settings that do not say what is decided, what is open, who decides and when people hear back
///   (kiosk_decided, kiosk_open, kiosk_who, kiosk_when): people who are asked may know what they are asked
///   for.
/// - results without a place (kiosk_place): nobody would see what their own neighbourhood said.
/// - texts that are longer than people read standing: the limits below.
/// `sheets` as in LoadedForm.
void check_for_deployment(const Form& form, const std::vector<std::string>& sheets, ProblemList& problems);

/// At about 130 words a minute of six letters, the pace of effort_of: a question or its hint takes 20 seconds
/// at most, a choice, one of several, 10 seconds, the intro and the thanks a minute each.
inline constexpr std::size_t longest_question = 260;
inline constexpr std::size_t longest_choice = 130;
inline constexpr std::size_t longest_kiosk_text = 780;
/// Each part of a line of kiosk_did is read like a choice, and all of them in two minutes.
inline constexpr std::size_t most_dids = 12;

}  // namespace buurtpeil::sync
