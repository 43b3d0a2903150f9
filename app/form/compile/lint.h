// Doubtful types: ODK converts what it compares and calculates with without a word, so that a slip of the pen
// gives a condition that never holds. Such an expression is allowed, and the author is told.
#pragma once

namespace buurtpeil {

struct Loading;  // form/compile/loading.h

/// Warns about each text in quotes that cannot be what it is used as, with its place in the expression:
/// - compared (= != < <= > >=) with an integer, a decimal, a range or the result of + - * div mod: no number;
/// - compared with a date or dateTime: no date;
/// - compared with a select_one, or looked for with selected() in any select: no choice of its list, where
///   that is in the sheet choices (files and answers to other questions are not known beforehand);
/// - added, subtracted, multiplied or divided: no number.
/// '' asks whether there is an answer and is never doubtful, nor is a question that is calculated, or that
/// has this text (or a calculation) as its default. To be called when all rows, lists and names are known.
void lint(Loading& loading);

}  // namespace buurtpeil
