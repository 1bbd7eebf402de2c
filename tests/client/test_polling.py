"""The policies for the delays between polls."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import pytest
from benchmarks import waiting
from hypothesis import given, settings
from hypothesis import strategies as st
from zoho_crm_jobs.runtime.jobs.polling import Exponential, Fixed, PollContext, PollPolicy, PollSample, ProgressAware

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST, LONGEST = 2.0, 120.0
REPEATABLE = settings(deadline=None, derandomize=True, database=None)
COUNTS = st.none() | st.integers(-5, 20) | st.integers(0, 2**63)


def polls(*samples: tuple[float, int | None, int | None], after: float = 0.0, chance: float = 0.0) -> PollContext:
    """Return the context of a policy after some polls, a while after the last one."""
    elapsed = samples[-1][0] + after if samples else after
    return PollContext(len(samples), elapsed, [PollSample(*each) for each in samples][-4:], FIRST, LONGEST, chance)


@pytest.mark.parametrize(
    ("known", "delay"),
    [
        pytest.param(polls(), 2.0, id="the first poll is after initial_delay"),
        pytest.param(polls(after=1.5), 0.5, id="the job was submitted just now"),
        pytest.param(polls(after=90.0), 0.0, id="the job was submitted long ago"),
        pytest.param(polls((2, None, None)), 6.0, id="no counts: three times the elapsed time"),
        pytest.param(polls((100, None, None)), 75.0, id="no counts: grows with the square root"),
        pytest.param(polls((100, None, None), chance=1.0), 67.5, id="no counts: jitter removes a tenth"),
        pytest.param(polls((3600, None, None)), 120.0, id="no counts: at most max_delay"),
        pytest.param(polls((100, 0, 0)), 75.0, id="a job without records"),
        pytest.param(polls((2, 0, 500), (8, 0, 500)), 24.0, id="not begun: the end is not near"),
        pytest.param(polls((100, 0, 500)), 120.0, id="not begun: at most max_delay"),
        # From 110 s on 1 record a second: the end is at 1010 s, of which 800 s are left.
        pytest.param(
            polls((90, 0, 900), (110, 0, 900), (200, 90, 900), (210, 100, 900)),
            315.0,
            id="a far prediction: not trusted",
        ),
        pytest.param(polls((600, 490, 900), (610, 500, 900)), 240.0, id="running: aims before the end"),
        pytest.param(polls((900, 790, 900), (950, 840, 900)), 60.0, id="running: aims at a near end"),
        pytest.param(polls((900, 790, 900), (950, 840, 900), after=20.0), 40.0, id="running: the poll took a while"),
        pytest.param(polls((900, 790, 900), (999, 889, 900)), 11.0, id="running: the end is very near"),
        pytest.param(polls((900, 790, 900), (999, 899, 900)), 2.0, id="running: at least initial_delay"),
        # It began between 2 s and 8 s, say at 5 s; 10 a second, and 27 s are left.
        pytest.param(polls((2, 0, 300), (8, 30, 300)), 12.0, id="begun just now: not trusted far"),
        # As before, but 10 s are left.
        pytest.param(polls((2, 0, 130), (8, 30, 130)), 10.0, id="begun between two polls"),
        # It began between 0 s and 2 s, say at 1 s.
        pytest.param(polls((2, 100, 150)), 2.0, id="begun before the first poll"),
        pytest.param(polls((100, 50, 500), (200, 50, 500)), 106.06601717798213, id="stands still: as without counts"),
        pytest.param(polls((100, 49, 500), (200, 50, 500), (210, 50, 500)), 30.0, id="has just stopped: polls soon"),
        pytest.param(polls((100, 499, 500), (102, 500, 500)), 2.0, id="all records done: polls at once"),
        pytest.param(
            polls((102, 500, 500), (104, 500, 500)), 6.0, id="all records done but running: polls less and less"
        ),
        pytest.param(polls((500, 100, 200), (600, 300, 400)), 72.0, id="the total has changed: starts over"),
        pytest.param(polls((100, 80, 90), (200, 70, 90)), 28.571428571428573, id="the count decreased: starts over"),
        pytest.param(polls((100, 800, 900), (200, 950, 900)), 2.0, id="more records done than there are"),
        pytest.param(polls((100, None, None), (200, 100, 300)), 120.0, id="counts came late"),
        pytest.param(polls((100, 50, 500), (100, 60, 500)), 2.0, id="the clock stands still"),
        pytest.param(polls((-5, None, None)), 2.0, id="the clock was set back"),
        pytest.param(PollContext(3, 100.0, (), FIRST, LONGEST, 0.0), 75.0, id="polls without counts"),
        pytest.param(
            PollContext(1, 0.0, (PollSample(0.0, None, None),), 0.0, LONGEST, 0.0), 0.1, id="never less than 0.1 s"
        ),
    ],
)
def test_progress_aware(known: PollContext, delay: float) -> None:
    """The delay in each situation."""
    assert ProgressAware().delay(known) == pytest.approx(delay)


@st.composite
def situations(draw: st.DrawFn) -> PollContext:
    """Generate any context, including odd clocks and counts."""
    times = draw(st.lists(st.floats(-10, 1e7), max_size=4))
    totals = st.sampled_from([*draw(st.lists(COUNTS, min_size=1, max_size=2))])
    samples = [
        PollSample(time, draw(COUNTS), draw(totals)) for time in (times if draw(st.booleans()) else sorted(times))
    ]
    return PollContext(
        number=len(samples) + draw(st.integers(0, 10_000)),
        elapsed=draw(st.floats(-10, 1e7)),
        samples=samples,
        initial_delay=draw(st.floats(0, 60)),
        max_delay=draw(st.floats(0, 600)),
        random=draw(st.floats(0, 1)),
    )


PARAMETERS = st.floats(1e-3, 1e3)


@REPEATABLE
@given(situations(), PARAMETERS, PARAMETERS, st.floats(0, 1))
def test_progress_aware_keeps_its_bounds(known: PollContext, patience: float, growth: float, jitter: float) -> None:
    """A delay is at least the minimum, and at most what the elapsed time allows."""
    delay = ProgressAware(patience=patience, growth=growth, jitter=jitter).delay(known)
    assert math.isfinite(delay)
    if known.number == 0:
        assert 0 <= delay <= known.initial_delay + 10
        return
    least = max(known.initial_delay, 0.1)
    assert delay >= least
    assert delay <= max(least, growth * max(known.elapsed, 0.0))
    if all(sample.done is None for sample in known.samples):
        assert delay <= max(least, known.max_delay)


@REPEATABLE
@given(situations(), PARAMETERS, st.floats(1, 1e3), st.floats(1.001, 100))
def test_blind_policies_keep_their_bounds(known: PollContext, first: float, times: float, factor: float) -> None:
    """A delay stays within its bounds after any number of polls."""
    assert Fixed(first).delay(known) == first
    assert (
        first <= Exponential(initial_delay=first, max_delay=first * times, factor=factor).delay(known) <= first * times
    )


def test_exponential() -> None:
    """The delay doubles up to its maximum."""
    delays = [
        Exponential().delay(PollContext(number, 0.0, (), FIRST, LONGEST, 0.5)) for number in (0, 1, 2, 5, 6, 7, 5000)
    ]
    assert delays == [1, 2, 4, 32, 60, 60, 60]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Fixed(0), "seconds: 0: expected a number > 0"),
        (lambda: Fixed(math.nan), "seconds: nan: expected a number > 0"),
        (lambda: Fixed(math.inf), "seconds: inf: expected a number > 0"),
        (lambda: Exponential(initial_delay=-1), "initial_delay: -1: expected a number > 0"),
        (lambda: Exponential(max_delay=0), "max_delay: 0: expected a number > 0"),
        (lambda: Exponential(factor=1), "factor: 1: expected a number > 1"),
        (lambda: ProgressAware(patience=0), "patience: 0: expected a number > 0"),
        (lambda: ProgressAware(growth=-2), "growth: -2: expected a number > 0"),
        (lambda: ProgressAware(jitter=1.5), "jitter: 1.5: expected a number from 0 to 1"),
        (lambda: ProgressAware(jitter=math.nan), "jitter: nan: expected a number from 0 to 1"),
    ],
)
def test_parameters_out_of_range(make: Callable[[], PollPolicy], message: str) -> None:
    """The error names the parameter, its value and the expected range."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        make()


def test_reprs() -> None:
    """A repr is the code that makes the policy."""
    for policy in (ProgressAware(patience=3.0), Exponential(max_delay=30), Fixed(5)):
        assert repr(eval(repr(policy))) == repr(policy)  # noqa: S307  (our own text)


def polled(length: float, counts: Callable[[float], tuple[int | None, int | None]]) -> list[float]:
    """Return the times of the polls until the job has ended, in virtual time."""
    samples: list[PollSample] = []
    elapsed = 0.0
    while not samples or elapsed < length:
        elapsed += ProgressAware().delay(PollContext(len(samples), elapsed, samples[-4:], FIRST, LONGEST, 0.5))
        samples.append(PollSample(elapsed, *counts(elapsed)))
    return [sample.elapsed for sample in samples]


@pytest.mark.parametrize("counts", [(None, None), (0, 0), (0, 500), (250, 500), (500, 500), (600, 500)])
def test_a_job_that_never_ends_costs_few_polls(counts: tuple[int | None, int | None]) -> None:
    """At most 60 polls in the first hour, then one every two minutes, whatever the counts."""
    times = polled(3600, lambda _: counts)
    assert len(times) <= 60
    assert times[-1] - times[-2] >= 0.9 * LONGEST


@REPEATABLE
@given(length=st.floats(1, 7200), queued=st.floats(0, 0.3), total=st.integers(100, 10_000))
def test_the_end_of_a_steady_job_is_found_soon(length: float, queued: float, total: int) -> None:
    """Few polls are made once it runs, and the lateness is a fraction of its length, or a few seconds."""
    begins = queued * length

    def counts(elapsed: float) -> tuple[int, int]:
        return int(total * max(elapsed - begins, 0) / (length - begins)), total

    times = polled(length, counts)
    assert sum(time > begins for time in times) <= 15
    assert times[-1] - length <= max(3 * FIRST, length / 2)


def test_half_the_polls_at_no_more_lateness() -> None:
    """The aim of the policy, over the published mix of jobs, against doubling from 1 s to 60 s."""
    means = {}
    for policy in (ProgressAware(), Exponential()):
        kinds: list[waiting.Counts] = ["total", "nothing"]
        outcomes = [waiting.simulate(policy, 1500, 1, counts=counts) for counts in kinds]
        means[type(policy)] = waiting.summary([*outcomes[0], *outcomes[1]])
    own, other = means[ProgressAware], means[Exponential]
    assert own.polls <= other.polls / 2
    assert own.mean <= other.mean


def test_a_bulk_write_is_not_polled_to_its_end_at_the_first_delay() -> None:
    """Without a total, the counts so far cost no more polls than no counts."""
    outcomes = [waiting.simulate(ProgressAware(), 500, 1, counts=counts) for counts in ("so far", "nothing")]
    so_far, nothing = map(waiting.summary, outcomes)
    assert so_far.polls <= 1.1 * nothing.polls
    assert so_far.mean <= 1.1 * nothing.mean
