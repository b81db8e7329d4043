#pragma once

/// Marks what a shared build of the library exports.
#if defined(SAURO_STATIC)
#define SAURO_API
#elif defined(_WIN32)
#if defined(SAURO_BUILDING)
#define SAURO_API __declspec(dllexport)
#else
#define SAURO_API __declspec(dllimport)
#endif
#else
#define SAURO_API __attribute__((visibility("default")))
#endif
