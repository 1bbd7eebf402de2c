"""The command behind ``scripts/property-test``: property tests of a sandbox in this process, or of any server."""

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
from property_tests.reading import document
from property_tests.run import HOST, Run, execute, stateful_options
from property_tests.sandbox import OwnSandbox

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROGRAM = "property-test"
TOKEN = "ZOHO_CRM_TOKEN"  # noqa: S105  # a name, not a token
LONG = 1000
"""The number of cases for an operation in a long run."""
MAX_SEED = 2**32
WRITES = (
    "property-test: --submissions submits jobs, uploads files and converts leads at {url}: use an account that holds"
    " nothing of value"
)
READS = "property-test: this sends some thousand requests to {url}, each of which may cost API credits"


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (--help-options explains)\n")


class _Masked:
    """A stream that filters the token."""

    def __init__(self, stream: TextIO, token: str) -> None:
        self._stream = stream
        self._token = token

    def write(self, text: str) -> int:
        """Write a text without the token."""
        return self._stream.write(text.replace(self._token, "[Filtered]"))

    def flush(self) -> None:
        """Flush the stream."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Return false: colors could split a token, which would then not be filtered."""
        return False

    @property
    def encoding(self) -> str:
        """The encoding of the stream."""
        return self._stream.encoding


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 if all checks pass, 1 if not."""
    parser = _parser()
    options = parser.parse_args(arguments)
    ids = _ids(parser, options.id)
    common = _seeding(options)
    if options.url is None:
        if options.token or options.submissions or options.rate:
            parser.error("--token, --submissions and --rate need --url")
        with OwnSandbox() as sandbox, _reports(options.report, "") as directory:
            return _run(Run("sandbox", sandbox, ids=ids), HOST, directory, common)
    token = options.token or os.environ.get(TOKEN, "")
    if not re.fullmatch(r"[\x21-\x7e]+", token):
        parser.error(f"--token: expected an access token, here or in the environment variable {TOKEN}")
    print((WRITES if options.submissions else READS).format(url=options.url), file=sys.stderr)
    common += [f"--rate-limit={options.rate or '5/s'}"]
    run = Run(token, ids=ids, read_only=not options.submissions)
    masked = _Masked(sys.stdout, token)
    with contextlib.redirect_stdout(masked), _reports(options.report, token) as directory:
        return _run(run, options.url, directory, common)


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        description="Property tests of the sandbox, in this process, or with --url of any server of the same API.",
        epilog="A server is only read from, unless --submissions is given. Checks that need access to its state are"
        " skipped, by name.",
    )
    parser.add_argument("--url", type=_url, help="the URL of the server, such as http://127.0.0.1:8080")
    parser.add_argument(
        "--token",
        help=f"the access token; safer in the environment variable {TOKEN}, since other users can see a command line",
    )
    parser.add_argument("--submissions", action="store_true", help="also submit jobs, upload files and convert leads")
    parser.add_argument(
        "--id",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="an id that exists on the server, such as job_id=554023000000506003; can be repeated",
    )
    parser.add_argument(
        "--rate",
        type=_rate,
        metavar="N/s",
        help="the rate limit, in requests a second, or a minute with N/m (default: 5/s)",
    )
    parser.add_argument(
        "--report", metavar="DIR", help="the folder for reports in JUnit and HTML (default: property-test-report)"
    )
    parser.add_argument(
        "--long", action="store_true", help="generate many more cases, with a new seed, which is printed"
    )
    parser.add_argument("--seed", type=_seed, metavar="N", help="repeat the run with this seed")
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
    """Return the options that make the run the same every time, or a new one."""
    if not options.long and options.seed is None:
        return ["--generation-deterministic"]
    seed = secrets.randbelow(MAX_SEED) if options.seed is None else options.seed
    print(f"{PROGRAM}: seed {seed}; to repeat it: {'--long ' if options.long else ''}--seed {seed}", flush=True)
    return [f"--seed={seed}", *([f"--max-examples={LONG}"] if options.long else [])]


@contextlib.contextmanager
def _reports(directory: str | None, token: str) -> Iterator[Path]:
    """Make the folder of the reports, and filter the token from them at the end."""
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
    """Run everything, and return the exit code."""
    # A server need not send every documented response; that the sandbox does is a test of its own.
    skipped = {"full_coverage"}
    if run.sandbox is None:
        skipped |= {check.__name__ for check in checks.OWN_SANDBOX}
        print(f"{PROGRAM}: skipped, since they need access to the server's state: {', '.join(sorted(skipped))}")
    excluded = f"--exclude-checks={','.join(sorted(skipped))}"
    passes = {"requests": ["--phases=examples,coverage,fuzzing"]}
    passes |= {f"scenarios-of-{tag}": stateful_options(tag) for tag in document().tags() if not run.read_only}
    codes = []
    for name, arguments in passes.items():
        reports = [f"--report-junit-path={directory / name}.xml", f"--report-html-path={directory / name}-html"]
        chosen = [one for one in arguments if not one.startswith("--exclude-checks")]
        only = ["--include-method=GET"] if run.read_only else []
        codes.append(execute(run, *common, *chosen, excluded, *only, *reports, url=url))
    (directory / "coverage.md").write_text(f"{run.table()}\n{run.missing()}", "utf-8")
    print(run.table())
    print(f"{PROGRAM}: {'all checks pass' if not any(codes) else 'checks failed'}; the reports are in {directory}")
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
