#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "indicators/log_view.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/place_sums.hpp"
#include "monitoring/reported_months.hpp"

namespace sauro::inline v0_1::detail {

/// What the rows of a log say of the indicators of a plan, by indicator and place.
class LogGroups {
 public:
  /// All of them have to live as long. An indicator without a unit gets that of the log; rows that
  /// belong to none, units that can't be converted and periods of no months become problems, whose
  /// places begin with `where`.
  LogGroups(const std::vector<Indicator>& indicators, const IndicatorLog& log,
            std::vector<Aims>& aims, const MonitorOptions& options, std::string where,
            std::vector<Problem>& problems);

  /// Names values of places that are part of another one, from days after that.
  void refuse_late_rows(const Mergers& mergers);
  /// Sorts the rows that count; before figures are asked for.
  void sort_rows();
  /// All places of the log: none, then by name.
  [[nodiscard]] const std::vector<std::string>& places() const { return places_; }
  /// Whether an indicator has figures at one of them.
  [[nodiscard]] bool has_figures(std::size_t indicator, std::size_t place) const {
    const std::size_t group = indicator * places_.size() + place;
    return begins_[group] != begins_[group + 1];
  }
  [[nodiscard]] std::size_t count() const;  ///< of indicators and places that have
  /// Takes them there, of each period the best; what they contradict among themselves beside.
  void take_figures(std::size_t indicator, std::size_t place, std::vector<Figure>& figures,
                    std::vector<Clash>& clashes, std::vector<Contradiction>& contradictions) const;
  /// The figures of an indicator by place, by name; what they contradict among themselves beside.
  [[nodiscard]] std::vector<PlaceFigures> figures_of(
      std::size_t indicator, std::vector<std::vector<Clash>>& clashes,
      std::vector<Contradiction>& contradictions) const;

 private:
  void match();
  void find_units();
  void refuse_periods();
  void refuse(const std::string& where, Bilingual what);
  void name_places();
  [[nodiscard]] std::ptrdiff_t indicator_at(std::int64_t row) const {
    return indicator_of_[static_cast<std::size_t>(view_.indicator.at(row))];
  }
  [[nodiscard]] std::size_t group_of(std::int64_t row) const;
  [[nodiscard]] std::int32_t known_on(std::int64_t row) const;
  [[nodiscard]] bool counts(std::int64_t row) const;
  [[nodiscard]] double value_at(std::int64_t row) const;
  [[nodiscard]] double ratio_at(std::int64_t row) const;
  [[nodiscard]] Figure figure_at(std::int64_t row) const;
  void check_ratio(std::size_t indicator, const std::string& place, std::int64_t row,
                   std::vector<Contradiction>& contradictions) const;

  using Row = std::uint32_t;  ///< a log has no more of them

  const std::vector<Indicator>& indicators_;
  const IndicatorLog& log_;
  LogView view_;
  std::vector<Aims>& aims_;
  const MonitorOptions& options_;
  ReportedMonths months_;
  std::string where_;
  std::vector<Problem>& problems_;
  std::vector<std::ptrdiff_t> indicator_of_;  ///< by label
  std::vector<std::vector<double>> factors_;  ///< by indicator and unit
  std::vector<std::string> places_;           ///< none, then by name
  std::vector<std::size_t> place_of_;         ///< by label
  std::vector<Row> begins_;                   ///< of groups in rows_
  std::vector<Row> rows_;
};

}  // namespace sauro::inline v0_1::detail
