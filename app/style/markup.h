// The markup in texts of a form, as ODK documents it under "form styling": *emphasis* _emphasis_ **strong**
// __strong__, # to ###### headings, [text](address), and the tags <span style="color: ...; font-family:
// ...">, <p style="text-align: ...">, <font color face>, <b> <strong> <i> <em> <u> <br> <a href>, h1 to h6. A
// backslash before one of \ * _ # [ ] < > & takes its meaning away; HTML's names of letters (&lt; &eacute;)
// and numbers (&#233;) are decoded. A line break is a line break.
//
// Read by hand, because ODK's dialect is smaller than CommonMark (no lists, quotes, code or tables: a line
// that begins with "1." or "-" is an answer's label here) and has tags and references inside of it. Where the
// clients of ODK differ from each other or from CommonMark:
// - a heading needs a space after its #: "#1 in the street" is no heading (Enketo: it is)
// - a * between two letters or digits, and a _ there, is what was typed: 2*3*4, snake_case_name (both ODK
//   clients: emphasis). ** between letters is strong, so that languages without spaces can use it.
// - a tag of HTML that is not in this list, and another one that is closed, is left out, its words stay (as
//   Collect does; Enketo shows it); other words in angle brackets are what was typed: "<none>"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "style/styled_text.h"

namespace buurtpeil {

/// Stands in a text for something that is put in later, a reference: no markup comes of what that says.
inline constexpr char inserted_mark = '\x1A';

struct MarkupPiece {
  std::string words;  ///< "" for what is inserted
  int inserted = -1;  ///< which of the marks of the source, from 0; -1 for words
  RunStyle style;
};

struct Markup {
  std::vector<MarkupPiece> pieces;      ///< in the order in which they are shown
  std::vector<std::string> complaints;  ///< what was left out: "the tag <blink> is not understood ..."
};

/// The address of a link follows its text, in brackets and small letters, where it differs: nobody can follow
/// a link on a kiosk. Costs a time in proportion to the length of the source, and never fails.
[[nodiscard]] Markup read_markup(std::string_view source);
/// The same of words in which nothing is markup.
[[nodiscard]] Markup as_typed(std::string_view source);

}  // namespace buurtpeil
