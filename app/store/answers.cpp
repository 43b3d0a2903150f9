#include "store/answers.h"

#include <simdjson.h>

#include <nlohmann/json.hpp>

namespace buurtpeil {

using Json = nlohmann::ordered_json;

std::string to_json(const Answers& answers) {
  Json object = Json::object();
  for (const auto& [path, answer] : answers) {
    if (answer.absence == Absence::none)
      object[path] = answer.value;
    else
      object[path] = Json{{"none", to_name(answer.absence)}};
  }
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

struct AnswersReader::Parser {
  simdjson::dom::parser json;
};

AnswersReader::AnswersReader() : parser_(std::make_unique<Parser>()) {}
AnswersReader::AnswersReader(AnswersReader&&) noexcept = default;
AnswersReader& AnswersReader::operator=(AnswersReader&&) noexcept = default;
AnswersReader::~AnswersReader() = default;

std::optional<std::span<const StoredAnswer>> AnswersReader::read(std::string_view json) {
  padded_.assign(json);
  padded_.append(simdjson::SIMDJSON_PADDING, ' ');  // which the parser may read
  answers_.clear();
  simdjson::dom::object object;
  if (parser_->json.parse(padded_.data(), json.size(), false).get(object) != simdjson::SUCCESS)
    return std::nullopt;
  for (const auto [path, value] : object) {
    StoredAnswer answer{path, "", Absence::none};
    if (value.get(answer.value) != simdjson::SUCCESS) {
      std::string_view reason;
      if (value["none"].get(reason) != simdjson::SUCCESS) return std::nullopt;
      answer.absence = absence_from(reason);
      if (answer.absence == Absence::none) return std::nullopt;
    }
    answers_.push_back(answer);
  }
  return answers_;
}

}  // namespace buurtpeil
