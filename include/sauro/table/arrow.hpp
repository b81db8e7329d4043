#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/table/table.hpp"

// The structs of Arrow's C data and stream interfaces, as their specification gives them
// (arrow.apache.org/docs/format/CDataInterface.html); a public ABI without a library.

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

}  // extern "C"
#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

extern "C" {

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

}  // extern "C"
#endif  // ARROW_C_STREAM_INTERFACE

namespace sauro::inline v0_1 {

/// Writes the table's schema (a struct of its columns); the receiver releases it.
SAURO_API void export_schema(const Table& table, ArrowSchema* out);

/// Writes a stream of one batch that shares the table's memory; the receiver releases it.
SAURO_API void export_stream(const Table& table, ArrowArrayStream* out);

/// What is taken of a stream.
struct ArrowOptions {
  std::vector<std::string> columns = {};  ///< by name, in this order; all where none is named
  std::vector<std::string> coded = {};    ///< columns whose texts become categories
};

/// The table that a stream holds; a stream of one batch is not copied. Releases the stream.
///
/// A stream of plain arrays becomes a table of one column. Moments lose nothing but may have no
/// time zone. Columns that aren't taken may be of any type. Throws
/// ValidationError(unsupported_type) that names the columns of other types (nested ones, moments
/// with a time zone), Error(invalid_column) where a column isn't there or the producer fails.
[[nodiscard]] SAURO_API Table import_stream(ArrowArrayStream* stream,
                                            const ArrowOptions& options = {});

}  // namespace sauro::inline v0_1
