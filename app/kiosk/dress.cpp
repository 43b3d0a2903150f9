#include "kiosk/dress.h"

#include <fmt/format.h>

#include "theme/load_style.h"
#include "ui/logo.h"

namespace buurtpeil {

std::expected<Dress, Error> dress(const Config& config) {
  Dress dress{built_in_style(), {}};
  std::string wrong;
  if (!config.theme.empty()) {
    auto read = load_style(config.theme);
    if (!read) wrong = read.error();
    const LoadedStyle loaded = read ? *std::move(read) : LoadedStyle{};
    dress.style = loaded.style;
    for (const std::string& remark : loaded.remarks)
      dress.notes.push_back(fmt::format("{}: {}", config.theme.string(), remark));
    if (const std::size_t count = loaded.moved.size(); count > 0)
      dress.notes.push_back(fmt::format("{} moved for contrast; buurtpeil-sync check --theme says which",
                                        count == 1 ? "1 colour was" : fmt::format("{} colours were", count)));
  }
  if (!config.logo.empty()) dress.style.logo = config.logo;
  if (const std::string complaint = complaint_about_logo(dress.style.logo); !complaint.empty())
    wrong += (wrong.empty() ? "" : "\n") + complaint;
  if (!wrong.empty()) return std::unexpected(Error{wrong});
  return dress;
}

}  // namespace buurtpeil
