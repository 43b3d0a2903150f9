// "You said, we did": what became of what people said in an earlier round (the setting kiosk_did). One line
// for each, in three parts:
//
//   More trees => 40 are planted in Tolkade => done in March
//   A bus at night => we asked the province => going on: they decide in May
//   Free parking => we keep it as it is => [not done] There is no money for it
//
// The state is shown as it is written. Whether that is done, going on or not done is told by its first words,
// in one of the kiosk's own languages (did.cpp has them), or by a mark before them that nobody sees: [done],
// [going on] or [not done], the same in every language. Instead of => there may be ⇒, which spreadsheet
// programs make of it. `check` refuses a line that is none.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil {

struct Form;

enum class DidKind { done, going_on, not_done };
/// "done", "going_on", "not_done".
[[nodiscard]] std::string to_name(DidKind kind);

/// One line, without markup; nothing in it is empty.
struct Did {
  std::string said, did, state;
  DidKind kind = DidKind::done;
  bool operator==(const Did&) const = default;
};

/// One line, or what is wrong with it and what to do: "has 2 of its three parts; write ...".
[[nodiscard]] std::expected<Did, std::string> read_did(std::string_view line);
/// The lines of a text that are whole, as a results file has it.
[[nodiscard]] std::vector<Did> dids_of(std::string_view text);
/// What the form says in this language (an index in Form::languages, or -1); nothing where it has no
/// kiosk_did.
[[nodiscard]] std::vector<Did> dids_of(const Form& form, int language);

}  // namespace buurtpeil
