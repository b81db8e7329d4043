#include "engine/expression_parser.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "engine/expression_functions.hpp"
#include "engine/expression_lexer.hpp"
#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_bytes = 65'536;
constexpr int most_depth = 200;

constexpr std::array<std::string_view, 19> reserved = {
    "if",    "else", "and", "or",    "not",   "lambda", "for",  "while", "import", "def",
    "class", "in",   "is",  "yield", "await", "del",    "with", "try",   "return"};

bool is_reserved(std::string_view word) {
  return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

using Kind = Lexeme::Kind;

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
    for (const FormulaFunction& function : formula_functions) {
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
    return builder_.apply(Op::select, truth(condition), value, other);
  }

  Value disjunction() {
    Value value = conjunction();
    while (is_name("or")) {
      take();
      value = builder_.apply(Op::logical_or, truth(value), truth(conjunction()));
    }
    return value;
  }

  Value conjunction() {
    Value value = negation();
    while (is_name("and")) {
      take();
      value = builder_.apply(Op::logical_and, truth(value), truth(negation()));
    }
    return value;
  }

  Value negation() {
    if (!is_name("not")) return comparison();
    const Deeper deeper(*this);
    take();
    return builder_.apply(Op::logical_not, truth(negation()));
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

  /// Numbers are compared to nine decimals: 57 / 100 * 100 is 57, wherever that was reckoned.
  Value compare(Op op, Value left, Value right) {
    if (builder_.is_truth(left) && builder_.is_truth(right)) {
      return builder_.apply(op, left, right);
    }
    return builder_.apply(op, builder_.apply(Op::nano, left), builder_.apply(Op::nano, right));
  }

  Value truth(Value value) { return as_truth(builder_, value); }

  /// The whole number below a / b, to nine decimals too.
  Value floor_of(Value a, Value b) {
    return builder_.apply(Op::floor, builder_.apply(Op::snap, builder_.apply(Op::divide, a, b)));
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
      if (ahead_.text == "//" || ahead_.text == "%") op = Op::floor;
      if (op == Op::copy) break;
      const bool is_rest = take().text == "%";
      const Value by = factor();
      const Value whole = op == Op::floor ? floor_of(value, by) : builder_.apply(op, value, by);
      value = is_rest ? rest_of(value, by, whole) : whole;
    }
    return value;
  }

  Value rest_of(Value a, Value b, Value whole) {
    const Value taken = builder_.apply(Op::multiply, b, whole);
    return builder_.apply(Op::snap, builder_.apply(Op::subtract, a, taken));
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
    for (const FormulaFunction& function : formula_functions) {
      if (function.name != name) continue;
      fail(lexeme,
           say("hàm {} cần các đối số trong ngoặc", "the function {} needs its arguments", name));
    }
    return builder_.column(name);
  }

  Value call(const Lexeme& name) {
    const FormulaFunction* function = nullptr;
    for (const FormulaFunction& known : formula_functions) {
      if (known.name == name.text) function = &known;
    }
    if (try_parse<Statistic>(name.text)) {
      take();
      return derived(name);
    }
    if (function == nullptr) {
      fail(name, say("không có hàm \"{}\"; có {}", "no function \"{}\"; there are {}", name.text,
                     function_names));
    }
    take();
    if (name.text == "previous") return derived(name);
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
    return apply_function(builder_, name, arguments);
  }

  Value derived(const Lexeme& function) {
    const Lexeme name = take();
    if (name.kind != Kind::name) {
      fail(name, say("cần tên của một biến", "expected the name of a variable"));
    }
    expect(")");
    return builder_.column(std::string(function.text) + "(" + std::string(name.text) + ")");
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

  ExpressionLexer lexer_;
  Builder& builder_;
  Lexeme ahead_;
  Lexeme after_;
  std::unordered_map<std::string, Value> locals_;
  int depth_ = 0;
};

}  // namespace

Builder::Value as_truth(Builder& builder, Builder::Value value) {
  return builder.is_truth(value) ? value : builder.apply(Op::nano, value);
}

bool is_plain_name(std::string_view text) {
  if (!is_one_name(text) || is_reserved(text)) return false;
  if (text == "True" || text == "False" || text == "None") return false;
  return std::none_of(formula_functions.begin(), formula_functions.end(),
                      [text](const FormulaFunction& function) { return function.name == text; });
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
