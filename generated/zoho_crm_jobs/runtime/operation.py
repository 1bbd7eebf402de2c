"""What the document says of an operation, as data. Named tuples, since they load quickly."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Reply(NamedTuple):
    """What a response with one status can be.

    Attributes:
        success: The models that the body of a success can be; empty if the status is for errors only.
        item_codes: The codes of the errors that ``data`` can contain.
        oauth: True if errors have the form of the accounts server, with the code in ``error``.
        error_list_model: The model of a body whose errors are in ``data``, one for the request or one for each record.
        empty_body_code: The error code that an empty body means.
        means_not_found: True if a response without a body means that the job does not exist.
        no_content: True if an empty body means success.
        binary: True if the body of a success is bytes instead of JSON.
    """

    success: tuple[str, ...] = ()
    item_codes: tuple[str, ...] = ()
    oauth: bool = False
    error_list_model: str | None = None
    empty_body_code: str | None = None
    means_not_found: bool = False
    no_content: bool = False
    binary: bool = False


class Link(NamedTuple):
    """A link of the document: how a response leads to another operation.

    Attributes:
        operation_id: The other operation.
        parameters: Its parameters by name, as runtime expressions, without the version.
    """

    operation_id: str
    parameters: Mapping[str, str]


class Sum(NamedTuple):
    """A count that is the sum over the entries of an array.

    Attributes:
        each: The runtime expression for the array.
        pointer: The JSON pointer to the count in an entry. An entry without it adds nothing.
    """

    each: str
    pointer: str


class Waiter(NamedTuple):
    """The ``x-waiter`` of a status operation.

    Attributes:
        job: The parameters of the operation that name the job, its id last.
        state: The runtime expression for the job's state.
        pending: The states of an unfinished job.
        success: The states of a finished job, some of whose records may have failed.
        failure: The states of a job that ended without doing its work.
        counts: The places of the counts by name: runtime expressions, or sums.
        initial_delay: Suggested seconds before the first poll.
        max_delay: Suggested maximum of seconds between two polls.
        absent: The statuses and codes of the errors that mean that the job does not exist.
        result: The runtime expression for the address of the result, and the operation that downloads it; None if the
            job has no result.
        total_at_end: True if until the end the total is only that of the records so far.
    """

    job: Sequence[str]
    state: str
    pending: Sequence[str]
    success: Sequence[str]
    failure: Sequence[str]
    counts: Mapping[str, str | Sum]
    initial_delay: float
    max_delay: float
    absent: Sequence[tuple[int, str]]
    result: tuple[str, str] | None = None
    total_at_end: bool = False


class Operation(NamedTuple):
    """What the document says of an operation.

    Attributes:
        operation_id: Its name.
        method: Its HTTP method.
        path: Its path, with parameters in braces.
        versions: The API versions that have it; empty if the path fixes the version.
        replies: The statuses that can mean a success, or whose errors need more than their code.
        errors: The other documented statuses. Their response is an error.
        host: The variable of the server that serves it.
        authenticated: True if it needs an access token.
        content: How its body is sent: ``json``, ``data`` for a form, ``files`` for a multipart form.
        waiter: How to wait for the job whose status it returns.
        status: The link to the status of the job that it starts.
        bodies: The models of the forms of its request body.
        patterns: The pattern of each parameter that has one, and the pattern in words.
    """

    operation_id: str
    method: str
    path: str
    versions: Sequence[str]
    replies: Mapping[int, Reply]
    errors: tuple[int, ...] = ()
    host: str = "api_domain"
    authenticated: bool = True
    content: str = "json"
    waiter: Waiter | None = None
    status: Link | None = None
    bodies: tuple[str, ...] = ()
    patterns: Mapping[str, tuple[str, str]] = MappingProxyType({})
