// Points that are divided over the whole numbers of a group: its appearance `points` and its parameter
// `total`, both our own.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "form/form.h"
#include "kiosk/words.h"
#include "ui/view.h"
#include "visit/visit.h"

namespace buurtpeil {

/// A question whose number is a part of such a total.
[[nodiscard]] bool is_part_of_points(const Form& form, const Prompt& prompt);
/// Path of the group around a question, with the positions of repeats.
[[nodiscard]] std::string path_of_group(const std::string& path);
/// Those of `prompts` that divide the points of the group with that path.
[[nodiscard]] std::vector<const Prompt*> parts_of_points(const Form& form, std::span<const Prompt> prompts,
                                                         const std::string& group);

/// All of the field but complaints and texts of the group. A step that would take more than what is left
/// takes what is left, and one that would take more back than there is takes all.
void fill_points(PointsField& field, const Form& form, std::span<const Prompt* const> parts,
                 const Wording& say);

}  // namespace buurtpeil
