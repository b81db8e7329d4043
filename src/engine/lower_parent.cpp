#include <limits>

#include "engine/lower.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Value = Builder::Value;

/// Shares of the children's maxima, combined; over those that apply.
class ParentLowering {
 public:
  ParentLowering(Builder& builder, const Framework& framework, std::size_t place,
                 const std::vector<bool>& left_out, ZeroShare at_zero)
      : b_(builder), parent_(framework.criteria()[place]), at_zero_(at_zero) {
    for (std::size_t i = 0; i < framework.children(place).size(); ++i) {
      const std::size_t at = framework.children(place)[i];
      const Criterion& child = framework.criteria()[at];
      const Child part{b_.column(std::to_string(i)), &child, static_cast<int>(i), left_out[at]};
      (child.outside ? outside_ : inside_).push_back(part);
      if (child.outside) continue;
      some_left_out_ = some_left_out_ || left_out[at];
      all_left_out_ = all_left_out_ && left_out[at];
    }
  }

  Value points() {
    Value points = combined();
    for (const Child& child : outside_) {
      points = b_.apply(Op::add, points, where_applies(child, child.points));
    }
    points = rounded_points(b_, parent_, points);
    if (parent_.capped) {
      points = b_.apply(Op::maximum, points, b_.constant(parent_.min));
      points = b_.apply(Op::minimum, points, b_.constant(*parent_.max));
    }
    return points;
  }

 private:
  struct Child {
    Value points;
    const Criterion* criterion;
    int place;  ///< among the parts
    bool may_be_left_out;
  };

  /// `value`, or nothing for a child that is left out.
  Value where_applies(const Child& child, Value value) {
    if (!child.may_be_left_out) return value;
    const Value left_out = b_.apply(Op::is_not_applicable, child.points);
    return b_.apply(Op::pick, left_out, b_.constant(0), value);
  }

  /// Of the child's maximum, times a factor.
  Value share(const Child& child, double factor = 1) {
    return b_.apply(Op::multiply, child.points, b_.constant(factor / *child.criterion->max));
  }

  Value combined() {
    if (parent_.combine == Combine::sum) return sum();
    if (parent_.combine == Combine::count) return count();
    if (parent_.combine == Combine::minimum) return minimum();
    return mean();
  }

  Value sum() {
    Value gained = b_.constant(0);
    Value counted = b_.constant(0);
    double maxima = 0;
    for (const Child& child : inside_) {
      maxima += *child.criterion->max;
      gained = b_.apply(Op::add, gained, where_applies(child, child.points));
      counted =
          b_.apply(Op::add, counted, where_applies(child, b_.constant(*child.criterion->max)));
    }
    if (!some_left_out_) return gained;
    const double whole = parent_.capped ? maxima : *parent_.max;  // of a cap, before it cuts
    const Value all = b_.apply(Op::multiply, gained, b_.constant(whole));
    return or_left_out(counted, b_.apply(Op::divide, all, counted));
  }

  /// `value`, but not applicable where no child counts.
  Value or_left_out(Value counted, Value value) {
    if (!all_left_out_ || inside_.empty()) return value;
    return b_.apply(Op::select, b_.apply(Op::equal, counted, b_.constant(0)),
                    b_.constant(not_applicable), value);
  }

  Value count() {
    Value met = b_.constant(0);
    for (const Child& child : inside_) {
      const Value full =
          b_.apply(Op::greater_equal, child.points, b_.constant(*child.criterion->max));
      met = b_.apply(Op::add, met, full);  // what doesn't apply (infinite) counts as met
    }
    return met;
  }

  Value minimum() {
    Value least = b_.constant(not_applicable);
    for (const Child& child : inside_) least = b_.apply(Op::minimum, least, share(child));
    return b_.apply(Op::multiply, least, b_.constant(*parent_.max));
  }

  Value mean() {
    Value gained = b_.constant(0);
    Value weights = b_.constant(0);
    const bool is_plain = parent_.combine == Combine::weighted_mean;
    for (const Child& child : inside_) {
      const double weight = child.criterion->weight;
      Value part = share(child, is_plain ? weight : 1);
      if (needs_shares(parent_)) part = above_zero(child, part);
      if (parent_.combine == Combine::geometric_mean) part = logarithm(part);
      if (parent_.combine == Combine::harmonic_mean) part = inverse(part);
      if (!is_plain) part = b_.apply(Op::multiply, part, b_.constant(weight));
      gained = b_.apply(Op::add, gained, where_applies(child, part));
      weights = b_.apply(Op::add, weights, where_applies(child, b_.constant(weight)));
    }
    Value mean = -1;
    if (parent_.combine == Combine::harmonic_mean) {
      mean = b_.apply(Op::divide, weights, gained);
    } else if (b_.is_constant(weights)) {
      mean = b_.apply(Op::multiply, gained, b_.constant(1 / b_.number(weights)));
    } else {
      mean = b_.apply(Op::divide, gained, weights);
    }
    if (parent_.combine == Combine::geometric_mean) {
      mean = b_.apply(Op::power, b_.constant(2.0), mean);
    }
    return or_left_out(weights, b_.apply(Op::multiply, mean, b_.constant(*parent_.max)));
  }

  Value above_zero(const Child& child, Value share) {
    if (at_zero_ == ZeroShare::limit) return b_.apply(Op::maximum, share, b_.constant(0));
    const int code = static_cast<int>(Refusal::no_mean) + child.place * part_unit;
    return b_.require(share, std::numeric_limits<double>::min(), not_applicable, code, code, -1);
  }

  Value logarithm(Value x) { return b_.apply(Op::logarithm, x); }

  /// A share of zero makes the harmonic mean zero: its inverse is infinite.
  Value inverse(Value x) {
    return b_.apply(Op::select, b_.apply(Op::equal, x, b_.constant(0)), b_.constant(not_applicable),
                    b_.apply(Op::divide, b_.constant(1), x));
  }

  Builder& b_;
  const Criterion& parent_;
  ZeroShare at_zero_;
  bool some_left_out_ = false;
  bool all_left_out_ = true;
  std::vector<Child> inside_;
  std::vector<Child> outside_;
};

}  // namespace

bool needs_shares(const Criterion& criterion) {
  return criterion.combine == Combine::geometric_mean ||
         criterion.combine == Combine::harmonic_mean;
}

Value lower_parent(Builder& builder, const Framework& framework, std::size_t place,
                   const std::vector<bool>& left_out, ZeroShare at_zero) {
  return ParentLowering(builder, framework, place, left_out, at_zero).points();
}

}  // namespace sauro::inline v0_1::detail
