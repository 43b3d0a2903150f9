#include "form/expression.h"

namespace buurtpeil {

std::expected<Value, Error> Expression::evaluate(const Scope&) const {
  return std::unexpected(Error{"not yet evaluated"});
}
std::expected<NodeSet, Error> Expression::select(const Scope&, const NodeSet&) const {
  return std::unexpected(Error{"not yet evaluated"});
}

}  // namespace buurtpeil
