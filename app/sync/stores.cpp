#include "sync/stores.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace buurtpeil::sync {

std::expected<std::vector<StoreReader>, Error> open_all(const std::vector<std::filesystem::path>& paths) {
  std::vector<StoreReader> stores;
  for (const std::filesystem::path& path : paths) {
    auto store = StoreReader::open(path);
    if (!store) return std::unexpected(store.error());
    if (!stores.empty() && store->kind() != stores.front().kind())
      return std::unexpected(Error{fmt::format("{}: trial and real stores are kept apart; take {} by itself",
                                               path.string(), paths.front().string())});
    stores.push_back(std::move(*store));
  }
  return stores;
}

std::expected<std::map<std::string, Versions>, Error> versions_in(const std::vector<StoreReader>& stores,
                                                                  const FormLoader& load,
                                                                  std::vector<std::string>& warnings) {
  std::map<std::string, Versions> all;
  for (const StoreReader& store : stores) {
    auto forms = store.forms();
    if (!forms) return std::unexpected(forms.error());
    for (KeptForm& kept : *forms) {
      auto& versions = all[kept.form_id].kept;
      const auto same = std::ranges::find(versions, kept.hash, &KeptForm::hash);
      if (same == versions.end())
        versions.push_back(std::move(kept));
      else if (kept.first_used.unix_ms < same->first_used.unix_ms)
        same->first_used = kept.first_used;
    }
  }
  for (auto& [form_id, versions] : all) {
    std::ranges::stable_sort(versions.kept, std::ranges::greater{},
                             [](const KeptForm& kept) { return kept.first_used.unix_ms; });
    for (KeptForm& kept : versions.kept) {
      LoadedForm loaded = load(kept);
      kept.source.clear();
      kept.attachments.clear();
      if (loaded.form) {
        versions.newest_first.push_back(loaded.form.get());
        versions.by_hash[kept.hash] = std::move(loaded.form);
      } else {
        warnings.push_back(fmt::format(
            "{}: version '{}' of form {} cannot be read by this Buurtpeil; its columns come from the answers",
            kept.file, kept.version, form_id));
      }
    }
  }
  return all;
}

}  // namespace buurtpeil::sync
