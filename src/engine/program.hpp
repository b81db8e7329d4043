#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sauro/index/interval.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::size_t program_rows =
    512;  // a leaf's registers, 4 KB each, fit the first cache
inline constexpr double missing_number = std::numeric_limits<double>::quiet_NaN();
/// Points of a criterion that doesn't apply to a unit.
inline constexpr double not_applicable = std::numeric_limits<double>::infinity();

/// One operation on blocks of numbers. Truth is 1, 0 or missing.
enum class Op : std::uint8_t {
  // one operand
  copy,
  negate,
  absolute,
  logical_not,
  is_missing,
  is_not_applicable,
  snap,
  nano,
  logarithm,
  round_half_up,
  floor,
  knots,
  // two operands, the second of which may be a constant
  add,
  subtract,
  multiply,
  divide,
  power,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  logical_and,
  logical_or,
  minimum,
  maximum,
  otherwise,
  // the same in one pass, then snap
  add_snap,
  multiply_snap,
  minimum_snap,
  maximum_snap,
  // an interval
  within,
  band,
  band_value,
  // p[0] times the first by the second; 0 where they are below p[1] (in 1e-9), p[2] for none
  ratio,
  // three operands
  add_three,
  select,
  pick,
  // record rows and make them missing
  refuse,   ///< where the second operand is true
  require,  ///< where the first is outside of [p[0], p[1]]; where the second is true, if there is
            ///< one
};

/// Whether the second operand may be a constant that is part of the instruction.
constexpr bool takes_scalar(Op op) { return op >= Op::add && op <= Op::maximum_snap; }

/// Where an operand is: in the table of pointers of a frame.
using Slot = std::uint32_t;

struct Instruction {
  Op op = Op::copy;
  bool scalar = false;     ///< the second operand is `p[0]`
  std::uint8_t flags = 0;  ///< open ends of an interval
  Slot out = 0;
  std::array<Slot, 3> in = {};
  std::array<double, 3> p = {};
  const std::vector<std::pair<double, double>>* knots = nullptr;
  int code = 0;        ///< of a refusal
  int code_below = 0;  ///< of a value below what is required
};

/// Rows that a program refused.
struct Refusals {
  struct Entry {
    std::size_t row = 0;
    int code = 0;
    double value = 0;
  };
  std::vector<Entry> entries;
  std::size_t first_row = 0;  ///< of the block that runs
};

/// A sequence of operations; made by a Builder, run on blocks by many threads at once.
struct Program {
  std::vector<Instruction> code;
  std::vector<std::string> columns;
  std::vector<double> constants;
  std::size_t temporaries = 0;
  std::size_t outputs = 0;
  std::vector<std::vector<std::pair<double, double>>> knots;

  Program() = default;
  Program(Program&&) = default;
  Program& operator=(Program&&) = default;
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] std::size_t slots() const {
    return columns.size() + outputs + constants.size() + temporaries;
  }
};

/// Memory that the programs of one thread share: temporaries, and a block for each constant.
class Arena {
 public:
  double* temporary(std::size_t i);
  double* constant(double number);

 private:
  struct Free {
    void operator()(double* block) const { ::operator delete(block, std::align_val_t{64}); }
  };
  using Block = std::unique_ptr<double[], Free>;  ///< begins on a cache line
  static Block make_block();

  std::vector<Block> temporaries_;
  std::map<std::uint64_t, Block> constants_;
};

/// A program with its operands in place, for one thread.
class Frame {
 public:
  Frame(const Program& program, Arena& arena);

  void set_column(std::size_t i, const double* data) { slots_[i] = const_cast<double*>(data); }
  void set_output(std::size_t i, double* data) { slots_[columns_ + i] = data; }
  /// At most program_rows rows.
  void run(std::size_t rows, Refusals* refusals) const;

 private:
  const Program* program_;
  std::size_t columns_;
  std::vector<double*> slots_;
};

/// Makes a program from operations on values; equal operations are done once.
class Builder {
 public:
  using Value = std::int32_t;

  Value column(const std::string& name);
  Value constant(double number);
  Value apply(Op op, Value a);
  Value apply(Op op, Value a, Value b);
  Value apply(Op op, Value a, Value b, Value c);
  Value round(Value a, int decimals);
  Value knots(Value a, std::vector<std::pair<double, double>> points);
  /// scale * a / b, but 0 where a / b is below `from`, and `at_zero` where b is 0.
  Value ratio(Value a, Value b, double scale, double from, double at_zero);
  /// Whether `a` lies in the interval; what Op::nano or a constant gives is in units of 1e-9.
  Value within(Value a, const Interval& interval);
  /// `value` where `a` (as for within) lies in the interval, else `before`.
  Value band(Value before, Value a, const Interval& interval, Value value);
  /// `a`, but missing and reported where `condition` is true.
  Value refuse(Value a, Value condition, int code);
  /// `a`, but missing and reported where it is outside of [low, high] and `guard`, if any, is true.
  Value require(Value a, double low, double high, int code_below, int code_above, Value guard);

  [[nodiscard]] bool is_constant(Value a) const;
  [[nodiscard]] bool is_computed(Value a) const {
    return nodes_[static_cast<std::size_t>(a)].place == Place::computed;
  }
  [[nodiscard]] double number(Value a) const;
  /// Whether it comes from a comparison or from `and`, `or`, `not`.
  [[nodiscard]] bool is_truth(Value a) const;
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }

  Program finish(const std::vector<Value>& outputs);

 private:
  friend class RangeLowering;
  enum class Place : std::uint8_t { column, constant, computed };
  struct Node {
    Place place = Place::computed;
    std::size_t index = 0;  ///< of a column or constant
    Instruction instruction;
    std::array<Value, 3> in = {-1, -1, -1};
  };
  using Key =
      std::tuple<int, Value, Value, Value, std::uint64_t, std::uint64_t, std::uint64_t, int>;

  Value add(Instruction instruction, std::array<Value, 3> in);
  /// The operation that does another and this one in a single pass, if there is one.
  [[nodiscard]] std::optional<Value> fused(Op op, Value a, Value b);
  [[nodiscard]] bool is_scaled(Value a) const;
  std::vector<std::uint32_t> last_uses(const std::vector<Value>& outputs,
                                       std::vector<bool>& needed) const;
  std::vector<Slot> place_constants(const std::vector<Value>& outputs,
                                    const std::vector<bool>& needed, Program& program) const;

  std::vector<Node> nodes_;
  std::vector<std::string> columns_;
  std::unordered_map<std::string, std::size_t> column_of_;
  std::vector<double> constants_;
  std::vector<std::vector<std::pair<double, double>>> knots_;
  std::map<Key, Value> known_;
};

}  // namespace sauro::inline v0_1::detail
