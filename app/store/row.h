// A row of the table `response`, to and from plain data.
#pragma once

#include <expected>
#include <string>

#include "form/response.h"
#include "store/answers.h"
#include "store/database.h"
#include "store/stored_response.h"

namespace buurtpeil {

/// The columns in the order in which response_of reads them and bind_response binds them. A store of a
/// version before 5 does not have the last one: `version_4_columns` read it as having none.
inline constexpr const char* response_columns =
    "id, form_id, form_version, form_hash, status, language, kiosk, occasion, started, ended, ended_ms, "
    "seconds, answers, doubt";
inline constexpr const char* version_4_columns =
    "id, form_id, form_version, form_hash, status, language, kiosk, occasion, started, ended, ended_ms, "
    "seconds, answers, ''";
inline constexpr int response_column_count = 14;

/// Columns 0 to 13 of the row that `statement` is at, in place until it steps on or `answers` reads another.
/// An error is a store that something else wrote into.
[[nodiscard]] std::expected<StoredResponse, Error> response_of(const Statement& statement,
                                                               AnswersReader& answers,
                                                               const std::string& store_name);

/// Binds parameters 1 to 15, the last one the tenths of each question.
void bind_response(Statement& statement, const Response& response);

}  // namespace buurtpeil
