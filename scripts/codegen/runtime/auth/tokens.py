"""Access tokens, and where they are kept so that threads, tasks and processes share them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

__all__ = ("FileTokenStore", "MemoryTokenStore", "Token", "TokenStore")


class Token:
    """An access token and what came with it. Its ``repr`` shows none of the secrets.

    Attributes:
        access_token: The access token.
        renew_at: When to get a new one, in seconds since 1970: shortly before this one ends.
        api_domain: Where it is good; None if the accounts server did not say.
        refresh_token: The refresh token that came with it, for an authorization code; None if none did.
    """

    __slots__ = ("access_token", "api_domain", "refresh_token", "renew_at")

    def __init__(
        self, access_token: str, renew_at: float, api_domain: str | None = None, refresh_token: str | None = None
    ) -> None:
        self.access_token = access_token
        self.renew_at = renew_at
        self.api_domain = api_domain
        self.refresh_token = refresh_token

    def __repr__(self) -> str:
        return f"Token(renew_at={self.renew_at!r}, api_domain={self.api_domain!r})"

    def to_dict(self) -> dict[str, Any]:
        """Returns the token as JSON has it, secrets included."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, source: dict[str, Any]) -> Token:
        """Returns the token that ``to_dict`` wrote.

        Args:
            source: What it wrote.
        """
        return cls(**{name: source[name] for name in cls.__slots__})


class TokenStore(Protocol):
    """Keeps tokens. Implement it to share them through a database or a cache.

    The methods are called by several threads, and by event loops that must not be blocked, so each returns at once. A
    key stands for what a token was granted for and does not tell it.
    """

    def load(self, key: str) -> Token | None:
        """Returns the token; None if there is none.

        Args:
            key: What it was granted for.
        """
        ...

    def save(self, key: str, token: Token) -> None:
        """Keeps a token in place of the one before.

        Args:
            key: What it was granted for.
            token: The token.
        """
        ...

    def try_lock(self, key: str) -> bool:
        """Becomes the one who gets a new token, unless somebody else is.

        Args:
            key: What it is granted for.

        Returns:
            Whether it did. If not, it is asked again until it does.
        """
        ...

    def unlock(self, key: str) -> None:
        """Lets others get a new token.

        Args:
            key: What it is granted for.
        """
        ...


class MemoryTokenStore:
    """Keeps tokens for one process, and for several clients if they share it."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._locks: dict[str, Lock] = {}

    def load(self, key: str) -> Token | None:
        """Returns the token; None if there is none."""
        return self._tokens.get(key)

    def save(self, key: str, token: Token) -> None:
        """Keeps a token in place of the one before."""
        self._tokens[key] = token

    def try_lock(self, key: str) -> bool:
        """Becomes the one who gets a new token, unless another thread or task is."""
        return self._locks.setdefault(key, Lock()).acquire(blocking=False)

    def unlock(self, key: str) -> None:
        """Lets others get a new token."""
        self._locks[key].release()


class FileTokenStore:
    """Keeps tokens in a file that several processes share, readable by its owner alone. For POSIX systems.

    The file is never seen half written. Beside it is an empty one, with ``.lock`` after its name.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Takes the file.

        Args:
            path: The file. Its folder exists; the file is made when there is a token.
        """
        self.path = Path(path)
        self._locked: dict[str, int] = {}

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self.path)!r})"

    def load(self, key: str) -> Token | None:
        """Returns the token; None if there is none.

        Raises:
            ValueError: The file is not one of tokens.
        """
        source = self._read().get(key)
        return None if source is None else Token.from_dict(source)

    def save(self, key: str, token: Token) -> None:
        """Keeps a token in place of the one before.

        Raises:
            ValueError: The file is not one of tokens.
        """
        from tempfile import mkstemp  # not above, so that who needs no file does not load it

        draft, draft_name = mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")  # for its owner alone
        try:
            with os.fdopen(draft, "w", encoding="utf-8") as file:
                # Not in a variable, which tools would show that report the variables with an error.
                file.write(json.dumps({**self._read(), key: token.to_dict()}))
                file.flush()
                os.fsync(file.fileno())
            Path(draft_name).replace(self.path)
        finally:
            Path(draft_name).unlink(missing_ok=True)

    def try_lock(self, key: str) -> bool:
        """Becomes the one who gets a new token, unless another process, thread or task is.

        A process that ends lets go of it, whatever it ends from.
        """
        import fcntl

        # One lock for all keys, since they share the file.
        lock = os.open(self.path.with_name(f"{self.path.name}.lock"), os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return False
        self._locked[key] = lock
        return True

    def unlock(self, key: str) -> None:
        """Lets others get a new token."""
        import fcntl

        lock = self._locked.pop(key)
        # To close it is not enough if this process was forked meanwhile: the other one has it open too.
        fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)

    def _read(self) -> dict[str, Any]:
        try:
            tokens = _tokens_in(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        if tokens is None:
            raise ValueError(f"path: {str(self.path)!r}: expected a file of tokens or none")
        return tokens


def _tokens_in(text: bytes) -> dict[str, Any] | None:
    """Returns the tokens in a file; None if it has something else. An error from here would have the text with it."""
    try:
        tokens: dict[str, Any] = json.loads(text)
        return tokens if all(set(Token.__slots__) <= set(token) for token in tokens.values()) else None
    except (ValueError, AttributeError, TypeError):
        return None
