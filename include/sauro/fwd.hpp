#pragma once

namespace sauro::inline v0_1 {

class Date;
class Error;
class AgencyRegister;
struct Agency;
struct Annex;
struct Area;
struct Coverage;
struct Document;
struct DocumentNumber;
struct Duty;
struct Indicator;
struct LegalBasis;
struct PageBlock;
struct PageCell;
struct PageRow;
struct Person;
struct Plan;
struct ReadOptions;
struct Remark;
struct Reporting;
struct Section;
struct Slip;
struct SourceTable;
struct Span;
struct Task;
struct Timeframe;
struct Unread;
enum class ErrorCode;
enum class Format;

}  // namespace sauro::inline v0_1
