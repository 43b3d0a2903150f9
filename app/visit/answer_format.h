// Whether an answer is one, by its question's type and by the limits on everything.
#pragma once

#include <string>

#include "form/form.h"
#include "visit/visit.h"

namespace buurtpeil {

/// An open answer in bytes: some pages of text.
inline constexpr std::size_t max_answer_bytes = 10'000;
/// Digits of a number: all of them survive, in whole numbers and in decimals alike.
inline constexpr std::size_t max_digits = 15;

/// The working value with its question's type: a number, a date, else the text itself. What is no number
/// stays a text.
[[nodiscard]] Value typed_value(const Row& row, const std::string& text);

/// not_a_whole_number, not_a_number, too_long; constraint for what is outside of a range or is no date; none
/// when it is well formed or empty.
[[nodiscard]] Complaint complaint_about_form(const Row& row, const std::string& text);

/// A well-formed answer in one spelling: "007" is "7", "2.50" is "2.5", a place has seven decimals and an
/// area is closed.
[[nodiscard]] std::string canonical(const Row& row, const std::string& text);

}  // namespace buurtpeil
