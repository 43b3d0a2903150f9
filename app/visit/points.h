// Points that are divided over the whole numbers of a group: its appearance `points` and its parameter
// `total`, both our own.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "form/form.h"
#include "visit/visit.h"

namespace buurtpeil {

/// A question whose number is a part of such a total.
[[nodiscard]] bool is_part_of_points(const Form& form, const Prompt& prompt);
/// Path of the group around a question, with the positions of repeats.
[[nodiscard]] std::string path_of_group(const std::string& path);
/// Those of `prompts` that divide the points of the group with that path.
[[nodiscard]] std::vector<const Prompt*> parts_of_points(const Form& form, std::span<const Prompt> prompts,
                                                         const std::string& group);

/// How the points of a group are divided now, and what a step would change.
struct PointsDivision {
  /// A step that would take more than what is left takes what is left, and one that would take more back than
  /// there is takes all: `less` and `more` are what the part would have then.
  struct Step {
    long by = 0, less = 0, more = 0;
  };
  struct Part {
    long points = 0;
    std::vector<Step> steps;  ///< the far one first, where there are many points
  };
  long total = 0;
  long divided = 0;  ///< more than `total` where a default or a draft says so
  std::vector<Part> parts;
};
/// `parts` as parts_of_points() gives them; at least one.
[[nodiscard]] PointsDivision division_of(const Form& form, std::span<const Prompt* const> parts);

}  // namespace buurtpeil
