#include "kiosk/staff/pin.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "platform/terminal.h"

namespace buurtpeil {

int lock_s(int wrong_tries) {
  if (wrong_tries < free_tries) return 0;
  int seconds = first_lock_s;
  for (int more = wrong_tries - free_tries; more > 0 && seconds < longest_lock_s; --more) seconds *= 2;
  return std::min(seconds, longest_lock_s);
}

std::expected<std::string, Error> hash_of_pin(std::string_view pin) {
  const bool digits = std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || pin.size() < shortest_pin || pin.size() > longest_pin)
    return std::unexpected(Error{fmt::format("a PIN has {} to {} digits", shortest_pin, longest_pin)});
  if (std::ranges::all_of(pin, [&](char c) { return c == pin.front(); }))
    return std::unexpected(Error{"the same digit again and again is no PIN"});
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 ||
      crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return std::unexpected(Error{"there is not enough memory free (64 MB)"});
  return std::string{hash.data()};
}

bool is_pin_hash(const std::string& hash) {
  return sodium_init() >= 0 && hash.starts_with("$argon2id$") && hash.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_needs_rehash(hash.c_str(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                        crypto_pwhash_MEMLIMIT_INTERACTIVE) >= 0;
}

bool pin_fits(std::string_view pin, const std::string& hash) {
  return sodium_init() >= 0 && crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

int ask_for_pin() {
  const auto fail = [](const std::string& what) {
    fmt::print(stderr, "buurtpeil: {}\n", what);
    return 1;
  };
  const auto pin = read_secret("PIN of the staff's screen, 6 to 12 digits: ");
  if (!pin) return fail("no PIN was given");
  if (reads_from_terminal() && read_secret("The same again: ") != pin)
    return fail("the two are not the same");
  const auto hash = hash_of_pin(*pin);
  if (!hash) return fail(hash.error().message);
  if (reads_from_terminal()) fmt::print(stderr, "Put this line into kiosk.toml and start the kiosk again:\n");
  fmt::print("staff_pin = \"{}\"\n", *hash);
  return 0;
}

}  // namespace buurtpeil
