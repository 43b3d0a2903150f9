#include "store/answers.h"

#include <simdjson.h>

#include <string>

#include "form/json_text.h"

namespace buurtpeil {

std::string to_json(const Answers& answers) {
  std::string json = "{";
  for (const auto& [path, answer] : answers) {
    if (json.size() > 1) json += ',';
    add_json_text(json, path);
    json += answer.absence == Absence::none ? ":" : ":{\"none\":";
    add_json_text(json, answer.absence == Absence::none ? answer.value : to_name(answer.absence));
    if (answer.absence != Absence::none) json += '}';
  }
  return json + "}";
}

std::string to_json(const std::vector<std::pair<std::string, std::int64_t>>& numbers) {
  std::string json = "{";
  for (const auto& [name, number] : numbers) {
    if (json.size() > 1) json += ',';
    add_json_text(json, name);
    json += ":" + std::to_string(number);
  }
  return json + "}";
}

std::optional<std::vector<std::pair<std::string, std::int64_t>>> numbers_from(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS) return std::nullopt;
  std::vector<std::pair<std::string, std::int64_t>> numbers;
  for (const auto [name, value] : object) {
    std::int64_t number = 0;
    if (value.get(number) != simdjson::SUCCESS) return std::nullopt;
    numbers.emplace_back(name, number);
  }
  return numbers;
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
