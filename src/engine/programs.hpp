#pragma once

#include <memory>
#include <vector>

#include "sauro/index/framework.hpp"
#include "engine/lower.hpp"
#include "engine/program.hpp"

namespace sauro::inline v0_1::detail {

/// Whether the points of each place may be `not_applicable`, where `exempt` says by place whether
/// some unit is exempted; those of a parent only where all of its parts may.
std::vector<bool> places_left_out(const Framework& framework, const std::vector<bool>& exempt);

/// The program of one leaf, which gives points and, if asked for, the case that held.
std::shared_ptr<const Program> leaf_program(const Framework& framework, std::size_t place,
                                            bool exempt, Care care, bool with_case);
/// The least and the most that a leaf's points can still be, as two outputs.
std::shared_ptr<const Program> bounds_program(const Framework& framework, std::size_t place);
/// The program of one parent; its columns are its children, in order.
std::shared_ptr<const Program> parent_program(const Framework& framework, std::size_t place,
                                              const std::vector<bool>& left_out,
                                              ZeroShare at_zero = ZeroShare::refuse);

/// How a leaf is run at first: carefully where a policy on missing values would hide them.
Care first_care(const Criterion& criterion);

/// What scoring runs, by place, where no unit is exempted from anything.
struct Programs {
  std::vector<bool> left_out;
  std::vector<std::shared_ptr<const Program>> by_place;
};

/// The programs of a framework and of its copies, made when they are first asked for.
const Programs& programs_of(const Framework& framework);

}  // namespace sauro::inline v0_1::detail
