"""The command ``python -m zoho_crm_jobs``: waits for jobs in a terminal or a script."""

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

from .._document import OPERATIONS
from .client import Client
from .errors import JobFailed, JobNotFound, JobTimedOut
from .jobs.handle import DEFAULT_TIMEOUT, JobHandle
from .jobs.watching import watch_asyncio
from .loader import load_operation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .jobs.progress import Progress
    from .jobs.watching import Outcome
    from .operation import Waiter

PROGRAM = "python -m zoho_crm_jobs"
ENDS = {
    "finished": (0, "all records were processed"),
    "partly failed": (3, "the job ended, and there are records that it failed to process or skipped"),
    "timed out": (4, "the job goes on"),
    "failed": (5, "the job ended without doing its work"),
    "not found": (6, "there is no such job"),
    "unknown": (7, "the status cannot be told, for example since there is no network"),
    "interrupted": (130, "Ctrl-C ended the wait; the job goes on"),
}
"""How the wait for a job can end: the exit code and what it means, from the best to the worst."""
_WRONG_USAGE = 2


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_WRONG_USAGE, f"{self.prog}: {message} (--help explains)\n")


def main(arguments: Sequence[str] | None = None, *, client: Client | None = None) -> int:
    """Runs the command.

    Args:
        arguments: The arguments of the command line; those of the process if left out.
        client: What the jobs are asked with; ``Client.from_env()`` if left out.

    Returns:
        The exit code, as ``--help`` lists them.

    Raises:
        SystemExit: The arguments are wrong, with the code 2, or ask for help, with 0.
    """
    options = _parser().parse_args(arguments)
    try:
        client = client or Client.from_env()
        handles = _handles(options, client)
    except (ValueError, httpx.InvalidURL) as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return _WRONG_USAGE
    ends: dict[JobHandle[Any], str] = {}
    try:
        asyncio.run(_wait(handles, client, options, ends))
    except KeyboardInterrupt:
        left = [handle for handle in handles if handle not in ends]
        for handle in left:
            if options.json:
                print(_json(handle, "interrupted", None, None))
            ends[handle] = "interrupted"
        again = shlex.join(["wait", options.system, *_place(handles[0]), *(handle.job_id for handle in left)])
        print(f"{PROGRAM}: the wait has ended, the jobs go on; to wait again: {PROGRAM} {again}", file=sys.stderr)
    except BrokenPipeError:
        # Whoever read the output is gone. Python would complain once more when it flushes it at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ENDS["unknown"][0]
    except (OSError, ValueError) as error:  # the file of tokens is none, or cannot be used
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return ENDS["unknown"][0]
    return max(ENDS[end][0] for end in ends.values())


def _parser() -> _Parser:
    parser = _Parser(prog=PROGRAM, description="Waits for asynchronous jobs of Zoho CRM.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    systems = commands.add_parser(
        "wait",
        help="wait until jobs have ended",
        description="Waits until jobs have ended. To end the wait does not end the jobs.",
    ).add_subparsers(required=True, metavar="SYSTEM", dest="system")
    for system, (operation_id, waiter) in _systems().items():
        of_system = systems.add_parser(
            system,
            help=f"wait for {' '.join(waiter.job)} ...",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            description=f"Waits until jobs have ended, by {operation_id}.\n"
            "To end the wait does not end the jobs. The client is what the environment variables ZOHO_CRM_* make it,\n"
            "as Client.from_env explains. On a terminal each job has a progress bar: install zoho-crm-jobs[cli].",
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
            help="for how long at most (%(default).0f)",
        )
        of_system.add_argument(
            "--json", action="store_true", help="print a line of JSON for each job, and nothing else"
        )
        of_system.set_defaults(operation_id=operation_id, job=waiter.job)
    return parser


def _systems() -> dict[str, tuple[str, Waiter]]:
    """Returns, by system, the operation that tells the status of its jobs and how to wait for them."""
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


def _handles(options: argparse.Namespace, client: Client) -> list[JobHandle[Any]]:
    """Returns the jobs, each once.

    Raises:
        ValueError: One of the arguments cannot be part of a request.
        httpx.InvalidURL: The client's URL is none.
    """
    *place, job_id = options.job
    parameters = {name: getattr(options, name) for name in place}
    handles: list[JobHandle[Any]] = [
        JobHandle(options.operation_id, {**parameters, job_id: value}, client=client)
        for value in dict.fromkeys(getattr(options, job_id))
    ]
    for handle in handles:
        next(handle.poll_flow(client.http_asyncio()))  # makes the first request, which shows what is wrong with it
    return handles


def _place(handle: JobHandle[Any]) -> list[str]:
    return list(handle.parameters.values())[:-1]


async def _wait(
    handles: Sequence[JobHandle[Any]], client: Client, options: argparse.Namespace, ends: dict[JobHandle[Any], str]
) -> None:
    """Waits, says what became of each job, and notes it in ``ends``."""
    async with client:
        with _display(handles) as (show, say):
            outcomes = watch_asyncio(handles, timeout=options.timeout, on_progress=show, clock=client.clock)
            async for outcome in outcomes:
                handle, end = outcome.handle, _end(outcome)
                text = str(outcome.error or outcome.progress)
                say(
                    handle,
                    _json(handle, end, outcome.progress, outcome.error)
                    if options.json
                    else " ".join([options.system, *_place(handle), f"{handle.job_id}: {end}: {text}"]),
                )
                ends[handle] = end


def _end(outcome: Outcome) -> str:
    if outcome.error is None:
        return "partly failed" if outcome.progress and outcome.progress.partly_failed else "finished"
    ends = {JobFailed: "failed", JobTimedOut: "timed out", JobNotFound: "not found"}
    return ends.get(type(outcome.error), "unknown")


def _json(handle: JobHandle[Any], end: str, progress: Progress | None, error: Exception | None) -> str:
    """Returns the line of a job. Its handle is what ``JobHandle.from_dict`` reads."""
    state, succeeded, failed, total = progress[:4] if progress else (None, None, None, None)
    line = {
        "job_id": handle.job_id,
        "end": end,
        "state": state,
        "succeeded": succeeded,
        "failed": failed,
        "total": total,
        "error": None if error is None else str(error),
        "handle": handle.to_dict(),
    }
    return json.dumps(line)


@contextmanager
def _display(
    handles: Sequence[JobHandle[Any]],
) -> Iterator[tuple[Callable[[JobHandle[Any], Progress], None] | None, Callable[[JobHandle[Any], str], None]]]:
    """Yields what shows the progress of a job, on a terminal, and what prints a line on standard output."""
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

        def show(handle: JobHandle[Any], progress: Progress) -> None:
            bars.update(tasks[handle], completed=progress.done or 0, total=progress.total, state=str(progress))

        def say(handle: JobHandle[Any], line: str) -> None:
            bars.remove_task(tasks[handle])
            bars.stop()  # the bars make room for the line, in case both are on the same terminal
            _print(handle, line)
            bars.start()

        yield show, say


def _print(_: JobHandle[Any], line: str) -> None:
    print(line, flush=True)


def _print_progress(handle: JobHandle[Any], progress: Progress) -> None:
    print(f"{handle.job_id}: {progress}", file=sys.stderr)
