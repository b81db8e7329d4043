#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/plan/document_number.hpp"
#include "sauro/text/fold.hpp"
#include "calendar/official_day.hpp"
#include "checking/findings.hpp"
#include "core/poll.hpp"
#include "plan/relations.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void check_bases(const Plan& plan, Collector& out) {
  if (!plan.document.date) return;
  for (const LegalBasis& basis : plan.document.legal_bases) {
    if (!basis.date || *basis.date <= *plan.document.date) continue;
    out.add("basis.after_document", basis.span,
            {basis.number.empty() ? "“" + basis.text + "”" : basis.number,
             official_day(*basis.date), official_day(*plan.document.date)});
  }
}

/// Letters and digits of a number, so that spaces and dashes don't part two spellings.
std::string number_key(std::string_view number) {
  std::string key = fold(number);
  std::erase(key, ' ');
  return key;
}

/// Looks for numbers of expired documents in all texts of a plan.
class ExpiredFinder {
 public:
  ExpiredFinder(const std::vector<ExpiredDocument>& expired, Collector& out) : out_(out) {
    for (const ExpiredDocument& one : expired) keys_.emplace_back(number_key(one.number), &one);
  }

  void look(const std::string& text, const Span& span, const Task* task = nullptr) {
    if (keys_.empty()) return;
    const std::string key = number_key(text);
    for (const auto& [number, expired] : keys_) {
      if (number.empty() || !stands_in(key, number)) continue;
      const std::vector<std::string> words = {
          expired->number,
          expired->since ? " (" + official_day(*expired->since) + ")" : std::string()};
      task != nullptr ? out_.add("basis.expired", *task, words)
                      : out_.add("basis.expired", span, words);
    }
  }

 private:
  /// "5/2015" doesn't stand in "15/2015".
  static bool stands_in(const std::string& text, const std::string& number) {
    for (std::size_t at = text.find(number); at != std::string::npos;
         at = text.find(number, at + 1)) {
      const bool longer = at > 0 && is_digit(text[at - 1]);
      if (!longer) return true;
    }
    return false;
  }

  std::vector<std::pair<std::string, const ExpiredDocument*>> keys_;
  Collector& out_;
};

void check_expired(const Plan& plan, const CheckOptions& options, Collector& out) {
  ExpiredFinder finder(options.expired, out);
  for (const LegalBasis& basis : plan.document.legal_bases) finder.look(basis.text, basis.span);
  for (const Section& section : plan.sections) {
    for (const std::string& text : section.paragraphs) finder.look(text, section.span);
  }
  for (const Duty& duty : plan.duties) finder.look(duty.text, duty.span);
  for (const Task& task : plan.tasks) {
    poll();
    std::string all = task.title;
    for (const std::string& point : task.points) all += "\n" + point;
    finder.look(all, task.span, &task);
  }
}

void check_annexes(const Plan& plan, Collector& out) {
  const Document& document = plan.document;
  const auto number_of = try_parse_document_number(document.number);
  for (const Annex& annex : plan.annexes) {
    const std::string name =
        annex.label.empty() ? "Phụ lục " + std::to_string(annex.number) : annex.label;
    const bool has_number = number_of && !number_of->number.empty() && !annex.cites.number.empty();
    if (has_number && annex.cites.number != document.number) {
      out.add("annex.other_number", annex.span, {name, annex.cites.number, document.number},
              document.number);
    }
    if (document.date && annex.cites.date && *annex.cites.date != *document.date) {
      out.add("annex.other_date", annex.span,
              {name, official_day(*annex.cites.date), official_day(*document.date)},
              official_day(*document.date));
    }
  }
}

/// Spaces around the slashes of numbers and dates: "78 /KH-UBND", "20 / 3 /2026".
void check_spacing(const std::string& text, const Span& span, Collector& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    std::size_t end = at;  // digits, then slashes with what follows them
    bool spaced = false;
    for (;;) {
      while (end < text.size() && is_digit(text[end])) ++end;
      const std::size_t slash = text.find_first_not_of(' ', end);
      if (slash == std::string::npos || text[slash] != '/') break;
      const std::size_t next = std::min(text.find_first_not_of(' ', slash + 1), text.size());
      if (next == text.size() || (next > slash + 1 && !is_digit(text[next]))) break;
      spaced = spaced || slash > end || next > slash + 1;
      if (is_digit(text[next])) {
        end = next;
        continue;
      }
      end = std::min(text.find_first_of(" ),;", next), text.size());
      break;
    }
    if (spaced) {
      std::string written = text.substr(at, end - at);
      std::string meant = written;
      std::erase(meant, ' ');
      out.add("document.spacing", span, {std::move(written)}, std::move(meant));
    }
    at = std::max(end, at + 1) - 1;
  }
}

void check_slips(const Plan& plan, Collector& out) {
  for (const Slip& slip : plan.slips) {
    out.add("text.slip", slip.span, {slip.text}, slip.suggestion);
  }
}

}  // namespace

void check_document(const Plan& plan, const CheckOptions& options, Collector& out) {
  check_bases(plan, out);
  if (!options.expired.empty()) check_expired(plan, options, out);
  check_annexes(plan, out);
  for (const std::string& line : plan.document.heading) check_spacing(line, {}, out);
  for (const Annex& annex : plan.annexes) check_spacing(annex.note, annex.span, out);
  check_slips(plan, out);
}

void check_agencies(const Plan& plan, Collector& out) {
  for (const Agency& agency : plan.agencies) {
    if (agency.generic || agency.names.size() < 2) continue;
    std::string names;
    for (const std::string& name : agency.names) {
      names += (names.empty() ? "“" : ", “") + name + "”";
    }
    out.add("name.two_spellings", Span{}, {std::to_string(agency.names.size()), names},
            agency.name);
  }
  if (plan.duties.empty() || plan.tasks.empty()) return;
  const AgencyIndex agencies(plan);
  std::map<std::string, int> leads;
  std::set<std::string> in_tasks;
  for (const Task& task : plan.tasks) {
    poll();
    for (const std::string& lead : task.leads) ++leads[lead];
    in_tasks.insert(task.leads.begin(), task.leads.end());
    in_tasks.insert(task.coordinators.begin(), task.coordinators.end());
  }
  std::map<std::string, const Duty*> with_duties;
  for (const Duty& duty : plan.duties) {
    for (const std::string& lead : duty.leads) with_duties.emplace(lead, &duty);
  }
  for (const auto& [id, count] : leads) {
    const Agency& agency = agencies.at(id);
    if (agency.generic || with_duties.contains(id)) continue;
    out.add("agency.no_duties", Span{}, {agency.name, std::to_string(count)});
  }
  for (const auto& [id, duty] : with_duties) {
    const Agency& agency = agencies.at(id);
    if (agency.generic || in_tasks.contains(id)) continue;
    out.add("agency.no_tasks", duty->span, {agency.name});
  }
}

}  // namespace sauro::inline v0_1::detail
