// The PIN of the staff's screen: 6 to 12 digits, of which kiosk.toml has an Argon2id hash.
//
// After `free_tries` wrong ones it is locked for `first_lock_s`, and each further wrong one doubles that, up
// to `longest_lock_s`. The count of wrong tries is kept in the store before a PIN is looked at, and a start
// of the program begins the whole lock anew: neither a restart nor a changed clock gives a try away.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "form/error.h"

namespace buurtpeil {

inline constexpr int free_tries = 5;
inline constexpr int first_lock_s = 15;
inline constexpr int longest_lock_s = 960;
inline constexpr std::size_t shortest_pin = 6, longest_pin = 12;

/// How long the PIN is locked after so many wrong tries in a row; 0 while it is not.
[[nodiscard]] int lock_s(int wrong_tries);

/// A line "$argon2id$v=19$m=65536,t=2,p=1$..." for 64 MB and some tenths of a second. The error says what is
/// wrong with the PIN.
[[nodiscard]] std::expected<std::string, Error> hash_of_pin(std::string_view pin);

/// It is such a line; how strong it is, is the owner's choice.
[[nodiscard]] bool is_pin_hash(const std::string& hash);

/// Takes as long as the hash asks.
[[nodiscard]] bool pin_fits(std::string_view pin, const std::string& hash);

/// --set-pin: asks for a PIN, on a terminal twice and unseen, and prints the line for kiosk.toml. The exit
/// code.
[[nodiscard]] int ask_for_pin();

}  // namespace buurtpeil
