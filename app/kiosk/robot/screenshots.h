// --screenshots DIR: a numbered picture of each distinct view: "007-question-street_greenery-ar.png". Trial
// stores only (config.h).
#pragma once

#include <expected>
#include <filesystem>
#include <set>
#include <string>

#include "form/error.h"
#include "platform/window.h"
#include "ui/view.h"

namespace buurtpeil {

class Screenshots {
 public:
  /// Makes the folder; "" takes no pictures.
  [[nodiscard]] static std::expected<Screenshots, Error> in(const std::filesystem::path& folder);

  /// Takes a picture of what the window shows, unless this view was taken before in this language and with or
  /// without complaint.
  [[nodiscard]] std::expected<void, Error> add(const View& view, Window& window);

 private:
  explicit Screenshots(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::filesystem::path folder_;
  std::set<std::string> taken_;
};

/// "question-street_greenery-ar" or "question-street_greenery-ar-complaint": what makes two views distinct,
/// as part of a file name.
[[nodiscard]] std::string picture_name(const View& view);

}  // namespace buurtpeil
