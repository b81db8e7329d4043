#pragma once

/// The library's version; the build system and the Python package read it from here.
#define SAURO_VERSION_MAJOR 0
#define SAURO_VERSION_MINOR 1
#define SAURO_VERSION_PATCH 0
#define SAURO_VERSION "0.1.0"
