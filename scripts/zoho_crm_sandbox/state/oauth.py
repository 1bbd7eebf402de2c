"""Access tokens of all organizations, and the clients, codes and refresh tokens that they are issued for."""

from __future__ import annotations

import functools
import hashlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


class Token(NamedTuple):
    """An access token. ``scopes`` are in lower case; ``expires_at`` is in seconds since 1970, None for never.

    ``dropped`` tells whether newer tokens have replaced it, ``permitted`` whether the user has every permission, and
    ``privileged`` whether the user has every privilege.
    """

    user: str
    organization: str
    scopes: frozenset[str]
    expires_at: float | None
    dropped: bool
    permitted: bool
    privileged: bool


ANONYMOUS = Token("", "", frozenset(), None, dropped=False, permitted=False, privileged=False)
"""The token of operations that need none."""


class Client(NamedTuple):
    """A client with its secret, and where its codes are sent; empty for anywhere."""

    id: str
    secret: str
    redirect_uri: str


class Grant(NamedTuple):
    """What a user has granted to a client: scopes, separated by spaces."""

    client: str
    user: str
    scopes: str


class OAuth:
    """The part of ``State`` that holds tokens and grants."""

    _db: sqlite3.Connection

    def token(self, token: str) -> Token | None:
        """Return an access token with its user's rights."""
        row = self._db.execute(
            "SELECT users.id, organization, scopes, expires_at, dropped, permitted, privileged"
            " FROM tokens JOIN users ON users.id = tokens.user WHERE token = ?",
            (token,),
        ).fetchone()
        if row is None:
            return None
        user, organization, scopes, expires_at, *flags = row
        return Token(user, organization, _scopes(scopes), expires_at, *map(bool, flags))

    def add_token(
        self, token: str, user: str, scopes: Iterable[str], *, expires_at: float | None = None, dropped: bool = False
    ) -> None:
        """Add an access token of a user, which expires at a time in seconds since 1970; None for never."""
        self._db.execute(
            "INSERT INTO tokens VALUES (?, ?, ?, ?, ?)", (token, user, " ".join(scopes).lower(), expires_at, dropped)
        )

    def count_tokens(self) -> int:
        """Return the number of access tokens."""
        count: int = self._db.execute("SELECT count(*) FROM tokens").fetchone()[0]
        return count

    def add_client(self, client: Client) -> None:
        """Add a client."""
        self._db.execute("INSERT INTO clients VALUES (?, ?, ?)", client)

    def client(self, client_id: str) -> Client | None:
        """Return a client."""
        row = self._db.execute("SELECT id, secret, redirect_uri FROM clients WHERE id = ?", (client_id,)).fetchone()
        return Client(*row) if row else None

    def seed_secrets(self, seed: int) -> None:
        """Set the seed of the secrets: the same seed gives the same secrets."""
        self._db.execute("INSERT INTO secrets VALUES (?, 0)", (seed,))

    def new_secret(self) -> str:
        """Return a new token or code."""
        row = self._db.execute("UPDATE secrets SET made = made + 1 RETURNING seed, made").fetchone()
        digest = hashlib.sha256(f"secret {row[0]} {row[1]}".encode()).hexdigest()
        return f"1000.{digest[:32]}.{digest[32:]}"

    def add_code(self, code: str, grant: Grant, expires_at: float) -> None:
        """Add a code for a grant, which expires at a time in seconds since 1970."""
        self._db.execute("INSERT INTO codes VALUES (?, ?, ?, ?, ?)", (code, *grant, expires_at))

    def take_code(self, code: str, client: str, now: float) -> Grant | None:
        """Remove a client's code, which can be used once, and return its grant."""
        row = self._db.execute(
            "DELETE FROM codes WHERE code = ? AND client = ? AND expires_at > ? RETURNING client, user, scopes",
            (code, client, now),
        ).fetchone()
        return Grant(*row) if row else None

    def add_refresh_token(self, token: str, grant: Grant) -> None:
        """Add a refresh token for a grant."""
        self._db.execute(
            "INSERT INTO refresh_tokens (token, client, user, scopes) VALUES (?, ?, ?, ?)", (token, *grant)
        )

    def refresh_token(self, token: str) -> Grant | None:
        """Return the grant of a refresh token."""
        row = self._db.execute("SELECT client, user, scopes FROM refresh_tokens WHERE token = ?", (token,)).fetchone()
        return Grant(*row) if row else None

    def refresh_tokens(self, user: str) -> list[str]:
        """Return the refresh tokens of a user, the oldest first."""
        rows = self._db.execute("SELECT token FROM refresh_tokens WHERE user = ? ORDER BY number", (user,))
        return [row[0] for row in rows]

    def remove_refresh_token(self, token: str) -> None:
        """Remove a refresh token and expire the access tokens issued for it."""
        self._db.execute("DELETE FROM refresh_tokens WHERE token = ?", (token,))
        self._db.execute(
            "UPDATE tokens SET expires_at = 0, dropped = 0"
            " WHERE token IN (SELECT token FROM made_tokens WHERE refresh_token = ?)",
            (token,),
        )

    def note_made(self, token: str, refresh_token: str, refreshed_at: float | None) -> None:
        """Store that an access token came with a refresh token (``refreshed_at`` is None) or was refreshed with it."""
        self._db.execute(
            "INSERT INTO made_tokens (token, refresh_token, refreshed_at) VALUES (?, ?, ?)",
            (token, refresh_token, refreshed_at),
        )

    def refreshed_since(self, refresh_token: str, since: float) -> int:
        """Return how often a refresh token was used after a time in seconds since 1970."""
        row = self._db.execute(
            "SELECT count(*) FROM made_tokens WHERE refresh_token = ? AND refreshed_at > ?", (refresh_token, since)
        ).fetchone()
        count: int = row[0]
        return count

    def live_tokens(self, refresh_token: str, now: float) -> list[str]:
        """Return the valid access tokens issued for a refresh token, the oldest first."""
        rows = self._db.execute(
            "SELECT token FROM made_tokens JOIN tokens USING (token)"
            " WHERE refresh_token = ? AND expires_at > ? AND NOT dropped ORDER BY number",
            (refresh_token, now),
        )
        return [row[0] for row in rows]

    def remove_token(self, token: str) -> None:
        """Remove an access token."""
        self._db.execute("DELETE FROM tokens WHERE token = ?", (token,))

    def drop_tokens(self, tokens: Iterable[str]) -> None:
        """Mark access tokens as replaced by newer ones."""
        self._db.executemany("UPDATE tokens SET dropped = 1 WHERE token = ?", ((token,) for token in tokens))

    def administrator(self, organization: str) -> str | None:
        """Return the id of the user who acts for an organization; None if there is no such organization."""
        row = self._db.execute("SELECT user FROM administrators WHERE organization = ?", (organization,)).fetchone()
        return row[0] if row else None

    def add_administrator(self, organization: str, user: str) -> None:
        """Set the user who acts for an organization."""
        self._db.execute("INSERT INTO administrators VALUES (?, ?)", (organization, user))


@functools.lru_cache(maxsize=256)  # tokens are read often, and the seeded ones have many scopes
def _scopes(text: str) -> frozenset[str]:
    return frozenset(text.split())
