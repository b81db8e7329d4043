#pragma once

/// The whole library: read -> check -> schedule -> track -> score -> report, as far as it goes.

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/holidays.hpp"
#include "sauro/calendar/lunar.hpp"
#include "sauro/calendar/period.hpp"
#include "sauro/calendar/reporting_period.hpp"
#include "sauro/calendar/time_limit.hpp"
#include "sauro/calendar/working_calendar.hpp"
#include "sauro/error.hpp"
#include "sauro/fwd.hpp"
#include "sauro/plan/document_number.hpp"
#include "sauro/plan/plan.hpp"
#include "sauro/reading/read_plan.hpp"
#include "sauro/table/arrow.hpp"
#include "sauro/table/column.hpp"
#include "sauro/table/table.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "sauro/version.hpp"
#include "sauro/writing/holidays_json.hpp"
#include "sauro/writing/plan_json.hpp"
