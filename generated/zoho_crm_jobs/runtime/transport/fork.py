"""What a child process must not share with its parent."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Forkable(Protocol):
    """An object that holds connections or locks."""

    def after_fork(self) -> None:
        """Replace the connections and locks, in a child process."""
        ...


_OBJECTS: WeakSet[Forkable] = WeakSet()


def renew_after_fork(thing: Forkable) -> None:
    """Call ``after_fork`` of an object in each child process that is forked while the object exists."""
    _OBJECTS.add(thing)


def _after_fork() -> None:
    for thing in list(_OBJECTS):
        thing.after_fork()


if hasattr(os, "register_at_fork"):  # pragma: no branch  (Windows has no fork)
    os.register_at_fork(after_in_child=_after_fork)
