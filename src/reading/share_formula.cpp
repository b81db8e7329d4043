#include "reading/share_formula.hpp"

#include <array>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "sauro/text/numbers.hpp"
#include "reading/criterion_words.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// With `*` and `/` for the signs that officials write for them.
std::string with_plain_signs(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> signs = {
      {{"×", "*"},
       {"÷", "/"},
       {" x ", "*"},
       {" X ", "*"},
       {" nhân với ", "*"},
       {" nhân ", "*"},
       {" chia cho ", "/"},
       {" chia ", "/"}}};
  std::string plain(text);
  for (const auto& [sign, letter] : signs) {
    for (std::size_t at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at)) {
      plain.replace(at, sign.size(), letter);
    }
  }
  return plain;
}

struct Factor {
  std::string text;
  bool below = false;  ///< divides
};

/// The factors of a product; nothing where it isn't one, or a bracket is divided by as a whole.
std::optional<std::vector<Factor>> factors_of(std::string_view text) {
  std::vector<Factor> factors(1);
  bool divided = false;  // in a bracket behind a /
  int depth = 0;
  for (const char c : text) {
    if (c == '+' || c == '=' || c == '<' || c == '>') return std::nullopt;
    if (c == '(' || c == '[') {
      divided = divided || factors.back().below;
      ++depth;
    } else if (c == ')' || c == ']') {
      --depth;
      divided = divided && depth > 0;
    } else if (c == '*' || c == '/') {
      if (divided) return std::nullopt;
      factors.push_back({"", c == '/'});
    } else {
      factors.back().text += c;
    }
  }
  if (depth != 0) return std::nullopt;
  for (Factor& factor : factors) factor.text = std::string(trim(factor.text));
  return factors;
}

/// Whether a formula holds more than products: differences, roots, powers, functions, lists.
bool is_no_product(std::string_view text) {
  for (const std::string_view sign : {"-", "–", "−", "√", "²", "³", "^", ", "}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    if ((before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z')) return true;
  }
  return false;
}

bool is_share(std::string_view name) { return (fold(name) + " ").starts_with("ty le "); }

/// The names of a product above and below, and its numbers as one.
struct Product {
  double number = 1;
  std::vector<std::string> above = {};
  std::vector<std::string> below = {};
};

std::optional<Product> product_of(std::string_view text, double max) {
  if (is_no_product(text)) return std::nullopt;
  const auto factors = factors_of(with_plain_signs(text));
  if (!factors) return std::nullopt;
  Product product;
  for (const Factor& factor : *factors) {
    if (factor.text.empty()) return std::nullopt;
    const std::optional<double> number =
        names_max(factor.text) ? std::optional(max) : read_number(factor.text).value;
    if (!number) {
      (factor.below ? product.below : product.above).push_back(factor.text);
    } else {
      product.number *= factor.below ? 1 / *number : *number;
    }
  }
  return product;
}

}  // namespace

std::optional<ShareFormula> share_formula(std::string_view text, double max) {
  const auto product = product_of(text, max);
  if (!product || product->above.size() != 1 || product->below.size() > 1) return std::nullopt;
  const std::string& name = product->above.front();
  if (!product->below.empty()) {
    if (!are_same_points(product->number, max)) return std::nullopt;
    return ShareFormula{{}, name, product->below.front()};
  }
  const bool of_percent = are_same_points(product->number * 100, max);
  const bool of_fraction =
      is_share(name) && are_same_points(product->number, max);  // "tỷ lệ × 1,5"
  if (!of_percent && !of_fraction) return std::nullopt;
  return ShareFormula{name, {}, {}};
}

}  // namespace sauro::inline v0_1::detail
