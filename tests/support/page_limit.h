// A limit on the pages of a store: a disk without room for more.
#pragma once

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <string>

namespace buurtpeil::test {

/// Of the store that is opened while it lives, from set() on.
class PageLimit {
 public:
  PageLimit() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(remember)); }
  PageLimit(const PageLimit&) = delete;
  PageLimit& operator=(const PageLimit&) = delete;
  ~PageLimit() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(remember)); }

  /// SQLite's max_page_count: at least what the store has already.
  static void set(int pages) {
    const std::string limit = "PRAGMA max_page_count = " + std::to_string(pages);
    REQUIRE(sqlite3_exec(opened, limit.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  }

 private:
  static int remember(sqlite3* connection, char** /*error*/, const sqlite3_api_routines* /*calls*/) {
    opened = connection;
    return SQLITE_OK;
  }
  static inline sqlite3* opened = nullptr;
};

}  // namespace buurtpeil::test
