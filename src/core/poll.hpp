#pragma once

namespace sauro::inline v0_1::detail {

/// Asks the innermost Interruption of this thread, if there is one; throws where the call shall
/// stop. Called in every loop over rows, tasks, paragraphs or blocks, never with a lock held.
void poll();

}  // namespace sauro::inline v0_1::detail
