// The stores that a verb reads, and the forms in them: every version, newest first.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"
#include "store/store.h"
#include "sync/export.h"

namespace buurtpeil::sync {

/// Trial and real stores together are an error.
[[nodiscard]] std::expected<std::vector<StoreReader>, Error> open_all(
    const std::vector<std::filesystem::path>& paths);

/// Everything about one form_id: its versions in all stores, newest first.
struct Versions {
  std::vector<KeptForm> kept;                                         ///< without their bytes
  std::map<std::string, std::unique_ptr<Form>, std::less<>> by_hash;  ///< those that can be read
  std::vector<const Form*> newest_first;

  /// nullptr for one that cannot be read.
  [[nodiscard]] const Form* of(std::string_view hash) const {
    const auto form = by_hash.find(hash);
    return form == by_hash.end() ? nullptr : form->second.get();
  }
};

/// By form_id. Adds a warning for each version that cannot be read.
[[nodiscard]] std::expected<std::map<std::string, Versions>, Error> versions_in(
    const std::vector<StoreReader>& stores, const FormLoader& load, std::vector<std::string>& warnings);

}  // namespace buurtpeil::sync
