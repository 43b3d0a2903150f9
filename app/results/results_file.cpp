#include "results/results_file.h"

#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace buurtpeil {
namespace {

namespace limit = results_limits;
using Json = nlohmann::ordered_json;

constexpr const char* format_name = "buurtpeil-results";

// Writing

Json json_of(const WordsByLanguage& words) {
  Json json = Json::object();
  for (const auto& [language, text] : words) json[language] = text;
  return json;
}

Json json_of(const std::vector<ResultItem>& items) {
  Json json = Json::array();
  for (const ResultItem& item : items)
    json.push_back({{"name", item.name}, {"labels", json_of(item.labels)}});
  return json;
}

Json json_of(const Tally& tally) {
  Json amounts = Json::object();
  for (const auto& [item, amount] : tally.amounts) amounts[item] = amount;
  return {{"people", tally.people}, {"amounts", std::move(amounts)}};
}

template <class Tallies>
Json json_of_tallies(const Tallies& tallies) {
  Json json = Json::object();
  for (const auto& [name, tally] : tallies) json[name] = json_of(tally);
  return json;
}

Json json_of(const QuestionResults& question) {
  Json json = {{"name", question.name},
               {"kind", to_name(question.kind)},
               {"labels", json_of(question.labels)},
               {"items", json_of(question.items)},
               {"all", json_of(question.all)},
               {"places", json_of_tallies(question.places)},
               {"crossings", Json::array()}};
  for (const Crossing& crossing : question.crossings)
    json["crossings"].push_back(
        {{"with", crossing.with}, {"by_choice", json_of_tallies(crossing.by_choice)}});
  return json;
}

// Reading: what is wrong ends it as an exception of this file's own, which never leaves it.

struct Wrong {
  std::string sentence;
};

/// A value and where it stands, "questions[2].all".
class JsonNode {
 public:
  JsonNode(const Json& json, std::string path) : json_(&json), path_(std::move(path)) {}

  [[noreturn]] void fail(const std::string& what) const {
    throw Wrong{path_.empty() ? what : path_ + ": " + what};
  }

  [[nodiscard]] JsonNode at(const char* key) const {
    check(json_->is_object(), "an object in {}");
    const auto found = json_->find(key);
    if (found == json_->end()) fail(fmt::format("'{}' is missing; write the file anew", key));
    return {*found, child(key)};
  }

  /// Absent: `otherwise`.
  [[nodiscard]] std::string text(const char* key, const std::string& otherwise) const {
    check(json_->is_object(), "an object in {}");
    return json_->contains(key) ? at(key).text() : otherwise;
  }

  [[nodiscard]] std::string text() const {
    check(json_->is_string(), "a text in quotation marks");
    const std::string& text = json_->get_ref<const std::string&>();
    if (text.size() > limit::text_bytes)
      fail(fmt::format("has more than {} bytes; shorten it", limit::text_bytes));
    return text;
  }

  [[nodiscard]] std::int64_t number(std::int64_t least, std::int64_t most) const {
    check(json_->is_number_integer(), "a whole number");
    const bool too_large =
        json_->is_number_unsigned() && json_->get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
    const std::int64_t number = too_large ? most : json_->get<std::int64_t>();
    if (too_large || number < least || number > most)
      fail(fmt::format("{} is not between {} and {}; ask for a file that is right", json_->dump(), least,
                       most));
    return number;
  }

  void each(std::size_t most, const std::function<void(const JsonNode&)>& read) const {
    check(json_->is_array(), "a list in []");
    check_size(most);
    for (std::size_t i = 0; i < json_->size(); ++i) read({(*json_)[i], fmt::format("{}[{}]", path_, i)});
  }

  void each_key(std::size_t most,
                const std::function<void(const std::string&, const JsonNode&)>& read) const {
    check(json_->is_object(), "an object in {}");
    check_size(most);
    for (const auto& [key, value] : json_->items()) {
      if (key.size() > limit::text_bytes) fail("has a name that is too long; shorten it");
      read(key, {value, child(key)});
    }
  }

  [[nodiscard]] bool has(const char* key) const { return json_->is_object() && json_->contains(key); }

 private:
  [[nodiscard]] std::string child(const std::string& key) const {
    return path_.empty() ? key : path_ + "." + key.substr(0, 80);
  }
  void check(bool right, const char* expected) const {
    if (!right) fail(fmt::format("is not {}; write the file anew", expected));
  }
  void check_size(std::size_t most) const {
    if (json_->size() > most)
      fail(fmt::format("has {} entries, more than {}; ask for a file that is right", json_->size(), most));
  }

  const Json* json_;
  std::string path_;
};

WordsByLanguage words_from(const JsonNode& node) {
  WordsByLanguage words;
  node.each_key(limit::languages,
                [&](const std::string& language, const JsonNode& text) { words[language] = text.text(); });
  return words;
}

std::vector<ResultItem> items_from(const JsonNode& node, std::size_t most) {
  std::vector<ResultItem> items;
  std::set<std::string> names;
  node.each(most, [&](const JsonNode& item) {
    items.push_back({item.at("name").text(), words_from(item.at("labels"))});
    if (!names.insert(items.back().name).second)
      item.fail(fmt::format("'{}' is there twice; ask for a file that is right", items.back().name));
  });
  return items;
}

/// Tallies are told apart by what they may hold; `kind` says how much of each item is possible.
Tally tally_from(const JsonNode& node, const QuestionResults& question) {
  Tally tally;
  tally.people = node.at("people").number(0, limit::people);
  if (tally.people > 0 && tally.people < limit::least)
    node.fail(
        fmt::format("is about {} people; fewer than {} are never published, ask for a file that is right",
                    tally.people, limit::least));
  const bool counts_people = question.kind == ResultKind::choice || question.kind == ResultKind::several ||
                             question.kind == ResultKind::number;
  const std::int64_t most =
      counts_people ? tally.people
                    : std::min(limit::amount, tally.people * static_cast<std::int64_t>(limit::items));
  std::int64_t sum = 0;
  node.at("amounts").each_key(2 * limit::items, [&](const std::string& item, const JsonNode& amount) {
    sum += tally.amounts[item] = amount.number(0, most);
  });
  const bool one_each = question.kind == ResultKind::choice || question.kind == ResultKind::number;
  if (one_each && sum > tally.people)
    node.fail(fmt::format("{} people gave {} answers; ask for a file that is right", tally.people, sum));
  return tally;
}

std::map<std::string, Tally, std::less<>> tallies_from(const JsonNode& node, const QuestionResults& question,
                                                       std::size_t most) {
  std::map<std::string, Tally, std::less<>> tallies;
  node.each_key(most, [&](const std::string& name, const JsonNode& tally) {
    tallies[name] = tally_from(tally, question);
  });
  return tallies;
}

QuestionResults question_from(const JsonNode& node, const Results& results) {
  QuestionResults question;
  question.name = node.at("name").text();
  const auto kind = result_kind_from(node.at("kind").text());
  if (!kind) node.at("kind").fail("is not choice, several, order, points or number; write the file anew");
  question.kind = *kind;
  question.labels = words_from(node.at("labels"));
  question.items = items_from(node.at("items"), limit::items);
  question.all = tally_from(node.at("all"), question);
  question.places = tallies_from(node.at("places"), question, limit::places);
  std::int64_t people = 0;
  for (const auto& [place, tally] : question.places) {
    people += tally.people;
    if (std::ranges::none_of(results.places, [&](const ResultItem& item) { return item.name == place; }))
      node.at("places").fail(fmt::format("'{}' is none of the places; ask for a file that is right", place));
  }
  if (people > question.all.people)
    node.fail(fmt::format("its places have {} people, all together {}; ask for a file that is right", people,
                          question.all.people));
  if (node.has("crossings"))
    node.at("crossings").each(limit::crossings, [&](const JsonNode& crossing) {
      question.crossings.push_back(
          {crossing.at("with").text(), tallies_from(crossing.at("by_choice"), question, limit::items)});
    });
  return question;
}

Results results_from(const JsonNode& node) {
  if (node.text("format", "") != format_name)
    node.fail("is no results file of Buurtpeil; make one with buurtpeil-sync results");
  const std::int64_t version = node.at("format_version").number(1, 1'000'000);
  if (version > limit::format_version)
    node.fail(
        fmt::format("was written by a newer Buurtpeil (format {}, this program knows {}); update "
                    "Buurtpeil",
                    version, limit::format_version));
  Results results;
  results.form_id = node.at("form").at("id").text();
  results.version = node.at("form").text("version", "");
  results.round = node.at("round").text("id", "");
  if (node.at("round").has("names")) results.round_names = words_from(node.at("round").at("names"));
  results.municipality = node.text("municipality", "");
  results.since = node.at("period").text("since", "");
  results.until = node.at("period").text("until", "");
  if (node.has("core")) {
    results.core_id = node.at("core").at("id").text();
    results.core_version = node.at("core").text("version", "");
  }
  results.least = static_cast<int>(node.at("least").number(limit::least, 1'000));
  node.at("kiosks").each(limit::kiosks,
                         [&](const JsonNode& kiosk) { results.kiosks.push_back(kiosk.text()); });
  for (const auto& [key, number] : {std::pair{"responses", &results.responses},
                                    {"doubted", &results.doubted},
                                    {"skipped", &results.skipped},
                                    {"refused", &results.refused},
                                    {"timed_out", &results.timed_out}})
    if (node.has("about") && node.at("about").has(key))
      *number = node.at("about").at(key).number(0, limit::amount);
  results.places = items_from(node.at("places"), limit::places);
  std::set<std::string> names;
  node.at("questions").each(limit::questions, [&](const JsonNode& question) {
    results.questions.push_back(question_from(question, results));
    if (!names.insert(results.questions.back().name).second)
      question.fail("is there twice; ask for a file that is right");
  });
  if (node.has("texts"))
    node.at("texts").each_key(
        50, [&](const std::string& name, const JsonNode& words) { results.texts[name] = words_from(words); });
  return results;
}

}  // namespace

std::string to_json(const Results& results) {
  Json json = {{"format", format_name},
               {"format_version", limit::format_version},
               {"form", {{"id", results.form_id}, {"version", results.version}}},
               {"round", {{"id", results.round}, {"names", json_of(results.round_names)}}},
               {"municipality", results.municipality},
               {"period", {{"since", results.since}, {"until", results.until}}}};
  if (!results.core_id.empty()) json["core"] = {{"id", results.core_id}, {"version", results.core_version}};
  json["least"] = results.least;
  json["kiosks"] = results.kiosks;
  json["about"] = {{"responses", results.responses},
                   {"doubted", results.doubted},
                   {"skipped", results.skipped},
                   {"refused", results.refused},
                   {"timed_out", results.timed_out}};
  json["places"] = json_of(results.places);
  json["questions"] = Json::array();
  for (const QuestionResults& question : results.questions) json["questions"].push_back(json_of(question));
  json["texts"] = Json::object();
  for (const auto& [name, words] : results.texts) json["texts"][name] = json_of(words);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::expected<Results, Error> results_from(std::string_view text, const std::string& name) {
  const auto failure = [&](const std::string& what) {
    return std::unexpected(Error{name + ": " + what, Fault::damaged});
  };
  if (text.size() > limit::file_bytes)
    return failure(
        fmt::format("is larger than {} MB; ask for a file that is right", limit::file_bytes >> 20));
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object())
    return failure("is no results file of Buurtpeil; make one with buurtpeil-sync results");
  try {
    return results_from(JsonNode{json, ""});
  } catch (const Wrong& wrong) {
    return failure(wrong.sentence);
  }
}

std::expected<Results, Error> read_results_file(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file)
    return std::unexpected(
        Error{fmt::format("{}: cannot be read; check the path and its permissions", path.string())});
  std::string text(limit::file_bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return results_from(text, path.filename().string());
}

}  // namespace buurtpeil
