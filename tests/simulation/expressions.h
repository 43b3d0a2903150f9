// Random expressions, of every function that there is, over the questions that stand before them: well
// typed as a form's maker would write them, never a cycle.
#pragma once

#include <string>
#include <vector>

#include "simulation/seeded_random.h"

namespace buurtpeil::simulation {

/// A question that an expression may refer to.
struct Known {
  enum class Kind { number, text, day, one, several };
  std::string name;
  Kind kind = Kind::text;
  std::vector<std::string> repeats;  ///< around it, outermost first
  bool bounded = false;              ///< a number of which the constraint allows 0 to 9
  bool asked = true;                 ///< by a visitor
};

class Expressions {
 public:
  /// What is random or depends on the moment is for calculations: their value is kept.
  enum class May { be_computed_again, remember };

  /// `repeats`: around the row that the expression belongs to.
  Expressions(SeededRandom& random, const std::vector<Known>& known, const std::vector<std::string>& repeats,
              May may)
      : random_(random), known_(known), repeats_(repeats), may_(may) {}

  std::string number(int depth);
  std::string text(int depth);
  std::string truth(int depth);
  std::string day(int depth);

  // "${name}" of a question that has one value here, "" for none.
  std::string one() { return reference(Known::Kind::one); }
  std::string several() { return reference(Known::Kind::several); }
  std::string bounded();

 private:
  std::string number_of_series();
  std::string computed_number(int depth);
  std::string computed_text(int depth);
  std::string reference(Known::Kind kind);
  /// One that stands in a repeat around which this row is not; nullptr for none.
  const Known* series();
  [[nodiscard]] bool has_one_value(const Known& known) const;

  SeededRandom& random_;
  const std::vector<Known>& known_;
  const std::vector<std::string>& repeats_;
  May may_;
};

}  // namespace buurtpeil::simulation
