#include "reading/cell_roles.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/prose_labels.hpp"
#include "reading/spoken_words.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_role_words = 6;  // words

/// What says a role without a sign beside it.
constexpr std::array<std::string_view, 3> plain_roles = {"chu tri", "phoi hop", "dau moi"};

constexpr std::array<std::string_view, 2> being_words = {"la", "lam"};
/// Words between a role and the names behind it.
constexpr std::array<std::string_view, 3> joining_words = {"voi", "cung", "la"};

/// Brackets that roles stand in.
constexpr std::string_view role_openings = "([";
constexpr std::string_view role_closings = ")]";

bool ends_opened(std::string_view text) {
  return !text.empty() && role_openings.find(text.back()) != role_openings.npos;
}

bool starts_closed(std::string_view text) {
  return !text.empty() && role_closings.find(text.front()) != role_closings.npos;
}

/// Whether a cell is worth a closer look.
bool may_say_roles(std::string_view cell) {
  if (cell.find_first_of("([:") != cell.npos) return true;
  const std::string key = fold(cell);
  return std::any_of(plain_roles.begin(), plain_roles.end(),
                     [&](std::string_view role) { return key.find(role) != std::string::npos; });
}

/// Words with a role, and what joins them to the names that have it.
struct RoleMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool leads = false;
  bool before = false;  ///< its names stand behind it, else before it
};

/// Without separators, brackets and "và" at its ends.
std::string_view bare(std::string_view names) {
  constexpr std::string_view ascii = " \n,;.:-/)([]";
  constexpr std::string_view dash = "–";
  constexpr std::string_view joiner = "và ";
  for (std::size_t size = std::string_view::npos; size != names.size();) {
    size = names.size();
    while (!names.empty() && ascii.find(names.front()) != ascii.npos) names.remove_prefix(1);
    while (!names.empty() && ascii.find(names.back()) != ascii.npos &&
           !(names.back() == ')' && names.find('(') != names.npos))
      names.remove_suffix(1);
    if (names.starts_with(dash)) names.remove_prefix(dash.size());
    if (names.ends_with(dash)) names.remove_suffix(dash.size());
    if (names.starts_with(joiner)) names.remove_prefix(joiner.size());
    if (names.ends_with(" và")) names.remove_suffix(joiner.size());
  }
  return names;
}

/// The marks of a cell, in their order.
class MarkFinder {
 public:
  explicit MarkFinder(std::string_view cell) : cell_(cell), words_(spoken_words(cell)) {}

  std::vector<RoleMark> find() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t count = take(at);
      at += std::max<std::size_t>(count, 1);
    }
    for (std::size_t i = 0; i < marks_.size(); ++i) {  // "(chủ trì, tham mưu)"
      RoleMark& mark = marks_[i];
      if (!mark.leads || mark.before || role_openings.find(cell_[mark.begin]) == role_openings.npos)
        continue;
      const std::size_t close = cell_.find_first_of(role_closings, mark.end - 1);
      const std::size_t next = i + 1 < marks_.size() ? marks_[i + 1].begin : cell_.size();
      if (close != cell_.npos) mark.end = std::max(mark.end, std::min(close + 1, next));
    }
    return std::move(marks_);
  }

 private:
  /// How many words from `first` on are a mark, which is noted: the longest.
  std::size_t take(std::size_t first) {
    std::size_t most = 1;
    while (most < most_role_words && first + most < words_.size() && is_blank(first + most)) ++most;
    for (std::size_t count = most; count > 0; --count) {
      const std::size_t begin = words_[first].at;
      const auto role = prose_role(cell_.substr(begin, words_[first + count - 1].end - begin));
      if (!role) continue;
      const bool leads = certain(*role) == ProseRole::lead;
      if (!leads && certain(*role) != ProseRole::coordinator) continue;
      if (const auto taken = take(first, count, leads)) return *taken;
    }
    return 0;
  }

  std::optional<std::size_t> take(std::size_t first, std::size_t count, bool leads) {
    RoleMark mark{words_[first].at, words_[first + count - 1].end, leads, false};
    const std::string_view ahead = trim(cell_.substr(0, mark.begin));
    const std::string_view behind = trim(cell_.substr(mark.end));
    const bool opened = ends_opened(ahead);
    if (opened) mark.begin = ahead.size() - 1;
    if (opened && starts_closed(behind)) {
      mark.end = cell_.find_first_of(role_closings, mark.end) + 1;
    } else if (behind.starts_with(':')) {
      mark.before = true;
      labelled_ = labelled_ || first == 0;
    } else if (belongs_to_head(first)) {
      return std::nullopt;
    } else {
      const bool starts = bare(ahead).empty();
      std::size_t next = first + count;
      while (is_among(next, joining_words)) ++next;
      const bool named = is_name(next);
      const bool is_said = first > 0 && is_blank(first) && is_among(first - 1, being_words);
      if (is_said) mark.begin = words_[first - 1].at;           // "X là cơ quan chủ trì"
      const bool noun = words().is_generic(words_[first].key);  // "các phòng phối hợp"
      const bool takes_part = !leads && is_led() && ends_part(behind) && !starts && !noun;
      if (!is_said && !takes_part && !is_plain(first) &&
          !((starts || ends_piece(ahead)) && (named || starts)))
        return std::nullopt;
      if (starts) labelled_ = true;
      if (next != first + count) mark.end = words_[next - 1].end;
      const bool joined = next != first + count;
      mark.before = !takes_part && (joined || labelled_ || (!leads && (named || opened)));
      count = next - first;
    }
    marks_.push_back(mark);
    return count;
  }

  template <std::size_t Count>
  [[nodiscard]] bool is_among(std::size_t word,
                              const std::array<std::string_view, Count>& keys) const {
    return word < words_.size() && is_blank(word) &&
           std::find(keys.begin(), keys.end(), words_[word].key) != keys.end();
  }

  /// Whether nothing but blanks stands before a word.
  [[nodiscard]] bool is_blank(std::size_t word) const {
    const std::size_t end = word == 0 ? 0 : words_[word - 1].end;
    return cell_.substr(end, words_[word].at - end).find_first_not_of(' ') == cell_.npos;
  }

  /// Whether a name follows at once: "phối hợp Công an xã".
  [[nodiscard]] bool is_name(std::size_t word) const {
    return word < words_.size() && is_blank(word) &&
           (!starts_lower(words_[word].text) || words_[word].key == "cac");
  }

  /// Whether somebody before is said to lead, so that "Công an xã tham gia" says who helps.
  [[nodiscard]] bool is_led() const {
    return std::any_of(marks_.begin(), marks_.end(), [](const RoleMark& one) { return one.leads; });
  }

  /// Whether a word in capitals goes on with a head that is no body by itself: "Hội đồng Phối hợp".
  [[nodiscard]] bool belongs_to_head(std::size_t first) const {
    constexpr std::size_t longest = 3;  // words of a head
    if (!starts_upper(words_[first].text)) return false;
    std::string head;
    for (std::size_t count = 1; count <= std::min(longest, first); ++count) {
      if (!is_blank(first - count + 1)) break;
      head = words_[first - count].key + (head.empty() ? "" : " " + head);
      if (words().head_size(head) == head.size())
        return !words().stands_alone(head) && !words().is_office(head);
    }
    return false;
  }

  static bool ends_part(std::string_view behind) {
    return behind.empty() || std::string_view(",;.)").find(behind.front()) != behind.npos;
  }

  static bool ends_piece(std::string_view ahead) {
    return ahead.ends_with(',') || ahead.ends_with(';') || ahead.ends_with('.');
  }

  /// Words that say it without a sign: "Phòng Kinh tế chủ trì", "cùng phối hợp".
  [[nodiscard]] bool is_plain(std::size_t first) const {
    if (words_[first].key == "cung") ++first;
    return std::any_of(plain_roles.begin(), plain_roles.end(), [&](std::string_view role) {
      return matching_words(words_, first, role) != 0;
    });
  }

  std::string_view cell_;
  std::vector<SpokenWord> words_;
  std::vector<RoleMark> marks_;
  bool labelled_ = false;  ///< the cell begins with a mark, so that all stand before their names
};

/// Gives each stretch of names between marks to those who lead or to those who help.
class RoleReader {
 public:
  RoleReader(const AgencyResolver& agencies, std::string_view cell, std::vector<RoleMark> marks)
      : agencies_(agencies), cell_(cell), marks_(std::move(marks)) {
    for (const RoleMark& mark : marks_) led_ = led_ || mark.leads;
  }

  CellRoles read() {
    std::size_t from = 0;
    for (std::size_t i = 0; i <= marks_.size(); ++i) {
      const std::size_t end = i < marks_.size() ? marks_[i].begin : cell_.size();
      const RoleMark* const front = i > 0 && marks_[i - 1].before ? &marks_[i - 1] : nullptr;
      const RoleMark* const back = i < marks_.size() && !marks_[i].before ? &marks_[i] : nullptr;
      take(bare(cell_.substr(from, end - from)), front, back);
      if (i < marks_.size()) from = marks_[i].end;
    }
    roles_.led = led_;
    return std::move(roles_);
  }

 private:
  void take(std::string_view names, const RoleMark* front, const RoleMark* back) {
    if (names.empty()) return;
    const std::size_t open = names.find_last_of(role_openings);
    if (open != names.npos &&
        names.find_first_of(role_closings, open) == names.npos) {  // "UBND xã (X chủ trì)"
      take(bare(names.substr(0, open)), front, nullptr);
      return take(bare(names.substr(open)), nullptr, back);
    }
    if (front == nullptr && back == nullptr) {
      roles_.guessed = roles_.guessed || led_;
      return add(names, !led_);
    }
    const bool helps_alone = back != nullptr && !back->leads && !led_ && front == nullptr;
    if ((front == nullptr || back == nullptr) && !helps_alone)
      return add(names, (front != nullptr ? front : back)->leads);
    // "X, Y (phối hợp)": the mark is that of the last name
    std::vector<std::string> parts = agencies_.split(names);
    if (parts.size() == 1) part_last(names, back, parts);
    const bool one = parts.size() == 1 && front == nullptr;
    if (!one && !parts.empty()) {
      const std::string last = std::move(parts.back());
      parts.pop_back();
      for (const std::string& name : parts) add(name, front == nullptr || front->leads);
      return add(last, back->leads);
    }
    add(names, back->leads);
  }

  /// Parts the last name off the one before it where a bracket has a role for it alone: "Phòng Kinh
  /// tế, Tổ bảo vệ rừng (phối hợp)".
  void part_last(std::string_view names, const RoleMark* back,
                 std::vector<std::string>& parts) const {
    const std::size_t sign = names.find_last_of(",;");
    const bool bracketed =
        back != nullptr && role_openings.find(cell_[back->begin]) != role_openings.npos;
    if (!bracketed || sign == names.npos) return;
    const std::string_view before = bare(names.substr(0, sign));
    const std::string_view last = bare(names.substr(sign));
    if (!starts_upper(last) || !agencies_.is_agency(before)) return;
    parts = agencies_.split(before);
    parts.emplace_back(last);
  }

  void add(std::string_view names, bool leads) {
    std::string& all = leads ? roles_.lead : roles_.help;
    if (!all.empty()) all += "; ";
    all += names;
  }

  const AgencyResolver& agencies_;
  std::string_view cell_;
  std::vector<RoleMark> marks_;
  bool led_ = false;  ///< somebody is said to lead
  CellRoles roles_;
};

}  // namespace

CellRoles read_roles(const AgencyResolver& agencies, std::string_view cell) {
  if (!may_say_roles(cell)) return {std::string(cell), {}, false, false};
  const std::string text = agencies.unwrap(cell);
  std::vector<RoleMark> marks = MarkFinder(text).find();
  if (marks.empty()) return {std::string(cell), {}, false, false};
  return RoleReader(agencies, text, std::move(marks)).read();
}

bool names_both_roles(std::string_view header) {
  const std::string key = fold(header);
  return key.find("phoi hop") != std::string::npos &&
         (key.find("chu tri") != std::string::npos || key.find("thuc hien") != std::string::npos);
}

CellRoles roles_in_order(const AgencyResolver& agencies, std::string_view cell) {
  const std::size_t sign = cell.find('/');
  const std::string_view first = bare(cell.substr(0, sign));
  const std::string_view rest = sign == cell.npos ? "" : bare(cell.substr(sign));
  if (!first.empty() && !rest.empty()) return {std::string(first), std::string(rest), true};
  CellRoles roles;
  for (const std::string& name : agencies.split(cell)) {
    if (roles.lead.empty()) {
      roles.lead = name;
    } else {
      roles.help += (roles.help.empty() ? "" : "; ") + name;
    }
  }
  roles.guessed = !roles.help.empty();
  return roles;
}

}  // namespace sauro::inline v0_1::detail
