// An answer from the command line, and the questions of a visit that it is meant for.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "form/error.h"
#include "form/form.h"

namespace buurtpeil::sync {

/// "place[2]/name": the names in it, and positions of repeats (0 where none is said). Groups in between may
/// be left out.
struct NamePath {
  struct Step {
    std::string name;
    int position = 0;
  };
  std::vector<Step> steps;

  /// Nothing where a position is no number from 1.
  [[nodiscard]] static std::expected<NamePath, Error> parse(std::string_view text);
  /// True for "street/place[2]/name", the path of a question in a visit, and for the path of a row, which has
  /// no positions.
  [[nodiscard]] bool matches(const NamePath& path) const;
};

struct GivenAnswer {
  std::string name;  ///< as it was given
  NamePath path;
  const Row* row = nullptr;
  std::string value;
  bool used = false;
};

/// The row that a name stands for. The error is one sentence: no row has that name, with the nearest, or
/// several have.
[[nodiscard]] std::expected<const Row*, Error> row_named(const Form& form, const std::string& name);

/// "NAME=VALUE". An error also where nobody is asked for NAME: a calculation, a group.
[[nodiscard]] std::expected<GivenAnswer, Error> read_answer(const Form& form, const std::string& text);

}  // namespace buurtpeil::sync
