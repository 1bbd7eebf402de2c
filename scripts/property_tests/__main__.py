"""``python -m property_tests``: runs the property tests against a sandbox in this process, or against any server."""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import secrets
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO
from urllib.parse import urlsplit

from property_tests import checks
from property_tests.run import HOST, SYSTEMS, Run, execute, lead_lives
from property_tests.sandbox import Inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROGRAM = "property-test"
TOKEN = "ZOHO_CRM_TOKEN"  # noqa: S105  (where it is, not what)
FAR = 1000
"""How many cases there are for an operation in a long run."""
MAX_SEED = 2**32
WRITES = (
    "property-test: with --submissions this starts jobs, uploads files and converts leads at {url}: use an account that"
    " holds nothing of value"
)
READS = "property-test: this makes some thousand calls to {url}, each of which may cost API credits"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (--help-options explains)\n")


class _Masked:
    """A stream that never shows the token.

    Args:
        stream: Where to write.
        token: The token.
    """

    def __init__(self, stream: TextIO, token: str) -> None:
        self._stream = stream
        self._token = token

    def write(self, text: str) -> int:
        """Writes a text without the token.

        Args:
            text: The text.
        """
        return self._stream.write(text.replace(self._token, "[Filtered]"))

    def flush(self) -> None:
        """Writes what is still to be written."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Returns that nobody is looking: what is coloured could hide a token in parts."""
        return False

    @property
    def encoding(self) -> str:
        """The encoding of the stream."""
        return self._stream.encoding


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command.

    Args:
        arguments: The arguments of the command line; those of the process if left out.

    Returns:
        The exit code: 0 if all checks hold, 1 if not.

    Raises:
        SystemExit: The arguments are wrong, with the code 2, or ask for help, with 0.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    ids = _ids(parser, options.id)
    common = _seeding(options)
    if options.url is None:
        if options.token or options.submissions or options.rate:
            parser.error("--token, --submissions and --rate go with --url")
        with Inside() as inside, _reports(options.report, "") as directory:
            return _run(Run("sandbox", inside, ids=ids), HOST, directory, common)
    token = options.token or os.environ.get(TOKEN, "")
    if not re.fullmatch(r"[\x21-\x7e]+", token):
        parser.error(f"--token: an access token is needed, here or, where others cannot see it, in {TOKEN}")
    print((WRITES if options.submissions else READS).format(url=options.url), file=sys.stderr)
    common += [f"--rate-limit={options.rate or '5/s'}"]
    run = Run(token, ids=ids, read_only=not options.submissions)
    masked = _Masked(sys.stdout, token)
    with contextlib.redirect_stdout(masked), _reports(options.report, token) as directory:
        return _run(run, options.url, directory, common)


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        description="Property tests of the API that the OpenAPI document describes: of the sandbox, in this process,"
        " or with --url of any server.",
        epilog="A server is only read from, unless --submissions is given. What needs to look into it is left out, by"
        " name.",
    )
    parser.add_argument("--url", type=_url, help="the server, such as http://127.0.0.1:8080")
    parser.add_argument(
        "--token",
        help=f"the access token; better in the environment variable {TOKEN}, since others may see a command line",
    )
    parser.add_argument(
        "--submissions", action="store_true", help="submit jobs and convert leads too, which has effects"
    )
    parser.add_argument(
        "--id",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="an id of your own that leads somewhere, such as job_id=554023000000506003; as often as needed",
    )
    parser.add_argument("--rate", type=_rate, metavar="N/s", help="so many calls a second, or N/m a minute (5/s)")
    parser.add_argument(
        "--report", metavar="DIR", help="where the reports go, in JUnit and HTML (property-test-report)"
    )
    parser.add_argument("--long", action="store_true", help="explore far, with a fresh seed, which is printed")
    parser.add_argument("--seed", type=_seed, metavar="N", help="repeat what was explored with this seed")
    return parser


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and not parts.query
    except ValueError:
        good = False
    if not good or "@" in text:
        raise argparse.ArgumentTypeError(f"{text}: expected http:// or https:// and a host")
    return text.rstrip("/")


def _rate(text: str) -> str:
    if not re.fullmatch("[1-9][0-9]{0,4}/[sm]", text):
        raise argparse.ArgumentTypeError(f"{text}: expected a number and /s or /m, such as 5/s")
    return text


def _seed(text: str) -> int:
    if not re.fullmatch("[0-9]{1,10}", text) or int(text) >= MAX_SEED:
        raise argparse.ArgumentTypeError(f"{text}: expected a whole number below {MAX_SEED}")
    return int(text)


def _ids(parser: _Parser, given: list[str]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for text in given:
        name, equals, value = text.partition("=")
        if not (name and equals and value):
            parser.error(f"argument --id: {text}: expected NAME=VALUE")
        ids[name].append(value)
    return ids


def _seeding(options: argparse.Namespace) -> list[str]:
    """Returns what makes the run the same every time, or another one."""
    if not options.long and options.seed is None:
        return ["--generation-deterministic"]
    seed = secrets.randbelow(MAX_SEED) if options.seed is None else options.seed
    print(f"{PROGRAM}: seed {seed}; to repeat it: {'--long ' if options.long else ''}--seed {seed}", flush=True)
    return [f"--seed={seed}", *([f"--max-examples={FAR}"] if options.long else [])]


@contextlib.contextmanager
def _reports(directory: str | None, token: str) -> Iterator[Path]:
    """Makes the directory of the reports, and takes the token out of them at the end."""
    path = Path(directory or "property-test-report")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"{PROGRAM}: --report: {path}: {error.strerror}", file=sys.stderr)
        raise SystemExit(2) from None
    try:
        yield path
    finally:
        for report in path.rglob("*"):
            content = report.read_bytes() if report.is_file() else b""
            if token and token.encode() in content:
                report.write_bytes(content.replace(token.encode(), b"[Filtered]"))


def _run(run: Run, url: str, directory: Path, common: list[str]) -> int:
    """Runs everything, and returns the exit code."""
    # Which answers there are is up to each server; that of the sandbox is held to all of them by its own tests.
    left_out = {"everything_was_seen"}
    if run.inside is None:
        left_out |= {check.__name__ for check in checks.OWN_INSIDE}
        print(f"{PROGRAM}: left out, since they look into the server: {', '.join(sorted(left_out))}")
    excluded = f"--exclude-checks={','.join(sorted(left_out))}"
    passes = {"requests": ["--phases=examples,coverage,fuzzing"]}
    passes |= {f"lives-of-{system}": lead_lives(system) for system in SYSTEMS if not run.read_only}
    codes = []
    for name, arguments in passes.items():
        reports = [f"--report-junit-path={directory / name}.xml", f"--report-html-path={directory / name}-html"]
        chosen = [one for one in arguments if not one.startswith("--exclude-checks")]
        only = ["--include-method=GET"] if run.read_only else []
        codes.append(execute(run, *common, *chosen, excluded, *only, *reports, url=url))
    (directory / "seen.md").write_text(f"{run.table()}\n{run.missing()}", "utf-8")
    print(run.table())
    print(f"{PROGRAM}: {'all checks hold' if not any(codes) else 'checks failed'}; the reports are in {directory}")
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
