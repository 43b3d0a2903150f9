// What is left when something was thrown that nobody expected: a sentence and an exit code.
#pragma once

#include <cstdio>
#include <functional>
#include <string>

namespace buurtpeil {

/// Runs `work`, which is all of a program, and gives its exit code. Whatever is thrown out of it is one
/// sentence on `log`, and 1; so is what is thrown where nothing may be, but there the process is aborted.
/// Only the kind of failure is said: what() of other people's exceptions may quote an answer.
[[nodiscard]] int with_last_resort(const std::string& program, const std::function<int()>& work,
                                   std::FILE* log = stderr);

}  // namespace buurtpeil
