"""The clock: real, scaled or moved by hand."""

from __future__ import annotations

import math
import time

import pytest
from zoho_crm_sandbox import Clock, InputError
from zoho_crm_sandbox.clock import iso


class Seconds:
    """Real seconds, as the test says."""

    def __init__(self) -> None:
        self.passed = 100.0

    def __call__(self) -> float:
        return self.passed


def test_a_real_clock_goes_on_from_the_real_time() -> None:
    """A real clock starts with the machine's time and runs at its speed."""
    seconds, before = Seconds(), time.time()
    clock = Clock(elapsed=seconds)
    assert before <= clock.now() <= time.time()
    start = clock.now()
    seconds.passed += 7
    assert clock.now() == start + 7
    assert (clock.mode, clock.scale) == ("real", 1)


def test_a_manual_clock_stands_still() -> None:
    """A manual clock moves only by hand."""
    seconds = Seconds()
    clock = Clock(0, start="2026-01-01T00:00:00Z", elapsed=seconds)
    seconds.passed += 7
    assert iso(clock.now()) == "2026-01-01T00:00:00+00:00"
    clock.advance(90)
    assert iso(clock.now()) == "2026-01-01T00:01:30+00:00"
    assert clock.mode == "manual"


def test_a_scaled_clock_goes_faster_and_jumps_too() -> None:
    """A scale counts from when it was set."""
    seconds = Seconds()
    clock = Clock(60, start=1000, elapsed=seconds)
    seconds.passed += 2
    assert clock.now() == 1120
    clock.advance(30)
    assert clock.now() == 1150
    clock.set_scale(0.5)
    seconds.passed += 2
    assert clock.now() == 1151
    assert clock.mode == "scaled"
    clock.set(500)
    assert clock.now() == 500


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (0, 0),
        (1.5, 1.5),
        ("1970-01-01T00:01:00", 60),
        ("1970-01-01T05:30:00+05:30", 0),
        ("1970-01-02", 86400),
    ],
)
def test_moments(moment: str | float, expected: float) -> None:
    """A moment is seconds or ISO 8601, in UTC by default."""
    clock = Clock(0)
    clock.set(moment)
    assert clock.now() == expected


@pytest.mark.parametrize(
    "moment", ["", "tomorrow", "1969-12-31T23:59:59Z", -1, math.nan, math.inf, True, None, "0001-01-01"]
)
def test_an_invalid_moment(moment: str | float) -> None:
    """The error names the field, its value and what is expected, and the clock does not move."""
    clock = Clock(0, start=5)
    with pytest.raises(InputError, match=r"^set: .*: a moment from 1970 to 9999"):
        clock.set(moment)
    assert clock.now() == 5


@pytest.mark.parametrize("seconds", [-1, math.nan, math.inf, "1", True, None])
def test_an_invalid_advance(seconds: float) -> None:
    """A clock does not go back by advancing."""
    with pytest.raises(InputError, match=r"^advance: .*: a number from 0 to"):
        Clock(0).advance(seconds)


def test_no_clock_goes_beyond_the_year_9999() -> None:
    """Later moments could not be written."""
    clock = Clock(0, start="9998-12-31T00:00:00Z")
    with pytest.raises(InputError, match=r"^advance: .*: a moment before the year 9999"):
        clock.advance(86400 * 366)


@pytest.mark.parametrize("scale", [-1, 1e7, math.nan, "fast"])
def test_an_invalid_scale(scale: float) -> None:
    """A scale is a number of seconds in a second."""
    with pytest.raises(InputError, match=r"^scale: .*: a number from 0 to"):
        Clock(scale)
