// What the kiosk shows while nobody is in front of it: the invitation, or that it is out of service. Both in
// every language that is offered.
#pragma once

#include <cstdint>

#include "kiosk/service.h"
#include "ui/view.h"

namespace buurtpeil {

/// With the form's first question where the form wishes that (kiosk_first). The invitation's slides change
/// every 12 s: long enough to read a sentence twice.
[[nodiscard]] AttractView attract_view(const Service& service, Moment now);
/// When the next slide is due, on the monotonic clock.
[[nodiscard]] std::int64_t next_slide_ms(Moment now);

[[nodiscard]] OutOfServiceView out_of_service_view(const Service& service);

}  // namespace buurtpeil
