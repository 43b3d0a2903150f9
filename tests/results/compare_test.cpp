// What is laid beside each other, and what of it changed.
#include "results/compare.h"

#include <doctest/doctest.h>

using namespace buurtpeil;

namespace {

QuestionResults question_of(ResultKind kind, const std::vector<std::pair<std::string, std::int64_t>>& amounts,
                            std::int64_t people) {
  QuestionResults question;
  question.name = "street";
  question.kind = kind;
  question.all.people = people;
  for (const auto& [name, amount] : amounts) {
    question.items.push_back({name, {}});
    question.all.amounts[name] = amount;
  }
  return question;
}

Results with(QuestionResults question) {
  Results results;
  results.questions = {std::move(question)};
  return results;
}

ShareChange between(const QuestionResults& then, const QuestionResults& now) {
  return change_between(now, then.all, now.all);
}

}  // namespace

TEST_CASE("a question is compared with the one of the same name, whatever the order of its choices") {
  const QuestionResults here = question_of(ResultKind::choice, {{"trees", 10}, {"parking", 10}}, 20);
  const QuestionResults turned = question_of(ResultKind::choice, {{"parking", 5}, {"trees", 15}}, 20);
  CHECK(comparable(here, with(turned), "") == Comparable::yes);
  CHECK(comparable(here, Results{}, "") == Comparable::not_there);
  CHECK(comparable(here, with(question_of(ResultKind::choice, {{"trees", 0}, {"parking", 0}}, 0)), "") ==
        Comparable::not_there);
}

TEST_CASE(
    "a question that was asked otherwise is not compared: another kind, other choices, one more choice") {
  const QuestionResults here = question_of(ResultKind::choice, {{"trees", 10}, {"parking", 10}}, 20);
  for (const QuestionResults& other :
       {question_of(ResultKind::several, {{"trees", 10}, {"parking", 10}}, 20),
        question_of(ResultKind::choice, {{"trees", 10}, {"bicycles", 10}}, 20),
        question_of(ResultKind::choice, {{"trees", 5}, {"parking", 5}, {"both", 10}}, 20)})
    CHECK(comparable(here, with(other), "") == Comparable::asked_otherwise);
}

TEST_CASE("another form has asked the same where the words are the same in a language that both have") {
  QuestionResults here = question_of(ResultKind::choice, {{"trees", 10}, {"parking", 10}}, 20);
  here.labels = {{"nl", "Wat kiest u?"}, {"en", "What do you choose?"}};
  QuestionResults there = here;
  there.labels = {{"nl", "Wat kiest u?"}, {"en", "What would you choose?"}};
  CHECK(comparable(here, with(there), "street") == Comparable::yes);
  there.labels = {{"nl", "Wat wilt u?"}};
  CHECK(comparable(here, with(there), "street") == Comparable::asked_otherwise);
  CHECK(comparable(here, with(there), "") == Comparable::yes);  // the same form, with a word mended
}

TEST_CASE("shares are of people, of divided points of all points, and of an order the nearness to its top") {
  const QuestionResults choice = question_of(ResultKind::choice, {{"trees", 7}, {"parking", 13}}, 20);
  CHECK(percent_of(choice, choice.all, "trees") == 35);
  CHECK(share_of(choice, choice.all, "parking") == doctest::Approx(0.65));
  const QuestionResults points = question_of(ResultKind::points, {{"trees", 300}, {"homes", 700}}, 10);
  CHECK(percent_of(points, points.all, "trees") == 30);
  const QuestionResults order =
      question_of(ResultKind::order, {{"trees", 30}, {"homes", 10}, {"shops", 20}}, 10);
  CHECK(mean_place(order.all, "trees") == 3);
  CHECK(share_of(order, order.all, "homes") == 1);
  CHECK(share_of(order, order.all, "trees") == doctest::Approx(1.0 / 3));
  CHECK(in_order(order, order.all) == std::vector<std::string>{"homes", "shops", "trees"});
}

TEST_CASE("nobody has no share, and what is not published is not there") {
  QuestionResults question = question_of(ResultKind::choice, {{"trees", 0}}, 0);
  CHECK(percent_of(question, question.all, "trees") == 0);
  CHECK(share_of(question, question.all, "trees") == 0);
  CHECK(published_of(question, "") == nullptr);
  question.places["tolkade"] = {.people = 10, .amounts = {{"trees", 10}}};
  CHECK(published_of(question, "tolkade") == &question.places["tolkade"]);
  CHECK(published_of(question, "rietwijk") == nullptr);
}

TEST_CASE("what changed most is told, more before fewer, and nothing below ten percent") {
  const QuestionResults then = question_of(ResultKind::choice, {{"trees", 10}, {"parking", 10}}, 20);
  const auto to = [&](std::int64_t trees) {
    return between(then, question_of(ResultKind::choice, {{"trees", trees}, {"parking", 20 - trees}}, 20));
  };
  CHECK(to(10) == ShareChange{});
  CHECK(to(11) == ShareChange{});
  CHECK(to(12) == ShareChange{ShareChange::Kind::more, "trees"});
  CHECK(to(8) == ShareChange{ShareChange::Kind::more, "parking"});
  const auto three = [](std::int64_t a, std::int64_t b, std::int64_t c) {
    return question_of(ResultKind::several, {{"a", a}, {"b", b}, {"c", c}}, 20);
  };
  CHECK(between(three(20, 10, 10), three(8, 12, 14)) == ShareChange{ShareChange::Kind::fewer, "a"});
}

TEST_CASE("of an order an item that came half a place nearer to the top is higher") {
  const auto order = [](std::int64_t trees, std::int64_t homes) {
    return question_of(ResultKind::order, {{"trees", trees}, {"homes", homes}}, 10);
  };
  CHECK(between(order(16, 14), order(14, 16)) == ShareChange{});
  CHECK(between(order(18, 12), order(13, 17)) == ShareChange{ShareChange::Kind::more, "trees"});
}

TEST_CASE("words are in the language, else in any") {
  CHECK(words_in({{"en", "trees"}, {"nl", "bomen"}}, "nl") == "bomen");
  CHECK(words_in({{"en", "trees"}, {"nl", ""}}, "nl") == "trees");
  CHECK(words_in({{"", "5+"}}, "ar") == "5+");
  CHECK(words_in({}, "nl") == "");
}
