"""The command ``zoho-crm-jobs``: waits for jobs in a terminal or a script."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shlex
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import httpx

from .._document import OPERATIONS, PACKAGE_VERSION
from .client import BaseClient
from .errors import ApiError, DataCenterMismatch, JobFailed, JobNotFound, JobTimedOut
from .jobs.handle import DEFAULT_TIMEOUT, AsyncJobHandle, AsyncJobResult
from .jobs.watching import watch_asyncio
from .loader import load_operation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .jobs.progress import Progress
    from .operation import Waiter

PROGRAM = "zoho-crm-jobs"
ENDS = {
    "finished": (0, "all records were processed"),
    "partly failed": (3, "the job ended, and some records failed or were skipped"),
    "timed out": (4, "the job continues"),
    "failed": (5, "the job failed as a whole"),
    "not found": (6, "the job does not exist"),
    "unknown": (7, "the status is unavailable, for example without a network; try again later"),
    "not allowed": (8, "the credentials were refused, or may not read the job"),
    "rejected": (9, "Zoho rejected the request, for example because there is no such module"),
    "interrupted": (130, "Ctrl-C ended the wait; the job continues"),
}
"""The exit code and meaning of each end of a wait, from the best to the worst."""
_WRONG_USAGE = 2
_OF_HTTPX = ("SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy")
"""The variables that httpx reads when it makes a client."""


class _Parser(argparse.ArgumentParser):
    """A parser that reports an error in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_WRONG_USAGE, f"{self.prog}: {message} (see --help)\n")


def main(arguments: Sequence[str] | None = None, *, client: BaseClient | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line. Defaults to that of the process.
        client: The client that polls. Defaults to ``Client.from_env()``.

    Returns:
        The exit code; ``--help`` lists the codes.

    Raises:
        SystemExit: With 2 if an argument is wrong, with 0 after ``--help``.
    """
    options = _parser().parse_args(arguments)
    try:
        client = client or BaseClient.from_env()
        handles = _handles(options, client)
    except (ValueError, httpx.InvalidURL) as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return _WRONG_USAGE
    except (OSError, ImportError) as error:  # httpx reads certificates and proxies as the environment says
        names = [name for name in _OF_HTTPX if os.environ.get(name)]
        print(f"{PROGRAM}: {' or '.join(names) or 'the environment'}: {error}", file=sys.stderr)
        return _WRONG_USAGE
    ends: dict[AsyncJobHandle[Any], str] = {}
    try:
        asyncio.run(_wait(handles, client, options, ends))
    except KeyboardInterrupt:
        left = [handle for handle in handles if handle not in ends]
        for handle in left:
            if options.json:
                print(_json(AsyncJobResult(handle), "interrupted"))
            ends[handle] = "interrupted"
        again = shlex.join(["wait", options.system, *_place(handles[0]), *(handle.job_id for handle in left)])
        print(f"{PROGRAM}: the wait has ended, the jobs continue; to wait again: {PROGRAM} {again}", file=sys.stderr)
    except BrokenPipeError:
        # The reader of the output is gone. Without this, Python would report the error again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ENDS["unknown"][0]
    return max(ENDS[end][0] for end in ends.values())


def _parser() -> _Parser:
    parser = _Parser(prog=PROGRAM, description="Waits for asynchronous jobs of Zoho CRM.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {PACKAGE_VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    systems = commands.add_parser(
        "wait",
        help="wait until jobs have ended",
        description="Waits until jobs have ended. Interrupting the wait does not cancel the jobs.",
    ).add_subparsers(required=True, metavar="SYSTEM", dest="system")
    for system, (operation_id, waiter) in _systems().items():
        of_system = systems.add_parser(
            system,
            help=f"wait for {' '.join(waiter.job)} ...",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            description=f"Waits until jobs have ended, by {operation_id}.\n"
            "Interrupting the wait does not cancel the jobs. The environment variables ZOHO_CRM_* configure the\n"
            "client, see Client.from_env. With zoho-crm-jobs[cli], each job has a progress bar on a terminal.",
            epilog="\n".join(
                [
                    "The exit code, the highest of all jobs:",
                    *(f"  {code:3}  {end}: {text}" for end, (code, text) in ENDS.items()),
                    f"  {_WRONG_USAGE:3}  an argument or environment variable is wrong",
                ]
            ),
        )
        for name in waiter.job[:-1]:
            of_system.add_argument(name)
        of_system.add_argument(waiter.job[-1], nargs="+")
        of_system.add_argument(
            "--timeout",
            type=_seconds,
            default=DEFAULT_TIMEOUT,
            metavar="SECONDS",
            help="the longest wait for each job (default: %(default).0f)",
        )
        of_system.add_argument("--json", action="store_true", help="print only a line of JSON for each job")
        of_system.set_defaults(operation_id=operation_id, job=waiter.job)
    return parser


def _systems() -> dict[str, tuple[str, Waiter]]:
    """Return the status operation and the waiter of each system."""
    waiters = {name: load_operation(name).waiter for name in OPERATIONS}
    return {OPERATIONS[name].split(".")[2]: (name, waiter) for name, waiter in waiters.items() if waiter is not None}


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text}: expected a finite number of seconds ≥ 0")
    return seconds


def _handles(options: argparse.Namespace, client: BaseClient) -> list[AsyncJobHandle[Any]]:
    """Return the jobs, each once. Raise ValueError or httpx.InvalidURL if a request cannot be built."""
    *place, job_id = options.job
    parameters = {name: getattr(options, name) for name in place}
    handles: list[AsyncJobHandle[Any]] = [
        AsyncJobHandle(options.operation_id, {**parameters, job_id: value}, client=client)
        for value in dict.fromkeys(getattr(options, job_id))
    ]
    for handle in handles:
        next(handle.poll_flow(client._session.http()))  # builds the first request, to find errors early
    return handles


def _place(handle: AsyncJobHandle[Any]) -> list[str]:
    return list(handle.parameters.values())[:-1]


async def _wait(
    handles: Sequence[AsyncJobHandle[Any]],
    client: BaseClient,
    options: argparse.Namespace,
    ends: dict[AsyncJobHandle[Any], str],
) -> None:
    """Wait, print the result of each job, and add it to ``ends``."""
    try:
        with _display(handles) as (show, say):
            results = watch_asyncio(handles, timeout=options.timeout, on_progress=show, clock=client._session.clock)
            async for result in results:
                handle, end = result.handle, _end(result)
                text = str(result.error or result.progress)
                say(
                    handle,
                    _json(result, end)
                    if options.json
                    else " ".join([options.system, *_place(handle), f"{handle.job_id}: {end}: {text}"]),
                )
                ends[handle] = end
    finally:
        await client._session.close_asyncio()


def _end(result: AsyncJobResult[Any]) -> str:
    error = result.error
    if error is None:
        return "partly failed" if result.progress.partly_failed else "finished"
    ends = {JobFailed: "failed", JobTimedOut: "timed out", JobNotFound: "not found", DataCenterMismatch: "not allowed"}
    kinds = {"authentication": "not allowed", "permission_denied": "not allowed", "server": "unknown"}
    kinds |= {"rate_limit": "unknown", "not_found": "rejected", "validation": "rejected", "conflict": "rejected"}
    kind = error.kind if isinstance(error, ApiError) else None
    return ends.get(type(error)) or kinds.get(kind or "", "unknown")


def _json(result: AsyncJobResult[Any], end: str) -> str:
    """Return the JSON line of a job, with the handle for ``AsyncJobHandle.from_dict``."""
    state, succeeded, failed, total = (result._progress or (None,) * 4)[:4]
    line = {
        "job_id": result.handle.job_id,
        "end": end,
        "state": state,
        "succeeded": succeeded,
        "failed": failed,
        "total": total,
        "error": None if result.error is None else str(result.error),
        "handle": result.handle.to_dict(),
    }
    return json.dumps(line)


@contextmanager
def _display(
    handles: Sequence[AsyncJobHandle[Any]],
) -> Iterator[
    tuple[Callable[[AsyncJobHandle[Any], Progress], None] | None, Callable[[AsyncJobHandle[Any], str], None]]
]:
    """Yield a function that shows progress, None without a terminal, and one that prints a line."""
    if not sys.stderr.isatty():
        yield None, _print
        return
    try:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bars
    except ImportError:
        yield _print_progress, _print
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[state]}", markup=False),
    )
    console = Console(stderr=True)
    with Bars(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bars:
        tasks = {handle: bars.add_task(handle.job_id, total=None, state="") for handle in handles}

        def show(handle: AsyncJobHandle[Any], progress: Progress) -> None:
            bars.update(tasks[handle], completed=progress.done or 0, total=progress.total, state=str(progress))

        def say(handle: AsyncJobHandle[Any], line: str) -> None:
            bars.remove_task(tasks[handle])
            bars.stop()  # clears the bars, because the line may go to the same terminal
            _print(handle, line)
            bars.start()

        yield show, say


def _print(_: AsyncJobHandle[Any], line: str) -> None:
    print(line, flush=True)


def _print_progress(handle: AsyncJobHandle[Any], progress: Progress) -> None:
    print(f"{handle.job_id}: {progress}", file=sys.stderr)
