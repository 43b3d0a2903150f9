// A random form, as hostile as the language allows and yet one that the loader takes: repeats that shrink
// and grow, lists that are empty, screens without anything to ask, chains of calculations, cascades. Every
// constraint in it can be met with the answers of patience.h, whatever was answered or refused before.
#pragma once

#include <string>
#include <vector>

#include "simulation/seeded_random.h"

namespace buurtpeil::simulation {

struct GeneratedForm {
  std::string markdown;
  /// What is known of instances without asking the engine: beginnings of paths, "r1[2]/".
  std::vector<std::string> never_asked;
  std::vector<std::string> always_asked;  ///< paths
};

/// `id`: its form_id.
[[nodiscard]] GeneratedForm generated_form(const std::string& id, SeededRandom& random);

}  // namespace buurtpeil::simulation
