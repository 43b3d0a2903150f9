// What holds of every visit after every event, whatever the form says and whatever happened. Everything here
// is said by throwing Broken.
#pragma once

#include <stdexcept>
#include <string>

#include "form/form.h"
#include "simulation/generated_form.h"
#include "visit/visit.h"

namespace buurtpeil::simulation {

/// The product broke a promise; the sentence says which.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void require(bool holds, const std::string& otherwise) {
  if (!holds) throw Broken{otherwise};
}

/// A form as it is generated and as it is loaded.
struct Asked {
  GeneratedForm generated;
  const Form* form = nullptr;
};

/// "place[1]/name=oak" or "place[1]/name:skipped", a line each: what of a response is compared.
[[nodiscard]] std::string answers_text(const Response& response);

/// The invariants of a visit in progress: something is on the screen, it is screen k of n, and what is
/// relevant is what is asked and what would be stored. To look changes nothing.
void check_visit(const Visit& visit, const Asked& asked, Moment now);

/// Of a visit that ended by next(): nothing required and relevant was passed by.
void check_finished(const Response& response, const Asked& asked);

}  // namespace buurtpeil::simulation
