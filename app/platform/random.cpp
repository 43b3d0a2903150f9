#include "platform/random.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <cassert>

namespace buurtpeil {

std::uint64_t system_random() {
  std::uint64_t bits = 0;
  // So few bytes come whole and uninterrupted once the kernel's generator has started, which it has when
  // programs run (getrandom(2)).
  [[maybe_unused]] const auto got = getrandom(&bits, sizeof bits, 0);
  assert(got == sizeof bits);
  return bits;
}

std::string uuid_of(std::uint64_t high, std::uint64_t low) {
  high = (high & ~0xF000ULL) | 0x4000ULL;                    // version 4
  low = (low & 0x3FFF'FFFF'FFFF'FFFFULL) | (0b10ULL << 62);  // the RFC's variant
  return fmt::format("uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF,
                     high & 0xFFFF, low >> 48, low & 0xFFFF'FFFF'FFFFULL);
}

}  // namespace buurtpeil
