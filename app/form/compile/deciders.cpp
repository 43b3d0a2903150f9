// find_deciders: Row::decided_by, from what conditions, repeat_count and calculations refer to.
#include <algorithm>

#include "form/compile/loading.h"
#include "form/expression/references.h"

namespace buurtpeil {
namespace {

class Deciders {
 public:
  explicit Deciders(const Form& form)
      : form_(form),
        index_(form),
        reads_(form.rows.size()),
        decided_(form.rows.size(), -1),
        known_(decided_) {
    for (int i = 0; i < static_cast<int>(form.rows.size()); ++i) {
      const Row& row = form.rows[i];
      for (const auto* column : {&row.relevant, &row.read_only, &row.repeat_count})
        if (*column) add(reads_[i].whether_asked, **column, i);
      for (const auto* column : {&row.calculation, &row.trigger, &row.initial})
        if (*column) add(reads_[i].value, **column, i);
    }
  }

  /// Rows mostly refer to earlier ones, so that two rounds suffice.
  [[nodiscard]] std::vector<int> find() {
    constexpr int most_rounds = 8;
    bool at_rest = false;
    for (int round = 0; round < most_rounds && !at_rest; ++round) {
      at_rest = true;
      for (int i = 0; i < static_cast<int>(form_.rows.size()); ++i) at_rest = look_at(i) && at_rest;
    }
    return decided_;
  }

 private:
  struct Read {
    int row;
    int until;  ///< its last turn at the earliest, where it stands in another repeat; else -1
  };
  struct Reads {
    std::vector<Read> whether_asked, value;
  };

  void add(std::vector<Read>& reads, const Expression& expression, int from) {
    const auto read = [&](int target) {
      int until = form_.rows[target].type == Type::repeat ? form_.rows[target].end - 1 : -1;
      for (int at = form_.rows[target].parent; at >= 0; at = form_.rows[at].parent)
        if (form_.rows[at].type == Type::repeat && (from < at || from >= form_.rows[at].end))
          until = form_.rows[at].end - 1;
      reads.push_back({target, until});
    };
    for (const Reference& reference : expression.references()) {
      if (reference.kind == Reference::Kind::question)
        for (const int target : index_.nearest(reference.name, from)) read(target);
      if (reference.kind == Reference::Kind::path && !reference.inside_predicate && reference.name != ".")
        if (const int target = index_.by_path(reference.name, from); target >= 0) read(target);
    }
  }

  /// False when something changed.
  bool look_at(int i) {
    const Row& row = form_.rows[i];
    const auto last_of = [&](const std::vector<Read>& reads) {
      int last = -1;
      for (const Read& read : reads) last = std::max({last, known_[read.row], read.until});
      return last;
    };
    const int around = row.parent < 0 ? -1 : decided_[row.parent];
    const int decided = std::max(around, last_of(reads_[i].whether_asked));
    const int own = is_asked(row.type) && row.is_shown() ? i : -1;
    const int known = std::max({own, decided, last_of(reads_[i].value)});
    const bool at_rest = decided == decided_[i] && known == known_[i];
    decided_[i] = decided;
    known_[i] = known;
    return at_rest;
  }

  const Form& form_;
  NameIndex index_;
  std::vector<Reads> reads_;
  std::vector<int> decided_;  ///< of each row: Row::decided_by
  std::vector<int> known_;    ///< the last row that has a say in its value
};

}  // namespace

void find_deciders(Loading& loading) {
  const std::vector<int> decided = Deciders(loading.form).find();
  for (std::size_t i = 0; i < decided.size(); ++i) loading.form.rows[i].decided_by = decided[i];
}

}  // namespace buurtpeil
