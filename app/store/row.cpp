#include "store/row.h"

#include <fmt/format.h>

#include "store/answers.h"

namespace buurtpeil {

std::expected<Response, Error> response_of(const Statement& statement, const std::string& store_name) {
  Response response;
  response.id = statement.text(0);
  response.form_id = statement.text(1);
  response.form_version = statement.text(2);
  response.form_hash = statement.text(3);
  const std::string status = statement.text(4);
  response.status = status == "finished"    ? Status::finished
                    : status == "abandoned" ? Status::abandoned
                                            : Status::draft;
  response.language = statement.text(5);
  response.kiosk = statement.text(6);
  response.occasion = statement.text(7);
  auto answers = answers_from_json(statement.text(12));
  if (!from_iso(statement.text(8), response.started) || !from_iso(statement.text(9), response.ended) ||
      !answers)
    return std::unexpected(
        Error{fmt::format("{}: response {} is not as Buurtpeil writes it; restore the store from a copy",
                          store_name, response.id)});
  response.seconds = statement.integer(11);
  response.answers = std::move(*answers);
  return response;
}

void bind_response(Statement& statement, const Response& response) {
  statement.bind(1, response.id)
      .bind(2, response.form_id)
      .bind(3, response.form_version)
      .bind(4, response.form_hash)
      .bind(5, to_name(response.status))
      .bind(6, response.language)
      .bind(7, response.kiosk)
      .bind(8, response.occasion)
      .bind(9, to_iso_local(response.started))
      .bind(10, to_iso_local(response.ended))
      .bind(11, response.ended.unix_ms)
      .bind(12, response.seconds)
      .bind(13, to_json(response.answers));
}

}  // namespace buurtpeil
