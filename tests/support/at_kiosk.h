// A kiosk without a window, on a store of its own and a clock that the test moves: what a visitor does and
// sees, what is stored.
//
// Its own words are their keys ("next", in Dutch "nl.next"), so that no test depends on how a sentence is
// put.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kiosk/kiosk.h"
#include "store/fixture.h"

namespace buurtpeil {

/// The words file described above, in en, nl and ar.
[[nodiscard]] std::string words_of_tests();

/// The kiosk's own words: their keys, or the sentences that visitors read.
enum class WordsOf { tests, product };

class AtKiosk {
 public:
  /// `form` is an XLSForm in Markdown, or the path of one. Starts at 2026-03-01T19:04:07.123+01:00.
  explicit AtKiosk(const std::string& form, Config config = {}, int limit_pages = 0,
                   WordsOf words = WordsOf::tests);

  /// What the visitor does, so long after the last thing.
  AtKiosk& does(const Event& event, std::int64_t after_ms = 1000);
  /// Touches the button for languages on the invitation, the language and "begin".
  AtKiosk& begins(const std::string& language = "en");
  /// Nobody touches for so long; the clock ticks whenever the kiosk wishes.
  AtKiosk& waits(std::int64_t ms);
  /// Until the copy to a disk that staff began is there or has failed; but for the wait before it begins no
  /// time passes for the kiosk.
  void waits_for_copy();

  /// What is on the screen: to_text(View).
  [[nodiscard]] std::string screen() const;
  /// Its first line.
  [[nodiscard]] std::string head() const;

  /// The program ends and starts again after so long, with the same form or another one.
  void restarts_after(std::int64_t ms, const std::string& form = "");

  /// The stored responses, a line each: "finished en garden=yes size=2.5 trees:skipped seconds=7". To the
  /// form that the program began with, or this one.
  [[nodiscard]] std::string stored(const std::string& form_id = "") const;

  /// Why the last start does not ask the form that staff chose before; "" when it does.
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

  /// The program ends and starts again with another configuration; the store stays.
  void restarts_with(Config config);

  Kiosk& kiosk() { return *kiosk_; }
  [[nodiscard]] Moment now() const { return now_; }
  [[nodiscard]] std::filesystem::path store_file() const { return folder_ / "kiosk.db"; }

 private:
  void load(const std::string& form);
  void start(int limit_pages);

  test::Folder folder_;
  Config config_;
  std::optional<Words> words_;
  std::unique_ptr<Form> form_, chosen_form_;
  std::string complaint_;
  std::optional<Kiosk> kiosk_;
  Moment now_ = test::at(0);
  std::uint64_t starts_ = 0;
};

}  // namespace buurtpeil
