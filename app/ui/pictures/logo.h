// The logo of a house style, before it is drawn.
#pragma once

#include <filesystem>
#include <string>

namespace buurtpeil {

/// Why it cannot be drawn, one sentence with its name; "" when it can, or there is none.
[[nodiscard]] std::string complaint_about_logo(const std::filesystem::path& logo);

}  // namespace buurtpeil
