// A row of the table `response`, to and from plain data.
#pragma once

#include <expected>
#include <string>

#include "form/response.h"
#include "store/database.h"

namespace buurtpeil {

/// The columns in the order in which response_of reads them and bind_response binds them.
inline constexpr const char* response_columns =
    "id, form_id, form_version, form_hash, status, language, kiosk, occasion, started, ended, ended_ms, "
    "seconds, answers";
inline constexpr int response_column_count = 13;

/// Reads columns 0 to 12 of the row that `statement` is at. An error is a store that something else wrote
/// into.
[[nodiscard]] std::expected<Response, Error> response_of(const Statement& statement,
                                                         const std::string& store_name);

/// Binds parameters 1 to 13.
void bind_response(Statement& statement, const Response& response);

}  // namespace buurtpeil
