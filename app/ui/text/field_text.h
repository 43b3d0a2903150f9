// The text of a field as it stands there: words as they were written, numbers from left to right in every
// language and with a sign between their thousands where the form asks for it. That sign is shown and never
// written, so places in the written and in the shown text differ.
#pragma once

#include <string>
#include <vector>

#include "ui/frame.h"

namespace buurtpeil {

/// Longest text of an open answer and of a number, in bytes.
inline constexpr std::size_t max_written_bytes = 4000;
inline constexpr std::size_t max_number_bytes = 18;

[[nodiscard]] bool is_number(const WriteField& field);
[[nodiscard]] std::size_t most_bytes_of(const WriteField& field);
[[nodiscard]] Lettering lettering_of(const Frame& frame, const WriteField& field);

class FieldText {
 public:
  /// Lays `text` out as the field's, which may be a newer one than the view's. For this frame only.
  FieldText(Frame& frame, const WriteField& field, const std::string& text, float width);

  [[nodiscard]] const Paragraph& paragraph() const { return *paragraph_; }
  [[nodiscard]] Box caret(std::size_t written) const { return paragraph_->caret(shown(written)); }
  [[nodiscard]] std::vector<Box> selection(const Span& part) const;
  [[nodiscard]] std::size_t index_at(float x, float y) const;
  [[nodiscard]] std::size_t beside(std::size_t written, Side side) const;
  [[nodiscard]] Span line_ends(std::size_t written) const;

 private:
  [[nodiscard]] std::size_t shown(std::size_t written) const;
  [[nodiscard]] std::size_t written(std::size_t shown) const;

  const Paragraph* paragraph_;
  std::vector<std::size_t> shown_at_;  // of each byte that was written, and of the end; empty: the same
};

/// A number with a sign between its thousands: "-1234567,5" is "-1.234.567,5".
[[nodiscard]] std::string grouped(const std::string& number, std::string_view sign);

}  // namespace buurtpeil
