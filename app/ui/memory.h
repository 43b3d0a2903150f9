// What is remembered from one frame to the next, besides the view: where the finger is, how far the page is
// scrolled, which list is open. Whoever remembers something declares a type for it next to its own code and
// asks for that type; nobody else has to know of it:
//
//   struct WheelTurns { int count = 0; };
//   int& turns = memory.of<WheelTurns>(field.path).count;
//
// All of it is forgotten when another view is shown, so that nobody finds what another visitor did; but for
// one that lies before it (PageInfo::depth), and is closed again.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <typeindex>

namespace buurtpeil {

class Memory {
 public:
  /// The value of that type for a field's path, or the only one; made with its defaults when it is asked for
  /// first. It stays where it is until it is forgotten.
  template <class State>
  [[nodiscard]] State& of(std::string_view path = {}) {
    auto& states = states_[typeid(State)];
    auto found = states.find(path);
    if (found == states.end()) found = states.emplace(path, std::make_shared<State>()).first;
    return *static_cast<State*>(found->second.get());
  }

 private:
  std::map<std::type_index, std::map<std::string, std::shared_ptr<void>, std::less<>>> states_;
};

}  // namespace buurtpeil
