"""The command ``zoho-crm-sandbox``, also as ``python -m zoho_crm_sandbox``: serve a sandbox on a port."""

from __future__ import annotations

import argparse
import ipaddress
import math
import re
import secrets
import signal
import socket
import sys
from typing import TYPE_CHECKING, Any, NoReturn

try:
    import uvicorn
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

    from zoho_crm_sandbox.app import Sandbox
except ModuleNotFoundError as error:
    sys.exit(f"zoho-crm-sandbox: {error.name} is not installed; run: pip install 'zoho-crm-jobs[sandbox]'")

from zoho_crm_sandbox.clock import MAX_SCALE, Clock
from zoho_crm_sandbox.contract import ContractError
from zoho_crm_sandbox.control.actions import MAX_SEED
from zoho_crm_sandbox.platform.faults import ABORT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROGRAM = "zoho-crm-sandbox"
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors take one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (--help explains)\n")


class _Server(uvicorn.Server):
    """A server that prints a line as soon as it accepts and stops on signals."""

    def __init__(self, config: uvicorn.Config, greeting: str) -> None:
        super().__init__(config)
        self._greeting = greeting

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(self._greeting, flush=True)


class _Protocol(HttpToolsProtocol):
    """A protocol through which the sandbox can break a connection, which ASGI cannot."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        extensions: dict[str, Any] = {ABORT: self.transport.abort}
        self.scope["extensions"] = extensions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 after SIGINT or SIGTERM, 1 if the sandbox cannot start."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if (options.clock == "scaled") != (options.scale is not None):
        parser.error("--clock scaled and --scale go together")
    scale = {"real": 1.0, "manual": 0.0, "scaled": options.scale}[options.clock]
    try:
        with (
            _listen(options.host, options.port) as listener,
            Sandbox(
                document=options.document,
                database=options.database,
                clock=Clock(scale),
                seed=options.seed,
                validate_responses=options.validate_responses,
                allow_callbacks=options.allow_callbacks,
                credits=options.credits,
                concurrency=options.concurrency,
                control_token=(token := _control_token(options.control_token, listener)),
            ) as sandbox,
        ):
            if token:
                print(f"{PROGRAM}: the control plane needs the header X-Sandbox-Token: {token}", file=sys.stderr)
            _serve(sandbox, listener, quiet=options.quiet)
    except (OSError, ValueError, ContractError) as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        description="A stand-in for Zoho CRM. It starts with the records of the documentation's own samples.",
        epilog="Send the header `Authorization: Zoho-oauthtoken sandbox`. The README of the package lists the other"
        " tokens, the records and jobs, and the control plane under /_sandbox/.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (%(default)s)")
    parser.add_argument(
        "--control-token",
        metavar="TOKEN",
        help="what the control plane needs as X-Sandbox-Token (a random one if --host is not a loopback address)",
    )
    parser.add_argument("--port", type=_whole(65535), default=8080, help="0 takes a free one (%(default)s)")
    parser.add_argument("--database", metavar="FILE", help="keep the state in this SQLite file (else in memory)")
    parser.add_argument(
        "--clock",
        choices=("real", "manual", "scaled"),
        default="real",
        help="manual: time stands still until /_sandbox/clock moves it; scaled: needs --scale (%(default)s)",
    )
    parser.add_argument("--scale", type=_scale, metavar="N", help="with --clock scaled, seconds in a real second")
    parser.add_argument(
        "--seed",
        type=_whole(MAX_SEED),
        default=0,
        metavar="N",
        help="shift the ids of the records and tokens that are made (%(default)s: those of the documentation)",
    )
    parser.add_argument("--document", metavar="FILE", help="the OpenAPI document as JSON (that of zoho_crm_jobs)")
    parser.add_argument(
        "--validate-responses", action="store_true", help="check each response against the document before it is sent"
    )
    parser.add_argument(
        "--allow-callbacks", action="store_true", help="let callbacks go anywhere, not only to this machine"
    )
    limit = _whole(999_999_999)
    parser.add_argument("--credits", type=limit, metavar="N", help="how many credits there are in 24 hours (no limit)")
    parser.add_argument("--concurrency", type=limit, metavar="N", help="how many calls at the same time (no limit)")
    parser.add_argument("--quiet", action="store_true", help="print the address and nothing else")
    return parser


def _control_token(given: str | None, listener: socket.socket) -> str | None:
    """Return the token of the control plane, a new one beyond loopback; None if it needs none."""
    if given or ipaddress.ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback:
        return given or None
    return secrets.token_urlsafe(24)


def _whole(maximum: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        if not re.fullmatch("[0-9]{1,9}", text) or int(text) > maximum:
            raise argparse.ArgumentTypeError(f"{text}: a whole number from 0 to {maximum}")
        return int(text)

    return whole


def _scale(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number <= MAX_SCALE:  # also false for nan
        raise argparse.ArgumentTypeError(f"{text}: a number above 0 and up to {MAX_SCALE:.0f}")
    return number


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        # asyncio turns off Nagle's delay, 44 ms a request, only for a socket whose protocol is given as TCP.
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()
        except OSError:
            listener.close()
            raise
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise OSError(f"cannot listen on {host} port {port}: {reason}") from error
    return listener


def _serve(sandbox: Sandbox, listener: socket.socket, *, quiet: bool) -> None:
    host, port = listener.getsockname()[:2]
    url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    greeting = url if quiet else f"{PROGRAM} listens on {url} (Authorization: Zoho-oauthtoken sandbox)"
    config = uvicorn.Config(
        sandbox, http=_Protocol, log_level="warning", access_log=False, server_header=False, date_header=False
    )
    # uvicorn stops at these signals and then raises them again, which must not turn a clean end into an error.
    handlers = {number: signal.signal(number, lambda *_: None) for number in STOP_SIGNALS}
    try:
        _Server(config, greeting).run([listener])
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


if __name__ == "__main__":
    sys.exit(main())
