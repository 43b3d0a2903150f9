#include "store/stored_response.h"

namespace buurtpeil {

Response copy_of(const StoredResponse& stored) {
  Response response{.id = std::string(stored.id),
                    .form_id = std::string(stored.form_id),
                    .form_version = std::string(stored.form_version),
                    .form_hash = std::string(stored.form_hash),
                    .status = stored.status,
                    .language = std::string(stored.language),
                    .kiosk = std::string(stored.kiosk),
                    .occasion = std::string(stored.occasion),
                    .started = stored.started,
                    .ended = stored.ended,
                    .seconds = stored.seconds,
                    .doubt = stored.doubt,
                    .tenths = {},
                    .answers = {}};
  response.answers.reserve(stored.answers.size());
  for (const StoredAnswer& answer : stored.answers)
    response.answers.emplace_back(answer.path, Answer{std::string(answer.value), answer.absence});
  return response;
}

StoredResponse in_place(const Response& response, std::vector<StoredAnswer>& room) {
  room.clear();
  for (const auto& [path, answer] : response.answers) room.push_back({path, answer.value, answer.absence});
  return {.id = response.id,
          .form_id = response.form_id,
          .form_version = response.form_version,
          .form_hash = response.form_hash,
          .status = response.status,
          .language = response.language,
          .kiosk = response.kiosk,
          .occasion = response.occasion,
          .started = response.started,
          .ended = response.ended,
          .seconds = response.seconds,
          .doubt = response.doubt,
          .answers = room};
}

}  // namespace buurtpeil
