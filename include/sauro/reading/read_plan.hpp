#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/agency.hpp"
#include "sauro/plan/corrections.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1 {

/// Formats of a plan document.
enum class Format { automatic, text, markdown, html, docx, xlsx, csv, odt, ods };

constexpr std::array<std::string_view, 9> enum_names(Format /*value*/) noexcept {
  return {"automatic", "text", "markdown", "html", "docx", "xlsx", "csv", "odt", "ods"};
}

/// Limits on what comes from outside; a source beyond one is refused with its place.
struct ReadLimits {
  std::size_t bytes = std::size_t{256} << 20U;  ///< of the source
  std::size_t unpacked_bytes =
      std::size_t{256} << 20U;  ///< of an archive (docx, xlsx, ...), unpacked; of texts in cells
  std::size_t cell_bytes = std::size_t{1} << 20U;  ///< of one table cell or paragraph
  std::size_t rows = 1'000'000;                    ///< of one table
  std::size_t columns = 512;                       ///< of one table
  std::size_t cells = 16'000'000;                  ///< of all tables
  std::size_t depth = 256;                         ///< of nested elements in HTML or XML
  std::size_t attributes = 256;                    ///< of one tag in HTML
};

struct ReadOptions {
  Format format = Format::automatic;  ///< automatic: told from the content, then from the name
  AgencyRegister agencies = {};       ///< names that win over the built-in register
  ReadLimits limits = {};
  std::vector<std::string> sheets = {};  ///< of a workbook: those of these names; all if empty
  Corrections corrections = {};          ///< what a person has settled, and wins
};

/// The plan in a file.
///
/// Throws NotFoundError where there is no such file, ParseError for what is no plan document in a
/// known format (docs/reference/errors.md lists the codes). What is read but not understood is in
/// `unread`, never dropped. Linear in the size of the file.
[[nodiscard]] SAURO_API Plan read_plan(const std::filesystem::path& path,
                                       const ReadOptions& options = {});

/// The plan in a text; `bytes` may hold the content of a docx, xlsx, odt or ods.
[[nodiscard]] SAURO_API Plan read_plan_text(std::string_view bytes,
                                            const ReadOptions& options = {});

/// The plan whose tasks stand in rows of cells, as a register kept in a program or a CSV file.
///
/// Columns go by their headers (`STT`, `Nhiệm vụ`, `Sản phẩm`, `Cơ quan chủ trì`, `Thời gian`, ...)
/// as in the table of a document; `document` says whose plan it is and for which year.
[[nodiscard]] SAURO_API Plan plan_of_grid(const Grid& grid, const Document& document = {},
                                          const ReadOptions& options = {});

}  // namespace sauro::inline v0_1
