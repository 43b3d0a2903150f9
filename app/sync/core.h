// Steering from above, initiative from below: a region's core is a form whose questions every municipality
// asks unchanged, beside questions of its own, so that what people say can be compared. Here a form is held
// against the core that it follows.
//
// The same has to be: each question, note, calculation and group of the core, by its name and in its group;
// type, choices (names and order), condition, constraint, required and every other expression; the words of
// questions, choices, hints and messages, and pictures and recordings, in the languages that both have; what
// parameters say; of the appearance what changes the question (likert, faces, rating, image-map, map, year,
// month-year, numbers, field-list, points, search(), a table's heading and rows); kiosk_refuse. Free are
// languages and translations of the form's own, names of lists, columns for results, and how choices are laid
// out.
//
// Order matters, because each question bends the answers to those after it: what the core asks comes in the
// core's order. Questions of the form's own may stand anywhere between them, unless
// - the core has room for them (`kiosk_slot` on its groups): then they stand in these groups, in each so many
//   as it says at most, groups of the form's own in it included, and nowhere else;
// - they would come onto a screen of the core's questions (a field-list without a kiosk_slot);
// and always after the last question of the core. Notes count as no question, but stand there as well;
// calculations and what the machine fills in may stand anywhere.
//
// The form says whom it follows: `kiosk_core` in its settings is the form_id and the version of the core. It
// has a form_id of its own.
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "form/form.h"
#include "form/problem_list.h"
#include "sync/form_cells.h"

namespace buurtpeil::sync {

class Core {
 public:
  /// The error is a line: there is no such file, it has errors of its own, asks nothing, or
  /// has no name and version that fit into kiosk_core.
  [[nodiscard]] static std::expected<Core, std::string> load(const std::filesystem::path& path);

  /// Adds an error for each way in which the form departs from the core, with both cells; or a warning where
  /// they have no language in common, so that no words were compared.
  void check(const Form& form, ProblemList& problems) const;

  [[nodiscard]] const Form& form() const { return *form_; }
  [[nodiscard]] const FormCells& cells() const { return cells_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// As kiosk_core names it: "wijkmonitor 3".
  [[nodiscard]] std::string name() const;
  /// Of questions that it asks.
  [[nodiscard]] int question_count() const;

 private:
  Core(std::filesystem::path path, std::unique_ptr<Form> form);
  std::filesystem::path path_;
  std::unique_ptr<Form> form_;
  FormCells cells_;
};

/// What follows the core: its questions, notes, calculations and groups, but not what the machine fills in.
[[nodiscard]] bool is_of_core(const Row& row);

}  // namespace buurtpeil::sync
