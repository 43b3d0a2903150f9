#include "store/answers.h"

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

std::optional<Answers> answers_from_json(std::string_view json) {
  const Json object = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return std::nullopt;
  Answers answers;
  answers.reserve(object.size());
  for (const auto& [path, value] : object.items()) {
    Answer answer;
    if (value.is_string()) {
      answer.value = value.get<std::string>();
    } else {
      const auto reason = value.is_object() ? value.find("none") : value.end();
      if (!value.is_object() || reason == value.end() || !reason->is_string()) return std::nullopt;
      answer.absence = absence_from(reason->get<std::string>());
      if (answer.absence == Absence::none) return std::nullopt;
    }
    answers.emplace_back(path, std::move(answer));
  }
  return answers;
}

}  // namespace buurtpeil
