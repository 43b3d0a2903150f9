// Views of lists: rankings, closed lists, tables of questions, "other" with what follows it; with words of
// one language.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/view.h"

namespace buurtpeil {

struct SampleList {
  std::string name;
  std::string group;  ///< label of the group around the fields, or ""
  std::vector<Field> fields;
};

/// `choice` makes a select from the key of its words and of its list; `word` gives the words of a key;
/// `complaint` is one.
[[nodiscard]] std::vector<SampleList> sample_lists(
    const std::function<ChoiceField(const std::string&, const std::string&)>& choice,
    const std::function<std::string(const std::string&)>& word, const std::string& complaint);

}  // namespace buurtpeil
