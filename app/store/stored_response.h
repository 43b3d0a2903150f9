// A response as a row of the store has it. Nothing is copied: the texts belong to whoever gave it, for as
// long as that one says.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "form/response.h"

namespace buurtpeil {

/// An Answer and its path, in place.
struct StoredAnswer {
  std::string_view path;
  std::string_view value;
  Absence absence = Absence::none;
};

/// The members are those of Response, but for the tenths of its questions, which nobody reads back.
struct StoredResponse {
  std::string_view id, form_id, form_version, form_hash;
  Status status = Status::draft;
  std::string_view language, kiosk, occasion;
  Moment started, ended;
  std::int64_t seconds = 0;
  Doubt doubt = Doubt::none;
  std::span<const StoredAnswer> answers;
};

[[nodiscard]] Response copy_of(const StoredResponse& stored);

/// The texts are those of `response`, the answers stand in `room`.
[[nodiscard]] StoredResponse in_place(const Response& response, std::vector<StoredAnswer>& room);

}  // namespace buurtpeil
