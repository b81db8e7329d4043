#include "reading/duties.hpp"

#include <algorithm>
#include <optional>

#include "sauro/phrases/target.hpp"
#include "sauro/text/fold.hpp"
#include "phrases/meanings.hpp"
#include "reading/cell_roles.hpp"
#include "reading/cell_text.hpp"
#include "reading/clause_openings.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_products.hpp"
#include "reading/duty_work.hpp"
#include "reading/prose_labels.hpp"
#include "reading/reporting.hpp"
#include "reading/times_in_clauses.hpp"
#include "text/byte_set.hpp"
#include "text/capitals.hpp"

namespace sauro::inline v0_1::detail {

/// Clauses that give one thing to do to the same bodies.
struct DutyReader::Piece {
  std::vector<const Clause*> clauses;
  DutyOwner owner;
  const Clause* naming = nullptr;  ///< the clause that names the owner
  std::optional<FoundTime> limit;
  std::vector<Reporting> reporting;
  std::string later;                ///< another limit behind its own in the same clause
  std::vector<std::string> others;  ///< whom it could be given to instead of the heading's
  Waiting waiting = Waiting::no;

  [[nodiscard]] std::string_view text() const {
    const char* begin = clauses.front()->text.data();
    const char* end = clauses.back()->text.data() + clauses.back()->text.size();
    return trim({begin, static_cast<std::size_t>(end - begin)});
  }
};

namespace {

/// Whether a clause may begin with somebody of its own.
bool may_name_owner(const Clause& clause, bool is_first) {
  return !clause.words.empty() && (is_first || starts_upper(clause.text) ||
                                   words_ahead(DutyWord::introduction, clause.words, 0) != 0 ||
                                   words_ahead(DutyWord::honorific, clause.words, 0) != 0);
}

}  // namespace

bool DutyReader::take(std::string_view text, const Charge& charge, const DutyPlace& where) {
  const std::vector<Clause> clauses = cut_orders(context_, text);
  std::vector<Piece> pieces = cut(clauses, charge, where.place);
  if (pieces.empty()) return false;
  tell(text, pieces.front(), where.place);
  for (Piece& piece : pieces) {
    for (Reporting& one : piece.reporting) {  // each of several bodies reports
      if (piece.owner.leads.empty()) context_.plan.reporting.push_back(std::move(one));
      for (const std::string& lead : piece.owner.leads) {
        context_.plan.reporting.push_back(one);
        context_.plan.reporting.back().reporter = lead;
      }
    }
    const bool persons = piece.owner.leads.empty() && !piece.owner.people.empty();
    if (piece.reporting.size() == piece.clauses.size() && !persons) {
      context_.last_section(where.place).paragraphs.emplace_back(piece.text());
    } else {
      write(piece, where, &piece == &pieces.front());
    }
  }
  return true;
}

/// What a paragraph tells before its first duty stays text: "Tiến độ còn chậm. Giao ..."
void DutyReader::tell(std::string_view text, const Piece& first, Place place) {
  const char* begin = first.clauses.front()->text.data();
  const std::string_view told = text.substr(0, static_cast<std::size_t>(begin - text.data()));
  if (!trim(told).empty()) add_told_text(context_, trim(told), place);
}

std::optional<Charge> DutyReader::lead_in(std::string_view text) {
  return read_lead_in(context_, text, times());
}

bool DutyReader::names_last_day(const Clause& paragraph) {
  const auto limit = find_limit(paragraph, times());
  return limit && names_day(limit->timeframe.text);
}

/// A piece begins with somebody of its own, or with a second time for the same.
std::vector<DutyReader::Piece> DutyReader::cut(const std::vector<Clause>& clauses,
                                               const Charge& charge, Place place) {
  std::vector<Piece> pieces;
  const Clause* before = nullptr;  // gives nobody anything, and a limit may follow it
  for (const Clause& clause : clauses) {
    if (pieces.empty() && has_words(DutyWord::formula, clause.words, 0, clause.words.size()) &&
        !find_limit(clause, times()))
      return {};  // "... thông báo để các đơn vị biết"
    const Wait wait = waiting_of(clause);
    auto reporting = find_reporting(context_, clause.text, place);
    std::optional<FoundTime> limit;
    TimesLeft left;
    if (!reporting) limit = limit_beside(wait, clause, left);
    const std::size_t start = start_of_order(context_, clause, times());
    if (!limit && !reporting && wait.kind != Waiting::yes) limit = limit_of_step(clause, times());
    const bool limited = limit && limit->begin != 0;
    if (pieces.empty() && tells(context_, clause, start, limited)) continue;
    other_.clear();
    DutyOwner own = owner_of(clause, start, charge, pieces.empty(), limit.has_value());
    const bool named = !pieces.empty() || own.any() || charge.owner.any();
    const auto& until = limit ? limit : charge.limit;
    if (!named && !(until && is_ownerless(clause, start, charge, *until))) {
      before = clause.text.ends_with(';') ? &clause : nullptr;
      continue;
    }
    const bool adds_limit = words_ahead(DutyWord::limit, clause.words, 0) != 0 ||
                            words_ahead(DutyWord::soft_limit, clause.words, 0) != 0;
    const bool second = limit && !pieces.empty() && (pieces.back().limit || !adds_limit);
    if (pieces.empty() || own.any() || second) {
      Piece piece;
      piece.others = std::move(other_);
      piece.owner = pieces.empty() ? charge.owner : pieces.back().owner;
      piece.owner.end = 0;
      piece.owner.guessed = false;
      piece.owner.helpers.clear();
      const bool owns = own.any();
      if (owns) piece.owner = std::move(own);
      piece.naming = &clause;
      const bool without_work =
          owns && only_limits(clause, start_of_work(clause, piece.owner, {}), limit);
      if (before != nullptr && (without_work || (!named && adds_limit))) {
        piece.clauses.push_back(before);
        if (!owns) piece.naming = before;
      }
      before = nullptr;
      pieces.push_back(std::move(piece));
    }
    Piece& piece = pieces.back();
    piece.clauses.push_back(&clause);
    if (limit) piece.later = later_limit(clause, *limit);
    if (!limit && !reporting && wait.kind != Waiting::yes && piece.later.empty())
      piece.later = left.passed.empty() ? left.doubtful : left.passed;
    if (limit) piece.limit = std::move(limit);
    if (reporting) {
      drop_passed(reporting->timeframe, context_.plan.document.date);
      piece.reporting.push_back(std::move(*reporting));
    }
    piece.waiting = std::max(piece.waiting, wait.kind);
  }
  if (pieces.empty()) return {};
  Piece& first = pieces.front();
  if (!first.limit && first.waiting != Waiting::yes && first.reporting.empty())
    first.limit = charge.limit;
  return pieces;
}

/// The words of another limit behind one: "đợt 1 trước ngày 30/4, đợt 2 trước ngày 30/9".
std::string DutyReader::later_limit(const Clause& clause, const FoundTime& limit) {
  const Clause rest = clause_of(clause.text.substr(limit.end));
  const auto later = find_limit(rest, times());
  return later ? later->timeframe.text : "";
}

/// The limit of a clause outside of what waits in it.
std::optional<FoundTime> DutyReader::limit_beside(const Wait& wait, const Clause& clause,
                                                  TimesLeft& left) {
  const bool waits = wait.kind == Waiting::yes;
  if (waits && wait.first == 0 && wait.last == clause.words.size()) return std::nullopt;
  auto limit = find_limit(clause, times(), &left);
  if (!waits || !limit) return limit;
  const std::size_t begin = clause.words[wait.first].at;
  const std::size_t end = clause.words[wait.last - 1].end;
  return limit->begin >= begin && limit->begin < end ? std::nullopt : std::move(limit);
}

/// Whether a clause with a limit is work though nobody known is named for it.
bool DutyReader::is_ownerless(const Clause& clause, std::size_t from, const Charge& charge,
                              const FoundTime& limit) {
  constexpr std::size_t longest_subject = 6;  // words
  if (words_ahead(DutyWord::introduction, clause.words, from) != 0) return true;
  if (is_aim(clause, from)) return false;
  const bool dated = names_day(limit.timeframe.text);
  if (charge.to_anyone)
    return dated || may_have_subject(clause, from) || is_work(clause, from, longest_subject);
  return charge.by_verb && dated && is_work(clause, from, longest_subject);
}

/// Whom a clause names itself. Below a heading a body has to be introduced, or the heading to name
/// none in particular: "Phòng Kinh tế bố trí ..." below "Các phòng".
DutyOwner DutyReader::owner_of(const Clause& clause, std::size_t from, const Charge& charge,
                               bool is_first, bool has_limit) {
  if (!may_name_owner(clause, is_first)) return {};
  DutyOwner own = find_owner(context_, clause, from);
  const bool may_know = charge.by_lead_in || charge.to_anyone || (charge.by_verb && has_limit);
  if (!own.any() && may_know && is_first)
    own = find_known_owner(context_, clause, from, has_limit || charge.to_anyone);
  if (charge.only_introduced && is_first && !own.introduced) return {};
  if (charge.only_others && is_issuer(own)) return {};
  if (charge.owner.any() && own.any()) {
    const bool says_more = own.introduced || charge.by_lead_in || is_generic(charge.owner);
    const bool other_group = is_generic(charge.owner) && !is_same_group(own, charge.owner);
    if (says_more && (charge.by_lead_in || !is_generic(own) || other_group)) return own;
    const bool doubtful = has_limit && !is_generic(own) && own.leads != charge.owner.leads;
    if (doubtful && own.end < clause.words.size() && clause.gap(own.end) == " ") other_ = own.leads;
    return {};
  }
  if (is_first && !own.any() && !charge.owner.any()) return find_doer(context_, clause);
  return own;
}

bool DutyReader::is_issuer(const DutyOwner& owner) const {
  return owner.leads.size() == 1 && owner.people.empty() &&
         context_.agencies.is_issuer(context_.agencies.name_of(owner.leads.front()));
}

bool DutyReader::is_generic(const DutyOwner& owner) const {
  return std::all_of(owner.leads.begin(), owner.leads.end(),
                     [&](const std::string& id) { return context_.agencies.is_generic(id); });
}

/// Whether two groups are called alike: "thủ trưởng cơ quan, đơn vị" below "Các cơ quan, đơn vị".
bool DutyReader::is_same_group(const DutyOwner& owner, const DutyOwner& other) const {
  if (owner.leads.empty() || other.leads.empty()) return owner.leads == other.leads;
  const std::string name = fold(context_.agencies.name_of(owner.leads.front()));
  return fold(context_.agencies.name_of(other.leads.front())).find(name) != std::string::npos;
}

const TimeframeContext& DutyReader::times() {
  if (!times_) times_ = times_of(context_.plan.document);
  return *times_;
}

void DutyReader::write(const Piece& piece, const DutyPlace& where, bool is_first) {
  Duty duty;
  duty.id = context_.make_id(where.scope, where.number);
  duty.section = where.section;
  duty.span = context_.source.span(where.place);
  if (is_first) enter(where.mark, duty.id);
  if (above_.size() > 1) duty.parent = above_[above_.size() - 2].second;
  duty.text = piece.text();
  const Clause& naming = *piece.naming;
  const Partners partners = find_partners(context_, naming, piece.owner.end);
  take_bodies(piece, partners, duty);
  const Clause& first = *piece.clauses.front();
  duty.title = &first == &naming
                   ? title_of(piece.text(), first, start_of_work(first, piece.owner, partners))
                   : title_of(first.text, first, 0);
  const bool waits = piece.waiting != Waiting::no && !piece.limit;
  duty.kind = waits ? DutyKind::standing : DutyKind::order;
  if (piece.limit) take_limit(*piece.limit, duty);
  if (!piece.later.empty()) {
    Remark& said = remark(RemarkKind::value, "timeframe", duty);
    said.chosen = duty.timeframe.text;
    said.others.push_back(piece.later);
  }
  static constexpr ByteSet digits("0123456789");
  const bool has_number = digits.find_in(duty.text) != std::string::npos;
  if (has_number) duty.targets = find_targets(duty.text);
  if (!duty.timeframe.text.empty()) {  // "không để quá ngày 30/6/2026"
    std::erase_if(duty.targets, [&](const Target& target) {
      return target.text.find(duty.timeframe.text) != std::string::npos;
    });
  }
  for (const Clause* clause : piece.clauses) {
    if (duty.product.empty()) duty.product = product_of(*clause, duty.timeframe.text);
  }
  context_.plan.duties.push_back(std::move(duty));
}

/// Notes the mark of a paragraph: what stands below it has another one.
void DutyReader::enter(const std::string& mark, const std::string& id) {
  const auto same = std::find_if(above_.begin(), above_.end(),
                                 [&](const auto& one) { return one.first == mark; });
  above_.erase(mark.empty() ? above_.begin() : same, above_.end());
  above_.emplace_back(mark, id);
}

/// The bodies among those that a clause names first of which a bracket says that they help: "Công
/// an xã (phối hợp)".
std::vector<std::string> DutyReader::helpers_in_brackets(const Clause& clause,
                                                         const DutyOwner& owner) {
  if (owner.end <= owner.begin || owner.end > clause.words.size()) return {};
  const std::size_t from = clause.words[owner.begin].at;
  const std::size_t end =
      owner.end < clause.words.size() ? clause.words[owner.end].at : clause.text.size();
  const std::string_view names = clause.text.substr(from, end - from);
  if (names.find_first_of("([") == names.npos) return {};
  return context_.agencies.identify_all(read_roles(context_.agencies, names).help);
}

void DutyReader::take_bodies(const Piece& piece, const Partners& first, Duty& duty) {
  duty.leads = piece.owner.leads;
  duty.people = piece.owner.people;
  const std::vector<std::string> help = helpers_in_brackets(*piece.naming, piece.owner);
  std::erase_if(duty.leads, [&](const std::string& id) {
    return std::find(help.begin(), help.end(), id) != help.end();
  });
  add_partners(duty.leads, duty.coordinators, help);
  add_partners(duty.leads, duty.coordinators, piece.owner.helpers);
  if (!duty.leads.empty()) duty.agency = duty.leads.front();
  for (const Clause* clause : piece.clauses) {
    const bool names = clause == piece.naming;
    Partners partners = names ? first : find_partners(context_, *clause, 0);
    if (partners.guessed) {
      remark(RemarkKind::agencies, "coordinator", duty).chosen =
          one_line(clause->between(partners.begin, partners.end));
    }
    add_partners(duty.leads, duty.coordinators, std::move(partners.ids));
  }
  if (piece.owner.guessed) {
    remark(RemarkKind::agencies, "lead", duty).chosen =
        one_line(piece.naming->between(piece.owner.begin, piece.owner.end));
  }
  if (!piece.others.empty()) {
    Remark& said = remark(RemarkKind::agencies, "lead", duty);
    said.chosen = context_.agencies.name_of(duty.agency);
    for (const std::string& id : piece.others) said.others.push_back(context_.agencies.name_of(id));
  }
  if (duty.leads.empty() && duty.people.empty()) remark(RemarkKind::agencies, "lead", duty);
  for (const Person& person : duty.people) {
    if (!person.post.empty()) continue;
    remark(RemarkKind::agencies, "lead", duty).others.push_back(person.name);
  }
}

Remark& DutyReader::remark(RemarkKind kind, std::string_view field, const Duty& duty) {
  Remark& remark = context_.remark(kind, "", {});
  remark.task = duty.id;
  remark.field = field;
  remark.span = duty.span;
  return remark;
}

/// A day without year is the first one after the plan came: that is said.
void DutyReader::take_limit(const FoundTime& limit, Duty& duty) {
  duty.timeframe = limit.timeframe;
  drop_passed(duty.timeframe, context_.plan.document.date);
  if (!duty.timeframe.due || !is_day_without_year(duty.timeframe.text)) return;
  Remark& said = remark(RemarkKind::value, "timeframe", duty);
  said.chosen = duty.timeframe.due->to_iso();
  said.others.push_back(duty.timeframe.text);
}

}  // namespace sauro::inline v0_1::detail
