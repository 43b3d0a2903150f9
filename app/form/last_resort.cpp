#include "form/last_resort.h"

#include <cstdlib>
#include <exception>
#include <new>
#include <typeinfo>

namespace buurtpeil {
namespace {

void say(const std::string& program, const std::string& what, std::FILE* log) {
  std::fputs((program + ": " + what + "\n").c_str(), log);
}

}  // namespace

int with_last_resort(const std::string& program, const std::function<int()>& work, std::FILE* log) {
  std::set_terminate([] {  // the standard library's would print what()
    std::fputs("buurtpeil: ended by a fault of the program itself; report it\n", stderr);
    std::abort();
  });
  try {
    return work();
  } catch (const std::bad_alloc&) {
    say(program, "there is not enough memory; end other programs and start again", log);
  } catch (const std::exception& fault) {
    say(program,
        std::string{"ended by a fault of the program itself ("} + typeid(fault).name() + "); report it", log);
  } catch (...) {
    say(program, "ended by a fault of the program itself; report it", log);
  }
  return 1;
}

}  // namespace buurtpeil
