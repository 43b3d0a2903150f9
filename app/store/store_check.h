// Whether the whole file of a store is sound, found out beside a kiosk that runs: to read a store of a
// million responses takes seconds, and nobody has to wait for it.
//
// What Store::open() looks at by itself is what it needs: that the file is a store of this version, as long
// as its header says, that its journal can be taken up, that it can be written. A damaged page somewhere else
// is found here. What a kiosk answers in between:
// - Until the check is through visits begin and their answers are written. They are as safe as the file: one
//   with a damaged page elsewhere keeps them, and what meets the page itself fails at once, as any write.
// - Once the check has found damage no answer is accepted, that of the next event included: the kiosk is out
//   of service, as with a store that fails, and each later opening looks at the whole file first.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "form/error.h"

namespace buurtpeil {

class StoreCheck {
 public:
  /// Begins, on a thread and a connection of its own, which only reads. `when_through` is called on that
  /// thread when result() has something to say.
  [[nodiscard]] static StoreCheck begin(const std::filesystem::path& store,
                                        std::function<void()> when_through);
  StoreCheck(StoreCheck&&) noexcept;
  StoreCheck& operator=(StoreCheck&&) noexcept;
  ~StoreCheck();  ///< gives up a check that is not through

  [[nodiscard]] bool is_through() const;
  /// What was found, once it is through.
  [[nodiscard]] std::expected<void, Error> result() const;

 private:
  struct State;
  explicit StoreCheck(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
