// The bytes of a fuzzer as a form: its text, and after each line "=== NAME" an attached file.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "form/form.h"
#include "fuzz.h"

namespace buurtpeil::fuzz {

inline LoadedForm load(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view mark = "\n=== ";
  std::string_view rest = text_of(data, size);
  const auto take_piece = [&] {
    const std::size_t end = rest.find(mark);
    const std::string_view piece = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + mark.size());
    return piece;
  };
  std::string source(take_piece());
  std::map<std::string, std::string> attachments;
  while (!rest.empty()) {
    const std::string_view piece = take_piece();
    const std::size_t line = piece.find('\n');
    if (line != std::string_view::npos)
      attachments[std::string(piece.substr(0, line))] = piece.substr(line + 1);
  }
  return load_form_from_bytes("fuzz.md", std::move(source), std::move(attachments));
}

}  // namespace buurtpeil::fuzz
