"""Checks of what is in a response: its JSON, its headers and its files."""

from __future__ import annotations

import csv
import functools
import io
import json
import zipfile
from collections import Counter
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from property_tests.reading import body_of, document, error_of, operation_id, succeeded
from property_tests.registry import any_server, is_first, shown
from property_tests.run import current

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis import Case, Response
    from schemathesis.checks import CheckContext

    Place = tuple[str, ...]

RESULT_COLUMNS = ["STATUS", "RECORD_ID", "ERRORS"]
COUNTS = ("added", "updated", "skipped")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = Counter(name for name, _ in pairs)
    assert not pairs or max(names.values()) == 1, f"a key stands twice: {names.most_common(1)[0][0]}"
    return dict(pairs)


def _constant(text: str) -> Any:
    raise AssertionError(f"{text} is no JSON")


def _float(text: str) -> float:
    number = float(text)
    assert not number.is_integer(), f"{text} is a whole number, but has a fraction"
    return number


@any_server
def strict_json(_ctx: CheckContext, response: Response, _case: Case[Any]) -> None:
    """Check that JSON is what every parser reads alike: UTF-8, no key twice, no NaN, no fraction of a whole number."""
    if response.content and _header(response, "content-type").startswith("application/json"):
        text = response.content.decode(errors="replace")
        assert not text.startswith("\ufeff"), "a byte order mark"
        try:
            json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant, parse_float=_float)
        except json.JSONDecodeError as error:
            raise AssertionError(f"no JSON: {error}") from None


def _containers(node: Any, place: Place = ()) -> Iterator[tuple[Place, bool]]:
    """Yield the place of each object and array, and whether it is empty."""
    if isinstance(node, dict | list):
        yield place, not node
        for key, item in node.items() if isinstance(node, dict) else (("", item) for item in node):
            yield from _containers(item, (*place, key))


@functools.cache
def _never_empty(name: str, status: int) -> frozenset[Place]:
    """Return the places that hold something in each example of a response."""
    response = document().responses(document().operation(name)).get(str(status))
    content = dict(response.children("content")).get("application/json") if response else None
    examples = [described["value"].value for _, described in document().examples(content)] if content else []
    found = {place: False for example in examples for place, _ in _containers(example)}
    for example in examples:
        for place, empty in _containers(example):
            found[place] |= empty
    return frozenset(place for place, empty in found.items() if not empty)


@any_server
def nothing_is_empty(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that no object or array of a success is empty that is filled in each example."""
    if succeeded(response):
        filled = _never_empty(operation_id(case), response.status_code)
        for place, empty in _containers(body_of(response)):
            assert not (empty and place in filled), f"{'.'.join(place)} is empty"


@any_server
def header_values(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a token's end is after the date of the response, and that a file has the name that was asked for."""
    now = parsedate_to_datetime(_header(response, "date")) if _header(response, "date") else None
    end = _header(response, "x-accesstoken-reset")
    if end and now:
        assert datetime.fromisoformat(end) > now, f"a token that worked at {now} ended at {end}"
    if operation_id(case) == "download_bulk_write_result" and succeeded(response):
        name = case.path_parameters["file_name"]
        sent = _header(response, "content-disposition")
        assert f'filename="{name}"' in sent, f"asked for {name}, got {sent}"


def _header(response: Response, name: str) -> str:
    return str(response.headers.get(name, [""])[0])


@any_server
def result_matches_job(_ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Check that a result is a zip file with one row for each row that its job has counted."""
    if operation_id(case) != "download_bulk_write_result" or not succeeded(response) or not is_first(case, "result"):
        return
    status = case.operation.schema.find_operation_by_id("get_bulk_write_job")
    version = case.path_parameters["version"] if case.path_parameters["version"] != "v2" else "v2.1"
    read = status.Case(path_parameters={"version": version, "job_id": case.path_parameters["job_id"]})
    details = current().send(read, current().token)
    assert error_of(details) is None, f"the job of a result: {shown(details)}"
    counted: Counter[str] = Counter()
    for resource in details.json()["resource"]:
        counted.update({name: resource["file"][f"{name}_count"] for name in COUNTS})
    rows = Counter(_outcomes(response.content))
    assert rows == +counted, f"the result has {dict(rows)}, its job {dict(+counted)}"


def _outcomes(content: bytes) -> Iterator[str]:
    """Yield the status of each row of a result."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = [archive.read(name).decode() for name in archive.namelist()]
    except (zipfile.BadZipFile, EOFError) as error:
        raise AssertionError(f"the result is no zip file: {error}") from None
    for text in files:
        header, *rows = csv.reader(io.StringIO(text))
        assert header[-3:] == RESULT_COLUMNS, f"the columns of the result are {header}"
        yield from (row[-3] for row in rows)
