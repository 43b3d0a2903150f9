#include "kiosk/robot/screenshots.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "kiosk/robot/trace.h"

namespace buurtpeil {
namespace {

bool complains(const View& view) {
  const auto* question = std::get_if<QuestionView>(&view);
  return question && std::ranges::any_of(question->fields, [](const Field& field) {
           const auto* choice = std::get_if<ChoiceField>(&field);
           const auto* write = std::get_if<WriteField>(&field);
           return (choice && !choice->complaint.empty()) || (write && !write->complaint.empty());
         });
}

bool belongs_in_a_file_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '-';
}

}  // namespace

std::string picture_name(const View& view) {
  const std::string question = question_of(view);
  std::string name = name_of(view);
  if (!question.empty()) name += "-" + question;
  name += "-" + std::visit([](const auto& v) { return v.page.language; }, view);
  if (complains(view)) name += "-complaint";
  std::ranges::replace_if(name, std::not_fn(belongs_in_a_file_name), '_');
  return name;
}

std::expected<Screenshots, Error> Screenshots::in(const std::filesystem::path& folder) {
  std::error_code code;
  if (!folder.empty()) std::filesystem::create_directories(folder, code);
  if (code)
    return std::unexpected(Error{
        fmt::format("{}: cannot make this folder for screenshots: {}", folder.string(), code.message())});
  return Screenshots{folder};
}

std::expected<void, Error> Screenshots::add(const View& view, Window& window) {
  const std::string name = picture_name(view);
  if (folder_.empty() || !taken_.insert(name).second) return {};
  const auto saved = window.save_screenshot(folder_ / fmt::format("{:03}-{}.png", taken_.size(), name));
  if (!saved) return std::unexpected(Error{saved.error()});
  return {};
}

}  // namespace buurtpeil
