#include "sync/html.h"

#include <algorithm>
#include <array>

namespace buurtpeil::sync {
namespace {

constexpr std::array<std::string_view, 9> in_line = {"a",    "b",   "bdi",  "span", "strong",
                                                     "text", "svg", "rect", "path"};
constexpr std::array<std::string_view, 3> void_elements = {"br", "img", "meta"};

std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\'')
      out += "&#39;";
    else if ((c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == 0x7F)
      out += "\xEF\xBF\xBD";
    else
      out += c;
  }
  return out;
}

}  // namespace

Html& Html::operator+=(const Html& more) {
  bytes_ += more.bytes_;
  return *this;
}

Html text(std::string_view words) { return Html{escaped(words)}; }

Html element(std::string_view name, const Attributes& attributes, Html inside) {
  std::string out = "<";
  out += name;
  for (const auto& [key, value] : attributes)
    if (!value.empty()) out.append(" ").append(key).append("=\"").append(escaped(value)).append("\"");
  out += ">";
  if (std::ranges::find(void_elements, name) == void_elements.end())
    out.append(inside.bytes_).append("</").append(name).append(">");
  if (std::ranges::find(in_line, name) == in_line.end()) out += "\n";
  return Html{std::move(out)};
}

Html element(std::string_view name, Html inside) { return element(name, {}, std::move(inside)); }

Html raw_style(std::string_view css) {
  return Html{"<style>\n" + std::string{css.substr(0, css.find("</"))} + "</style>\n"};
}

Html document(Html root) { return Html{"<!DOCTYPE html>\n" + std::move(root.bytes_)}; }

}  // namespace buurtpeil::sync
