#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reading/clauses.hpp"
#include "reading/context.hpp"

/// Where the names of bodies end in a clause.
namespace sauro::inline v0_1::detail {

inline constexpr std::size_t longest_names = 60;  ///< words of a list of bodies
inline constexpr std::size_t no_word = static_cast<std::size_t>(-1);

/// Whether a word in small letters begins work, or leads to it: "rà soát", "chịu trách nhiệm".
[[nodiscard]] bool leads_to_work(const Clause& clause, std::size_t at);

/// Whether a word begins with a small letter.
[[nodiscard]] bool starts_small(const Clause& clause, std::size_t word);

/// Whether what stands behind a name at a word tells something, or what the body may do: "đã",
/// "là".
[[nodiscard]] bool tells_at(const Clause& clause, std::size_t at);

/// How many words from `at` on say who heads the body named behind him: "Thủ trưởng", and "Chủ
/// tịch" of another body than the issuer; 0 for none.
[[nodiscard]] std::size_t head_post_at(const Context& context, const Clause& clause,
                                       std::size_t at);

/// Whether a time begins at a word, with what makes it a limit: "trước ngày ...", "trong tháng 6",
/// "hằng quý", "30/6/2026".
[[nodiscard]] bool begins_time(const Clause& clause, std::size_t at);

/// The names of words [first, last), without those who head the bodies: "các sở; UBND các xã" of
/// "các sở; Chủ tịch UBND các xã".
[[nodiscard]] std::string names_between(const Context& context, const Clause& clause,
                                        std::size_t first, std::size_t last);

/// Names from a word on: the word behind them, and the words with which each of them begins where
/// a comma is missing between two.
struct NameRun {
  std::size_t end = no_word;
  std::vector<std::size_t> starts;
  bool guessed = false;  ///< it is open where they end or part
};

/// The longest names from word `first` on. They end before a verb, a sign or the end; else behind
/// a capital or a word such as "liên quan".
[[nodiscard]] NameRun find_names(const Context& context, const Clause& clause, std::size_t first);

/// Whether a name only says what its head does and not with what, so that the verb behind it
/// belongs to it: "Phòng Quản lý" of "Phòng Quản lý xây dựng công trình"; no verb that stands in no
/// name.
[[nodiscard]] bool is_unfinished(const Context& context, const Clause& clause, std::size_t first,
                                 std::size_t end);

/// The word behind the bodies that a clause names from word `first` on: all before its colon, or
/// before its verb. "Tổ chức" may be one or a part of a name.
[[nodiscard]] std::size_t end_of_subject(const Context& context, const Clause& clause,
                                         std::size_t first);

/// Where a known body ends among the words [first, end) that could be its name, the last of a list:
/// "Công an xã" of "Công an xã tuần tra".
[[nodiscard]] std::size_t end_of_known(const Context& context, const Clause& clause,
                                       std::size_t first, std::size_t end);

/// The word behind the known body that a clause begins with at word `first`; no_word for none.
[[nodiscard]] std::size_t known_at(const Context& context, const Clause& clause, std::size_t first);

/// The word behind the known bodies that a clause lists from word `first` on; no_word for none.
[[nodiscard]] std::size_t known_list_at(const Context& context, const Clause& clause,
                                        std::size_t first);

/// The word behind somebody without a name of his own, "Nhà thầu", "Các hộ kinh doanh", with whom a
/// clause goes on at word `first`; no_word for none.
[[nodiscard]] std::size_t nameless_at(const Clause& clause, std::size_t first);

/// The word behind a group of which some are meant, "Các xã còn lại", "Các trường học trên địa bàn
/// xã", with which a clause goes on at word `first`; no_word for none.
[[nodiscard]] std::size_t group_at(const Clause& clause, std::size_t first);

/// Where the last of the names between two words begins.
[[nodiscard]] std::size_t start_of_last(const Clause& clause, std::size_t first, std::size_t end);

/// The word behind what tells a branch of the body apart that ends before word `at`: "chi nhánh
/// tỉnh", "khu vực II"; `at` where nothing does.
[[nodiscard]] std::size_t behind_branch(const Clause& clause, std::size_t at);

/// The word behind a bracket that opens before word `at`; `at` where none does.
[[nodiscard]] std::size_t behind_bracket(const Clause& clause, std::size_t at);

/// Adds the ids of the bodies of a run that aren't there yet.
void identify(Context& context, const Clause& clause, const NameRun& run,
              std::vector<std::string>& ids);

}  // namespace sauro::inline v0_1::detail
