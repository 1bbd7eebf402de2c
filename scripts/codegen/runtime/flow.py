"""The protocol between a call and the client that performs it: requests, delays and their outcomes."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, BinaryIO, NamedTuple, TypeVar

import httpx

T = TypeVar("T")


class Send(NamedTuple):
    """A request to send.

    Attributes:
        request: The request.
        auth: How to authenticate it; None if it needs no token.
        sink: The file that takes the body of a success as it arrives; None keeps the body in memory.
    """

    request: httpx.Request
    auth: httpx.Auth | None
    sink: BinaryIO | None = None


class Sleep(NamedTuple):
    """A delay, in seconds."""

    seconds: float


class Work(NamedTuple):
    """A function that blocks, and whose result is the outcome."""

    function: Callable[[], Any]


Outcome = httpx.Response | Exception
"""What a request led to: a response, or the error that prevented one."""
Flow = Generator[Send | Sleep | Work, Any, T]
"""Yields requests, delays and work, receives the outcome of each, and returns the result of the whole."""
