// Writes HTML. Only what this file makes is Html, and all text comes in by text(), escaped, so that nothing
// in a file can become markup.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace buurtpeil::sync {

class Html {
 public:
  Html() = default;
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  Html& operator+=(const Html& more);
  friend Html operator+(Html first, const Html& second) { return std::move(first += second); }

 private:
  friend Html text(std::string_view words);
  friend Html raw_style(std::string_view css);
  friend Html document(Html root);
  friend Html element(std::string_view name,
                      const std::vector<std::pair<std::string_view, std::string>>& attributes, Html inside);
  explicit Html(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;
};

/// Name and value; the value is escaped, the name is ours. Those with an empty value are left out.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// Words, escaped; control characters, which HTML does not know, as U+FFFD.
[[nodiscard]] Html text(std::string_view words);
/// <name ...>inside</name>, or <name ...> of one that holds nothing ("meta"). Blocks end their line.
[[nodiscard]] Html element(std::string_view name, const Attributes& attributes, Html inside = {});
[[nodiscard]] Html element(std::string_view name, Html inside);
/// <style>; ends at "</", which no style of ours has.
[[nodiscard]] Html raw_style(std::string_view css);
/// With <!DOCTYPE html>.
[[nodiscard]] Html document(Html root);

}  // namespace buurtpeil::sync
