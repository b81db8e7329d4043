#include "engine/expression_parser.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_bytes = 65'536;
constexpr int most_depth = 200;

enum class Kind { number, name, symbol, end_of_line, end };

struct Lexeme {
  Kind kind = Kind::end;
  std::string_view text;
  double number = 0;
  std::size_t line = 1;
  std::size_t column = 1;
};

struct Function {
  std::string_view name;
  std::size_t least;
  std::size_t most;
};

constexpr std::array<Function, 9> functions = {{{"min", 2, 64},
                                                {"max", 2, 64},
                                                {"abs", 1, 1},
                                                {"round", 1, 2},
                                                {"clip", 3, 3},
                                                {"is_missing", 1, 1},
                                                {"otherwise", 2, 2},
                                                {"previous", 1, 1},
                                                {"best", 1, 1}}};

constexpr std::string_view function_names =
    "min, max, abs, round, clip, is_missing, otherwise, previous, best";

constexpr std::array<std::string_view, 19> reserved = {
    "if",    "else", "and", "or",    "not",   "lambda", "for",  "while", "import", "def",
    "class", "in",   "is",  "yield", "await", "del",    "with", "try",   "return"};

bool is_reserved(std::string_view word) {
  return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

[[noreturn]] void fail(const Lexeme& at, Bilingual what) {
  throw ParseError(ErrorCode::invalid_expression,
                   "line " + std::to_string(at.line) + ", column " + std::to_string(at.column),
                   std::move(what));
}

[[noreturn]] void refuse_unexpected(const Lexeme& at, std::string_view found) {
  fail(at, say("gặp \"{}\" không đúng chỗ", "unexpected \"{}\"", found));
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Lexeme next() {
    skip_blanks();
    Lexeme lexeme{Kind::end, {}, 0, line_, at_ - line_start_ + 1};
    if (at_ >= text_.size()) return lexeme;
    const std::size_t start = at_;
    const char c = text_[at_];
    if (c == '\n' || c == ';') {
      ++at_;
      lexeme.kind = Kind::end_of_line;
      if (c == '\n') {
        ++line_;
        line_start_ = at_;
      }
    } else if (is_letter(c)) {
      while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
      lexeme.kind = Kind::name;
    } else if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
      number(lexeme);
    } else {
      symbol(lexeme);
    }
    lexeme.text = text_.substr(start, at_ - start);
    return lexeme;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      } else if (c == '\n' && brackets_ > 0) {
        ++at_;
        ++line_;
        line_start_ = at_;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        ++at_;
      } else {
        return;
      }
    }
  }

  void number(Lexeme& lexeme) {
    lexeme.kind = Kind::number;
    const char* first = text_.data() + at_;
    const auto [end, error] = std::from_chars(first, text_.data() + text_.size(), lexeme.number);
    at_ += static_cast<std::size_t>(end - first);
    if (error != std::errc() || lexeme.number > 1e300) {
      fail(lexeme, say("số quá lớn", "the number is too large"));
    }
    if (at_ < text_.size() && (is_letter(text_[at_]) || text_[at_] == '.')) {
      fail(lexeme, no_number({first, end + 1}));
    }
    if (at_ + 1 < text_.size() && text_[at_] == ',' && is_digit(text_[at_ + 1]) && brackets_ == 0) {
      fail(lexeme,
           say("viết phần thập phân sau dấu chấm: 0.25", "write decimals with a point: 0.25"));
    }
  }

  void symbol(Lexeme& lexeme) {
    static constexpr std::array<std::string_view, 6> pairs = {"<=", ">=", "==", "!=", "//", "**"};
    lexeme.kind = Kind::symbol;
    for (const std::string_view pair : pairs) {
      if (text_.substr(at_, 2) == pair) {
        at_ += 2;
        return;
      }
    }
    const char c = text_[at_];
    if (c == '.') fail(lexeme, say("không dùng được thuộc tính", "attributes can't be reached"));
    if (c == '"' || c == '\'')
      fail(lexeme, say("không dùng được chuỗi chữ", "texts can't be used"));
    if (c == '[' || c == '{') {
      fail(lexeme, say("không dùng được danh sách, chỉ mục và từ điển",
                       "lists, indices and dicts can't be used"));
    }
    if (std::string_view("+-*/%<>=(),").find(c) == std::string_view::npos) {
      refuse_unexpected(lexeme, text_.substr(at_, 1));
    }
    if (c == '(') ++brackets_;  // inside brackets a line may break
    if (c == ')' && brackets_ > 0) --brackets_;
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t line_start_ = 0;
  int brackets_ = 0;
};

class Parser {
 public:
  using Value = Builder::Value;

  Parser(std::string_view text, Builder& builder) : lexer_(text), builder_(builder) {
    ahead_ = lexer_.next();
    after_ = lexer_.next();
  }

  Value program() {
    for (;;) {
      while (ahead_.kind == Kind::end_of_line) take();
      if (ahead_.kind == Kind::end) {
        fail(ahead_, say("công thức không cho giá trị nào", "the formula gives no value"));
      }
      if (ahead_.kind == Kind::name && after_.text == "=") {
        assign();
        continue;
      }
      if (is_name("return")) take();
      const Value value = choice();
      while (ahead_.kind == Kind::end_of_line) take();
      if (ahead_.kind != Kind::end) {
        fail(ahead_, say("gặp \"{}\" sau giá trị của công thức",
                         "unexpected \"{}\" after the formula's value", ahead_.text));
      }
      return value;
    }
  }

 private:
  struct Deeper {
    explicit Deeper(Parser& parser) : parser_(parser) {
      if (++parser_.depth_ > most_depth) {
        fail(parser_.ahead_,
             say("lồng nhau quá {} tầng", "nests deeper than {} levels", most_depth));
      }
    }
    ~Deeper() { --parser_.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    Parser& parser_;
  };

  void assign() {
    const Lexeme name = take();
    for (const Function& function : functions) {
      if (function.name != name.text) continue;
      fail(name, say("không gán được giá trị cho một hàm", "a function can't be assigned to"));
    }
    take();
    const Value value = choice();
    if (ahead_.kind == Kind::end) {
      fail(name, say("dòng cuối của công thức không cho giá trị nào",
                     "the formula's last line gives no value"));
    }
    if (ahead_.kind != Kind::end_of_line) {
      fail(ahead_, say("cần hết dòng ở đây", "expected the end of the line"));
    }
    locals_[std::string(name.text)] = value;
  }

  Value choice() {
    const Deeper deeper(*this);
    const Value value = disjunction();
    if (!is_name("if")) return value;
    take();
    const Value condition = disjunction();
    if (!is_name("else")) fail(ahead_, say("if phải có else", "an if needs an else"));
    take();
    const Value other = choice();
    return builder_.apply(Op::select, condition, value, other);
  }

  Value disjunction() {
    Value value = conjunction();
    while (is_name("or")) {
      take();
      value = builder_.apply(Op::logical_or, value, conjunction());
    }
    return value;
  }

  Value conjunction() {
    Value value = negation();
    while (is_name("and")) {
      take();
      value = builder_.apply(Op::logical_and, value, negation());
    }
    return value;
  }

  Value negation() {
    if (!is_name("not")) return comparison();
    const Deeper deeper(*this);
    take();
    return builder_.apply(Op::logical_not, negation());
  }

  Value comparison() {
    Value left = sum();
    Value all = -1;
    while (ahead_.kind == Kind::symbol) {
      Op op = Op::copy;
      if (ahead_.text == "<") op = Op::less;
      if (ahead_.text == "<=") op = Op::less_equal;
      if (ahead_.text == ">") op = Op::greater;
      if (ahead_.text == ">=") op = Op::greater_equal;
      if (ahead_.text == "==") op = Op::equal;
      if (ahead_.text == "!=") op = Op::not_equal;
      if (ahead_.text == "=") fail(ahead_, say("viết == để so sánh", "write == to compare"));
      if (op == Op::copy) break;
      take();
      const Value right = sum();
      const Value one = compare(op, left, right);
      all = all < 0 ? one : builder_.apply(Op::logical_and, all, one);
      left = right;
    }
    return all < 0 ? left : all;
  }

  /// What was computed is compared to nine decimals: 57 / 100 * 100 is 57.
  Value compare(Op op, Value left, Value right) {
    if (!builder_.is_computed(left) && !builder_.is_computed(right)) {
      return builder_.apply(op, left, right);
    }
    return builder_.apply(op, builder_.apply(Op::nano, left), builder_.apply(Op::nano, right));
  }

  Value sum() {
    Value value = product();
    while (is_symbol("+") || is_symbol("-")) {
      const Op op = take().text == "+" ? Op::add : Op::subtract;
      value = builder_.apply(op, value, product());
    }
    return value;
  }

  Value product() {
    Value value = factor();
    while (ahead_.kind == Kind::symbol) {
      Op op = Op::copy;
      if (ahead_.text == "*") op = Op::multiply;
      if (ahead_.text == "/") op = Op::divide;
      if (ahead_.text == "//") op = Op::floor_divide;
      if (ahead_.text == "%") op = Op::modulo;
      if (op == Op::copy) break;
      take();
      value = builder_.apply(op, value, factor());
    }
    return value;
  }

  Value factor() {
    const Deeper deeper(*this);
    if (is_symbol("-")) {
      take();
      return builder_.apply(Op::negate, factor());
    }
    if (is_symbol("+")) {
      take();
      return factor();
    }
    const Value base = atom();
    if (!is_symbol("**")) return base;
    take();
    return builder_.apply(Op::power, base, factor());
  }

  Value atom() {
    const Lexeme lexeme = take();
    if (lexeme.kind == Kind::number) return builder_.constant(lexeme.number);
    if (lexeme.kind == Kind::symbol && lexeme.text == "(") {
      const Value value = choice();
      expect(")");
      return value;
    }
    if (lexeme.kind != Kind::name) {
      if (lexeme.kind == Kind::end) {
        fail(lexeme, say("công thức kết thúc quá sớm", "the formula ends too early"));
      }
      if (lexeme.kind == Kind::end_of_line) {
        fail(lexeme, say("dòng kết thúc quá sớm", "the line ends too early"));
      }
      refuse_unexpected(lexeme, lexeme.text);
    }
    if (is_symbol("(")) return call(lexeme);
    return named(lexeme);
  }

  Value named(const Lexeme& lexeme) {
    if (lexeme.text == "True") return builder_.constant(1);
    if (lexeme.text == "False") return builder_.constant(0);
    if (lexeme.text == "None") return builder_.constant(missing_number);
    if (is_reserved(lexeme.text)) {
      fail(lexeme, say("\"{}\" không được đứng ở đây", "\"{}\" can't stand here", lexeme.text));
    }
    const std::string name(lexeme.text);
    if (const auto found = locals_.find(name); found != locals_.end()) return found->second;
    for (const Function& function : functions) {
      if (function.name != name) continue;
      fail(lexeme,
           say("hàm {} cần các đối số trong ngoặc", "the function {} needs its arguments", name));
    }
    return builder_.column(name);
  }

  Value call(const Lexeme& name) {
    const Function* function = nullptr;
    for (const Function& known : functions) {
      if (known.name == name.text) function = &known;
    }
    if (function == nullptr) {
      fail(name, say("không có hàm \"{}\"; có {}", "no function \"{}\"; there are {}", name.text,
                     function_names));
    }
    take();
    if (name.text == "previous" || name.text == "best") return derived(name);
    std::vector<Value> arguments;
    while (!is_symbol(")")) {
      if (!arguments.empty()) expect(",");
      arguments.push_back(choice());
      if (arguments.size() > function->most) break;
    }
    expect(")");
    if (arguments.size() < function->least || arguments.size() > function->most) {
      const Bilingual counts = function->most > function->least
                                   ? say("{} đến {}", "{} to {}", function->least, function->most)
                                   : said(function->least);
      fail(name, say("{} nhận {} đối số, gặp {}", "{} takes {} arguments, found {}", name.text,
                     counts, arguments.size()));
    }
    return apply(name, arguments);
  }

  Value derived(const Lexeme& function) {
    const Lexeme name = take();
    if (name.kind != Kind::name) {
      fail(name, say("cần tên của một biến", "expected the name of a variable"));
    }
    expect(")");
    return builder_.column(std::string(function.text) + "(" + std::string(name.text) + ")");
  }

  Value apply(const Lexeme& name, const std::vector<Value>& a) {
    if (name.text == "abs") return builder_.apply(Op::absolute, a[0]);
    if (name.text == "is_missing") return builder_.apply(Op::is_missing, a[0]);
    if (name.text == "otherwise") return builder_.apply(Op::otherwise, a[0], a[1]);
    if (name.text == "clip") {
      return builder_.apply(Op::minimum, builder_.apply(Op::maximum, a[0], a[1]), a[2]);
    }
    if (name.text == "round") {
      double decimals = 0;
      if (a.size() == 2) {
        const bool is_fixed = builder_.is_constant(a[1]);
        decimals = is_fixed ? builder_.number(a[1]) : -1;
      }
      if (!(decimals >= 0 && decimals <= 9) || decimals != static_cast<int>(decimals)) {
        fail(name, say("round nhận số chữ số thập phân là số nguyên từ 0 đến 9",
                       "round takes a whole number of decimals from 0 to 9"));
      }
      return builder_.round(a[0], static_cast<int>(decimals));
    }
    const Op op = name.text == "min" ? Op::minimum : Op::maximum;
    Value value = a[0];
    for (std::size_t i = 1; i < a.size(); ++i) value = builder_.apply(op, value, a[i]);
    return value;
  }

  [[nodiscard]] bool is_name(std::string_view word) const {
    return ahead_.kind == Kind::name && ahead_.text == word;
  }
  [[nodiscard]] bool is_symbol(std::string_view symbol) const {
    return ahead_.kind == Kind::symbol && ahead_.text == symbol;
  }
  Lexeme take() {
    const Lexeme taken = ahead_;
    ahead_ = after_;
    after_ = lexer_.next();
    return taken;
  }
  void expect(std::string_view symbol) {
    if (!is_symbol(symbol)) {
      const Bilingual found = ahead_.text.empty() ? Bilingual{} : found_text(ahead_.text);
      fail(ahead_, joined(expected_text(symbol), ", ", found));
    }
    take();
  }
  Lexer lexer_;
  Builder& builder_;
  Lexeme ahead_;
  Lexeme after_;
  std::unordered_map<std::string, Value> locals_;
  int depth_ = 0;
};

}  // namespace

bool is_plain_name(std::string_view text) {
  if (text.empty() || !is_letter(text.front()) || is_reserved(text)) return false;
  const auto is_part = [](char c) { return is_letter(c) || is_digit(c); };
  if (!std::all_of(text.begin(), text.end(), is_part)) return false;
  if (text == "True" || text == "False" || text == "None") return false;
  return std::none_of(functions.begin(), functions.end(),
                      [text](const Function& function) { return function.name == text; });
}

Builder::Value emit_expression(std::string_view text, Builder& builder) {
  if (text.size() > most_bytes) {
    throw ParseError(ErrorCode::invalid_expression, "",
                     say("công thức dài {} byte; chỉ đọc đến {} byte",
                         "the formula has {} bytes; at most {} are read", text.size(), most_bytes));
  }
  return Parser(text, builder).program();
}

}  // namespace sauro::inline v0_1::detail
