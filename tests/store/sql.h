// SQL on a store's file behind the back of Buurtpeil, for tests.
#pragma once

#include <sqlite3.h>

#include "store/fixture.h"

namespace buurtpeil::test {

inline void run_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  char* complaint = nullptr;
  sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &complaint);
  CHECK_MESSAGE(complaint == nullptr, sql, ": ", complaint);
  sqlite3_free(complaint);
  sqlite3_close(handle);
}

/// What a query of one column finds, a line each.
inline std::string lines_of(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  std::string lines;
  const auto add = [](void* to, int, char** cells, char**) {
    *static_cast<std::string*>(to) += std::string(cells[0]) + "\n";
    return 0;
  };
  CHECK(sqlite3_exec(handle, sql.c_str(), add, &lines, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
  return lines;
}

}  // namespace buurtpeil::test
