#include "kiosk/load_theme.h"

#include <fmt/format.h>

#include "theme/load_style.h"
#include "ui/pictures/logo.h"

namespace buurtpeil {

std::expected<LoadedTheme, Error> load_theme(const Config& config) {
  LoadedTheme loaded{built_in_style(), {}};
  std::string wrong;
  if (!config.theme.empty()) {
    auto read = load_style(config.theme);
    if (!read) wrong = read.error();
    const LoadedStyle house = read ? *std::move(read) : LoadedStyle{};
    loaded.style = house.style;
    for (const std::string& remark : house.remarks)
      loaded.notes.push_back(fmt::format("{}: {}", config.theme.string(), remark));
    if (const std::size_t count = house.moved.size(); count > 0)
      loaded.notes.push_back(
          fmt::format("{} moved for contrast; buurtpeil-sync check --theme says which",
                      count == 1 ? "1 colour was" : fmt::format("{} colours were", count)));
  }
  if (!config.logo.empty()) loaded.style.logo = config.logo;
  if (const std::string complaint = complaint_about_logo(loaded.style.logo); !complaint.empty())
    wrong += (wrong.empty() ? "" : "\n") + complaint;
  if (!wrong.empty()) return std::unexpected(Error{wrong});
  return loaded;
}

}  // namespace buurtpeil
