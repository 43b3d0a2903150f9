// Random numbers from the system, for seeds and for the ids of responses. Everything else draws from a seed
// that it is given.
#pragma once

#include <cstdint>
#include <string>

namespace buurtpeil {

/// 64 unpredictable bits from the kernel.
[[nodiscard]] std::uint64_t system_random();

/// "uuid:xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx": a version 4 UUID (RFC 9562) of these bits, as XLSForm tools
/// write an instance's id.
[[nodiscard]] std::string uuid_of(std::uint64_t high, std::uint64_t low);

}  // namespace buurtpeil
