// A copy of a store to take along.
#include "store/database.h"
#include "store/store.h"

namespace buurtpeil {

std::expected<void, Error> copy_store(const std::filesystem::path& from, const std::filesystem::path& to) {
  const auto source = Database::open(from, Access::read_only, from.string());
  if (!source) return std::unexpected(source.error());
  if (const auto identity = identify(*source, from.string()); !identity)
    return std::unexpected(identity.error());
  const auto copy = Database::open(to, Access::read_write, to.string());
  if (!copy) return std::unexpected(copy.error());
  if (const auto ready = copy->run("PRAGMA synchronous = FULL"); !ready) return ready;
  if (const auto copied = source->copy_into(*copy); !copied) return copied;
  // The mode comes first: what is deleted must not stay behind in a journal.
  if (const auto mode = copy->cell("PRAGMA journal_mode = DELETE"); !mode)
    return std::unexpected(mode.error());
  if (const auto erased = copy->run("PRAGMA secure_delete = ON; DELETE FROM response WHERE status = 'draft'");
      !erased)
    return erased;
  const auto verdict = copy->cell("PRAGMA quick_check(1)");
  if (!verdict) return std::unexpected(verdict.error());
  if (*verdict != "ok")
    return std::unexpected(Error{to.string() + ": the copy is damaged; use another disk"});
  return {};
}

}  // namespace buurtpeil
