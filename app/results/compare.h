// Results laid beside each other: two rounds, a kiosk and its region. Questions are matched by name and their
// choices by name; one that was asked otherwise is not compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/results.h"

namespace buurtpeil {

enum class Comparable {
  yes,
  not_there,  ///< the others have no such question, or nothing of it is published
  /// Another kind of question, or other choices or classes; in another form also other words, in every
  /// language that both have: what forms share is their core, which each asks unchanged.
  asked_otherwise,
};
/// `form_id` is that of the form that asked `here`.
[[nodiscard]] Comparable comparable(const QuestionResults& here, const Results& others,
                                    std::string_view form_id);

/// Of those in a place, of everybody for ""; null where nothing of them is published.
[[nodiscard]] const Tally* published_of(const QuestionResults& question, std::string_view place);

/// Share of an item, 0 to 1: of the people; of divided points, of all points; in an order, how near its mean
/// place is to the first one.
[[nodiscard]] double share_of(const QuestionResults& question, const Tally& tally, std::string_view item);
/// The same in whole fives of percent, as it is told. Not of an order.
[[nodiscard]] int percent_of(const QuestionResults& question, const Tally& tally, std::string_view item);
/// Of an order, from 1; 0 of nobody.
[[nodiscard]] double mean_place(const Tally& tally, std::string_view item);
/// Names of the items of an order, the first place first.
[[nodiscard]] std::vector<std::string> in_order(const QuestionResults& question, const Tally& tally);

/// What changed most from `then` to `now`: more or fewer, of an order higher or lower. The same: no item by
/// ten percent, in whole fives as they are told, or by half a place. Where two changed alike, the one with
/// more.
struct ShareChange {
  enum class Kind { same, more, fewer } kind = Kind::same;
  std::string item;
  bool operator==(const ShareChange&) const = default;
};
[[nodiscard]] ShareChange change_between(const QuestionResults& question, const Tally& then,
                                         const Tally& now);

/// The words in a language (a code), else in the first of the others that has any; "" for none.
[[nodiscard]] std::string words_in(const WordsByLanguage& words, std::string_view language);

}  // namespace buurtpeil
