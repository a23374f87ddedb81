"""The Dask engine: a real scheduler, real workers on loopback, some of them killed; the findings stay the same."""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import factcheck
from factcheck.api import render
from factcheck.cli import cluster as cluster_module
from factcheck.cli.cluster import amiss, look
from factcheck.cli.engines import Engine, workers
from factcheck.cli.main import run
from factcheck.config import FoundSettings, Settings
from factcheck.errors import UserError
from factcheck.findings.model import Run
from factcheck.identity import stories
from factcheck.pipeline import Means, audit, gathering, scheduling
from factcheck.preparing import prepare

ROOT = Path(__file__).parents[2]
needs_distributed = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="the extra [cluster] is not installed"
)
WAIT = 60  # seconds for a process to say that it is ready


class Cluster:
    """A scheduler and its workers, each a process of its own; workers run where nothing of the articles is seen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        self.scheduler, said = self._start("scheduler", *options, ready=rb"Scheduler at: +(tcp://\S+)")
        self.address = said[1].decode()

    def worker(self) -> subprocess.Popen[bytes]:
        """One more worker, without a nanny that would start it again."""
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.folder)]
        return self._start("worker", self.address, *options, ready=rb"Registered to: +(tcp://\S+)")[0]

    def end(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()

    def _start(self, command: str, *options: str, ready: bytes) -> tuple[subprocess.Popen[bytes], re.Match[bytes]]:
        log = self.folder / f"{len(self._processes)}.log"
        with log.open("wb") as file:
            words = [sys.executable, "-m", f"distributed.cli.dask_{command}", *options]
            process = subprocess.Popen(
                words, cwd=self.folder, stdout=file, stderr=file, env={**os.environ, "PYTHONPATH": str(ROOT)}
            )
        self._processes.append(process)
        end = time.monotonic() + WAIT
        while time.monotonic() < end and process.poll() is None:
            if said := re.search(ready, log.read_bytes()):
                return process, said
            time.sleep(0.05)
        raise AssertionError(log.read_text("utf-8", "replace"))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster without workers."""
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.end()


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Forty articles in ten stories, seen from the folder one stands in only; a second rule folder as well."""
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    towns = "Porto Leeds Bergen Ghent Turin Lyon Malmo Tartu Graz Basel".split()
    for number in range(40):
        town, day = towns[number // 4], 4 + (number % 4 == 3)
        words = (
            f"The mayor of {town} met Carla Novak{number // 4} at the town hall of {town} on {day} March 2024.\n\n"
            f"The fire at the Kestrel{number // 4} mill killed {3 + (number % 8 == 2)} on Tuesday, 4 March 2024.\n"
        )
        Path(f"articles/{number:02}.txt").write_text(f"Published: 2024-03-0{6 + number % 3}\n\n{words}")
    return ["articles"]


def killed_at(stage: str, worker: subprocess.Popen[bytes]) -> Callable[[int, int, str], None]:
    """A progress that kills a worker once a first part of a stage is done."""

    def tell(done: int, total: int, what: str) -> None:
        if what == stage and worker.poll() is None:
            assert done < total, "too late to be midway"
            worker.send_signal(signal.SIGKILL)
            worker.wait()

    return tell


def judged(paths: list[str], means: Means) -> Run:
    settings, ruleset = prepare(FoundSettings(settings=Settings()))
    return audit(paths, settings, ruleset, means)


@needs_distributed
def test_findings_are_those_of_one_process_though_workers_are_killed(
    cluster: Cluster, articles: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Many small tasks, in this process only: workers take what they are given.
    monkeypatch.setattr(gathering, "_BATCH", 2)
    monkeypatch.setattr(scheduling, "_BATCH", 2)
    monkeypatch.setattr(stories, "LARGEST_STORY", 4)
    alone = judged(articles, Means(keep_corpus=0))
    assert len(alone.findings) > 15
    first, _ = cluster.worker(), cluster.worker()
    shared = tmp_path / "shared"
    shared.mkdir()
    for stage in ("read", "judged"):
        with workers(Engine(name="dask", scheduler=cluster.address, shared="shared"), 1) as hands:
            run = judged(articles, hands.means(progress=killed_at(stage, first), keep_corpus=0))
        assert first.returncode == -signal.SIGKILL
        assert run == alone
        assert render(run, "json").encode() == render(alone, "json").encode()
        assert not list(shared.iterdir())
        first = cluster.worker() if stage == "read" else first


@needs_distributed
def test_a_worker_of_another_version_gets_no_work(
    cluster: Cluster, articles: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = factcheck.__version__
    monkeypatch.setattr(factcheck, "__version__", "0.0.1")
    cluster.worker()
    assert run(["audit", *articles, "--engine", "dask", "--scheduler", cluster.address]) == 2
    said = capfd.readouterr().err.splitlines()
    assert said
    for line in said:
        assert re.fullmatch(rf"worker tcp://127.0.0.1:\d+: has factcheck {here}, and here is 0.0.1", line)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"python": "2.7.18"}, r"has Python 2\.7\.18, and here is 3\."),
        ({"code": "x"}, r"has factcheck \S+ as here, but its files differ"),
        (
            {"seen": "another's"},
            "does not see the folder here that it should share; name one that it sees: --shared DIR",
        ),
        ({"left": "elsewhere"}, "does not see the folder here that it should share; name"),
        ({"trouble": "Permission denied"}, r"does not see the folder here that it should share \(Permission denied\)"),
        (ModuleNotFoundError("No module named 'factcheck'"), "has no factcheck, or another version of it"),
        (OSError("Timed out"), "cannot be used: OSError: Timed out"),
    ],
)
def test_workers_that_are_not_fit(tmp_path: Path, change: dict[str, str] | Exception, said: str) -> None:
    (tmp_path / "token").write_text("abc")
    own = look(str(tmp_path))
    assert amiss(own, own, "abc", tmp_path, "here") is None
    found = replace(own, **change) if isinstance(change, dict) else change
    assert re.match(said, amiss(found, own, "abc", tmp_path, "here") or "")


def test_a_worker_that_sees_no_such_folder(tmp_path: Path) -> None:
    assert look(str(tmp_path / "absent")).trouble == "No such file or directory"


@needs_distributed
def test_the_example_audits_with_a_cluster_of_its_own(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["seeds", "--format", "json", "--no-store"]
    code = subprocess.call([sys.executable, "docs/examples/cluster.py", *words], cwd=ROOT)
    there, _ = capfd.readouterr()
    monkeypatch.chdir(ROOT)
    assert run(["audit", *words]) == code
    assert capfd.readouterr().out == there


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--engine", "dask"], "--engine dask needs the address of a scheduler"),
        (["--engine", "dask", "--scheduler", "nonsense"], "'nonsense' is no address such as tcp://host:8786"),
        (["--scheduler", "tcp://h:1"], "--scheduler goes with --engine dask"),
        (["--shared", "."], "--shared goes with --engine dask"),
        (["--engine", "dask", "--scheduler", "tcp://h:1", "--jobs", "2"], "--jobs goes with --engine local"),
        (["--engine", "ray"], "'ray' is not one of 'local', 'dask'"),
    ],
)
def test_options_that_do_not_go_together(
    articles: list[str], capfd: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    for command in (["audit"], ["extract", "--stage", "document"], ["timeline"], ["baseline"]):
        assert run([*command, *articles, *options]) == 2
        assert said in capfd.readouterr().err


def test_distributed_that_is_not_installed(
    articles: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(["audit", *articles, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"]) == 2
    assert capfd.readouterr().err == "--engine dask needs distributed: pip install 'factcheck[cluster]'\n"


@needs_distributed
def test_a_scheduler_that_cannot_be_reached(
    articles: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "_REACH", 1)
    assert run(["audit", *articles, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", "--shared", "gone"]) == 2
    assert capfd.readouterr().err == "gone: no such folder\n"
    assert run(["audit", *articles, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert capfd.readouterr().err == "--scheduler: tcp://127.0.0.1:9 cannot be reached within 1 seconds\n"


@needs_distributed
def test_a_scheduler_without_workers_and_work_that_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed.scheduler import KilledWorker

    monkeypatch.setattr(cluster_module, "_JOIN", 1)
    empty = Cluster(tmp_path)
    engine = Engine(name="dask", scheduler=empty.address)
    try:
        with (
            pytest.raises(UserError, match=rf"no worker has joined the scheduler at {empty.address}"),
            workers(engine, 1),
        ):
            raise AssertionError("must not get so far")
        monkeypatch.setattr(cluster_module, "_check_workers", lambda *_: None)
        with pytest.raises(UserError, match="a task was given up: each of 4 workers"), workers(engine, 1):
            raise KilledWorker("read", None, 3)
        with (
            pytest.raises(UserError, match=r"the connection to the scheduler at .* was lost"),
            workers(engine, 1) as hands,
        ):
            assert hands.executor is not None
            pending = hands.executor.submit(len, "abc")
            empty.scheduler.kill()
            pending.result()
    finally:
        empty.end()
