// The world of a kiosk: the real Kiosk on the real Store, on a disk that fails and a clock that jumps; and
// beside it a visit of our own, to which the same happens and to which no restart, draft or failed write
// happens. After each event the two have to agree, and the store with the ledger.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "kiosk/kiosk.h"
#include "simulation/invariants.h"
#include "simulation/journal.h"
#include "simulation/ledger.h"
#include "simulation/seeded_random.h"
#include "support/faulty_disk.h"

namespace buurtpeil::simulation {

class World {
 public:
  /// `folder` is empty, and the world's own.
  World(std::uint64_t seed, std::filesystem::path folder, SeededRandom& random, Journal& journal);

  [[nodiscard]] View view() const { return kiosk_->view(now_); }
  /// Of the visit that is before the visitor now; nothing when none is asked.
  [[nodiscard]] const Visit* visit() const { return visit_ ? &*visit_ : nullptr; }
  [[nodiscard]] const Asked& asked() const { return forms_[form_]; }
  [[nodiscard]] bool is_in_service() const { return kiosk_->fault().empty(); }
  [[nodiscard]] bool staff_are_here() const { return kiosk_->staff().is_open(); }
  [[nodiscard]] Moment now() const { return now_; }
  [[nodiscard]] const std::vector<Asked>& forms() const { return forms_; }

  /// A text that is nowhere else, and will be looked for.
  [[nodiscard]] std::string unique_text();

  void waits(std::int64_t ms);
  void does(const Event& event);
  /// The wall clock is set; the other one goes on.
  void sets_clock(std::int64_t by_ms);
  void breaks_disk(int after_operations, test::FaultyDisk::Failure failure);
  void repairs_disk();
  enum class End { by_itself, killed, power_lost };
  void restarts(End end, std::int64_t after_ms);
  /// The desk tool exports, and staff take a copy along.
  void exports();
  void takes_copy();
  /// The end: a last export, and the figures.
  void closes();

 private:
  void write_forms();
  [[nodiscard]] bool start();
  void take_up(const std::optional<Draft>& draft);
  void begin_visit(const std::string& language);
  void take_back(const std::string& language);
  /// Does with our own visit what the kiosk does with its own, and gives the row that is to be there then;
  /// nothing where nothing is to be written.
  std::optional<std::string> follow(const Event& event, const View& before);
  std::optional<std::string> follow_question(const Event& event);
  std::optional<std::string> follow_review(const Event& event);
  void follow_write(const event::Write& write);
  void follow_refuse(const std::string& path);
  [[nodiscard]] bool is_on_screen(const std::string& path) const;
  [[nodiscard]] std::string row_after(const Event& event) const;
  [[nodiscard]] std::string row_now(Absence on_screen) const;
  void handle(const Event& event);
  void agree(const View& view);
  void settle(const std::optional<std::string>& row);
  [[nodiscard]] bool is_gone(const View& view) const;

  SeededRandom& random_;
  Journal& journal_;
  std::filesystem::path folder_;
  std::filesystem::path store_;
  Words words_;
  Config config_;
  std::vector<Asked> forms_;
  std::vector<std::unique_ptr<Form>> loaded_;
  std::size_t form_ = 0;
  test::FaultyDisk disk_;
  Ledger ledger_;
  Moment now_{1'772'388'247'123, 60, 1'000};
  std::uint64_t seed_, starts_ = 0;
  long texts_ = 0;
  std::mt19937_64 seeds_;  ///< of visits, as the kiosk draws them
  std::unique_ptr<Form> chosen_form_;
  std::optional<Kiosk> kiosk_;
  std::optional<Visit> visit_;   ///< our own
  event::Choose first_;          ///< was touched on the invitation, by somebody who was not told yet
  std::optional<Visit> erased_;  ///< the last one that was deleted
  bool left_behind_ = false;     ///< nobody has said since the restart that they are still there
  bool was_failing_ = false;
};

/// "write q3 = oak"
[[nodiscard]] std::string to_text(const Event& event);

}  // namespace buurtpeil::simulation
