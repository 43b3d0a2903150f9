// What the tests of the staff's screens share: a PIN, 246810, and the way to their screen.
#pragma once

#include <doctest/doctest.h>
#include <sodium.h>

#include <array>
#include <string>

#include "support/at_kiosk.h"

namespace buurtpeil {

/// A hash of 246810 that takes no time.
inline std::string quick_hash() {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const std::string pin = "246810";
  REQUIRE(sodium_init() >= 0);
  REQUIRE(crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_MIN,
                            crypto_pwhash_MEMLIMIT_MIN) == 0);
  return hash.data();
}

inline Config with_staff() {
  Config config;
  config.staff_pin = quick_hash();
  config.occasions = {"Info evening, community centre", "Market"};
  config.export_dirs = {};
  return config;
}

inline AtKiosk& enter(AtKiosk& kiosk, const std::string& pin) {
  for (const char digit : pin) kiosk.does(event::Command{std::string{digit}});
  return kiosk.does(event::Command{"enter"});
}

inline AtKiosk& as_staff(AtKiosk& kiosk) { return enter(kiosk.does(event::AskStaff{}), "246810"); }

/// Tells the kiosk to copy the answers; the copy has begun.
inline AtKiosk& begin_copy(AtKiosk& kiosk) {
  return kiosk.does(event::Command{"export"}).waits(Staff::copy_begins_after_ms);
}

inline std::string line_with(const std::string& text, const std::string& word) {
  const auto at = text.find(word);
  if (at == std::string::npos) return "";
  const auto begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

/// The line below the first one with that word.
inline std::string line_after(const std::string& text, const std::string& word) {
  const auto end = text.find('\n', text.find(word));
  return end == std::string::npos ? "" : text.substr(end + 1, text.find('\n', end + 1) - end - 1);
}

}  // namespace buurtpeil
