/// Shares and sizes of simple samples.

#include <algorithm>
#include <cmath>

#include "sauro/surveys/survey.hpp"
#include "surveys/refusals.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::check_confidence;
using detail::is_size;
using detail::number_words;
using detail::refuse_survey;
using detail::say;

constexpr double most_exact = 9007199254740992;  // 2^53: more are not counted one by one

/// A size of a sample.
std::int64_t whole_size(double size) {
  if (size <= most_exact) return static_cast<std::int64_t>(size);
  refuse_survey("margin",
                say("không có cỡ mẫu nào từ các số này: quá lớn hoặc quá nhỏ",
                    "no sample size follows from these numbers: they are too large or small"));
}

}  // namespace

double normal_quantile(double p) {
  // Newton's steps on the error function from a rough start; erfc keeps the tails exact
  if (!(p > 0 && p < 1)) {
    refuse_survey("p", say("xác suất nằm giữa 0 và 1", "a probability lies between 0 and 1"));
  }
  constexpr double root_of_two = 1.4142135623730951;
  constexpr double density = 0.3989422804014327;
  const double tail = std::min(p, 1 - p);
  const double t = std::sqrt(-2 * std::log(tail));
  double x = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) /
                     (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  for (int step = 0; step < 4; ++step) {
    const double above = 0.5 * std::erfc(x / root_of_two);
    x += (above - tail) / (density * std::exp(-x * x / 2));
  }
  return p < 0.5 ? -x : x;
}

Estimate wilson(double successes, double answers, double confidence) {
  check_confidence(confidence);
  if (!(answers <= most_exact) || !(successes >= 0) || successes > answers) {
    refuse_survey("successes", say("{} trên {} không phải là một tỷ lệ", "{} of {} is no share",
                                   number_words(successes), number_words(answers)));
  }
  const double none = std::nan("");
  Estimate out{none, none, none, none, static_cast<std::int64_t>(answers), false};
  if (answers == 0) return out;
  const double z = normal_quantile(0.5 + confidence / 2);
  const double p = successes / answers;
  const double square = z * z / answers;
  const double center = (p + square / 2) / (1 + square);
  const double half = z / (1 + square) * std::sqrt(p * (1 - p) / answers + square / (4 * answers));
  out.value = p;
  out.standard_error = std::sqrt(p * (1 - p) / answers);
  out.low = successes == 0 ? 0 : std::max(center - half, 0.0);
  out.high = successes == answers ? 1 : std::min(center + half, 1.0);
  return out;
}

std::int64_t yamane(double population, double margin) {
  if (!(population >= 1) || std::isinf(population) || !(margin > 0 && margin < 1)) {
    refuse_survey("population",
                  say("tổng thể có ít nhất 1 đơn vị, sai số nằm giữa 0 và 1",
                      "a population has at least 1 unit, a margin lies between 0 and 1"));
  }
  return whole_size(std::ceil(population / (1 + population * margin * margin) - 1e-9));
}

std::int64_t sample_size(std::optional<double> population, double margin, double share,
                         double confidence, double design_effect) {
  check_confidence(confidence);
  const bool fits = margin > 0 && margin < 1 && share > 0 && share < 1 && is_size(design_effect);
  if (!fits || (population && (!(*population >= 1) || std::isinf(*population)))) {
    refuse_survey("margin",
                  say("sai số và tỷ lệ nằm giữa 0 và 1, tổng thể có ít nhất 1 đơn vị",
                      "margin and share lie between 0 and 1, a population has at least 1 unit"));
  }
  const double z = normal_quantile(0.5 + confidence / 2);
  double size = z * z * share * (1 - share) / (margin * margin);
  if (population) size = std::isinf(size) ? *population : size / (1 + (size - 1) / *population);
  size = std::ceil(size * design_effect - 1e-9);
  return whole_size(population ? std::min(size, *population) : size);
}

}  // namespace sauro::inline v0_1
