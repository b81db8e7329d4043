#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sauro/monitoring/monitor.hpp"
#include "monitoring/allocated.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/indicator_parts.hpp"
#include "monitoring/log_groups.hpp"
#include "monitoring/place_sums.hpp"
#include "monitoring/standing_of.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// Several places together.
struct Whole {
  struct Part {
    std::string name;
    std::size_t at = nowhere;  ///< among the places of the log
  };
  std::string name;
  std::size_t at = nowhere;
  std::vector<Part> parts = {};
};

/// What the indicators of a call have together; not changed while they are gone through.
struct MonitorFrame {
  const std::vector<Indicator>& indicators;
  const MonitorOptions& options;
  const std::vector<Aims>& aims;
  const LogGroups& values;
  const IndicatorParts& parts;
  const AllocatedTargets& allocated;
  Mergers mergers = {};               ///< in force
  std::set<std::string> became = {};  ///< places that are part of a new one
  std::vector<Whole> wholes = {};
};

/// Goes through indicators one after the other, and through the places of each.
class IndicatorPass {
 public:
  explicit IndicatorPass(const MonitorFrame& frame) : frame_(frame), options_(frame.options) {}

  /// How many there will be at most, of memory that isn't touched before they are there.
  void expect(std::size_t standings, std::size_t contributions) {
    out_.standings.reserve(standings);
    out_.contributions.reserve(contributions);
  }
  void add(std::size_t indicator);
  [[nodiscard]] Monitor take() { return std::move(out_); }

 private:
  /// A place that was put together of others.
  struct MergedPlace {
    PlaceFigures figures;
    std::optional<PlaceLine> line = {};
  };

  void read(std::size_t indicator);
  [[nodiscard]] KnownPlace known_at(std::size_t known) const;
  static KnownPlace known_at(const std::string& name, const MergedPlace& merged);
  [[nodiscard]] KnownPlace known_at(const Whole::Part& part) const;
  void add_with_mergers(std::size_t indicator);
  void add_silent(std::size_t indicator);
  void add_place(std::size_t indicator, const KnownPlace& place, std::vector<Clash> clashes);
  void add_whole(std::size_t indicator, const Whole& whole, std::size_t first_standing);
  void hold_against(const Standing& own, const Standing& sum, const std::vector<KnownPlace>& parts);

  const MonitorFrame& frame_;
  const MonitorOptions& options_;
  Monitor out_ = {};
  Aims own_aims_ = {};  ///< of the place that is looked at
  DayMemo memo_ = {};

  // of the indicator that is looked at
  std::vector<PlaceFigures> known_ = {};          ///< by name of the place
  std::vector<PlaceLine> lines_ = {};             ///< of a flow, by known place
  std::vector<std::vector<Clash>> clashes_ = {};  ///< the same
  std::vector<std::size_t> at_ = {};              ///< by place of the log, that in known_
  std::vector<Figure> figures_ = {};              ///< of the place that is read
  std::map<std::string, MergedPlace, std::less<>> merged_ = {};
  MergedPlace nobody_ = {};  ///< a place without figures
};

}  // namespace sauro::inline v0_1::detail
