#pragma once

#include <memory>
#include <string>

#include "sauro/core/problem.hpp"
#include "sauro/table/arrow.hpp"

namespace sauro::inline v0_1::detail {

/// How a column arrives: as one of our types, or as one that is turned into it.
enum class Arrival { as_is, text_view, nothing, days64, decimal, dictionary };

/// What is known of a column before its values come.
struct Reception {
  std::string name;
  ColumnType type = ColumnType::int64;  ///< that the column will have
  Arrival arrival = Arrival::as_is;
  ColumnType index = ColumnType::int32;       ///< of the codes of a dictionary
  std::shared_ptr<const Reception> labels{};  ///< of a dictionary
  std::size_t width = 0;                      ///< bytes of a decimal
  int scale = 0;                              ///< digits of a decimal behind the point
  bool is_coded = false;                      ///< texts become a category
};

/// Reads what a producer says of a column; what is wrong with it is put into `problem`.
Reception reception_of(const ArrowSchema& schema, Bilingual& problem);

/// The column of an array that came with a batch, which is kept alive as long as it is needed.
/// Throws ValidationError(invalid_column) for memory that can't be as the format has it.
Column column_of(const Reception& reception, const ArrowArray& array,
                 const std::shared_ptr<const void>& batch);

/// A column of that type without rows.
Column empty_column(const Reception& reception);

/// Columns of one type below each other, named as the first.
Column joined_columns(const std::vector<Column>& chunks);

}  // namespace sauro::inline v0_1::detail
