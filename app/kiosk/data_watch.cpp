#include "kiosk/data_watch.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace buurtpeil {

namespace fs = std::filesystem;

void DataWatch::follow(const Form& form, fs::path file, Moment now) {
  file_ = std::move(file);
  next_look_ms_ = now.monotonic_ms + look_s * std::int64_t{1000};
  loaded_.clear();
  if (!file_.empty())
    for (const auto& [name, bytes] : form.attachments) loaded_[name];
  loaded_ = tried_ = seen_ = stamps();
  for (const auto& [name, bytes] : form.attachments)
    if (const auto found = loaded_.find(name);
        found != loaded_.end() && !found->second.ends_with(fmt::format(" {}", bytes.size())))
      found->second = tried_[name] = "another";
}

bool DataWatch::look(Moment now) {
  if (!is_watching() || now.monotonic_ms < next_look_ms_) return false;
  next_look_ms_ = now.monotonic_ms + look_s * std::int64_t{1000};
  Stamps found = stamps();
  const bool is_settled = found == seen_;
  seen_ = std::move(found);
  if (!is_settled || seen_ == tried_) return false;
  tried_ = seen_;
  return true;
}

std::string DataWatch::changed_files() const {
  std::string names;
  for (const auto& [name, stamp] : seen_)
    if (loaded_.at(name) != stamp) names += (names.empty() ? "" : ", ") + name;
  return names;
}

// As load_form() finds them.
DataWatch::Stamps DataWatch::stamps() const {
  const std::array folders = {file_.parent_path() / (file_.stem().string() + "-media"), file_.parent_path()};
  Stamps found;
  for (const auto& [name, stamp] : loaded_) {
    std::string& now = found[name];
    std::error_code error;
    for (std::size_t i = 0; i < folders.size() && now.empty(); ++i) {
      const fs::path path = folders[i] / name;
      if (!fs::is_regular_file(path, error)) continue;
      const auto written = fs::last_write_time(path, error).time_since_epoch().count();
      now = fmt::format("{} {} {}", i, written, fs::file_size(path, error));
    }
  }
  return found;
}

}  // namespace buurtpeil
