#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// A plan in which a piece stands again and again at one place.
struct Document {
  std::string name;
  std::string head;
  std::string piece;
  std::string tail;

  [[nodiscard]] std::string text(std::size_t bytes) const;
};

/// Every piece at every place: a paragraph, lines, each column of a table of tasks, its rows.
std::vector<Document> documents();
