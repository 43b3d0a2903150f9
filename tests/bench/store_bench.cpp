// bench_store make STORE FORM: a store that knows a form and has no answers yet, for fill.sql.
#include <fmt/format.h>

#include <string>

#include "form/form.h"
#include "store/store.h"

using namespace buurtpeil;

namespace {

constexpr Moment now{1'700'000'000'000, 60, 0};

int fail(const std::string& message) { return fmt::print(stderr, "bench_store: {}\n", message), 1; }

int make(const char* path, const char* form_path) {
  const LoadedForm loaded = load_form(form_path);
  if (!loaded.form) return fail(std::string(form_path) + ": has errors");
  auto store = Store::open(path, StoreKind::trial);
  if (!store) return fail(store.error().message);
  const auto kept = store->keep_form(*loaded.form, now);
  return kept ? 0 : fail(kept.error().message);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && argv[1] == std::string("make")) return make(argv[2], argv[3]);
  return fmt::print(stderr, "bench_store: usage: bench_store make STORE FORM\n"), 2;
}
