#include "sauro/text/units.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <unordered_map>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/numbers.hpp"
#include "sauro/text/unicode.hpp"
#include "core/say.hpp"
#include "data/units.hpp"
#include "text/parts.hpp"
#include "text/spelled_signs.hpp"
#include "text/trim.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1 {
namespace {

/// The rows of src/data/units.json, by their keys.
struct UnitWords {
  using ByKey = std::unordered_map<std::string, MeasuringUnit, detail::ViewHash, std::equal_to<>>;
  ByKey times;
  ByKey units;

  UnitWords() {
    for (const auto& [kind, dimension, factor, words] : detail::data::units) {
      const MeasuringUnit unit{std::string(dimension), std::strtod(factor.data(), nullptr)};
      ByKey& all = kind == "times" ? times : units;
      detail::for_each_part(words, '|', [&](std::string_view one) {
        all.emplace(tone_key(detail::spelled_signs(one)), unit);
      });
    }
  }
};

const UnitWords& unit_words() {
  static const UnitWords words;
  return words;
}

/// The number at the beginning of "1.000 dân", which is cut off; 1 where there is none.
double cut_number(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789., "), text.size());
  const WrittenNumber number = read_number(text.substr(0, end));
  const std::optional<double> value = number.is_ambiguous() ? number.grouped : number.value;
  if (!value || *value <= 0) return 1;
  text.remove_prefix(end);
  return *value;
}

/// How many bytes of a key the longest known unit at its beginning has.
std::size_t unit_size(std::string_view key) {
  std::size_t best = 0;
  for (std::size_t end = 0; end < key.size();) {
    end = std::min(key.find(' ', end + 1), key.size());
    if (unit_words().units.contains(key.substr(0, end))) best = end;
  }
  return best;
}

/// A unit without a stroke: "nghìn tấn", "1.000 dân".
MeasuringUnit simple_unit(std::string_view text) {
  text = detail::trim(text);
  const double number = cut_number(text);
  const std::string whole = tone_key(detail::spelled_signs(text));
  std::string_view key = whole;
  MeasuringUnit unit{"", number};
  std::size_t size = unit_size(key);
  while (size == 0) {
    const std::size_t end = key.find(' ');
    const auto times = unit_words().times.find(key.substr(0, std::min(end, key.size())));
    if (end == std::string_view::npos || times == unit_words().times.end()) break;
    unit.factor *= times->second.factor;
    key.remove_prefix(end + 1);
    size = unit_size(key);
  }
  if (size > 0) {
    const MeasuringUnit& known = unit_words().units.find(key.substr(0, size))->second;
    unit.factor *= known.factor;
    unit.dimension = known.dimension;
    key.remove_prefix(size);
  }
  unit.dimension += key;
  return unit;
}

}  // namespace

MeasuringUnit read_unit(std::string_view text) {
  MeasuringUnit unit;
  bool is_first = true;
  detail::for_each_part(to_nfc(text), '/', [&](std::string_view part) {
    const MeasuringUnit one = simple_unit(part);
    unit.dimension += (is_first ? "" : "/") + one.dimension;
    unit.factor = is_first ? one.factor : unit.factor / one.factor;
    is_first = false;
  });
  return unit;
}

std::optional<double> try_convert_unit(double value, std::string_view from, std::string_view to) {
  if (from == to) return value;
  const MeasuringUnit a = read_unit(from);
  const MeasuringUnit b = read_unit(to);
  if (a.dimension != b.dimension) return std::nullopt;
  if (a.factor == b.factor) return value;
  return a.factor > b.factor ? value * (a.factor / b.factor) : value / (b.factor / a.factor);
}

double convert_unit(double value, std::string_view from, std::string_view to) {
  if (const auto converted = try_convert_unit(value, from, to)) {
    if (std::isfinite(*converted) || std::isnan(value)) return *converted;
    throw Error(ErrorCode::invalid_unit, std::string(from),
                detail::say("giá trị quá lớn để đổi sang “{}”",
                            "the value is too large to be converted to \"{}\"", to));
  }
  throw Error(
      ErrorCode::invalid_unit, std::string(from),
      detail::say("không đổi được từ “{}” sang “{}”: hai đơn vị đo hai thứ khác nhau",
                  "\"{}\" can't be converted to \"{}\": they measure different things", from, to));
}

}  // namespace sauro::inline v0_1
