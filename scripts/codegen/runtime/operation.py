"""What the document says of an operation, as data. Named tuples, since they are quick to load."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Reply(NamedTuple):
    """What an answer with one status may be.

    Attributes:
        success: The models that the body of a success may be; none if the status is for errors only.
        codes: The error codes that the document has for this status.
        oauth: Whether an error is in the form of the accounts server, with its code in ``error``.
        wrapped: The model of a body whose errors are in ``data``, as that of the call or of each record.
        empty: The code that an empty body stands for.
        absent: Whether an answer without a body says that there is no such job.
        nothing: Whether an answer without a body is a success.
        binary: Whether the body of a success is not JSON but bytes.
    """

    success: tuple[str, ...] = ()
    codes: Sequence[str] = ()
    oauth: bool = False
    wrapped: tuple[str, ...] = ()
    empty: str | None = None
    absent: bool = False
    nothing: bool = False
    binary: bool = False


class Link(NamedTuple):
    """A link of the document: how an answer leads to another call.

    Attributes:
        operation_id: The other operation.
        parameters: Its parameters by name, as runtime expressions, without the version.
    """

    operation_id: str
    parameters: Mapping[str, str]


class Waiter(NamedTuple):
    """The ``x-waiter`` of a status operation.

    Attributes:
        job: The parameters of the operation that name the job, its id last.
        state: The runtime expression for the job's state.
        pending: The states of a job that goes on.
        success: The states of a job that ended, perhaps with records that failed.
        failure: The states of a job that ended without doing its work.
        counts: The runtime expressions for the counts, by name.
        first: Seconds before the first poll, a suggestion.
        longest: Seconds between two polls at most, a suggestion.
        absent: The statuses and codes of the error that says that there is no such job.
        result: The runtime expression for the address of the result, and the operation that fetches it; None if there
            are no results.
    """

    job: Sequence[str]
    state: str
    pending: Sequence[str]
    success: Sequence[str]
    failure: Sequence[str]
    counts: Mapping[str, str]
    first: float
    longest: float
    absent: Sequence[tuple[int, str]]
    result: tuple[str, str] | None = None


class Operation(NamedTuple):
    """What the document says of an operation.

    Attributes:
        operation_id: Its name.
        method: Its HTTP method.
        path: Its path, with parameters in braces.
        versions: The versions of the API that have it; empty where the path fixes the version.
        replies: What each documented status means.
        host: Where it is: the variable of its server.
        authenticated: Whether it needs an access token.
        content: How its body is sent: ``json``, ``data`` for a form, ``files`` for a multipart form.
        waiter: How to wait for the job whose status it tells.
        status: What tells the status of the job that it starts.
    """

    operation_id: str
    method: str
    path: str
    versions: Sequence[str]
    replies: Mapping[int, Reply]
    host: str = "api_domain"
    authenticated: bool = True
    content: str = "json"
    waiter: Waiter | None = None
    status: Link | None = None
