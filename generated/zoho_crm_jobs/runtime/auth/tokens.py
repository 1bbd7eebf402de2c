"""Access tokens, and the stores in which threads, tasks and processes share them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from ..transport.fork import renew_after_fork

__all__ = ("FileTokenStore", "MemoryTokenStore", "Token", "TokenStore")


class Token:
    """An access token and the fields that came with it. Its ``repr`` shows no secret.

    Attributes:
        access_token: The access token.
        renew_at: The time to renew it, in seconds since 1970, shortly before it expires.
        api_domain: The URL of the API that it is valid for; None if the accounts server named none.
        refresh_token: The refresh token that came with it, for an authorization code; None if there was none.
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
        """Return the token as JSON data, including its secrets."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, source: dict[str, Any]) -> Token:
        """Return the token that ``to_dict`` wrote."""
        return cls(**{name: source[name] for name in cls.__slots__})


class TokenStore(Protocol):
    """A store of tokens. Implement it to share tokens through a database or a cache.

    The methods are called by several threads, and by event loops that must not be blocked, so each returns immediately.
    ``save`` is called only while the lock is held. An error of a method is raised as ``TokenStoreFailed``.
    A key is a digest of the credentials that a token was granted for.
    """

    def load(self, key: str) -> Token | None:
        """Return the token of a key; None if there is none.

        Args:
            key: The digest of the credentials.
        """
        ...

    def save(self, key: str, token: Token) -> None:
        """Store a token, replacing the previous one.

        Args:
            key: The digest of the credentials.
            token: The token.
        """
        ...

    def try_lock(self, key: str) -> bool:
        """Try to acquire the refresh lock.

        Args:
            key: The digest of the credentials.

        Returns:
            False if another caller holds the lock; then the client tries again shortly after.
        """
        ...

    def unlock(self, key: str) -> None:
        """Release the refresh lock.

        Args:
            key: The digest of the credentials.
        """
        ...


class MemoryTokenStore:
    """A store in memory, for one process. Several clients can share it."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._locks: dict[str, Lock] = {}
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Leave the locks to the parent: their holders do not exist in a child process."""
        self._locks = {}

    def load(self, key: str) -> Token | None:
        """Return the token of a key; None if there is none."""
        return self._tokens.get(key)

    def save(self, key: str, token: Token) -> None:
        """Store a token, replacing the previous one."""
        self._tokens[key] = token

    def try_lock(self, key: str) -> bool:
        """Try to acquire the refresh lock; return False if another thread or task holds it."""
        return self._locks.setdefault(key, Lock()).acquire(blocking=False)

    def unlock(self, key: str) -> None:
        """Release the refresh lock."""
        self._locks[key].release()


class FileTokenStore:
    """A store in a file that several processes share, readable only by its owner. For POSIX systems.

    The file is replaced atomically. An empty lock file, named with the suffix ``.lock``, stands beside it.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Make a store.

        Args:
            path: The file, in an existing folder. It is created when the first token is saved.

        Raises:
            ValueError: The path is a folder, or its folder does not exist.
        """
        self.path = Path(path)
        self._locked: dict[str, int] = {}
        if self.path.is_dir() or not self.path.parent.is_dir():
            raise ValueError(f"path: {str(path)!r}: expected a file in an existing folder, for FileTokenStore")
        renew_after_fork(self)

    def after_fork(self) -> None:
        """Leave the locks to the parent. Closing the files does not release them, because the parent has them open."""
        while self._locked:
            os.close(self._locked.popitem()[1])

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self.path)!r})"

    def load(self, key: str) -> Token | None:
        """Return the token of a key; None if there is none. Raise ValueError if the file is not a token file."""
        source = self._read().get(key)
        return None if source is None else Token.from_dict(source)

    def save(self, key: str, token: Token) -> None:
        """Store a token, replacing the previous one, while the lock is held.

        Raise ValueError if the file is not a token file.
        """
        # Always the same name, so that a draft of a process that was killed is not kept beside the file.
        draft = self.path.with_name(f".{self.path.name}.draft")
        draft.unlink(missing_ok=True)
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                # Not in a local variable: error reporters show local variables.
                file.write(json.dumps({**self._read(), key: token.to_dict()}))
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.path)
        finally:
            draft.unlink(missing_ok=True)

    def try_lock(self, key: str) -> bool:
        """Try to acquire the refresh lock; return False if another process, thread or task holds it.

        The operating system releases the lock when the process ends.
        """
        import fcntl  # not above, since Windows lacks it

        # One lock for all keys, because they share the file.
        lock = os.open(self.path.with_name(f"{self.path.name}.lock"), os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return False
        except OSError:  # such as that of a network file system without locks
            os.close(lock)
            raise
        self._locked[key] = lock
        return True

    def unlock(self, key: str) -> None:
        """Release the refresh lock."""
        import fcntl

        lock = self._locked.pop(key)
        # Closing it is not enough: a process forked meanwhile has it open too.
        fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)

    def _read(self) -> dict[str, Any]:
        try:
            tokens = _tokens_in(self.path.read_bytes())
        except FileNotFoundError:
            return {}
        if tokens is None:
            raise ValueError(f"path: {str(self.path)!r}: not a token file (delete it, or choose another path)")
        return tokens


def _tokens_in(text: bytes) -> dict[str, Any] | None:
    """Return the tokens in a file; None if it is not a token file. An error raised here would carry the text."""
    try:
        tokens: dict[str, Any] = json.loads(text)
        return tokens if all(map(_is_token, tokens.values())) else None
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None


def _is_token(source: Any) -> bool:
    optional = (source["api_domain"], source["refresh_token"]) if set(Token.__slots__) <= set(source) else (0,)
    return (
        all(text is None or isinstance(text, str) for text in optional)
        and isinstance(source["access_token"], str)
        and type(source["renew_at"]) in (int, float)
    )


def checked_store(store: TokenStore) -> TokenStore:
    """Return a store. Raise ValueError if the object is none, such as the name of a file."""
    missing = [name for name in ("load", "save", "try_lock", "unlock") if not callable(getattr(store, name, None))]
    if missing:
        raise ValueError(f"store: {store!r}: expected a TokenStore, such as FileTokenStore(path)")
    return store
