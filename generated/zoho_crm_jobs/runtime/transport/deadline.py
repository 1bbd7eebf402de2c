"""The end of a call: no phase of its requests lasts longer."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..clock import Clock

DEADLINE = "zoho_crm_jobs.deadline"
"""The extension of a request that holds its ``Deadline``."""
_SILENCE = 30.0
_SHARE = 4
_SHORTEST = 0.001
_CHUNK = 65536
_ends: ContextVar[float] = ContextVar("ends", default=math.inf)


class Deadline:
    """The moment by which a call has ended, in the client's time."""

    __slots__ = ("_clock", "_ends")

    def __init__(self, seconds: float, clock: Clock) -> None:
        self._clock = clock
        self._ends = clock.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds left, 0 if there are none, and infinity if the call may last for ever."""
        return max(0.0, self._ends - self._clock.monotonic())


class _Limits(dict[str, Any]):
    """The limits of the phases of a request. The transport gets each limit when its phase begins."""

    def __init__(self, limits: dict[str, float | None], deadline: Deadline) -> None:
        super().__init__(limits)
        self._deadline = deadline

    def get(self, phase: str, default: Any = None) -> Any:
        """Return the limit of a phase in seconds, which is not longer than the call may last."""
        limit, left = super().get(phase, default), self._deadline.left()
        if left == math.inf:
            return limit
        # A socket takes 0 as "do not wait", which is another error than a timeout.
        return max(_SHORTEST, left if limit is None else min(limit, left))


def limits(timeout: float | httpx.Timeout, within: float, clock: Clock) -> dict[str, Any]:
    """Return the extensions of a request that limit it. ``within`` is a limit in addition to ``timeout``, in seconds.

    A number limits the whole call. A phase without progress is given up after a quarter of it, but not before 30 s.
    """
    if isinstance(timeout, httpx.Timeout):
        phases, whole = timeout, math.inf
    else:
        phases, whole = httpx.Timeout(min(timeout, max(_SILENCE, timeout / _SHARE))), timeout
    deadline = Deadline(min(whole, within), clock)
    return {DEADLINE: deadline, "timeout": _Limits(phases.as_dict(), deadline)}


def seconds_left(request: httpx.Request) -> float:
    """Return the seconds left for the call that a request belongs to; infinity if it has no deadline."""
    deadline: Deadline | None = request.extensions.get(DEADLINE)
    return math.inf if deadline is None else deadline.left()


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Limit what this thread reads and writes with ``limit_streams`` to so many seconds of real time together."""
    before = _ends.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends.reset(before)


def limit_streams(http: httpx.Client) -> None:
    """Make the connections of an httpx client keep to ``limited``.

    A limit of httpx is for each read, so that a server which sends a byte now and then could hold a call for ever.
    """
    transports = [http._transport, *http._mounts.values()]
    for transport in transports:
        pool: Any = getattr(transport, "_pool", None)
        if hasattr(pool, "_network_backend"):
            pool._network_backend = _Backend(pool._network_backend)


class _Backend:
    """A network backend of httpcore whose streams keep to ``limited``."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def connect_tcp(self, *arguments: Any, **named: Any) -> _Stream:
        """Return a new connection."""
        return _Stream(self._backend.connect_tcp(*arguments, **named))


class _Stream:
    """A connection that keeps to ``limited``."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def start_tls(self, *arguments: Any, **named: Any) -> _Stream:
        """Return an encrypted connection over this one."""
        return _Stream(self._stream.start_tls(*arguments, **named))

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        """Return what has arrived."""
        return self._stream.read(max_bytes, _limit(timeout, "ReadTimeout"))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send some bytes."""
        for begin in range(0, len(buffer), _CHUNK):
            self._stream.write(buffer[begin : begin + _CHUNK], _limit(timeout, "WriteTimeout"))


def _limit(timeout: float | None, error: str) -> float | None:
    ends = _ends.get()
    if ends == math.inf:
        return timeout
    left = ends - time.monotonic()
    if left <= 0:
        import httpcore  # not above, since httpx loads it with the first client

        raise getattr(httpcore, error)("the call has lasted too long")
    return left if timeout is None else min(timeout, left)
