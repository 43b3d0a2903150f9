// What the fuzzers share. Each file beside this one is a program: libFuzzer calls it with bytes of its making
// and keeps those after which it crashed, failed an assertion or took too long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace buurtpeil::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program with a sentence when something that always holds does not: libFuzzer keeps the input.
inline void must(bool holds, const std::string& sentence) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", sentence.c_str());
  std::abort();
}

}  // namespace buurtpeil::fuzz
