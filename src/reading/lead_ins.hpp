#pragma once

#include <optional>
#include <string_view>

#include "reading/context.hpp"
#include "reading/duty_bodies.hpp"
#include "reading/duty_times.hpp"

/// Sentences that hand out what stands below them.
namespace sauro::inline v0_1::detail {

/// Whom a heading or a lead-in gives what stands below it, and until when.
struct Charge {
  DutyOwner owner;
  std::optional<FoundTime> limit;
  bool by_lead_in = false;       ///< those whom an item names itself come first
  bool to_anyone = false;        ///< it hands out work, and names nobody
  bool by_verb = false;          ///< so does what begins with work and names its last day
  bool only_others = false;      ///< the issuer tells what it does itself
  bool only_introduced = false;  ///< a body gets work where "giao" or "yêu cầu" stands before it

  [[nodiscard]] bool any() const noexcept { return owner.any() || to_anyone; }
};

/// Nobody in particular: where no title and no sentence says that there is work, only those get
/// some whom a word such as "giao" names.
[[nodiscard]] const Charge& only_introduced();

/// Nobody in particular below a title that is a topic.
[[nodiscard]] const Charge& by_verb();

/// The same before the first title: what the issuer does there is no work.
[[nodiscard]] const Charge& to_others();

/// Nobody in particular below a title that hands out work: what has a limit is a duty even so.
[[nodiscard]] const Charge& to_anyone();

/// "Chủ tịch UBND tỉnh yêu cầu các đơn vị:"; nothing where what stands below isn't handed out.
/// Where orders stand outside the titles that announce them, one may name nobody: "Giao:",
/// "... kết luận như sau:". Then the addressees of the document are meant.
[[nodiscard]] std::optional<Charge> read_lead_in(Context& context, std::string_view text,
                                                 const TimeframeContext& times);

}  // namespace sauro::inline v0_1::detail
