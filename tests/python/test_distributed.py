"""Many workers, some of which end: the bits of one process, or the name of what is wrong."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dask
import psutil
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest
import sauro
import sauro.distributed
from conftest import refused
from distributed import Client, LocalCluster
from sauro.datasets import synthetic
from sauro.distributed import _cluster, _run

pytestmark = [pytest.mark.distributed, pytest.mark.unsanitized]

ASKED: dict[str, Any] = {
    "as_of": "2025-12-31", "by": ["agency", "month"], "received": "Ngày nhận",
    "limit_days": "Thời hạn", "finished": "Ngày trả", "agency": "Xã",
}  # fmt: skip


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster, set_as_default=False) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cases")
    synthetic.write_cases(made, 4000, parts=11, seed=3, communes=40)
    return made


def counted(source: Any, client: Any = None, **options: Any) -> sauro.CaseRollUp:
    return sauro.distributed.roll_up_cases(source, client=client, **{**ASKED, **options})


def same(a: sauro.CaseRollUp, b: sauro.CaseRollUp) -> bool:
    kinds = [[(one.name, one.type) for one in it.table._core.columns] for it in (a, b)]
    return a == b and kinds[0] == kinds[1]


def spoilt_inside(path: Path) -> None:
    """Footer, size and time are those of the file, what it holds is noise."""
    about, data = path.stat(), bytearray(path.read_bytes())
    start = len(data) * 2 // 3
    data[4:start] = random.Random(1).randbytes(start - 4)
    path.write_bytes(data)
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def copied(folder: Path, to: Path) -> list[Path]:
    for path in folder.iterdir():
        (to / path.name).write_bytes(path.read_bytes())
    return sorted(to.iterdir())


def no_work_is_left(client: Client) -> bool:
    def tasks(dask_scheduler: Any = None) -> int:
        return len(dask_scheduler.tasks)

    for _ in range(100):
        if client.run_on_scheduler(tasks) == 0:
            return True
        time.sleep(0.05)
    return False


def test_workers_give_the_bits_of_one_process(client: Client, folder: Path) -> None:
    whole = sauro.roll_up_cases(folder, **ASKED)
    paths = sorted(folder.iterdir())
    random.Random(1).shuffle(paths)
    for source in (folder, paths, pyarrow.dataset.dataset(folder)):
        assert same(counted(source, client), whole)
    assert same(counted(folder, client, batch_rows=17), whole)
    one = folder.parent / "one.parquet"
    pq.write_table(pa.concat_tables(map(pq.read_table, sorted(folder.iterdir()))), one)
    assert counted(one, client).table == whole.table
    assert no_work_is_left(client)


def test_an_address_or_a_scheduler_file_names_the_workers(
    client: Client, folder: Path, tmp_path: Path
) -> None:
    named = {"address": client.scheduler.address}
    (tmp_path / "scheduler.json").write_text(json.dumps(named), encoding="utf-8")
    whole = sauro.roll_up_cases(folder, **ASKED)
    for where in (client.scheduler.address, tmp_path / "scheduler.json"):
        assert same(counted(folder, where), whole)
    with refused(sauro.NotFoundError, match=r"không-có\.json: there is no such file"):
        counted(folder, "không-có.json")
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "200ms"}),
        refused(sauro.Error, match=r"127\.0\.0\.1:9: no scheduler answers") as caught,
    ):
        counted(folder, "tcp://127.0.0.1:9")
    assert caught.value.code == 133


def test_a_damaged_part_is_named_or_set_aside(client: Client, folder: Path, tmp_path: Path) -> None:
    paths = copied(folder, tmp_path)
    spoilt_inside(paths[4])
    with refused(sauro.Error, match=r"ho-so-00005\.parquet: can't be read") as caught:
        counted(tmp_path, client)
    assert len(caught.value.problems) == 1
    paths[7].unlink()
    with refused(sauro.Error, match=r"ho-so-00008\.parquet: there is no such file"):
        counted(paths, client)
    kept = counted(paths, client, on_problem="keep")
    assert [Path(one.where).name[9:11] for one in kept.problems] == ["05", "08"]
    assert same(kept, sauro.roll_up_cases(paths, **ASKED, on_problem="keep"))
    assert kept.parts == 9 and no_work_is_left(client)


def test_a_checkpoint_makes_a_second_start_skip_what_is_done(
    client: Client, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "kept").mkdir()
    paths = copied(folder, tmp_path / "cases")
    whole = sauro.roll_up_cases(folder, **ASKED)
    spoilt = paths[6].read_bytes(), paths[6].stat()
    spoilt_inside(paths[6])
    with refused(sauro.Error, match="ho-so-00007"):
        counted(paths, client, checkpoint=tmp_path / "kept")
    paths[6].write_bytes(spoilt[0])
    assert same(counted(paths, client, checkpoint=tmp_path / "kept"), whole)
    for path in paths:
        spoilt_inside(path)
    assert same(counted(paths, client, checkpoint=tmp_path / "kept"), whole)
    assert len(list((tmp_path / "kept").iterdir())) == len(paths)


def test_what_a_killed_worker_had_counted_is_counted_again(folder: Path) -> None:
    whole = sauro.roll_up_cases(folder, **ASKED)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        found: list[sauro.CaseRollUp] = []
        run = threading.Thread(target=lambda: found.append(counted(folder, client, batch_rows=2)))
        pids = list(client.run(os.getpid).values())
        run.start()
        time.sleep(0.4)
        assert not found
        os.kill(pids[0], signal.SIGKILL)
        run.join(60)
        assert same(found[0], whole)
        assert pids[0] not in client.run(os.getpid).values()


def test_a_part_at_which_workers_end_again_and_again_is_named(
    client: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deadly(part: Any, question: Any) -> Any:
        os._exit(1)

    monkeypatch.setattr(_run, "count_part", deadly)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster, set_as_default=False) as alone,
        refused(sauro.Error, match=r"ho-so-00003\.parquet: workers ended") as caught,
    ):
        counted(folder / "ho-so-00003.parquet", alone)
    assert caught.value.code == 133


def test_a_scheduler_that_is_gone_is_an_error_and_the_next_run_goes_on(
    folder: Path, tmp_path: Path
) -> None:
    named, kept = tmp_path / "scheduler.json", tmp_path / "kept"
    kept.mkdir()
    module = [sys.executable, "-m", "distributed.cli"]
    options = ["--scheduler-file", str(named), "--no-dashboard"]
    commands = (
        [f"{module[2]}.dask_scheduler", "--host", "127.0.0.1", "--port", "0"],
        [f"{module[2]}.dask_worker", "--nworkers", "1", "--nthreads", "1"],
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(sauro.__file__).resolve().parents[1])}
    scheduler, worker = (
        subprocess.Popen(
            [*module[:2], *one, *options], stderr=subprocess.DEVNULL, cwd=tmp_path, env=environment
        )
        for one in commands
    )

    def end_in_the_middle() -> None:
        until(lambda: list(kept.iterdir()) or worker.poll() is not None)
        scheduler.kill()

    ending = threading.Thread(target=end_in_the_middle)
    try:
        ending.start()
        with refused(sauro.Error, match="lost the scheduler") as caught:
            until(named.exists)
            counted(folder, named, batch_rows=4, checkpoint=kept)
        assert caught.value.code == 133
    finally:
        scheduler.kill()
        worker.terminate()
        ending.join()
        scheduler.wait()
        worker.wait()
    whole = sauro.roll_up_cases(folder, **ASKED, batch_rows=4, checkpoint=kept)
    assert same(whole, sauro.roll_up_cases(folder, **ASKED))


def until(is_so: Callable[[], object], seconds: float = 60) -> None:
    """Wait for something that has to come."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


STOPPED = """
import sys
import sauro.distributed

if __name__ == "__main__":
    print("begun", flush=True)
    sauro.distributed.roll_up_cases(
        sys.argv[1], as_of="2025-12-31", by=["agency"], received="Ngày nhận", batch_rows=4,
        limit_days="Thời hạn", agency="Xã", workers=2, checkpoint=sys.argv[2],
    )
"""


def test_a_run_that_is_stopped_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "đếm.py"
    script.write_text(STOPPED, encoding="utf-8")
    for name in ("kept", "scratch"):
        (tmp_path / name).mkdir()
    command = [sys.executable, str(script), str(folder), str(tmp_path / "kept")]
    environment = {**os.environ, "TMPDIR": str(tmp_path / "scratch")}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    ) as run:  # fmt: skip
        children: list[psutil.Process] = []
        while len(list((tmp_path / "kept").iterdir())) < 1 and run.poll() is None:
            children = psutil.Process(run.pid).children(recursive=True)
            time.sleep(0.02)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does
        _, said = run.communicate(timeout=60)
    assert said.decode().splitlines()[-1] == "KeyboardInterrupt"
    assert run.returncode != 0 and children
    _, alive = psutil.wait_procs(children, timeout=10)
    assert not alive
    assert list((tmp_path / "scratch").iterdir()) == []
    assert all(path.suffix == ".arrow" for path in (tmp_path / "kept").iterdir())


def test_strangers_on_the_machine_reach_no_worker() -> None:
    def listening() -> set[Any]:
        every = [psutil.Process(), *psutil.Process().children(recursive=True)]
        found = [it for one in every for it in one.net_connections()]
        return {it.laddr for it in found if it.status == psutil.CONN_LISTEN}

    before = listening()
    with _cluster.connected(None, 1) as made:
        assert {where.ip for where in listening() - before} == {"127.0.0.1"}
        address = made.scheduler.address
        assert address.startswith("tls://127.0.0.1:")
        for name in (address, address.replace("tls", "tcp")):
            with (
                dask.config.set({"distributed.comm.timeouts.connect": "300ms"}),
                pytest.raises((OSError, TypeError)),
            ):
                Client(name, set_as_default=False)


def test_only_files_are_shared_out() -> None:
    table = pa.table(synthetic.cases(10))
    with refused(sauro.ValidationError, match="source: only Parquet files"):
        counted(table)
    with pytest.raises(TypeError, match="as_of has to be given"):
        counted(table, as_of=None)


def test_processes_of_this_machine_end_with_the_call(folder: Path) -> None:
    before = set(psutil.Process().children(recursive=True))
    assert same(counted(folder, workers=2), sauro.roll_up_cases(folder, **ASKED))
    after = set(psutil.Process().children(recursive=True)) - before
    assert not [one for one in after if "spawn_main" in " ".join(one.cmdline())]
