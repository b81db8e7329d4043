# Runs the board application over an example and looks at what it says and writes.
file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}")
execute_process(
  COMMAND "${PROGRAM}" "${EXAMPLES}/ke-hoach-phu-my.txt" "${EXAMPLES}/tien-do-phu-my.csv" 10/07/2026
          "${FOLDER}"
  RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE complaints)
if(NOT code EQUAL 3 OR NOT complaints STREQUAL "")
  message(FATAL_ERROR "ended with ${code}: ${complaints}")
endif()
if(NOT said MATCHES "hoàn thành muộn" OR NOT said MATCHES "quá hạn [0-9]+ ngày làm việc")
  message(FATAL_ERROR "says: ${said}")
endif()
foreach(pair "lich.ics|BEGIN:VEVENT" "lich.xml|<Task>" "bang.csv|1.I.3.1,")
  string(REPLACE "|" ";" pair "${pair}")
  list(GET pair 0 name)
  list(GET pair 1 part)
  file(READ "${FOLDER}/${name}" text)
  string(FIND "${text}" "${part}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "${name} has no ${part}")
  endif()
endforeach()
execute_process(COMMAND "${PROGRAM}" "${FOLDER}/none.txt" "${FOLDER}/none.csv" 10/07/2026
                RESULT_VARIABLE code ERROR_VARIABLE complaints)
if(NOT code EQUAL 1 OR NOT complaints MATCHES "sauro 100")
  message(FATAL_ERROR "of a missing plan: ${code}, ${complaints}")
endif()
