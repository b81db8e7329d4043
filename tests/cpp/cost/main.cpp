// Runs verbs on their worst shapes at 1x and 8x and asserts that instructions and heap grow no
// faster than in proportion: log8(cost8 / cost1) <= 1.25.
//
//   valgrind --tool=callgrind --callgrind-out-file=OUT cost FAMILY OUT [NAME...]
//
// Without valgrind it shows the processor's time instead and asserts nothing of that.
#include <valgrind/callgrind.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <sauro/core/error.hpp>
#include <string>

#include "cost.hpp"
#include "counted_heap.hpp"

namespace {

constexpr double most_growth = 1.25;
constexpr std::size_t times_as_large = 8;

struct Cost {
  double steps = 0;  ///< instructions; nanoseconds without valgrind
  double heap = 0;   ///< peak in bytes
};

/// Counts by callgrind's dumps, of which it numbers the files.
class Counter {
 public:
  explicit Counter(std::string file) : file_(std::move(file)) {}

  double count(const Verb& verb) {
    if (RUNNING_ON_VALGRIND == 0) return processor_time(verb);
    CALLGRIND_ZERO_STATS;
    verb();
    CALLGRIND_DUMP_STATS;
    const std::string name = file_ + "." + std::to_string(++dumps_);
    std::ifstream dump(name);
    std::string word;
    while (dump >> word && word != "totals:") continue;
    double steps = 0;
    dump >> steps;
    dump.close();
    std::remove(name.c_str());
    return steps;
  }

 private:
  static double processor_time(const Verb& verb) {
    const std::clock_t before = std::clock();
    verb();
    return static_cast<double>(std::clock() - before) * (1e9 / CLOCKS_PER_SEC);
  }

  std::string file_;
  int dumps_ = 0;
};

/// A refusal is an answer too, and may cost no more.
Verb answered(Verb verb) {
  return [verb = std::move(verb)] {
    try {
      verb();
    } catch (const sauro::Error&) {
    }
  };
}

Cost cost_of(const Shape& shape, std::size_t size, Counter& counter) {
  const Verb verb = answered(shape.prepare(size));
  const std::size_t before = counted_heap::begin();
  Cost cost;
  cost.steps = counter.count(verb);
  cost.heap = static_cast<double>(counted_heap::peak() - before);
  return cost;
}

double growth(double small, double large) {
  constexpr double least = 16'384;  // instructions or bytes; below that it may be anything
  return std::log(std::max(large, least) / std::max(small, least)) /
         std::log(static_cast<double>(times_as_large));
}

/// Whether the shape's cost grows as it may.
bool is_linear(const Shape& shape, Counter& counter) {
  answered(shape.prepare(std::max<std::size_t>(shape.size / 64, 1)))();  // makes tables, once
  const Cost small = cost_of(shape, shape.size, counter);
  const Cost large = cost_of(shape, shape.size * times_as_large, counter);
  const double steps = growth(small.steps, large.steps);
  const double heap = growth(small.heap, large.heap);
  const bool linear = steps <= most_growth && heap <= most_growth;
  std::cout << (linear ? "     " : "FAIL ") << std::fixed << std::setprecision(2) << steps << " "
            << heap << "  " << std::setprecision(1) << large.steps / 1e6 << "M " << large.heap / 1e3
            << "K  " << shape.name << std::endl;
  return linear;
}

}  // namespace

int main(int argc, char** argv) {
  const std::map<std::string, std::vector<Shape> (*)()> families = {{"phrases", phrase_shapes},
                                                                    {"reading", reading_shapes},
                                                                    {"following", following_shapes},
                                                                    {"index", index_shapes},
                                                                    {"data", data_shapes}};
  if (argc < 3 || !families.contains(argv[1])) {
    std::cerr << "cost phrases|reading|following|index|data OUT [NAME...]\n";
    return 2;
  }
  const std::vector<std::string> wanted(argv + 3, argv + argc);
  Counter counter(argv[2]);
  bool passed = true;
  for (const Shape& shape : families.at(argv[1])()) {
    const auto is_meant = [&](const std::string& name) {
      return shape.name.find(name) != std::string::npos;
    };
    if (!wanted.empty() && std::none_of(wanted.begin(), wanted.end(), is_meant)) continue;
    passed = is_linear(shape, counter) && passed;
  }
  if (passed) return 0;
  std::cerr << "cost grows faster than size^" << most_growth
            << " where a line begins with FAIL: exponents of instructions and of the heap\n";
  return 1;
}
