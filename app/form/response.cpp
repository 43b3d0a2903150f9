#include "form/response.h"

#include <array>

namespace buurtpeil {
namespace {

constexpr std::array<const char*, 7> absence_names = {"",        "not_asked", "not_reached", "skipped",
                                                      "refused", "timed_out", "unsupported"};
constexpr std::array<const char*, 3> doubt_names = {"", "hasty", "repeated"};

}  // namespace

std::string to_name(Absence absence) { return absence_names.at(static_cast<std::size_t>(absence)); }

Absence absence_from(std::string_view name) {
  for (std::size_t i = 0; i < absence_names.size(); ++i)
    if (name == absence_names[i]) return static_cast<Absence>(i);
  return Absence::none;
}

std::string to_name(Doubt doubt) { return doubt_names.at(static_cast<std::size_t>(doubt)); }

Doubt doubt_from(std::string_view name) {
  for (std::size_t i = 0; i < doubt_names.size(); ++i)
    if (name == doubt_names[i]) return static_cast<Doubt>(i);
  return Doubt::none;
}

std::string to_name(Status status) {
  switch (status) {
    case Status::draft:
      return "draft";
    case Status::finished:
      return "finished";
    case Status::abandoned:
      return "abandoned";
  }
  return "";
}

}  // namespace buurtpeil
