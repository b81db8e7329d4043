"""Threads: where the system gives none, and where several hold one object."""

from __future__ import annotations

import itertools
import subprocess
import sys
import textwrap
import threading

import numpy as np
import sauro

ROWS = 1_000_000

PROGRAM = f"""
import resource
import threading

import numpy as np
import sauro

expression = sauro.Expression("x * 2 + 1")
x = np.arange({ROWS}, dtype=np.float64)
expression(x=x[:10], threads=1)
for line in open("/proc/self/status"):
    if line.startswith("VmSize"):
        used = int(line.split()[1]) * 1024
# room for the results, not for the stack of a thread, which is as large as RLIMIT_STACK says
room = used + (512 << 20)
resource.setrlimit(resource.RLIMIT_AS, (room, room))
try:
    threading.Thread(target=int).start()
    raise SystemExit("a thread could be started")
except RuntimeError:
    pass
print((expression(x=x, threads=8) == x * 2 + 1).all())
"""


def test_results_are_the_same_where_no_thread_can_be_started() -> None:
    resource_limit = 'ulimit -s 1048576; exec "$0" -c "$1"'
    done = subprocess.run(
        ["bash", "-c", resource_limit, sys.executable, textwrap.dedent(PROGRAM)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr


def test_inputs_that_change_while_they_are_scored_give_the_points_of_one_moment() -> None:
    pgi = sauro.Framework.load("pgi-2023")
    codes = list(pgi.leaves)
    inputs = sauro.Inputs(pgi, [f"unit {i}" for i in range(4_000)])
    for code in codes:
        inputs.set(code, 1.0)
    over = threading.Event()

    def change() -> None:
        for step in itertools.count():
            if over.is_set():
                return
            inputs.set(codes[step % len(codes)], float(step % 7))
            inputs.exempt(codes[0], units=["unit 5"])

    changer = threading.Thread(target=change)
    changer.start()
    try:
        for _ in range(30):
            low = sauro.score(pgi, inputs).low()
            others = np.delete(low, 5)
            assert (others == others[0]).all()
    finally:
        over.set()
        changer.join()
