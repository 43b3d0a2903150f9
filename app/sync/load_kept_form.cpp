#include "sync/export.h"

namespace buurtpeil::sync {

LoadedForm load_kept_form(const KeptForm& kept) {
  return load_form_from_bytes(kept.file, kept.source, kept.attachments);
}

}  // namespace buurtpeil::sync
