// Plays recordings by another program (`play` of sox, which knows .wav, .mp3, .ogg and .flac), one at a time.
// A thread of its own starts, ends and reaps it: no call here waits. When the program is missing, fails or
// hangs there is no sound, and nothing else happens.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace buurtpeil {

class Player {
 public:
  /// `wake` is called from another thread when a recording came to its end by itself: ask ended() then.
  /// `program` gets the arguments of `play`; another one stands in for it in tests.
  explicit Player(std::function<void()> wake, std::string program = "play");
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;
  ~Player();  ///< silence

  /// Ends what sounds and begins this file. `number` is given back by ended(). 0 dB is as loud as it was
  /// recorded.
  void play(long number, const std::string& file, int decibels);
  /// Ends what sounds at once, and all that its program has started; no Ended comes of it.
  void stop();

  struct Ended {
    long number = 0;
    std::string complaint;  ///< why it did not sound to its end, in one line; "" when it did
  };
  /// A recording that came to its end by itself, once each; nothing when there is none.
  [[nodiscard]] std::optional<Ended> ended();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace buurtpeil
