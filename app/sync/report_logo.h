// A house style's logo within a page.
#pragma once

#include <filesystem>
#include <string>

namespace buurtpeil::sync {

/// "data:image/png;base64,..." of a .png, .svg, .jpg or .jpeg; "" where it is none, cannot be read or is
/// larger than 1 MB. A browser runs no script of a picture.
[[nodiscard]] std::string logo_as_url(const std::filesystem::path& file);

}  // namespace buurtpeil::sync
