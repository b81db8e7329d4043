// Time, growth and memory of reading. The plan to read is the first argument that is no flag;
// without one a text of the same size is made.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sauro/sauro.hpp>
#include <string>

#include "counted_heap.hpp"

namespace {

std::string plan_text;

/// A table of `rows` tasks as a commune writes them, about 250 bytes each.
std::string table_of(std::int64_t rows) {
  std::string text =
      "Phụ lục 1\nNHIỆM VỤ\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời "
      "gian\n";
  for (std::int64_t i = 1; i <= rows; ++i) {
    text += std::to_string(i) +
            "\tRà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý; - Công khai kết "
            "quả; - Báo "
            "cáo Ủy ban nhân dân tỉnh\tQuyết định, báo cáo\tPhòng Văn hóa - Xã hội\tCác cơ quan, "
            "đơn vị "
            "có liên quan\tQuý " +
            (i % 2 == 0 ? "I" : "II") + "\n";
  }
  return text;
}

void read_the_plan(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(sauro::read_plan_text(plan_text));
  state.SetBytesProcessed(static_cast<std::int64_t>(plan_text.size()) * state.iterations());
}
BENCHMARK(read_the_plan)->Unit(benchmark::kMillisecond);

void read_rows(benchmark::State& state) {
  const std::string text = table_of(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(sauro::read_plan_text(text));
  state.SetComplexityN(state.range(0));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(read_rows)
    ->Arg(1000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Complexity(benchmark::oN)
    ->Unit(benchmark::kMillisecond);

/// Peak of the heap above what was in use before, over the size of the input.
void memory(benchmark::State& state) {
  const std::string text = state.range(0) == 0 ? plan_text : table_of(state.range(0));
  double ratio = 0;
  for (auto _ : state) {
    const std::size_t before = counted_heap::begin();
    benchmark::DoNotOptimize(sauro::read_plan_text(text));
    ratio = static_cast<double>(counted_heap::peak() - before) / static_cast<double>(text.size());
  }
  state.counters["peak/input"] = ratio;
}
BENCHMARK(memory)->Arg(0)->Arg(100'000)->Unit(benchmark::kMillisecond);

void write_json(benchmark::State& state) {
  const sauro::Plan plan = sauro::read_plan_text(plan_text);
  for (auto _ : state) benchmark::DoNotOptimize(sauro::to_json(plan));
}
BENCHMARK(write_json)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc > 1) {
    std::ifstream file(argv[1], std::ios::binary);
    plan_text.assign((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  } else {
    plan_text = table_of(240);
  }
  std::cout << "plan of " << plan_text.size() << " bytes\n";
  benchmark::RunSpecifiedBenchmarks();
}
