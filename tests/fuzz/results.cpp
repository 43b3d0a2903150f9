// Any text as a results file, and what is made of one that is read.
#include "results/compare.h"
#include "results/results_file.h"
#include "results/sum.h"

#include "fuzz.h"

using namespace buurtpeil;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto results = results_from(fuzz::text_of(data, size), "a.results.json");
  if (!results) {
    must(results.error().message.starts_with("a.results.json: "), "an error does not say which file");
    return 0;
  }
  const std::string written = to_json(*results);
  const auto again = results_from(written, "again");
  must(again.has_value(), "what was read is refused when it is written");
  must(to_json(*again) == written, "what was written is read as something else");
  for (const QuestionResults& question : results->questions) {
    must(question.all.people == 0 || question.all.people >= results_limits::least,
         "few people are published");
    (void)comparable(question, *again, "other");
    for (const ResultItem& item : question.items) {
      const double share = share_of(question, question.all, item.name);
      must(share >= 0 && share <= 1, "a share is none");
    }
    if (question.kind == ResultKind::order) (void)in_order(question, question.all);
    (void)change_between(question, question.all, again->question(question.name)->all);
  }
  (void)add_results(*results, *again);
  return 0;
}
