#include "store/row.h"

#include <fmt/format.h>

namespace buurtpeil {

std::expected<StoredResponse, Error> response_of(const Statement& statement, AnswersReader& answers,
                                                 const std::string& store_name) {
  StoredResponse response;
  response.id = statement.view(0);
  response.form_id = statement.view(1);
  response.form_version = statement.view(2);
  response.form_hash = statement.view(3);
  response.language = statement.view(5);
  response.kiosk = statement.view(6);
  response.occasion = statement.view(7);
  const std::string_view status = statement.view(4);
  response.status = status == "finished"    ? Status::finished
                    : status == "abandoned" ? Status::abandoned
                                            : Status::draft;
  const auto read = answers.read(statement.view(12));
  if (!from_iso(statement.view(8), response.started) || !from_iso(statement.view(9), response.ended) || !read)
    return std::unexpected(
        Error{fmt::format("{}: response {} is not as Buurtpeil writes it; restore the store from a copy",
                          store_name, response.id)});
  response.seconds = statement.integer(11);
  response.doubt = doubt_from(statement.view(13));
  response.answers = *read;
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
      .bind(13, to_json(response.answers))
      .bind(14, to_name(response.doubt))
      .bind(15, to_json(response.tenths));
}

}  // namespace buurtpeil
