// The answers of a response as one JSON object, the way the store keeps them. No other file of
// app/store knows JSON.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/response.h"
#include "store/stored_response.h"

namespace buurtpeil {

using Answers = std::vector<std::pair<std::string, Answer>>;

/// {"street/greenery":"yes","idea":{"none":"skipped"}}: the form's order, values as strings exactly as XForms
/// writes them. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string to_json(const Answers& answers);
/// {"street/greenery":42}
[[nodiscard]] std::string to_json(const std::vector<std::pair<std::string, std::int64_t>>& numbers);
/// What the other one wrote; nothing when it is something else.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::int64_t>>> numbers_from(
    std::string_view json);

/// Reads one object after another, in memory of its own that it uses again.
class AnswersReader {
 public:
  AnswersReader();
  AnswersReader(AnswersReader&&) noexcept;
  AnswersReader& operator=(AnswersReader&&) noexcept;
  ~AnswersReader();

  /// What to_json wrote, until the next call; nothing when it is something else.
  [[nodiscard]] std::optional<std::span<const StoredAnswer>> read(std::string_view json);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
  std::string padded_;
  std::vector<StoredAnswer> answers_;
};

}  // namespace buurtpeil
