// What all said: counts of answers, and nothing about one person. A Results is what may be published of a
// round; the results file is the same on the disk. The kiosk's screens, the report and the
// exchange between municipalities read this one thing.
//
// Nothing in it is about fewer people than `least`: README.md in this folder has the rule and its reasons.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace buurtpeil {

/// Words by the code of their language, "nl"; "" where a form names no language.
using WordsByLanguage = std::map<std::string, std::string>;

/// What was counted among `people`. Tallies of different people add up.
struct Tally {
  std::int64_t people = 0;  ///< who answered
  /// By the name of an item (ResultKind); what nobody chose may be missing.
  std::map<std::string, std::int64_t, std::less<>> amounts;

  Tally& operator+=(const Tally& other);
  [[nodiscard]] std::int64_t of(std::string_view item) const;  ///< 0 for what is not there
  bool operator==(const Tally&) const = default;
};

/// What is counted of a question.
enum class ResultKind {
  choice,   ///< select_one: item = choice, amount = people who chose it
  several,  ///< select_multiple: the same; the amounts together may be more than the people
  order,    ///< rank: item = choice, amount = the sum of its places; "first/<choice>": who put it first
  points,   ///< points that are divided: item = name of the question, amount = its points in all
  number,   ///< integer, decimal, range: item = lower end of a class ("0", "2.5"), amount = people in it
};
[[nodiscard]] std::string to_name(ResultKind kind);
[[nodiscard]] std::optional<ResultKind> result_kind_from(std::string_view name);

/// A choice, a class of numbers or a place.
struct ResultItem {
  std::string name;
  WordsByLanguage labels;
  bool operator==(const ResultItem&) const = default;
};

/// Answers to this question of those who chose one answer to another one.
struct Crossing {
  std::string with;  ///< name of the other question, which is in the same Results
  std::map<std::string, Tally, std::less<>> by_choice;
  bool operator==(const Crossing&) const = default;
};

struct QuestionResults {
  std::string name;  ///< as in the form, without groups: by it rounds and regions are compared
  ResultKind kind = ResultKind::choice;
  WordsByLanguage labels;
  std::vector<ResultItem> items;  ///< in the form's order
  /// Of the places that are published, by name.
  std::map<std::string, Tally, std::less<>> places;
  /// Of everybody who is published: all places, and those from other places together. Nobody yet: 0 people.
  Tally all;
  std::vector<Crossing> crossings;
  bool operator==(const QuestionResults&) const = default;
};

struct Results {
  std::string form_id, version;
  std::string round;  ///< "2"; "" for none
  WordsByLanguage round_names;
  std::string municipality;
  std::string since, until;  ///< local days of the first and the last one counted, "2026-03-01"; "" for none
  std::string core_id, core_version;  ///< of the regional core; "" for none
  int least = 10;
  std::vector<std::string> kiosks;  ///< whose answers are in it, ascending
  /// Why a question was not answered, and how many responses were doubted: about, in tens.
  std::int64_t responses = 0, doubted = 0, skipped = 0, refused = 0, timed_out = 0;
  std::vector<ResultItem> places;  ///< in the form's order, also those that are not published
  std::vector<QuestionResults> questions;
  /// "kiosk_did", "kiosk_decided", "kiosk_open", "kiosk_who", "kiosk_when", "title": what the form says.
  std::map<std::string, WordsByLanguage> texts;
  bool operator==(const Results&) const = default;

  [[nodiscard]] const QuestionResults* question(std::string_view name) const;  ///< null for none
};

// How numbers are told. In words and pictures they are rounder than in the file.

/// Share of `amount` in `of`, in whole fives of percent: 0, 5 ... 100; 0 of nobody.
[[nodiscard]] int percent_in_fives(std::int64_t amount, std::int64_t of);
/// People in whole tens, at least 10 of anybody: "about 40 people".
[[nodiscard]] std::int64_t people_in_tens(std::int64_t people);

}  // namespace buurtpeil
