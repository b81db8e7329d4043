#include "phrases/target_reader.hpp"

#include <utility>

namespace sauro::inline v0_1::detail {
namespace {

using Kind = Token::Kind;

constexpr std::size_t most_unit_words = 6;
constexpr std::size_t most_share_words = 14;

}  // namespace

using enum Word;

TargetReader::TargetReader(std::string_view text, bool whole)
    : TokenReader(text, tokenize(text, Numbers::decimals)), whole_(whole) {
  phrases_.reserve(tokens_.size());
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    phrases_.push_back(target_phrase_at(tokens_, at));
  }
}

void TargetReader::add(Target target, std::size_t begin) {
  target.text = closed_words(begin, at_);
  targets_.push_back(std::move(target));
}

std::string TargetReader::closed_words(std::size_t begin, std::size_t end) const {
  std::string text = words(begin, end);
  const bool open = text.find('(') != std::string::npos && text.find(')') == std::string::npos;
  const std::size_t after = begin < end ? tokens_[end - 1].end : text_.size();
  if (open && after < text_.size() && text_[after] == ')') text += ')';
  return text;
}

bool TargetReader::back_to(std::size_t place) {
  at_ = place;
  return false;
}

void TargetReader::note_period() {
  if ((is(hang) || is(moi)) && is(nam, 1)) period_ = "year";
  if ((is(hang) || is(moi)) && is(quy, 1)) period_ = "quarter";
  if ((is(hang) || is(moi)) && is(thang, 1)) period_ = "month";
  if (is(nam) && is_year(1)) period_ = std::to_string(static_cast<int>(token(1).value));
}

std::optional<double> TargetReader::read_count(const Lead& lead) {
  if (is_number()) {
    if (names_something()) return {};
    const double value = token().value;
    ++at_;
    const SpelledNumber again = spelled_number_at(tokens_, at_);
    if (again.size > 0 && again.value == value) at_ += again.size;
    return value;
  }
  if (!lead.marked && !(whole_ && (lead.change || counts_in_words()))) return {};
  const SpelledNumber spelled = spelled_number_at(tokens_, at_);
  at_ += spelled.size;
  return spelled.size > 0 ? std::optional<double>(spelled.value) : std::nullopt;
}

bool TargetReader::counts_in_words() const {
  constexpr int ten = 10;
  const SpelledNumber spelled = spelled_number_at(tokens_, at_);
  if (spelled.size == 0 || !is_word(spelled.size)) return false;
  return spelled.value >= ten || phrase(spelled.size).role == TargetRole::counted;
}

std::string TargetReader::read_share() {
  if (eat_sign('%')) return "%";
  const Token& next = token();
  const bool permille = next.kind == Kind::sign && at_ < tokens_.size() &&
                        text_.substr(next.begin, next.end - next.begin) == "‰";
  if (permille) {
    ++at_;
    return "‰";
  }
  if (next.key != "phân1") return {};
  const std::string& of = token(1).key;  // tone_keys of "trăm" and "nghìn"
  if (of != "trăm" && of != "nghin1" && of != "ngan1") return {};
  at_ += 2;
  return of == "trăm" ? "%" : "‰";
}

bool TargetReader::names_number() const {
  if (at_ == 0 || tokens_[at_ - 1].kind != Kind::word) return false;
  const Token& before = tokens_[at_ - 1];
  const bool unit = before.word == nam || before.word == thang || before.word == quy ||
                    before.word == ngay || before.word == thu;
  const std::string& key = before.key;
  return unit || key == "sô2" || key == "điêu1" || key == "khoan3" || key == "lân1";
}

bool TargetReader::names_something() const {
  if (names_number()) return true;
  if (is_sign('/', 1) && (is_number(2) || token(2).kind == Kind::word)) {
    return is_number(2) || !known_rate(2);
  }
  return is(thang, 1) && is_number(2);
}

bool TargetReader::known_rate(std::size_t ahead) const {  // "3 cuộc/năm" has its unit before
  return is(nam, ahead) || is(quy, ahead) || is(thang, ahead);
}

/// Whether a time stands here: "50% trước 30/6", but not "trước hạn".
bool TargetReader::begins_time(std::size_t ahead) const {
  if (is_number(ahead)) return true;
  const bool quarter = is(quy, ahead) && is_word(ahead + 1) && roman(token(ahead + 1).key) != 0;
  const bool unit = is(ngay, ahead) || is(thang, ahead) || is(quy, ahead) || is(nam, ahead);
  return quarter || (unit && is_number(ahead + 1));
}

bool TargetReader::ends_unit() const {
  const Token& next = token();
  if (next.kind != Kind::word) return true;
  switch (next.word) {
    case tren:  // "07 doanh nghiệp trên 1.000 dân"
      return !(is_number(1) && token(2).kind == Kind::word && is_people(token(2)));
    case la:  // "10 ngày là tối đa"
      return is(toi, 1) || is(it, 1);
    case va:
      return !goes_on();
    case ke:  // "kể từ ngày nhận"
      return is(tu, 1);
    case truoc:
      return begins_time(1);
    case cham:
    case muon:
      return is(nhat, 1);
    case ngay:
      return is_number(1) && (is_sign('/', 2) || is(thang, 2));
    case dau:
    case giua:
    case cuoi:
      return begins_time(1) || is(nam, 1) || is(thang, 1) || is(quy, 1);
    case vao:
      return unit_words_ == 0 || tokens_[at_ - 1].word != dau;  // "hồ sơ đầu vào"
    case sau:
      return is(khi, 1) || begins_time(1);
    case tro:
    case trong:
    case so:
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
      if (next.key == "quy" && is_word(1)) return false;        // "thời gian quy định"
      return begins_time(0) || unit_words_ > 0;
    case tang:
    case giam:
      return unit_words_ > 0;
    default:
      return false;
  }
}

/// "được tiếp nhận và xử lý": what is done goes on over "và" to what only such a word can be.
bool TargetReader::goes_on() const {
  return whole_ && passive_ && is_word(1) && token(1).word == other && phrase(1).size == 0 &&
         spelled_number_at(tokens_, at_ + 1).size == 0;
}

/// "80% của 1.200 hồ sơ", "80% tổng số 1.200 hồ sơ": the whole that a share is of has its number.
bool TargetReader::is_whole_counted(std::size_t begin) const {
  if (!is_number() || is_year() || is_sign('/', 1) || is_sign('%', 1) || !is_word(1) || at_ == 0)
    return false;
  const Token& before = tokens_[at_ - 1];
  return (at_ == begin && before.word == cua) || (at_ > begin && before.key == "sô2");
}

bool TargetReader::turns() const {
  const TargetPhrase here = phrase();
  const bool turn = here.role == TargetRole::up_to || here.role == TargetRole::down_to;
  if (!turn || (at_ > 0 && tokens_[at_ - 1].word == tro)) return false;
  const std::size_t next = here.size;
  return is_number(next) || is(duoi, next) || is(tren, next) || is(khong, next) || is(it, next) ||
         is(toi, next) || is(hang_bac, next) || is(vi, next) || is(thu, next) ||
         spelled_number_at(tokens_, at_ + next).size > 0;
}

bool TargetReader::is_people(const Token& token) {
  return token.key == "dân" || token.key == "ngươi1" || token.key == "hô5";
}

void TargetReader::read_unit(Target& target, bool percent) {
  const bool of_time = is(nam, 1) || is(ky, 1) || is(cung, 1) || is(quy, 1) || is(thang, 1);
  if (percent && is(cua) && of_time) return;  // "80% của năm 2025" is compared with it
  if (percent) eat(cua);
  const std::size_t begin = at_;
  const std::size_t most = percent ? most_share_words : most_unit_words;
  passive_ = false;
  for (unit_words_ = 0; unit_words_ < most && at_ < tokens_.size() &&
                        (percent && is_whole_counted(begin) ? true : !ends_unit() && !turns());
       ++unit_words_) {
    passive_ = passive_ || token().key == "đươc5";
    if (is(tren)) ++at_;                 // and its number
    const TargetPhrase here = phrase();  // its "và" ends no unit
    at_ += here.role == TargetRole::joined ? here.size : 1;
  }
  (percent ? target.of : target.unit) = words(begin, at_);
}

void TargetReader::read_rate(Target& target) {
  read_one_rate(target);
  read_one_rate(target);  // "đồng/người/năm"
}

void TargetReader::read_one_rate(Target& target) {
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

bool TargetReader::read_tail(Target& target) {
  const std::size_t before = at_;
  const bool either = eat(hoac);  // "hoặc cao hơn"
  if (either && (eat(TargetRole::more) || eat(hon))) {
    target.comparison = Comparison::at_least;
    return true;
  }
  if (either && eat(TargetRole::less)) {
    target.comparison = Comparison::at_most;
    return true;
  }
  at_ = before;
  if (eat(la, toi, da) || eat(la, nhieu, nhat)) {
    target.comparison = Comparison::at_most;
    return true;
  }
  if (eat(la, toi, thieu) || eat(la, it, nhat)) {
    target.comparison = Comparison::at_least;
    return true;
  }
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

std::string TargetReader::rest_of_piece() {
  const std::size_t begin = at_;
  while (at_ < tokens_.size() &&
         (tokens_[at_].kind != Kind::sign || is_sign('-') || (is_sign('/') && is_number(1)))) {
    if ((is(phan) && is(dau, 1)) || (is(va) && is_number(1))) break;
    ++at_;
  }
  return words(begin, at_);
}

void TargetReader::read_baseline(Target& target) {
  if (eat(so, voi) || (target.unit == "%" && eat(cua))) target.baseline = rest_of_piece();
}

void TargetReader::read_after(Target& target) {
  const std::size_t before = at_;
  eat(trong) || eat(vao);
  if (eat(hang, nam) || eat(moi, nam)) {
    target.period = "year";
  } else if (is(nam) && is_year(1) && !is_sign(':', 2)) {  // "(năm 2026: 90%)" is the next one's
    target.period = std::to_string(static_cast<int>(token(1).value));
    at_ += 2;
  } else {
    at_ = before;
  }
}

}  // namespace sauro::inline v0_1::detail
