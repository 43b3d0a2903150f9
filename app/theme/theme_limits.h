// How much of what comes from outside is read.
#pragma once

#include <cstddef>

namespace buurtpeil::theme_limits {

/// The largest token file of the packages that we know is 2 MB.
inline constexpr std::size_t file_bytes = std::size_t{8} << 20;
inline constexpr std::size_t files = 16;  ///< a style sheet and what it imports
inline constexpr std::size_t tokens = 50'000;
inline constexpr std::size_t depth = 32;              ///< of blocks, of objects, of var() in var()
inline constexpr std::size_t value_bytes = 4 * 1024;  ///< of one token, with all references replaced
inline constexpr std::size_t references = 1000;       ///< followed for one token

}  // namespace buurtpeil::theme_limits
