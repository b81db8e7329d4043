// Amounts in several numbers: "1 tỷ 200 triệu đồng", "10 ± 2 ngày", "2/3 số thôn", "85/100 điểm".
#include <array>
#include <string_view>
#include <utility>

#include "phrases/target_quantities.hpp"

namespace sauro::inline v0_1::detail {
namespace {

struct Scale {
  std::string_view key;
  double factor;
};

/// Words that multiply what is counted, and times; the keys are tone_keys.
constexpr std::array<Scale, 6> scales = {
    {{"ty3", 1e9}, {"ti3", 1e9}, {"triêu5", 1e6}, {"nghin1", 1e3}, {"ngan1", 1e3}, {"trăm", 1e2}}};

double scale_of(std::string_view key) {
  for (const Scale& scale : scales) {
    if (scale.key == key) return scale.factor;
  }
  return 0;
}

}  // namespace

using enum Word;

/// How many units here make one of those two tokens before: "2 giờ 30 phút", "5 tấn 200 kg".
double QuantityReader::parts_of_unit() const {
  constexpr std::size_t second = 2;
  constexpr double minutes = 60;
  constexpr double months = 12;
  if (is(gio) && is(phut, second)) return minutes;
  if (is(nam) && is(thang, second)) return months;
  const MeasuringUnit whole = read_unit_of(0);
  const MeasuringUnit part = read_unit_of(second);
  if (whole.dimension != part.dimension || whole.factor <= part.factor) return 0;
  const double parts = whole.factor / part.factor;
  return token(1).value < parts ? parts : 0;
}

MeasuringUnit QuantityReader::read_unit_of(std::size_t ahead) const {
  return sauro::read_unit(words(at_ + ahead, at_ + ahead + 1));
}

/// "tỷ 200 triệu" behind "1": adds what is said in smaller units; the larger one.
std::string QuantityReader::read_smaller(Target& target) {
  if (!is_word()) return {};
  const std::string named = words(at_, at_ + 1);
  const double first = scale_of(token().key);
  if (first > 0 && is(ruoi, 1)) {
    *target.value += 1.0 / 2;
    at_ += 2;
    return named;
  }
  const double upper = is_word(3) ? scale_of(token(3).key) : 0;
  if (first > 0 && upper >= first && (is_sign('-', 1) || is(den, 1)) && is_number(2)) {
    *target.value *= first / upper;  // "500 triệu - 1 tỷ"
    ++at_;
    return {};
  }
  double scale = first;
  bool read = false;
  while (is_word() && is_number(1) && is_word(2)) {
    const double smaller = scale_of(token(2).key);
    const bool scaled = scale > 0 && smaller > 0 && smaller < scale;
    const double parts = scaled ? first / smaller : parts_of_unit();
    if (parts <= 1) break;
    *target.value = (*target.value * parts + token(1).value) / parts;
    at_ += 2;
    scale = smaller;
    read = true;
  }
  if (read) ++at_;  // the smallest unit
  return read ? named : std::string();
}

/// "± 2" behind a number
bool QuantityReader::read_margin(Target& target) {
  const Token& next = token();
  const bool sign = at_ < tokens_.size() && next.kind == Token::Kind::sign && is_number(1) &&
                    text_.substr(next.begin, next.end - next.begin) == "±";
  const bool written = is_sign(',') && is_sign('/', 1) && is_sign('-', 2) && is_number(3);  // "+/-"
  if (!sign && !written) return false;
  at_ += sign ? 1 : 3;
  const double margin = token().value;
  ++at_;
  target.upper = *target.value + margin;
  *target.value -= margin;
  return true;
}

/// "2/3", "một nửa", "hai phần ba", where what follows can't make a day of it.
std::optional<double> QuantityReader::fraction(const Lead& lead) {
  constexpr double most_parts = 5;
  constexpr double percent = 100;
  const auto of_things = [&](std::size_t ahead) {
    const bool counts = token(ahead).key == "sô2" || token(ahead).key == "tông3";
    if (counts) return true;
    if (!whole_) return false;
    if (!is_word(ahead)) return lead.change;
    constexpr std::array times = {ngay, gio, thang, tuan, nam, quy, diem, phut, va, den, hoac};
    for (const Word word : times) {
      if (is(word, ahead)) return false;
    }
    return true;
  };
  const std::size_t half = is(mot) ? 1 : 0;
  if (is(nua, half) && of_things(half + 1) && !is(dau, half + 1) && !is(cuoi, half + 1)) {
    at_ += half + 1;
    return percent / 2;
  }
  if (is_number() && is_sign('/', 1) && is_number(2) && of_things(3) && !is_sign('/', 3)) {
    const double part = token().value;
    const double all = token(2).value;
    if (part < 1 || part >= all || all > most_parts || token(0).digits > 1) return {};
    at_ += 3;
    return percent * part / all;
  }
  const auto figure = [&](std::size_t at) {
    if (is(tu_number, at)) return 4.0;
    constexpr std::array words = {mot, hai, ba, bon};
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (is(words[i], at)) return static_cast<double>(i + 1);
    }
    return 0.0;
  };
  if (figure(0) == 0 || token(1).key != "phân1" || figure(2) <= figure(0)) return {};
  const double value = percent * figure(0) / figure(2);
  at_ += 3;
  return value;
}

/// "ít nhất 2/3 số thôn", "giảm một nửa": a share
bool QuantityReader::try_fraction(Target target, const Lead& lead, std::size_t begin) {
  const std::size_t first = at_;
  const bool led = piece_start_ || begin == 0 || lead.any;
  const std::optional<double> part = led && !names_number() ? fraction(lead) : std::nullopt;
  if (!part) {
    at_ = first;
    return false;
  }
  target.value = part;
  target.unit = "%";
  read_unit(target, true);
  const bool up = read_tail(target);
  settle_comparison(lead, target, up, false);
  settle_kind(target, lead);
  read_baseline(target);
  finish(std::move(target), begin);
  return true;
}

/// "85/100 điểm", "70/100", "≥ 4/5 điểm": points out of all
bool QuantityReader::is_score(const Lead& lead, bool at_start) const {
  constexpr double days_of_a_month = 31;
  const bool figures = is_number() && is_sign('/', 1) && is_number(2) && !is_year(2);
  if (!whole_ || !figures || token().value > token(2).value || lead.change) return false;
  if (is(diem, 3)) return at_start || lead.any;
  return at_start && token(2).value > days_of_a_month &&
         (at_ + 3 >= tokens_.size() || is_sign(';', 3) || is_sign('.', 3));
}

/// "mỗi xã" before "01 mô hình"
void QuantityReader::skip_each() {
  constexpr std::size_t most_words = 6;
  const auto in_name = [&](std::size_t ahead) {  // "mỗi xã, phường"
    return is_word(ahead) || (ahead > 1 && is_sign(',', ahead) && is_word(ahead + 1));
  };
  if (!whole_ || !is(moi) || unit_of_time(1)) return;
  std::size_t ahead = 1;
  while (ahead <= most_words && in_name(ahead) && !is(co, ahead) && !is(it, ahead) &&
         !is(toi, ahead) && !is(khong, ahead)) {
    ++ahead;
  }
  if (ahead == 1) return;
  if (is(co, ahead)) ++ahead;
  if (is_number(ahead) || is(it, ahead) || is(toi, ahead) || is(khong, ahead)) at_ += ahead;
}

bool QuantityReader::unit_of_time(std::size_t ahead) const {
  return is(ngay, ahead) || is(tuan, ahead) || is(thang, ahead) || is(quy, ahead) ||
         is(nam, ahead) || is(ky, ahead) || is(lan, ahead);
}

}  // namespace sauro::inline v0_1::detail
