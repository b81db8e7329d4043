#include "sauro/phrases/target.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "phrases/target_ranks.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::Token;
using detail::Word;
using enum detail::Word;
using Kind = Token::Kind;

/// Finds targets in one pass over the tokens of a text.
class Finder : public detail::RankReader {
 public:
  using RankReader::RankReader;

  std::vector<Target> run() {
    while (at_ < tokens_.size()) {
      note_period();
      const std::size_t before = at_;
      if (!may_begin()) {
        pass();
        continue;
      }
      const std::size_t known = targets_.size();
      if (try_quantity() || try_rank() || try_grade() || try_nothing() || try_change_of() ||
          try_trend() || try_assigned()) {
        piece_start_ = false;
        after_target_ = targets_.size() > known;  // some take words only to pass them
        continue;
      }
      at_ = before;
      pass();
    }
    return std::move(targets_);
  }

 private:
  static bool is_comparison(char sign) { return std::string_view("gl<>=").find(sign) < 5; }

  /// Whether a target can begin here; most words of a running text are none of these.
  [[nodiscard]] bool may_begin() const {
    const Token& token = tokens_[at_];
    if (token.kind == Kind::number) return true;
    if (token.kind == Kind::sign) return is_comparison(token.sign);
    static constexpr std::array begins = {
        dat,  duy,    nhan,     ty,   binh, muc,   la,    them,  bang, phan, cat, giam, co,
        tang, khoang, tu,       it,   toi,  khong, nhieu, thap,  nho,  duoi, lon, vuot, tren,
        hon,  xep,    hang_bac, dung, vi,   thu,   trong, thuoc, o,    nhom, top, xuat, tot,
        kha,  trung,  yeu,      kem,  loai, diem,  nua,   mot,   hai,  ba,   bon};
    static constexpr auto known = [] {
      std::array<bool, 256> table{};
      for (const Word word : begins) table[static_cast<std::size_t>(word)] = true;
      return table;
    }();
    static constexpr std::array in_cells = {sau_number, bay, tam_number, chin, muoi, moi};
    const bool in_cell =
        whole_ && std::find(in_cells.begin(), in_cells.end(), token.word) != in_cells.end();
    return in_cell || known[static_cast<std::size_t>(token.word)] || may_begin(phrase().role);
  }

  static bool may_begin(detail::TargetRole role) {
    using enum detail::TargetRole;
    return role != none && role < joined && role != up_to && role != down_to;
  }

  /// Leaves a token that begins no target.
  void pass() {
    const Token& token = tokens_[at_];
    piece_start_ = token.kind == Kind::sign && token.sign != '%' && token.sign != '/';
    const bool sentence = token.kind == Kind::sign && (token.sign == ';' || token.sign == '.');
    if (sentence) period_.clear();
    if (token.kind != Kind::word || token.word != va) after_target_ = false;
    ++at_;
  }

  // grades

  bool try_grade() {
    const std::size_t begin = at_;
    Target target;
    target.kind = TargetKind::grade;
    take_some([&] { return eat(dat) || eat(duy, tri); });
    const bool lead = take_some([&] {
      return eat(xep, loai) || eat(loai) || eat(muc) || eat(diem) || eat(hang_bac) || eat(tu);
    });
    const std::size_t name = at_;
    const bool letter = lead && is_word() && token().key.size() == 1 && token().key[0] <= 'd' &&
                        token().end - token().begin == 1;
    if (letter) {
      ++at_;
    } else if (!(eat(xuat, sac) || eat(tot) || eat(kha) || eat(trung, binh) || eat(yeu) ||
                 eat(kem))) {
      return back_to(begin);
    }
    if (is(cua)) return back_to(begin);  // "mức trung bình của tỉnh"
    target.grade = words(name, at_);
    target.comparison = Comparison::equal;
    const bool up = read_tail(target);
    if (up) target.comparison = Comparison::at_least;
    if (!lead && !up) return back_to(begin);
    read_after(target);
    add(std::move(target), begin);
    return true;
  }

  // words without a number

  /// "Không có TTHC ban hành trái thẩm quyền": none of it
  bool try_nothing() {
    const std::size_t begin = at_;
    if (!piece_start_ && at_ != 0) return false;
    if (!eat(khong)) return false;
    if (!(eat(co) || eat(de, xay, ra) || eat(de, phat, sinh) || eat(de) || eat(phat, sinh) ||
          eat(xay, ra))) {
      return back_to(begin);
    }
    if (token().kind != Kind::word) return back_to(begin);
    Target target;
    target.kind = TargetKind::quantity;
    target.comparison = Comparison::equal;
    target.value = 0;
    target.unit = rest_of_piece();
    add(std::move(target), begin);
    return true;
  }

  /// "cao hơn năm 2025", "tăng hơn so với năm trước liền kề", "tăng qua các năm"
  bool try_trend() {
    const std::size_t begin = at_;
    Target target;
    target.kind = TargetKind::change;
    target.stretch = eat(phan, dau);
    eat(dat);
    if (compared_with(target)) return finish_comparison(std::move(target), begin);
    if (!is(tang) && !is(giam)) return back_to(begin);
    const bool more = is(tang);
    constexpr std::size_t most_between = 5;
    for (std::size_t i = 1; i <= most_between; ++i) {
      if (token(i).kind != Kind::word) break;
      if (is(so, i) && is(voi, i + 1)) {
        at_ += i + 2;
        return finish_trend(std::move(target), more, begin);
      }
    }
    const bool steady = phrase(1).role == detail::TargetRole::steadily;
    const bool by_years = is(qua, 1) || (steady && (whole_ || token(1).key == "dân1"));
    if (!by_years) return back_to(begin);
    ++at_;
    if (eat(detail::TargetRole::steadily) && !is(qua) && !is(so)) {
      const bool by = is(theo);  // "theo yêu cầu phát triển" is not what grows
      std::string rest = rest_of_piece();
      if (!by) target.of = std::move(rest);
      target.direction = more ? "increase" : "decrease";
      target.comparison = more ? Comparison::above : Comparison::below;
      add(std::move(target), begin);
      return true;
    }
    return finish_trend(std::move(target), more, begin);
  }

  /// "cao hơn", "không thấp hơn", "bằng hoặc cao hơn", "trên mức" before words, not a number
  bool compared_with(Target& target) {
    const std::size_t begin = at_;
    const bool negated = eat(khong);
    const bool or_equal = eat(bang, hoac);
    const bool more = is(lon);
    const bool mean = is(tren) && is(muc, 1);
    if (!mean && !((more || is(thap)) && is(hon, 1))) return back_to(begin);
    at_ += mean ? 1 : 2;
    eat(so, voi);
    const bool against = is(nam) || is(so) || is(muc) || is(ky) || is(binh);
    if (!is_word() || (!against && !whole_)) return back_to(begin);
    using enum Comparison;
    target.comparison = more || mean ? above : below;
    if (or_equal) target.comparison = more ? at_least : at_most;
    if (negated) target.comparison = more || mean ? at_most : at_least;
    if (!negated && !or_equal) target.direction = more || mean ? "increase" : "decrease";
    return true;
  }

  bool finish_comparison(Target target, std::size_t begin) {
    if (target.direction.empty()) {
      target.baseline = rest_of_piece();
    } else {
      read_comparison(target);
    }
    add(std::move(target), begin);
    return true;
  }

  bool finish_trend(Target target, bool more, std::size_t begin) {
    target.direction = more ? "increase" : "decrease";
    target.comparison = more ? Comparison::above : Comparison::below;
    return finish_comparison(std::move(target), begin);
  }

  /// "Vượt chỉ tiêu của tỉnh giao", "không vượt quá số lượng được giao": a number that others set
  bool try_assigned() {
    const std::size_t begin = at_;
    Target target;
    target.kind = TargetKind::quantity;
    bool by_verb = false;  // "không quá" leads much else
    if (eat(dat, va, vuot)) {
      if (is_number()) return back_to(begin);  // "đạt và vượt 500 tỷ đồng"
      target.comparison = Comparison::at_least;
    } else if (eat(khong, vuot, qua) || eat(khong, vuot)) {
      target.comparison = Comparison::at_most;
    } else if (eat(khong, qua)) {
      by_verb = true;
      target.comparison = Comparison::at_most;
    } else if (eat(vuot)) {
      target.comparison = Comparison::above;
    } else {
      return false;
    }
    const bool needs_none = whole_ && target.comparison == Comparison::at_least;
    if (!needs_none && at_ < unassigned_) return back_to(begin);
    const std::size_t first = at_;
    target.baseline = rest_of_piece();
    if (!needs_none && !is_assigned(first, by_verb)) {
      unassigned_ = at_;  // nor is what begins later in this piece
      return back_to(begin);
    }
    add(std::move(target), begin);
    return true;
  }

  /// Whether the words since token `first` name a number that others set.
  [[nodiscard]] bool is_assigned(std::size_t first, bool by_verb) const {
    return std::any_of(phrases_.begin() + static_cast<std::ptrdiff_t>(first),
                       phrases_.begin() + static_cast<std::ptrdiff_t>(at_), [&](const auto& one) {
                         return one.role == detail::TargetRole::assigned ||
                                (!by_verb && one.role == detail::TargetRole::set_number);
                       });
  }

  std::size_t unassigned_ = 0;  ///< end of the piece in which no such words stand
};

}  // namespace

std::vector<Target> find_targets(std::string_view text) { return Finder(text, false).run(); }

std::vector<Target> parse_target(std::string_view text) {
  std::vector<Target> targets = Finder(text, true).run();
  if (targets.empty()) {
    Target none;
    none.text = text;
    targets.push_back(std::move(none));
  }
  return targets;
}

}  // namespace sauro::inline v0_1
