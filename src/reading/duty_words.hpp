#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/clauses.hpp"
#include "reading/spoken_words.hpp"

/// The words by which sentences give work to bodies and end it (src/data/duty_words.json).
namespace sauro::inline v0_1::detail {

enum class DutyWord : std::uint8_t {
  introduction,   ///< "giao": before the body
  limit,          ///< "trước": makes a time the end of the work
  soft_limit,     ///< "trong": the same, unless a noun before it takes the time for itself
  no_limit,       ///< "kết quả": such a noun
  hard_no_limit,  ///< "tính": takes it even where a limit stands before the time
  holding,        ///< "tổ chức": on the day that is named
  standing,       ///< "nếu có": goes on all the time or waits for a case
  honorific,      ///< "đồng chí"
  head_post,      ///< "trưởng" of "Trưởng phòng Kinh tế"
  post,           ///< "kế toán": what somebody is besides
  chair,          ///< "chủ tịch": heads a committee below that of the issuer
  telling,        ///< "đã": what stands behind a body is no order
  formula,        ///< "thông báo để các cơ quan biết": gives nothing to do
  demand,         ///< "kết luận": hands out what stands below
  aim,            ///< "phấn đấu": what is hoped for
  heed,           ///< "bảo đảm": what is to be heeded in a work
  topic,          ///< "về": what the clause is about
  link,           ///< "chủ trì": between a body and its work
  attribute,      ///< "gửi": when the things before it were so, not the work
  nominal,        ///< "việc": makes a noun of the verb behind it
  examining,      ///< "rà soát": the work whose things are told apart so
  state,          ///< "kết quả": begins a sentence that tells how things stand
  outcome,        ///< "mới đạt": how they stand
  right,          ///< "có quyền": what somebody is or may do
  modal,          ///< "phải": what is to be
  meeting,        ///< "cuộc họp": whoever chairs it leads no work
  making,         ///< "ban hành": what it names behind it comes out of the work
  submitting,     ///< "trình": what is handed to whoever is named behind it comes out of it
  deadline,       ///< "hạn": names the end of a work before a colon
  issuing,        ///< "ban hành": a document is there from then on
  issued,         ///< "văn bản": before such a verb, which is no work then
  unmade,         ///< "góp ý": right before a verb by which nothing is made then
  condition,      ///< "trường hợp": what it begins waits for a case
  steady,         ///< "thường xuyên": the part of a clause that it stands in has no end
  finishing,      ///< "dứt điểm": what is brought to an end
  visiting,       ///< "kiểm tra": work whose object may be a body
  recipient,      ///< "cho": before whom the work is for
  gathering,      ///< "sơ kết": work that needs no object
  qualifier,      ///< "ven biển": which of a group are meant
  step,           ///< "bước": counts what follows behind a number
  doing           ///< "thực hiện": says nothing of what is done
};

/// A bit for each kind of duty words that a folded word begins some of; most begin none.
[[nodiscard]] std::uint64_t duty_words_begun(const std::string& key);

/// How many words from `first` on are such words; 0 where none begin there.
[[nodiscard]] std::size_t words_ahead(DutyWord role, const std::vector<SpokenWord>& words,
                                      std::size_t first);

/// How many words right before `last` are such words.
[[nodiscard]] std::size_t words_behind(DutyWord role, const std::vector<SpokenWord>& words,
                                       std::size_t last);

/// Whether such words begin at one of the words [first, last).
[[nodiscard]] bool has_words(DutyWord role, const std::vector<SpokenWord>& words, std::size_t first,
                             std::size_t last);

/// How a clause goes on all the time or waits for a case.
enum class Waiting : std::uint8_t {
  no,
  in_part,  ///< "báo cáo kết quả và khó khăn (nếu có)": a part of it does
  yes
};

/// What waits: all of a clause, or words [first, last) of it, beside which a limit may stand.
struct Wait {
  Waiting kind = Waiting::no;
  std::size_t first = 0;
  std::size_t last = 0;
};

[[nodiscard]] Wait waiting_of(const Clause& clause);

/// How many words from `first` on name something to do: "rà soát", "lập"; 0 for none.
[[nodiscard]] std::size_t words_of_work(const Clause& clause, std::size_t first);

}  // namespace sauro::inline v0_1::detail
