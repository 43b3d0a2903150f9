// What tests/bench/run needs of stores:
// bench_store make STORE FORM     a store that knows a form and has no answers yet, for fill.sql
// bench_store answer STORE        what it takes to make one answer durable: the draft of a visit of 12
// answers,
//                                 saved by a Store, and the same bytes by a bare INSERT with the same pragmas
//                                 into a file beside it, in turn; the medians in milliseconds
// bench_store finish STORE        what it takes to finish a visit of 12 answers whose results are counted in
// 9 places,
//                                 and to read all that was counted; the medians in milliseconds
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "form/form.h"
#include "store/store.h"

using namespace buurtpeil;

namespace {

constexpr Moment now{1'700'000'000'000, 60, 0};
constexpr int answers = 200;

int fail(const std::string& message) { return fmt::print(stderr, "bench_store: {}\n", message), 1; }

int make(const char* path, const char* form_path) {
  const LoadedForm loaded = load_form(form_path);
  if (!loaded.form) return fail(std::string(form_path) + ": has errors");
  auto store = Store::open(path, StoreKind::trial);
  if (!store) return fail(store.error().message);
  const auto kept = store->keep_form(*loaded.form, now);
  return kept ? 0 : fail(kept.error().message);
}

Draft draft_for(const KeptForm& form) {
  Draft draft{.response = {.id = "uuid:00000000-0000-4000-8000-000000000000",
                           .form_id = form.form_id,
                           .form_version = form.version,
                           .form_hash = form.hash,
                           .status = Status::draft,
                           .language = "en",
                           .kiosk = "town-hall",
                           .occasion = "",
                           .started = now,
                           .ended = now,
                           .seconds = 60,
                           .doubt = Doubt::none,
                           .tenths = {},
                           .answers = {}},
              .place = "street/often",
              .working = std::string(600, 'w')};
  for (int i = 0; i < 12; ++i)
    draft.response.answers.emplace_back(fmt::format("street/question_{}", i),
                                        Answer{"an answer", Absence::none});
  return draft;
}

double median_ms(std::vector<double> times) {
  std::ranges::sort(times);
  return times[times.size() / 2];
}

double ms_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

int answer(const std::string& path) {
  auto reader = StoreReader::open(path);
  if (!reader) return fail(reader.error().message);
  Draft draft = draft_for(reader->forms()->front());
  reader = std::unexpected(Error{});  // which keeps the journal
  auto store = Store::open(path, StoreKind::trial, Store::Verify::meanwhile);
  if (!store) return fail(store.error().message);

  sqlite3* bare = nullptr;
  sqlite3_stmt* insert = nullptr;
  std::filesystem::remove(path + ".bare");
  sqlite3_open((path + ".bare").c_str(), &bare);
  sqlite3_exec(bare,
               "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; "
               "CREATE TABLE bare (id TEXT PRIMARY KEY, bytes TEXT)",
               nullptr, nullptr, nullptr);
  sqlite3_prepare_v2(bare, "INSERT INTO bare VALUES (?, ?)", -1, &insert, nullptr);

  std::vector<double> ours, bares;
  bool saved = true;
  for (int i = 0; i < answers; ++i) {
    draft.response.answers[static_cast<std::size_t>(i % 12)].second.value = fmt::format("answer {}", i);
    ours.push_back(ms_of([&] { saved = saved && store->save(draft).has_value(); }));
    const std::string id = fmt::format("{}-{}", draft.response.id, i), bytes(1'400, 'b');
    bares.push_back(ms_of([&] {
      sqlite3_bind_text(insert, 1, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
      sqlite3_bind_text(insert, 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
      saved = saved && sqlite3_step(insert) == SQLITE_DONE;
      sqlite3_reset(insert);
    }));
  }
  sqlite3_finalize(insert);
  sqlite3_close(bare);
  if (!saved || !store->erase(draft.response.id)) return fail("an answer could not be saved");
  fmt::print("{:.4f} {:.4f}\n", median_ms(ours), median_ms(bares));
  return 0;
}

int finish(const std::string& path) {
  auto reader = StoreReader::open(path);
  if (!reader) return fail(reader.error().message);
  Response response = draft_for(reader->forms()->front()).response;
  reader = std::unexpected(Error{});
  auto store = Store::open(path, StoreKind::trial, Store::Verify::meanwhile);
  if (!store) return fail(store.error().message);
  response.status = Status::finished;
  std::vector<double> finished, read;
  bool done = true;
  const auto run = std::chrono::steady_clock::now().time_since_epoch().count();
  for (int i = 0; i < answers; ++i) {
    response.id = fmt::format("uuid:{:016x}-{}", run, i);
    std::vector<ResultRow> rows;
    for (int question = 0; question < 12; ++question)
      rows.push_back({fmt::format("street/question_{}", question),
                      fmt::format("place{}", i % 9),
                      40,
                      {{"oak", 12}, {"elm", 28}},
                      i % 10,
                      {{"oak", 3}},
                      0,
                      std::nullopt,
                      "2026-03-01",
                      ""});
    finished.push_back(ms_of([&] { done = done && store->save(response, "2", rows).has_value(); }));
    read.push_back(ms_of([&] { done = done && store->results(response.form_id, "2").has_value(); }));
  }
  if (!done) return fail("a visit could not be finished");
  fmt::print("{:.4f} {:.4f}\n", median_ms(finished), median_ms(read));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && argv[1] == std::string("make")) return make(argv[2], argv[3]);
  if (argc == 3 && argv[1] == std::string("answer")) return answer(argv[2]);
  if (argc == 3 && argv[1] == std::string("finish")) return finish(argv[2]);
  return fmt::print(stderr,
                    "bench_store: usage: bench_store make STORE FORM | answer STORE | finish STORE\n"),
         2;
}
