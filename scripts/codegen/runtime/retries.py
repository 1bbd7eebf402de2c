"""Which calls are made again, and when."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

import httpx

from .errors import _AnswerError

if TYPE_CHECKING:
    from .errors import ZohoCRMError

__all__ = ("RetryPolicy",)

# The request was not sent, since there was no connection to send it over.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_TOO_MANY_REQUESTS = 429
_SERVER_ERROR = 500


class RetryPolicy(NamedTuple):
    """How often a call is made again and how long it waits before, with full jitter.

    Only what can do no harm is made again: a GET after a failed connection, a timeout, 429 or 5xx; anything else after
    429 or if no connection was made, since then nothing has happened.

    Attributes:
        attempts: How often a call is made at most, the first time included.
        first: The longest delay before the second attempt, in seconds. It doubles from one attempt to the next.
        longest: What it does not grow beyond, in seconds.
        budget: How long all attempts may take together, in seconds: no new one starts after that.
        longest_retry_after: The longest ``Retry-After`` that is waited for, in seconds. If the answer asks for more,
            it is raised as the error that it is.
    """

    attempts: int = 4
    first: float = 0.5
    longest: float = 8.0
    budget: float = 120.0
    longest_retry_after: float = 60.0

    def delay(self, attempt: int, spent: float, retry_after: float, random: float) -> float | None:
        """Returns how long to wait before the next attempt.

        Args:
            attempt: How many there were.
            spent: How long they took, in seconds, with the delays between them.
            retry_after: How long the answer asks to wait, in seconds; 0 if it does not.
            random: A random number from 0 to 1.

        Returns:
            Seconds; ``None`` if there shall be no other attempt.
        """
        if attempt >= self.attempts or retry_after > self.longest_retry_after:
            return None
        delay = retry_after + random * min(self.longest, self.first * 2 ** (attempt - 1))
        return None if spent + delay > self.budget else delay


def repeatable(request: httpx.Request, outcome: httpx.Response | httpx.RequestError | ZohoCRMError) -> bool:
    """Returns whether a request can be sent again without doing something twice. Decided from it and its outcome alone.

    Args:
        request: The request.
        outcome: What came of it: an answer, or why there is none.
    """
    if isinstance(outcome, (httpx.Response, _AnswerError)):
        if outcome.status_code == _TOO_MANY_REQUESTS:
            return True
        # An error that was raised on the way is the answer to another request, for a token; this one was not sent.
        harmless = request.method == "GET" or isinstance(outcome, _AnswerError)
        return harmless and outcome.status_code >= _SERVER_ERROR
    if isinstance(outcome, httpx.TransportError):
        return request.method == "GET" or not was_sent(request, outcome)
    return False


def was_sent(request: httpx.Request, error: httpx.RequestError) -> bool:
    """Returns whether a request was sent, or may have been, although there is no answer.

    Args:
        request: The request.
        error: Why there is no answer: to it, or to the one for a token, which goes before it.
    """
    return error.request is request and not isinstance(error, _NOT_SENT)


def retry_after(headers: httpx.Headers, now: float) -> float:
    """Returns how long an answer asks to wait.

    Args:
        headers: Its headers. ``Retry-After`` is either seconds or a date.
        now: The time, in seconds since 1970.

    Returns:
        Seconds; 0 if it does not ask, or not in a form that HTTP has.
    """
    value = headers.get("Retry-After", "")
    if value.isdecimal():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except ValueError:
        return 0.0
