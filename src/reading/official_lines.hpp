#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "reading/mentions.hpp"

/// Lines that official documents have by rule (Nghị định 30/2020/NĐ-CP) and what they are told by.
namespace sauro::inline v0_1::detail {

inline constexpr std::size_t longest_title = 600;          ///< bytes of one line of a title
inline constexpr std::size_t longest_official_line = 200;  ///< bytes of a letterhead line

/// "Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"; `key` is folded.
[[nodiscard]] bool is_motto(std::string_view key);

/// "Số: 78/KH-UBND", perhaps with place and date after it.
[[nodiscard]] bool is_number_line(std::string_view text);

/// "Vĩnh Phong, ngày 20 tháng 3 năm 2026": place and date; the date may be blank in a draft.
[[nodiscard]] std::optional<DateMention> place_and_date(std::string_view text);

/// The same where a comma parts the place from the date, and nothing follows: no "trước ngày ...".
[[nodiscard]] std::optional<DateMention> day_line(std::string_view text);

/// The day behind the number of a document, where nothing else stands there: "ngày 10/4/2026".
[[nodiscard]] std::optional<DateMention> day_behind_number(std::string_view text);

/// "Phú Hòa" of "Phú Hòa, ngày", which stands before "10/4/2026".
[[nodiscard]] std::string_view without_day_word(std::string_view place);

/// "V/v đôn đốc ...": what a letter is about.
[[nodiscard]] bool is_about_line(std::string_view text);

/// A line without letters and digits.
[[nodiscard]] bool is_rule(std::string_view text);

/// Abbreviation and length of the kind of document that `text` starts with: "KẾ HOẠCH".
struct KindStart {
  std::string_view abbreviation;
  std::size_t size = 0;  ///< 0 where there is none
};
[[nodiscard]] KindStart kind_at(std::string_view text);

/// Where a document hands out work, by its kind.
enum class Orders {
  by_title,    ///< in parts whose titles say so
  by_topic,    ///< in each part but those whose titles say that they tell: a plan
  introduced,  ///< besides, below a sentence or behind a word that hands it out: in minutes,
               ///< notices
  anywhere     ///< in directives, letters, decisions
};

/// Whether such a document gives work only in parts of its text, below their titles.
constexpr bool gives_in_parts(Orders orders) noexcept {
  return orders == Orders::by_title || orders == Orders::by_topic;
}
[[nodiscard]] Orders orders_of_kind(std::string_view abbreviation);

/// "KẾ HOẠCH", "QUY CHẾ LÀM VIỆC", "Báo cáo" alone: a kind that heads a document.
[[nodiscard]] bool is_kind_heading(std::string_view text);

/// Whether `text` begins as only a legal basis does: "Căn cứ", "Theo đề nghị".
[[nodiscard]] bool is_basis_word(std::string_view text);

/// is_basis_word, or "Thực hiện ..." and the like before a document's number.
[[nodiscard]] bool starts_basis(std::string_view text);

/// "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "GIÁM ĐỐC".
[[nodiscard]] bool is_role_line(std::string_view text);

/// The name of a person: two to five words, each with a capital and then small letters.
[[nodiscard]] bool is_person(std::string_view text);

/// "(Đã ký)", "Người ký: ...".
[[nodiscard]] bool is_signing_note(std::string_view text);

/// "Nơi nhận:", perhaps with the recipients after it.
[[nodiscard]] bool is_recipients_line(std::string_view text);

/// "Kính gửi:", "CHỦ TỊCH UBND TỈNH ĐIỆN:", perhaps with those whom it speaks to after it.
[[nodiscard]] bool is_addressees_line(std::string_view text);

/// Whether a closing part can begin with this paragraph: recipients or a post.
[[nodiscard]] bool starts_closing(std::string_view text);

/// The heading of an annex: "Phụ lục 1", "PHỤ LỤC II: ...", "Biểu số 3".
struct AnnexHeading {
  std::optional<int> number;
  std::size_t label_size = 0;  ///< bytes of "Phụ lục 1"
  std::size_t size = 0;        ///< bytes up to the title that may follow
};
[[nodiscard]] std::optional<AnnexHeading> annex_heading(std::string_view text);

/// Whether `text` says which document an annex belongs to: "(Kèm theo Kế hoạch số ...)".
[[nodiscard]] bool is_annex_note(std::string_view text);

}  // namespace sauro::inline v0_1::detail
