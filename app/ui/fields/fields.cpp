#include "ui/fields/fields.h"

namespace buurtpeil {

void add_field(Frame& frame, PageContent& content, const Field& field, const Setup& setup) {
  const auto add = [&]<class Kind>(const Kind& kind) {
    // Of this very kind: a missing overload is an error, not a call of this function.
    void (*const add_kind)(Frame&, PageContent&, const Kind&, const Setup&) = add_field;
    add_kind(frame, content, kind, setup);
  };
  std::visit(add, field);
}

}  // namespace buurtpeil
