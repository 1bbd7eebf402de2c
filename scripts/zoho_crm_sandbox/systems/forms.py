"""Multipart forms."""

from __future__ import annotations

from email.message import Message
from typing import NamedTuple

MAX_HEADERS = 8 * 1024
"""The most bytes of a content type or of a part's headers: ``Message`` takes quadratic time to parse them."""
MAX_PARTS = 1000


class FormError(Exception):
    """A body that is not a multipart form."""


class Part(NamedTuple):
    """One part of a form; ``file_name`` is empty if the part is not a file."""

    file_name: str
    content: bytes


def read_form(content_type: str, body: bytes) -> dict[str, Part]:
    """Return the parts of a multipart form by name, without unnamed parts and without names that occur twice."""
    if len(content_type) > MAX_HEADERS:
        raise FormError("the content type is too long")
    header = Message()
    header["content-type"] = content_type
    boundary = header.get_param("boundary")
    if header.get_content_type() != "multipart/form-data" or not isinstance(boundary, str) or not boundary:
        raise FormError("not multipart/form-data with a boundary")
    _, *parts = (b"\r\n" + body).split(b"\r\n--" + boundary.encode("latin-1", "replace"), MAX_PARTS + 1)
    if len(parts) < 2 or not parts.pop().startswith(b"--"):
        raise FormError("the closing boundary is missing, or there are too many parts")
    form: dict[str, Part] = {}
    repeated: set[str] = set()
    for part in parts:
        head, separator, content = part.partition(b"\r\n\r\n")
        if len(head) > MAX_HEADERS:
            raise FormError("the headers of a part are too long")
        headers = Message()
        for line in head.decode("utf-8", "replace").split("\r\n"):
            key, _, value = line.partition(":")
            if key.strip().lower() == "content-disposition":
                headers["content-disposition"] = value.strip()
        name = headers.get_param("name", header="content-disposition")
        if not separator:
            raise FormError("a part has no empty line after its headers")
        if isinstance(name, str):
            repeated |= {name} & form.keys()
            form[name] = Part(headers.get_filename() or "", content)
    return {name: part for name, part in form.items() if name not in repeated}
