"""What the database holds for OAuth: clients, codes and refresh tokens, and which access tokens were made with them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

OAUTH_SCHEMA = """
CREATE TABLE clients (
    id TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    redirect_uri TEXT NOT NULL                          -- empty: any
) WITHOUT ROWID;
CREATE TABLE codes (
    code TEXT PRIMARY KEY,
    client TEXT NOT NULL,
    user TEXT NOT NULL,
    scopes TEXT NOT NULL,                               -- with spaces between
    expires_at REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE refresh_tokens (
    number INTEGER PRIMARY KEY,                         -- in the order in which they were made
    token TEXT NOT NULL UNIQUE,
    client TEXT NOT NULL,
    user TEXT NOT NULL,
    scopes TEXT NOT NULL                                -- with spaces between
);
CREATE TABLE made_tokens (
    number INTEGER PRIMARY KEY,
    token TEXT NOT NULL,                                -- the access token
    refresh_token TEXT NOT NULL,
    refreshed_at REAL                                   -- null: it came with the refresh token
);
CREATE INDEX made_with ON made_tokens (refresh_token);
CREATE TABLE administrators (                           -- who acts for an organization
    organization TEXT PRIMARY KEY,
    user TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE secrets (
    seed INTEGER NOT NULL,                              -- one row: what the secrets are made of
    made INTEGER NOT NULL
);
"""
OAUTH_TABLES = ("clients", "codes", "refresh_tokens", "made_tokens", "administrators", "secrets")


class Client(NamedTuple):
    """A client.

    Attributes:
        id: Its id.
        secret: Its secret.
        redirect_uri: Where its codes are sent; empty for anywhere.
    """

    id: str
    secret: str
    redirect_uri: str


class Grant(NamedTuple):
    """What a user has granted to a client.

    Attributes:
        client: The id of the client.
        user: The id of the user.
        scopes: The scopes, with spaces between.
    """

    client: str
    user: str
    scopes: str


class OAuthState:
    """The part of the state that OAuth has. The rest is in ``State``."""

    _db: sqlite3.Connection

    def add_client(self, client: Client) -> None:
        """Adds a client.

        Args:
            client: The client.
        """
        self._db.execute("INSERT INTO clients VALUES (?, ?, ?)", client)

    def client(self, client_id: str) -> Client | None:
        """Returns a client.

        Args:
            client_id: The id of the client.
        """
        row = self._db.execute("SELECT id, secret, redirect_uri FROM clients WHERE id = ?", (client_id,)).fetchone()
        return Client(*row) if row else None

    def seed_secrets(self, seed: int) -> None:
        """Says what the secrets are made of, so that the same seed makes the same ones.

        Args:
            seed: The seed.
        """
        self._db.execute("INSERT INTO secrets VALUES (?, 0)", (seed,))

    def new_secret(self) -> str:
        """Returns a token or code that has not been there yet."""
        row = self._db.execute("UPDATE secrets SET made = made + 1 RETURNING seed, made").fetchone()
        digest = hashlib.sha256(f"secret {row[0]} {row[1]}".encode()).hexdigest()
        return f"1000.{digest[:32]}.{digest[32:]}"

    def add_code(self, code: str, grant: Grant, expires_at: float) -> None:
        """Adds a code.

        Args:
            code: The code.
            grant: What it stands for.
            expires_at: When it expires, in seconds since 1970.
        """
        self._db.execute("INSERT INTO codes VALUES (?, ?, ?, ?, ?)", (code, *grant, expires_at))

    def take_code(self, code: str, client: str, now: float) -> Grant | None:
        """Returns what a code stands for, which it does once.

        Args:
            code: The code.
            client: The client that has it.
            now: The time, in seconds since 1970.
        """
        row = self._db.execute(
            "DELETE FROM codes WHERE code = ? AND client = ? AND expires_at > ? RETURNING client, user, scopes",
            (code, client, now),
        ).fetchone()
        return Grant(*row) if row else None

    def add_refresh_token(self, token: str, grant: Grant) -> None:
        """Adds a refresh token.

        Args:
            token: The refresh token.
            grant: What it stands for.
        """
        self._db.execute(
            "INSERT INTO refresh_tokens (token, client, user, scopes) VALUES (?, ?, ?, ?)", (token, *grant)
        )

    def refresh_token(self, token: str) -> Grant | None:
        """Returns what a refresh token stands for.

        Args:
            token: The refresh token.
        """
        row = self._db.execute("SELECT client, user, scopes FROM refresh_tokens WHERE token = ?", (token,)).fetchone()
        return Grant(*row) if row else None

    def refresh_tokens(self, user: str) -> list[str]:
        """Returns the refresh tokens of a user, the oldest first.

        Args:
            user: The id of the user.
        """
        rows = self._db.execute("SELECT token FROM refresh_tokens WHERE user = ? ORDER BY number", (user,))
        return [row[0] for row in rows]

    def remove_refresh_token(self, token: str) -> None:
        """Removes a refresh token, with which its access tokens expire.

        Args:
            token: The refresh token.
        """
        self._db.execute("DELETE FROM refresh_tokens WHERE token = ?", (token,))
        self._db.execute(
            "UPDATE tokens SET expires_at = 0, dropped = 0"
            " WHERE token IN (SELECT token FROM made_tokens WHERE refresh_token = ?)",
            (token,),
        )

    def note_made(self, token: str, refresh_token: str, refreshed_at: float | None) -> None:
        """Remembers what an access token was made with.

        Args:
            token: The access token.
            refresh_token: The refresh token.
            refreshed_at: When it was refreshed; None if it came with the refresh token.
        """
        self._db.execute(
            "INSERT INTO made_tokens (token, refresh_token, refreshed_at) VALUES (?, ?, ?)",
            (token, refresh_token, refreshed_at),
        )

    def refreshed_since(self, refresh_token: str, since: float) -> int:
        """Returns how often a refresh token was used.

        Args:
            refresh_token: The refresh token.
            since: From when on, in seconds since 1970.
        """
        row = self._db.execute(
            "SELECT count(*) FROM made_tokens WHERE refresh_token = ? AND refreshed_at > ?", (refresh_token, since)
        ).fetchone()
        count: int = row[0]
        return count

    def live_tokens(self, refresh_token: str, now: float) -> list[str]:
        """Returns the access tokens that were made with a refresh token and are still good, the oldest first.

        Args:
            refresh_token: The refresh token.
            now: The time, in seconds since 1970.
        """
        rows = self._db.execute(
            "SELECT token FROM made_tokens JOIN tokens USING (token)"
            " WHERE refresh_token = ? AND expires_at > ? AND NOT dropped ORDER BY number",
            (refresh_token, now),
        )
        return [row[0] for row in rows]

    def drop_tokens(self, tokens: Iterable[str]) -> None:
        """Pushes access tokens out.

        Args:
            tokens: The access tokens.
        """
        self._db.executemany("UPDATE tokens SET dropped = 1 WHERE token = ?", ((token,) for token in tokens))

    def administrator(self, organization: str) -> str | None:
        """Returns the id of the user that acts for an organization; None if there is no such organization.

        Args:
            organization: The id of the organization.
        """
        row = self._db.execute("SELECT user FROM administrators WHERE organization = ?", (organization,)).fetchone()
        return row[0] if row else None

    def add_administrator(self, organization: str, user: str) -> None:
        """Says who acts for an organization.

        Args:
            organization: The id of the organization.
            user: The id of the user.
        """
        self._db.execute("INSERT INTO administrators VALUES (?, ?)", (organization, user))
