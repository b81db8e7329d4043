#include "sauro/phrases/target.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include "data/rank_scopes.hpp"

#include "sauro/text/fold.hpp"
#include "phrases/token_reader.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::Token;
using detail::Word;
using enum detail::Word;
using Kind = Token::Kind;

constexpr std::size_t most_tokens = 20'000;
constexpr std::size_t most_unit_words = 6;
constexpr std::size_t most_share_words = 14;

/// Finds targets in one pass over the tokens of a text.
class Finder : public detail::TokenReader {
 public:
  Finder(std::string_view text, bool whole)
      : TokenReader(text, detail::tokenize(text, detail::Numbers::decimals, most_tokens)),
        whole_(whole) {}

  std::vector<Target> run() {
    while (at_ < tokens_.size()) {
      note_period();
      const std::size_t before = at_;
      if (!may_begin(tokens_[at_])) {
        pass();
        continue;
      }
      if (try_quantity() || try_rank() || try_grade() || try_nothing() || try_trend() ||
          try_assigned()) {
        piece_start_ = false;
        after_target_ = true;
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
  static bool may_begin(const Token& token) {
    if (token.kind == Kind::number) return true;
    if (token.kind == Kind::sign) return is_comparison(token.sign);
    constexpr std::array begins = {dat,   duy,      nhan, ty,  binh,  muc,    la,    them, bang,
                                   phan,  cat,      giam, co,  tang,  khoang, tu,    it,   toi,
                                   khong, nhieu,    thap, nho, duoi,  lon,    vuot,  tren, hon,
                                   xep,   hang_bac, dung, vi,  thu,   trong,  thuoc, o,    nhom,
                                   top,   xuat,     tot,  kha, trung, yeu,    kem,   loai, diem};
    constexpr auto known = [begins] {
      std::array<bool, 256> table{};
      for (const Word word : begins) table[static_cast<std::size_t>(word)] = true;
      return table;
    }();
    return known[static_cast<std::size_t>(token.word)];
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

  void add(Target target, std::size_t begin) {
    target.text = words(begin, at_);
    const bool open =
        target.text.find('(') != std::string::npos && target.text.find(')') == std::string::npos;
    const std::size_t end = tokens_[at_ - 1].end;
    if (open && end < text_.size() && text_[end] == ')') target.text += ')';
    targets_.push_back(std::move(target));
  }

  /// "hằng năm", "đến năm 2030" before a quantity hold for it.
  void note_period() {
    if ((is(hang) || is(moi)) && is(nam, 1)) period_ = "year";
    if ((is(hang) || is(moi)) && is(quy, 1)) period_ = "quarter";
    if ((is(hang) || is(moi)) && is(thang, 1)) period_ = "month";
    if (is(nam) && is_year(1)) period_ = std::to_string(static_cast<int>(token(1).value));
  }

  // quantities

  struct Lead {
    Comparison comparison = Comparison::none;
    bool marked = false;  ///< by a comparison that running text uses for nothing else
    bool from = false;    ///< "từ"
    bool change = false;
    bool any = false;
  };

  bool comparison_word(Lead& lead) {
    using enum Comparison;
    const auto set = [&](Comparison comparison, bool marked) {
      lead.comparison = comparison;
      lead.marked = lead.marked || marked;
      return true;
    };
    if (eat(it, nhat) || eat(toi, thieu) || eat(khong, duoi) || eat(khong, thap, hon) ||
        eat(khong, it, hon) || eat(khong, nho, hon) || eat_sign('g')) {
      return set(at_least, true);
    }
    if (eat(toi, da) || eat(khong, vuot, qua) || eat(khong, qua) || eat(khong, lon, hon) ||
        eat(khong, hon) || eat(nhieu, nhat) || eat(khong, vuot) || eat_sign('l')) {
      return set(at_most, true);
    }
    if (eat_sign('>')) return set(above, true);
    if (eat_sign('<')) return set(below, true);
    if (eat_sign('=')) return set(equal, true);
    if (eat(thap, hon) || eat(nho, hon) || eat(it, hon) || eat(duoi)) return set(below, false);
    if (eat(lon, hon) || eat(vuot) || eat(tren) || eat(hon)) return set(above, false);
    return false;
  }

  bool lead_word(Lead& lead, Target& target) {
    if (eat(phan, dau)) {
      target.stretch = true;
      return true;
    }
    if (eat(cat, giam) || eat(giam)) {
      target.direction = "decrease";
      lead.change = true;
      return true;
    }
    if (eat(co, them) || eat(tang, them) || eat(tang)) {
      target.direction = "increase";
      lead.change = true;
      return true;
    }
    if (eat(khoang)) {
      target.approximate = true;
      return true;
    }
    if (eat(tu)) {
      lead.from = true;
      return true;
    }
    if (lead.any && year_in_lead(target)) return true;
    if (is(co) && is_number(1)) return eat(co);
    return eat(dat) || eat(duy, tri) || eat(nhan, rong) || eat(ty, le) || eat(binh, quan) ||
           eat(muc) || eat(la) || eat(them) || (lead.any && eat(len)) || eat(bang);
  }

  /// "phấn đấu đến năm 2030 đạt"
  bool year_in_lead(Target& target) {
    const std::size_t ahead = is(den) ? 1 : 0;
    if (!is(nam, ahead) || !is_year(ahead + 1)) return false;
    target.period = std::to_string(static_cast<int>(token(ahead + 1).value));
    at_ += ahead + 2;
    return true;
  }

  Lead read_lead(Target& target) {
    Lead lead;
    constexpr int most = 10;
    for (int i = 0; i < most; ++i) {
      if (!comparison_word(lead) && !lead_word(lead, target)) break;
      lead.any = true;
    }
    return lead;
  }

  /// Whether the number here is one of a date, an article or a list.
  [[nodiscard]] bool names_something() const {
    if (at_ > 0 && tokens_[at_ - 1].kind == Kind::word) {
      const Token& before = tokens_[at_ - 1];
      const bool unit = before.word == nam || before.word == thang || before.word == quy ||
                        before.word == ngay || before.word == thu;
      const std::string& key = before.key;
      if (unit || key == "sô2" || key == "điêu1" || key == "khoan3" || key == "lân1") return true;
    }
    if (is_sign('/', 1) && (is_number(2) || token(2).kind == Kind::word)) {
      return is_number(2) || !known_rate(2);
    }
    return is(thang, 1) && is_number(2);
  }

  [[nodiscard]] bool known_rate(std::size_t ahead) const {  // "3 cuộc/năm" has its unit before
    return is(nam, ahead) || is(quy, ahead) || is(thang, ahead);
  }

  bool try_quantity() {
    const std::size_t begin = at_;
    Target target;
    target.kind = TargetKind::quantity;
    const Lead lead = read_lead(target);
    if (!is_number() || names_something()) return back_to(begin);
    const bool joined = after_target_ && !targets_.empty();
    target.value = token().value;
    ++at_;
    bool percent = eat_sign('%');
    read_range(target, percent);
    if (percent) target.unit = "%";
    read_unit(target, percent);
    read_rate(target);
    const bool up = read_tail(target);
    if (!accepts(lead, target, percent || up, begin, joined)) return back_to(begin);
    settle_comparison(lead, target, up, joined);
    if (lead.change) target.kind = TargetKind::change;
    read_baseline(target);
    read_after(target);
    if (target.period.empty()) target.period = period_;
    as_rank(target);
    add(std::move(target), begin);
    return true;
  }

  bool back_to(std::size_t place) {
    at_ = place;
    return false;
  }

  void read_range(Target& target, bool& percent) {
    const std::size_t before = at_;
    if (!eat_sign('-') && !eat(den)) return;
    target.upper_excluded = eat(duoi);
    if (!is_number() || names_something() || is_year()) {
      target.upper_excluded = false;
      at_ = before;
      return;
    }
    target.upper = token().value;
    ++at_;
    percent = eat_sign('%') || percent;
  }

  [[nodiscard]] bool ends_unit() const {
    const Token& next = token();
    if (next.kind != Kind::word) return true;
    switch (next.word) {
      case tren:  // "07 doanh nghiệp trên 1.000 dân"
        return !(is_number(1) && token(2).kind == Kind::word && is_people(token(2)));
      case tro:
      case trong:
      case so:
      case va:
      case hoac:
      case de:
      case den:
      case tu:
      case theo:
      case khi:
      case dat:
      case phan:
      case voi:
      case hang:
      case moi:
      case duoi:
        return true;
      case nam:
      case quy:
      case thang:
        if (next.word == nam && next.key != "năm") return false;  // "Đông Nam Á"
        return is_number(1) || unit_words_ > 0;
      case tang:
      case giam:
        return unit_words_ > 0;
      default:
        return false;
    }
  }

  static bool is_people(const Token& token) {
    return token.key == "dân" || token.key == "ngươi1" || token.key == "hô5";
  }

  /// The noun that is counted, or what a share is of.
  void read_unit(Target& target, bool percent) {
    const std::size_t begin = at_;
    const std::size_t most = percent ? most_share_words : most_unit_words;
    for (unit_words_ = 0; unit_words_ < most && at_ < tokens_.size() && !ends_unit();
         ++unit_words_) {
      if (is(tren)) ++at_;  // and its number
      ++at_;
    }
    (percent ? target.of : target.unit) = words(begin, at_);
  }

  /// "/năm", "/vạn dân"
  void read_rate(Target& target) {
    read_one_rate(target);
    read_one_rate(target);  // "đồng/người/năm"
  }

  void read_one_rate(Target& target) {
    if (!is_sign('/')) return;
    if (known_rate(1)) {
      target.period = is(nam, 1) ? "year" : is(quy, 1) ? "quarter" : "month";
      at_ += 2;
      return;
    }
    const std::size_t begin = at_;
    ++at_;
    if (is_number()) ++at_;
    for (int i = 0; i < 2 && token().kind == Kind::word && !ends_unit(); ++i) ++at_;
    target.unit += words(begin, at_);
  }

  bool read_tail(Target& target) {
    if (eat(tro, len)) {
      if (target.comparison == Comparison::none) target.comparison = Comparison::at_least;
      return true;
    }
    if (eat(tro, xuong)) {
      target.comparison = Comparison::at_most;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool accepts(const Lead& lead, const Target& target, bool clear, std::size_t begin,
                             bool joined) const {
    const bool plain_range = target.upper.has_value();
    if (clear || lead.change) return clear || lead.marked || !target.unit.empty();
    if (lead.marked) return whole_ || !target.unit.empty();
    if (!whole_) return false;
    const bool at_start = piece_start_ || begin == 0 || (joined && !target.unit.empty());
    return at_start || lead.comparison != Comparison::none || plain_range;
  }

  void settle_comparison(const Lead& lead, Target& target, bool up, bool joined) {
    if (target.upper) {
      target.comparison = Comparison::range;
    } else if (up) {
      return;  // "trở lên" has said it
    } else if (lead.comparison != Comparison::none) {
      target.comparison = lead.comparison;
    } else if (lead.from) {
      target.comparison = Comparison::at_least;
    } else if (joined && !lead.any && target.unit != "%" && !targets_.back().unit.empty()) {
      target.comparison = targets_.back().comparison;  // "≥ 01 HTX và 10 tổ hợp tác"
      if (target.comparison == Comparison::range) target.comparison = Comparison::equal;
    } else {
      target.comparison = Comparison::equal;
    }
  }

  /// Words up to the end of the piece.
  std::string rest_of_piece() {
    const std::size_t begin = at_;
    while (at_ < tokens_.size() &&
           (tokens_[at_].kind != Kind::sign || is_sign('-') || (is_sign('/') && is_number(1)))) {
      if (is(phan) && is(dau, 1)) break;
      ++at_;
    }
    return words(begin, at_);
  }

  void read_baseline(Target& target) {
    if (eat(so, voi)) target.baseline = rest_of_piece();
  }

  /// "năm 2026", "mỗi năm", "trở lên" said twice, after the quantity
  void read_after(Target& target) {
    const std::size_t before = at_;
    eat(trong);
    if (eat(hang, nam) || eat(moi, nam)) {
      target.period = "year";
    } else if (is(nam) && is_year(1) && !is_sign(':', 2)) {  // "(năm 2026: 90%)" is the next one's
      target.period = std::to_string(static_cast<int>(token(1).value));
      at_ += 2;
    } else {
      at_ = before;
    }
  }

  static void as_rank(Target& target) {
    if (target.unit.empty() || target.unit == "%") return;
    if (!names_scope(target.unit)) return;
    target.kind = TargetKind::rank;
    target.scope = std::exchange(target.unit, "");
  }

  // places and grades

  static bool names_scope(std::string_view words) {
    const std::string key = fold(words);
    return std::any_of(detail::data::rank_scopes.begin(), detail::data::rank_scopes.end(),
                       [&](const auto& row) { return key.starts_with(row[0]); });
  }

  /// "đứng đầu cả nước", but not "đứng đầu cơ quan"
  [[nodiscard]] bool heads_others() const {
    if (token().kind != Kind::word || is(trong) || is(ve)) return true;
    return names_scope(words(at_, std::min(at_ + 3, tokens_.size())));
  }

  /// "xếp hạng trong nhóm 10 địa phương dẫn đầu", "top 5", "đứng thứ 3"
  bool try_rank() {
    const std::size_t begin = at_;
    Target target;
    target.kind = TargetKind::rank;
    Lead lead;
    while (lead_word(lead, target)) lead.any = true;
    bool named = false;
    while (eat(xep) || eat(hang_bac) || eat(dung) || eat(vi, tri) || eat(thu, hang_bac)) {
      named = true;
    }
    eat(trong) || eat(thuoc) || eat(o);
    const bool group = eat(nhom) || eat(top);
    if (eat(dau) && named && heads_others()) {
      target.comparison = Comparison::equal;
      target.value = 1;
      target.scope = rest_of_piece();
      add(std::move(target), begin);
      return true;
    }
    const bool ordinal = !group && named && (eat(thu) || true);
    if (!(group || ordinal) || !is_number() || is_sign('%', 1)) return back_to(begin);
    target.comparison = group ? Comparison::at_most : Comparison::equal;
    target.value = token().value;
    ++at_;
    read_unit(target, false);
    target.scope = std::exchange(target.unit, "");
    if (eat(tro, len)) target.comparison = Comparison::at_most;
    add(std::move(target), begin);
    return true;
  }

  bool try_grade() {
    const std::size_t begin = at_;
    Target target;
    target.kind = TargetKind::grade;
    bool lead = false;
    while (eat(dat) || eat(duy, tri)) continue;
    while (eat(xep, loai) || eat(loai) || eat(muc) || eat(diem) || eat(hang_bac) || eat(tu)) {
      lead = true;
    }
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
    const bool by_years = is(qua, 1) || token(1).key == "dân1";
    if (!by_years) return back_to(begin);
    ++at_;
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
    target.baseline = rest_of_piece();
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
    if (eat(dat, va, vuot)) {
      target.comparison = Comparison::at_least;
    } else if (eat(khong, vuot, qua) || eat(khong, vuot)) {
      target.comparison = Comparison::at_most;
    } else if (eat(vuot)) {
      target.comparison = Comparison::above;
    } else {
      return false;
    }
    target.baseline = rest_of_piece();
    const std::string key = fold(target.baseline);
    const bool set_by_others = key.find("giao") != std::string::npos ||
                               key.find("chi tieu") != std::string::npos ||
                               key.find("ke hoach") != std::string::npos;
    if (!set_by_others && !(whole_ && target.comparison == Comparison::at_least)) {
      return back_to(begin);
    }
    add(std::move(target), begin);
    return true;
  }

  bool whole_;
  std::size_t unit_words_ = 0;
  bool piece_start_ = true;
  bool after_target_ = false;
  std::string period_;
  std::vector<Target> targets_;
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
