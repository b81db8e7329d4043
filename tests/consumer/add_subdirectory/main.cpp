// Reads a plan from memory, writes it as JSON and reads it back.
#include <sauro/plan/plan.hpp>
#include <sauro/reading/read_plan.hpp>
#include <sauro/writing/plan_json.hpp>

int main() {
  const sauro::Plan plan = sauro::read_plan_text(
      "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n"
      "1\tRà soát thủ tục hành chính\tPhòng Kinh tế\tQuý II\n");
  const sauro::Plan again = sauro::plan_from_json(sauro::to_json(plan));
  return plan.tasks.size() == 1 && again == plan ? 0 : 1;
}
