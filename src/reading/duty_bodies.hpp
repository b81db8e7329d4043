#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/plan/narrative.hpp"
#include "reading/clauses.hpp"
#include "reading/context.hpp"

/// Who does something, and with whom, as a clause says it.
namespace sauro::inline v0_1::detail {

/// Whom a clause or a heading gives its work to.
struct DutyOwner {
  std::vector<std::string> leads;    ///< ids of agencies
  std::vector<std::string> helpers;  ///< of whom a bracket says that they help
  std::vector<Person> people;
  std::size_t begin = 0;    ///< the word with which the names begin, or what introduces them
  std::size_t end = 0;      ///< the word behind the names
  bool introduced = false;  ///< by "giao", "yêu cầu"
  bool guessed = false;     ///< it is open where the names end

  [[nodiscard]] bool any() const noexcept { return !leads.empty() || !people.empty(); }
};

/// The clauses of a text; one that only lists bodies goes on in the next: "Yêu cầu Thủ trưởng các
/// sở; Chủ tịch UBND các xã tập trung ...".
[[nodiscard]] std::vector<Clause> cut_orders(const Context& context, std::string_view text);

/// The bodies or persons that a clause begins with and gives its work to: "Giao Phòng Kinh tế chủ
/// trì ...", "Phòng Kinh tế: ...", "Đồng chí Lê Văn An - Trưởng phòng Kinh tế theo dõi ...".
[[nodiscard]] DutyOwner find_owner(Context& context, const Clause& clause, std::size_t from = 0);

/// The known bodies that a clause begins with, whatever verb follows: "Công an xã trực ..."; and
/// where they may be, such as have no name: "Nhà thầu dọn ...".
[[nodiscard]] DutyOwner find_known_owner(Context& context, const Clause& clause, std::size_t from,
                                         bool may_be_nameless);

/// The same of a heading that consists of them.
[[nodiscard]] DutyOwner owner_of_heading(Context& context, const Clause& heading);

/// "... do Trung tâm Phục vụ hành chính công thực hiện ..."
[[nodiscard]] DutyOwner find_doer(Context& context, const Clause& clause);

/// The word behind "chủ trì" or "là cơ quan chủ trì" at word `at`; `at` where nobody is said to
/// lead.
[[nodiscard]] std::size_t behind_lead(const Clause& clause, std::size_t at);

/// The bodies that a clause begins with where a bracket says the role of the last one, known or
/// not: "Phòng Kinh tế, Kiểm lâm địa bàn (phối hợp) rà soát ...".
[[nodiscard]] DutyOwner find_bracketed(Context& context, const Clause& clause, std::size_t from);

/// Bodies that help: "phối hợp với X, Y"; the words [begin, end) that say so, 0 and 0 for none.
struct Partners {
  std::vector<std::string> ids;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool ends_before_work = false;
  bool guessed = false;  ///< it is open where a name ends
};
[[nodiscard]] Partners find_partners(Context& context, const Clause& clause, std::size_t from);

}  // namespace sauro::inline v0_1::detail
