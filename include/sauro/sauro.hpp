#pragma once

/// The whole library: read -> check -> schedule -> track -> score -> report, as far as it goes.

#include "sauro/calendar/date.hpp"
#include "sauro/error.hpp"
#include "sauro/fwd.hpp"
#include "sauro/plan/document_number.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/reading/read_plan.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "sauro/version.hpp"
#include "sauro/writing/plan_json.hpp"
