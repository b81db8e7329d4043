#pragma once

#include <cstddef>

/// The heap as `operator new` sees it; a program that links counted_heap.cpp counts it.
namespace counted_heap {

/// Forgets the peak: it is what is in use now, which is returned.
std::size_t begin();
/// The most that was in use since begin(), in bytes.
std::size_t peak();

}  // namespace counted_heap
