#pragma once

/// Marks what a shared build of the library exports.
///
/// Where symbols are exported by their visibility a program needs no definition of its own, static
/// or shared; on Windows `sauro::sauro` defines SAURO_SHARED for programs that use a DLL.
#if !defined(_WIN32)
#define SAURO_API __attribute__((visibility("default")))
#elif !defined(SAURO_SHARED)
#define SAURO_API
#elif defined(SAURO_BUILDING)
#define SAURO_API __declspec(dllexport)
#else
#define SAURO_API __declspec(dllimport)
#endif
