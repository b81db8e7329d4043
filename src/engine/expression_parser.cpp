#include "engine/expression_parser.hpp"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "engine/expression_functions.hpp"
#include "engine/lexeme_reader.hpp"
#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_bytes = 65'536;

class Parser : private LexemeReader {
 public:
  using Value = Builder::Value;

  Parser(std::string_view text, Builder& builder) : LexemeReader(text), builder_(&builder) {}

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
    return builder_->apply(Op::select, truth(condition), value, other);
  }

  Value disjunction() {
    Value value = conjunction();
    while (is_name("or")) {
      take();
      value = builder_->apply(Op::logical_or, truth(value), truth(conjunction()));
    }
    return value;
  }

  Value conjunction() {
    Value value = negation();
    while (is_name("and")) {
      take();
      value = builder_->apply(Op::logical_and, truth(value), truth(negation()));
    }
    return value;
  }

  Value negation() {
    if (!is_name("not")) return comparison();
    const Deeper deeper(*this);
    take();
    return builder_->apply(Op::logical_not, truth(negation()));
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
      all = all < 0 ? one : builder_->apply(Op::logical_and, all, one);
      left = right;
    }
    return all < 0 ? left : all;
  }

  /// Numbers are compared to nine decimals: 57 / 100 * 100 is 57, wherever that was reckoned.
  Value compare(Op op, Value left, Value right) {
    if (builder_->is_truth(left) && builder_->is_truth(right)) {
      return builder_->apply(op, left, right);
    }
    return builder_->apply(op, builder_->apply(Op::nano, left), builder_->apply(Op::nano, right));
  }

  Value truth(Value value) { return as_truth(*builder_, value); }

  /// The whole number below a / b, to nine decimals too.
  Value floor_of(Value a, Value b) {
    return builder_->apply(Op::floor, builder_->apply(Op::snap, builder_->apply(Op::divide, a, b)));
  }

  Value sum() {
    Value value = product();
    while (is_symbol("+") || is_symbol("-")) {
      const Op op = take().text == "+" ? Op::add : Op::subtract;
      value = builder_->apply(op, value, product());
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
      const Value whole = op == Op::floor ? floor_of(value, by) : builder_->apply(op, value, by);
      value = is_rest ? rest_of(value, by, whole) : whole;
    }
    return value;
  }

  Value rest_of(Value a, Value b, Value whole) {
    const Value taken = builder_->apply(Op::multiply, b, whole);
    return builder_->apply(Op::snap, builder_->apply(Op::subtract, a, taken));
  }

  Value factor() {
    const Deeper deeper(*this);
    if (is_symbol("-")) {
      take();
      return builder_->apply(Op::negate, factor());
    }
    if (is_symbol("+")) {
      take();
      return factor();
    }
    const Value base = atom();
    if (!is_symbol("**")) return base;
    take();
    return builder_->apply(Op::power, base, factor());
  }

  Value atom() {
    const Lexeme lexeme = take();
    if (lexeme.kind == Kind::number) return builder_->constant(lexeme.number);
    if (lexeme.kind == Kind::symbol && lexeme.text == "(") {
      const Value value = choice();
      expect(")");
      return value;
    }
    if (lexeme.kind == Kind::text) {
      fail(lexeme, say("chuỗi chữ chỉ dùng được làm mã tiêu chí, như points('1.1')",
                       "texts can be nothing but codes of criteria, as in points('1.1')"));
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
    if (lexeme.text == "True") return builder_->constant(1);
    if (lexeme.text == "False") return builder_->constant(0);
    if (lexeme.text == "None") return builder_->constant(missing_number);
    if (is_reserved(lexeme.text)) {
      fail(lexeme, say("\"{}\" không được đứng ở đây", "\"{}\" can't stand here", lexeme.text));
    }
    const std::string name(lexeme.text);
    if (const auto found = locals_.find(name); found != locals_.end()) {
      if (!is_apart_) return found->second;
      fail(lexeme, say("\"{}\" là tên của một dòng; ở đây cần biến hoặc công thức",
                       "\"{}\" names a line; a variable or a formula belongs here", name));
    }
    for (const FormulaFunction& function : formula_functions) {
      if (function.name != name) continue;
      fail(lexeme,
           say("hàm {} cần các đối số trong ngoặc", "the function {} needs its arguments", name));
    }
    return builder_->column(name);
  }

  Value call(const Lexeme& name) {
    const FormulaFunction* function = nullptr;
    for (const FormulaFunction& known : formula_functions) {
      if (known.name == name.text) function = &known;
    }
    if (try_of_criterion(name.text)) return criterion(name);
    if (try_parse<Statistic>(name.text)) return derived(name);
    if (is_normalisation(name.text)) return normalised(name);
    if (function == nullptr) {
      fail(name, say("không có hàm \"{}\"; có {}", "no function \"{}\"; there are {}", name.text,
                     function_names));
    }
    if (name.text == "previous") return derived(name);
    take();
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
    return apply_function(*builder_, name, arguments);
  }

  /// "points('1.1')"
  Value criterion(const Lexeme& function) {
    take();
    const Lexeme code = take();
    if (code.kind != Kind::text) {
      fail(code, say("cần mã tiêu chí trong dấu ngoặc kép, như {}('1.1')",
                     "expected the code of a criterion in quotes, as in {}('1.1')", function.text));
    }
    expect(")");
    const std::string_view inside = code.text.substr(1, code.text.size() - 2);
    if (inside.find('\'') != std::string_view::npos) refuse_unexpected(code, "'");
    return builder_->column(std::string(function.text) + "('" + std::string(inside) + "')");
  }

  /// The words of a formula that is an argument of what is worked out over rows.
  std::string argument() {
    take();  // a bracket or a comma
    Builder apart;
    Builder* const held = std::exchange(builder_, &apart);
    const bool was_apart = std::exchange(is_apart_, true);
    const char* const begin = ahead_.text.data();
    choice();
    builder_ = held;
    is_apart_ = was_apart;
    if (!is_symbol(")") && !is_symbol(",")) expect(")");
    return formula_on_one_line({begin, static_cast<std::size_t>(ahead_.text.data() - begin)});
  }

  /// ", region": the variable that makes groups of units.
  std::string group() {
    if (!is_symbol(",")) return {};
    take();
    const Lexeme by = take();
    if (by.kind != Kind::name || locals_.contains(std::string(by.text))) {
      fail(by, say("cần tên của một biến", "expected the name of a variable"));
    }
    return ", " + std::string(by.text);
  }

  Value derived(const Lexeme& function) {
    const Deeper deeper(*this);
    std::string of = argument();
    if (function.text != "previous") of += group();
    expect(")");
    return builder_->column(std::string(function.text) + "(" + of + ")");
  }

  /// A normalisation by name, as what it stands for.
  Value normalised(const Lexeme& function) {
    if (std::exchange(normalises_, true)) {
      fail(function, say("một chuẩn hóa trong chuẩn hóa khác: hãy đặt tên cho nó bằng một biến",
                         "a normalisation inside of another one: name it as a variable"));
    }
    const std::string of = argument();
    std::string target;
    if (function.text == "to_target") {
      if (!is_symbol(",")) expect(",");
      target = argument();
    }
    const std::string by = group();
    expect(")");
    normalises_ = false;
    return emit_expression(normalisation(function.text, of, target, by), *builder_);
  }

  Builder* builder_;
  std::unordered_map<std::string, Value> locals_;
  bool is_apart_ = false;  ///< in an argument that is worked out over rows
  bool normalises_ = false;
};

}  // namespace

Builder::Value emit_expression(std::string_view text, Builder& builder) {
  if (text.size() > most_bytes) {
    throw ParseError(ErrorCode::invalid_expression, "",
                     say("công thức dài {} byte; chỉ đọc đến {} byte",
                         "the formula has {} bytes; at most {} are read", text.size(), most_bytes));
  }
  return Parser(text, builder).program();
}

}  // namespace sauro::inline v0_1::detail
