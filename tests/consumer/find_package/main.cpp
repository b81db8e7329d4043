// Prints how many tasks each agency of a plan leads.
#include <iostream>
#include <map>
#include <sauro/sauro.hpp>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    const sauro::Plan plan = sauro::read_plan(argv[1]);
    std::map<std::string, int> load;
    for (const sauro::Task& task : plan.tasks) {
      for (const std::string& lead : task.leads) ++load[lead];
    }
    for (const auto& [agency, count] : load) {
      std::cout << count << ' ' << plan.agency(agency).name << '\n';
    }
    return load.empty() ? 1 : 0;
  } catch (const sauro::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
