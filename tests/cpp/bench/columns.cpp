// Working days and cases by the column, on one thread and on several; no peer has a C++ form of it
// but NumPy's, which tests/python/bench measures beside the same calls from Python.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <sauro/sauro.hpp>
#include <span>
#include <vector>

namespace {

constexpr std::size_t rows = 10'000'000;
constexpr std::size_t few = 1'000'000;  // below the size that is shared among threads

struct Data {
  sauro::WorkingCalendar calendar = sauro::WorkingCalendar::vietnam();
  std::vector<std::int64_t> dates = std::vector<std::int64_t>(rows);
  std::vector<std::int64_t> later = std::vector<std::int64_t>(rows);
  std::vector<std::int64_t> steps = std::vector<std::int64_t>(rows);
  std::vector<std::int64_t> out = std::vector<std::int64_t>(rows);
  std::vector<std::int32_t> limit = std::vector<std::int32_t>(rows);
  std::vector<std::int32_t> agency = std::vector<std::int32_t>(rows);

  Data() {
    std::mt19937 random(1);  // NOLINT: the same data each time
    const std::int64_t first = sauro::Date(2024, 1, 2).day_number();
    for (std::size_t i = 0; i < rows; ++i) {
      dates[i] = first + static_cast<std::int64_t>(random() % 1000);
      later[i] = random() % 10 == 0 ? sauro::missing_day
                                    : dates[i] + static_cast<std::int64_t>(random() % 40);
      steps[i] = 1 + static_cast<std::int64_t>(random() % 40);
      limit[i] = 1 + static_cast<std::int32_t>(random() % 30);
      agency[i] = static_cast<std::int32_t>(random() % 3321);
    }
  }
};

Data& data() {
  static Data made;
  return made;
}

std::span<std::int64_t> part(std::vector<std::int64_t>& column) {
  return std::span(column).first(few);
}

void per_row(benchmark::State& state, std::size_t count) {
  state.SetItemsProcessed(static_cast<std::int64_t>(count) * state.iterations());
}

void add_one_step(benchmark::State& state) {
  const std::int64_t ten = 10;
  for (auto _ : state) {
    data().calendar.add(part(data().dates), std::span(&ten, 1), part(data().out));
  }
  per_row(state, few);
}
BENCHMARK(add_one_step)->Unit(benchmark::kMillisecond);

void add_a_column(benchmark::State& state) {
  for (auto _ : state) {
    data().calendar.add(part(data().dates), part(data().steps), part(data().out));
  }
  per_row(state, few);
}
BENCHMARK(add_a_column)->Unit(benchmark::kMillisecond);

void count_days(benchmark::State& state) {
  const std::int64_t end = sauro::Date(2026, 12, 31).day_number();
  for (auto _ : state) {
    data().calendar.count(part(data().dates), std::span(&end, 1), part(data().out));
  }
  per_row(state, few);
}
BENCHMARK(count_days)->Unit(benchmark::kMillisecond);

void judge_and_roll_up(benchmark::State& state) {
  using sauro::NumberView;
  sauro::CaseLog log;
  log.received.ticks = NumberView::of<std::int64_t>(data().dates);
  log.finished.ticks = NumberView::of<std::int64_t>(data().later);
  log.limit = NumberView::of<std::int32_t>(data().limit);
  log.keys = {{"agency", NumberView::of<std::int32_t>(data().agency)}};
  const sauro::CaseOptions options{.as_of = sauro::Date(2026, 10, 30),
                                   .calendars = {data().calendar},
                                   .hours = {},
                                   .cut_off = {},
                                   .rounding = sauro::Rounding::up,
                                   .on_problem = sauro::OnProblem::raise,
                                   .threads = static_cast<unsigned>(state.range(0))};
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        sauro::judge_cases(log, options, {}, sauro::RollUpKeys{.columns = {"agency"}}));
  }
  per_row(state, rows);
}
BENCHMARK(judge_and_roll_up)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void build_300_years(benchmark::State& state) {
  sauro::CustomOptions options{1900, 2199, sauro::five_days, {}};
  for (int year = 1900; year <= 2199; ++year) {
    for (const auto& [month, day] : {std::pair{1, 1}, {4, 30}, {5, 1}, {9, 1}, {9, 2}, {11, 24}}) {
      options.days.push_back({sauro::Date(year, month, day), sauro::DayKind::holiday, "ngày lễ"});
    }
    for (int day = 0; day < 6; ++day) {
      options.days.push_back(
          {sauro::tet(year).plus_days(day - 1), sauro::DayKind::holiday, "Tết Nguyên đán"});
    }
  }
  for (auto _ : state) benchmark::DoNotOptimize(sauro::WorkingCalendar::custom(options));
}
BENCHMARK(build_300_years)->Unit(benchmark::kMillisecond);

void build_viet_nam(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(sauro::WorkingCalendar::vietnam());
}
BENCHMARK(build_viet_nam)->Unit(benchmark::kMillisecond);

void read_timeframes(benchmark::State& state) {
  const char* const texts[] = {"Thường xuyên", "Quý I, 6 tháng, quý III và tổng kết năm",
                               "Trước ngày 15/12/2026", "Theo lộ trình giai đoạn 2026 - 2030"};
  const sauro::TimeframeContext context{2026, sauro::Date(2026, 3, 20), false};
  for (auto _ : state) {
    for (const char* text : texts) benchmark::DoNotOptimize(sauro::parse_timeframe(text, context));
  }
  per_row(state, 4);
}
BENCHMARK(read_timeframes);

}  // namespace

int main(int count, char** arguments) {
  data();  // made before the first measurement
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
