"""Waiting for many jobs at once, in the sandbox's time."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import AccessToken, Client, JobHandle, RateLimit, errors, watch, watch_asyncio
from zoho_crm_jobs.api.mass_update import get_mass_update_status
from zoho_crm_sandbox import Plan

from tests.support.clients import VirtualClock, asynchronous_handle, client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zoho_crm_jobs.runtime.jobs.handle import BaseResult
    from zoho_crm_jobs.runtime.jobs.polling import PollContext
    from zoho_crm_sandbox import Sandbox

ENDS = {
    "554023000000506003": ("COMPLETED", None),
    "554023000000506005": ("FAILED", errors.JobFailed),
    "554023000000506007": ("COMPLETED", None),
    "554023000000506009": ("COMPLETED", None),
    "554023000000506013": ("COMPLETED", None),
    "1": (None, errors.JobNotFound),
}


def handles(crm: Client, ids: Iterable[str]) -> list[JobHandle[Any]]:
    """Return handles on mass updates."""
    return [
        JobHandle("get_mass_update_status", {"module_api_name": "Accounts", "job_id": job_id}, client=crm)
        for job_id in ids
    ]


def _watch(jobs: Iterable[JobHandle[Any]], **options: Any) -> list[BaseResult[Any]]:
    return list(watch(jobs, **options))


def _watch_asyncio(jobs: Iterable[JobHandle[Any]], **options: Any) -> list[BaseResult[Any]]:
    async def collect() -> list[BaseResult[Any]]:
        return [outcome async for outcome in watch_asyncio(map(asynchronous_handle, jobs), **options)]

    return asyncio.run(collect())


sync_and_asyncio = pytest.mark.parametrize("watched", [_watch, _watch_asyncio], ids=["sync", "asyncio"])


@sync_and_asyncio
class TestOutcomes:
    """Every job has one outcome, whatever happens to the others."""

    def test_every_kind_of_end(self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox) -> None:
        crm = client(sandbox)
        seen: list[str] = []
        outcomes = watched(
            handles(crm, ENDS),
            clock=crm._session.clock,
            timeout=7200,
            on_progress=lambda handle, progress: seen.append(f"{handle.job_id} {progress.state}"),
        )
        found = {outcome.handle.job_id: outcome for outcome in outcomes}
        assert len(outcomes) == len(found) == len(ENDS)
        for job_id, (state, error) in ENDS.items():
            outcome = found[job_id]
            assert isinstance(outcome.error, error) if error else outcome.error is None
            if state is not None:
                assert outcome.progress.state == outcome.status.data[0].status == state
                continue
            assert outcome.error is not None
            for name in ("status", "progress"):
                with pytest.raises(type(outcome.error)) as raised:
                    getattr(outcome, name)
                assert raised.value is outcome.error
        assert found["554023000000506013"].progress.partly_failed
        assert {"554023000000506009 SUSPENDED", "554023000000506009 COMPLETED"} <= set(seen)
        # The jobs that end first are yielded first.
        assert outcomes[-1].handle.job_id in ("554023000000506007", "554023000000506009")

    def test_a_job_that_takes_too_long(self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox) -> None:
        crm = client(sandbox)
        (outcome,) = watched(handles(crm, ["554023000000506007"]), clock=crm._session.clock, timeout=60)
        assert isinstance(outcome.error, errors.JobTimedOut)
        assert outcome.progress == outcome.error.progress
        assert outcome.status is outcome.error.status

    def test_errors_of_one_call_do_not_touch_the_others(
        self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox
    ) -> None:
        crm = client(sandbox)
        sandbox.inject_fault("get_mass_update_status", code="NO_PERMISSION", times=2)
        outcomes = watched(handles(crm, list(ENDS)[:5]), clock=crm._session.clock, timeout=7200)
        kinds = Counter(type(outcome.error) for outcome in outcomes)
        assert kinds[errors.NoPermissionError] == 2
        assert len(outcomes) == 5

    def test_no_jobs(self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox) -> None:
        assert watched([], clock=VirtualClock(sandbox)) == []

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"concurrency": 0}, "concurrency: 0: expected a number ≥ 1"),
            ({"at_once": 0}, "at_once: 0: expected a number ≥ 1"),
            ({"per_second": 0}, "per_second: 0: expected a number > 0"),
        ],
    )
    def test_wrong_numbers(
        self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox, options: dict[str, Any], message: str
    ) -> None:
        with pytest.raises(ValueError, match=f"^{message}$"):
            watched([], clock=VirtualClock(sandbox), **options)

    def test_an_error_in_a_hook_ends_the_watch(
        self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox
    ) -> None:
        """A failing hook is not the outcome of a job, and nothing hangs."""

        def fail(_: httpx.Request) -> None:
            raise RuntimeError("a bug in a hook")

        crm = client(sandbox, on_request=[fail])
        with pytest.raises(RuntimeError, match="a bug in a hook"):
            watched(handles(crm, ENDS), clock=crm._session.clock)

    def test_an_unknown_error_of_the_transport_is_an_outcome(
        self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox
    ) -> None:
        def fail(_: httpx.Request) -> httpx.Response:
            raise RuntimeError("a bug in a transport")

        transport = httpx.MockTransport(fail)
        crm = Client(
            AccessToken("t"),
            http_client=httpx.Client(transport=transport),
            async_http_client=httpx.AsyncClient(transport=transport),
            clock=VirtualClock(sandbox),
        )
        outcomes = watched(handles(crm, ENDS))
        assert {type(outcome.error) for outcome in outcomes} == {errors.TransportError}
        assert {str(outcome.error).partition(": RuntimeError: ")[2] for outcome in outcomes} == {"a bug in a transport"}


@sync_and_asyncio
class TestLimits:
    """The limits on requests and on watched jobs."""

    def test_calls_per_second(self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox) -> None:
        crm = client(sandbox)
        before = sandbox.clock.now()
        outcomes = watched(handles(crm, ["554023000000506003"] * 41), clock=crm._session.clock, per_second=2)
        assert len(outcomes) == 41
        assert sandbox.clock.now() - before == pytest.approx(20 + 2, abs=1)  # and the first delay

    def test_concurrency(self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox) -> None:
        """The limit is reached and not exceeded."""
        busy = Busy(sandbox)
        crm = busy.client(VirtualClock(sandbox))
        watched(handles(crm, ["554023000000506003"] * 30), clock=crm._session.clock, concurrency=3, per_second=1e9)
        assert busy.most == 3

    def test_jobs_are_taken_as_others_end(
        self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox
    ) -> None:
        """An endless iterable of jobs needs no endless memory."""
        crm = client(sandbox)
        taken: list[int] = []

        def supply() -> Iterator[JobHandle[Any]]:
            for number in range(50):
                taken.append(number)
                yield from handles(crm, ["554023000000506003"])

        if watched is _watch:
            for count, _ in enumerate(watch(supply(), clock=crm._session.clock, at_once=5)):
                assert len(taken) <= count + 6
        else:
            watched(supply(), clock=crm._session.clock, at_once=5)
        assert len(taken) == 50

    def test_fairness(self, watched: Callable[..., list[BaseResult[Any]]], sandbox: Sandbox) -> None:
        """With more jobs than can be polled in time, each is polled about equally often."""
        ids = [str(9_000_000_000 + number) for number in range(60)]
        for job_id in ids:
            sandbox.add_job("mass_update", "Accounts", Plan.of(50, wait=0, duration=100_000), job=job_id)
        crm = client(sandbox)
        polled: Counter[str] = Counter()
        watched(
            handles(crm, ids),
            clock=crm._session.clock,
            timeout=300,
            per_second=2,
            policy=Always(),
            on_progress=lambda handle, _: polled.update([handle.job_id]),
        )
        assert set(polled) == set(ids)
        assert max(polled.values()) - min(polled.values()) <= 2


class Always:
    """A policy that polls every second."""

    def delay(self, _: PollContext) -> float:
        """Return one second."""
        return 1.0


class Busy:
    """A transport that counts its concurrent requests."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sync = sandbox.transport()
        self._asyncio = httpx.ASGITransport(sandbox)
        self._lock = threading.Lock()
        self._now = 0
        self.most = 0

    def _count(self, change: int) -> None:
        with self._lock:
            self._now += change
            self.most = max(self.most, self._now)

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Respond after a delay."""
        self._count(1)
        threading.Event().wait(0.005)
        self._count(-1)
        return self._sync.handle_request(request)

    async def handle_asyncio(self, request: httpx.Request) -> httpx.Response:
        """Respond after a delay."""
        self._count(1)
        await asyncio.sleep(0.005)
        self._count(-1)
        return await self._asyncio.handle_async_request(request)

    def client(self, clock: VirtualClock, **options: Any) -> Client:
        """Return a client of this transport."""
        return Client(
            AccessToken("sandbox"),
            http_client=httpx.Client(transport=httpx.MockTransport(self.handle)),
            async_http_client=httpx.AsyncClient(transport=httpx.MockTransport(self.handle_asyncio)),
            clock=clock,
            **options,
        )


class TestStopping:
    """Breaking out of the loop cancels everything in flight."""

    def test_sync(self, sandbox: Sandbox) -> None:
        crm = client(sandbox)
        outcomes = watch(handles(crm, ENDS), clock=crm._session.clock)
        next(outcomes)
        outcomes.close()  # type: ignore[attr-defined]  # it is a generator
        threads = [thread for thread in threading.enumerate() if thread.name.startswith("zoho_crm_jobs")]
        for thread in threads:
            thread.join(10)
        assert not any(thread.is_alive() for thread in threads)

    def test_asyncio(self, sandbox: Sandbox) -> None:
        async def stop() -> int:
            busy = Busy(sandbox)
            clock = VirtualClock(sandbox)
            outcomes = watch_asyncio(
                map(asynchronous_handle, handles(busy.client(clock), ["554023000000506003"] * 9)),
                clock=clock,
                per_second=1e9,
            )
            await anext(outcomes)
            await outcomes.aclose()  # type: ignore[attr-defined]  # it is a generator
            return len(asyncio.all_tasks())

        assert asyncio.run(stop()) == 1


class TestRateLimit:
    """A client that limits its own calls."""

    def test_threads(self, sandbox: Sandbox) -> None:
        busy = Busy(sandbox)
        crm = busy.client(VirtualClock(sandbox), rate_limit=RateLimit(concurrency=2))
        threads = [
            threading.Thread(
                target=get_mass_update_status.sync,
                args=["Accounts"],
                kwargs={"client": crm, "job_id": "554023000000506003"},
            )
            for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert busy.most == 2

    def test_tasks_of_several_loops(self, sandbox: Sandbox) -> None:
        busy = Busy(sandbox)
        rate_limit = RateLimit(concurrency=2)

        async def calls() -> None:
            crm = busy.client(VirtualClock(sandbox), rate_limit=rate_limit)
            job = {"client": crm, "job_id": "554023000000506003"}
            await asyncio.gather(*(get_mass_update_status.asyncio("Accounts", **job) for _ in range(12)))  # type: ignore[arg-type]  # they are what it takes

        for _ in range(2):
            asyncio.run(calls())
        assert busy.most == 2

    @pytest.mark.parametrize("function", ["sync", "asyncio"])
    def test_calls_per_second(self, sandbox: Sandbox, function: str) -> None:
        crm = client(sandbox, rate_limit=RateLimit(per_second=4))
        before = sandbox.clock.now()
        for _ in range(9):
            if function == "sync":
                get_mass_update_status.sync("Accounts", client=crm, job_id="554023000000506003")
            else:
                asyncio.run(get_mass_update_status.asyncio("Accounts", client=crm, job_id="554023000000506003"))
        assert sandbox.clock.now() - before == pytest.approx(2)

    def test_wrong_numbers(self) -> None:
        with pytest.raises(ValueError, match=r"^concurrency: 0: expected a number ≥ 1$"):
            RateLimit(concurrency=0)
        with pytest.raises(ValueError, match=r"^per_second: nan: expected a number > 0$"):
            RateLimit(per_second=float("nan"))

    def test_repr(self) -> None:
        assert repr(RateLimit(per_second=2.5)) == "RateLimit(concurrency=5, per_second=2.5)"
