// How people become published: in batches. A question of a round has, for each place, people who are
// published and people who wait; as soon as `least` wait they are a batch and published together. README.md
// says why.
//
// Who comes from a place of which little is published yet need not wait for ever: once `least` people of such
// places wait, every second one goes to a batch that is made from several places together, and counts in the
// total alone. Nobody is in two batches of one question, no batch is ever changed, and each has exactly
// `least` people (more only where a new version of the form lowered that), so that whatever is added or
// subtracted is about whole batches.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/results.h"
#include "store/store.h"

namespace buurtpeil {

/// Stands for the people of several places together; no choice has this name.
inline constexpr std::string_view together_place = " ";

/// Of one question in one place.
struct PlaceCount {
  Tally published, waiting;
  std::int64_t together = 0;              ///< people of this place who went to batches of several places
  std::optional<std::string> only_place;  ///< of together_place: the one from which all who wait are, if so
  std::string since, until;  ///< local days: of the first person here, of the last one who is published
  bool operator==(const PlaceCount&) const = default;
};

/// Of one question, by place; "" is the place of those who named none.
using PlaceCounts = std::map<std::string, PlaceCount, std::less<>>;

/// Counts one person (person.people is 1) who finished on that local day. Gives the places that changed, one
/// or two.
[[nodiscard]] std::vector<std::string> count_person(PlaceCounts& question, const std::string& place,
                                                    const Tally& person, const std::string& day, int least);

/// What is published of a question: the sum of its batches.
[[nodiscard]] Tally published_total(const PlaceCounts& question);

/// To and from the store.
[[nodiscard]] ResultRow row_of(const std::string& question, const std::string& place,
                               const PlaceCount& count);
[[nodiscard]] PlaceCount count_of(const ResultRow& row);

}  // namespace buurtpeil
