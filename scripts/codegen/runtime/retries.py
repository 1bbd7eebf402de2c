"""The policy of retries: which calls are retried, and when."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

import httpx

from .errors import _ResponseError

if TYPE_CHECKING:
    from .flow import Outcome

__all__ = ("RetryPolicy",)

# Errors before a connection was made, so that nothing was sent.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
RENEWING = "zoho_crm_jobs.renewing"
"""The extension of a request that is true until it has a token, at first and after a token was rejected."""
_TOO_MANY_REQUESTS = 429
_SERVER_ERROR = 500


class RetryPolicy(NamedTuple):
    """The number of attempts and the delays between them, with full jitter.

    Only harmless retries are made: a GET after a failed connection, a timeout, 429 or 5xx; any other request after 429
    or if no connection was made, because then it had no effect.

    Attributes:
        attempts: The maximum number of attempts, including the first.
        initial_delay: The longest delay before the second attempt, in seconds. It doubles with each attempt.
        max_delay: The upper limit of that delay, in seconds.
        budget: The time for all attempts together, in seconds. No attempt starts after it.
        max_retry_after: The longest ``Retry-After`` to wait for, in seconds. If a response asks for more, its error
            is raised.
    """

    attempts: int = 4
    initial_delay: float = 0.5
    max_delay: float = 8.0
    budget: float = 120.0
    max_retry_after: float = 60.0

    def delay(self, attempt: int, spent: float, retry_after: float, random: float) -> float | None:
        """Return the delay before the next attempt.

        Args:
            attempt: The number of attempts so far.
            spent: The time since the first attempt began, in seconds.
            retry_after: The delay that the response asks for, in seconds; 0 if none.
            random: A random number from 0 to 1.

        Returns:
            Seconds; None if there is no further attempt.
        """
        if attempt >= self.attempts or retry_after > self.max_retry_after:
            return None
        delay = retry_after + random * min(self.max_delay, self.initial_delay * 2 ** (attempt - 1))
        return None if spent + delay > self.budget else delay


def is_repeatable(request: httpx.Request, outcome: Outcome) -> bool:
    """Return whether a request can be sent again without taking effect twice."""
    if isinstance(outcome, (httpx.Response, _ResponseError)):
        if outcome.status_code == _TOO_MANY_REQUESTS:
            return True
        # An error raised by the auth is the response to a token request; the request itself was not sent.
        harmless = request.method == "GET" or isinstance(outcome, _ResponseError)
        return harmless and outcome.status_code >= _SERVER_ERROR
    if isinstance(outcome, httpx.TransportError):
        return request.method == "GET" or not was_sent(request, outcome)
    return False


def was_sent(request: httpx.Request, error: BaseException) -> bool:
    """Return whether a request was sent, or may have been, before an error."""
    of_another = getattr(error, "_request", None) not in (None, request)  # such as the token request before it
    return not (of_another or isinstance(error, _NOT_SENT) or request.extensions.get(RENEWING))


def retry_after(headers: httpx.Headers, now: float) -> float:
    """Return the delay in ``Retry-After``, which is a number of seconds or a date. ``now`` is Unix time.

    Returns:
        Seconds to wait; 0 if the header is missing or malformed.
    """
    value = headers.get("Retry-After", "")
    if value.isdecimal():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, OverflowError, IndexError, TypeError):  # ``email`` raises any of them, by the text
        return 0.0
