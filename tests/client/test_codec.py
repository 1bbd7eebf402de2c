"""Decoding and encoding JSON, and errors that name the place."""

from __future__ import annotations

import datetime
import math
from typing import Any

import pytest
from zoho_crm_jobs import models
from zoho_crm_jobs.runtime import codec as decode

DATE = datetime.date(2021, 1, 25)
TIME = datetime.datetime(2021, 5, 11, 12, 38, 29, tzinfo=datetime.timezone(datetime.timedelta(hours=5.5)))


@pytest.mark.parametrize(
    ("decoder", "value", "expected"),
    [
        (decode.anything, None, None),
        (decode.text, "a", "a"),
        (decode.boolean, True, True),
        (decode.number, 1.5, 1.5),
        (decode.number, 1, 1),
        (decode.integer, 7, 7),
        (decode.integer, 7.0, 7),
        (decode.date, "2021-01-25", DATE),
        (decode.date_time, "2021-05-11T12:38:29+05:30", TIME),
        (decode.constant("error"), "error", "error"),
        (decode.array(decode.integer), [1, 2], [1, 2]),
        (decode.nullable(decode.text), None, None),
        (decode.nullable(decode.text), "a", "a"),
        (decode.either(decode.integer, decode.text), "a", "a"),
        (decode.enumeration(models.BulkWriteOperation), "insert", models.BulkWriteOperation.INSERT),
        (decode.by_code({"A": decode.anything}), {"code": "A"}, {"code": "A"}),
    ],
)
def test_accepted(decoder: decode.Decoder[Any], value: object, expected: object) -> None:
    """A value of the right type is decoded."""
    assert decoder(value) == expected


@pytest.mark.parametrize(
    ("decoder", "value", "message"),
    [
        (decode.text, 5, "the body: expected a string, found 5"),
        (decode.text, None, "the body: expected a string, found None"),
        (decode.boolean, 1, "the body: expected true or false, found 1"),
        (decode.number, True, "the body: expected a number, found True"),
        (decode.number, "1", "the body: expected a number, found a string"),
        (decode.number, math.inf, "the body: expected a number, found inf"),
        (decode.integer, 1.5, "the body: expected an integer, found 1.5"),
        (decode.integer, False, "the body: expected an integer, found False"),
        (decode.date, "tomorrow", "the body: expected a date, found a string"),
        (decode.date_time, 5, "the body: expected a date and time, found 5"),
        (decode.constant("error"), "fine", "the body: expected 'error', found a string"),
        (decode.array(decode.integer), {}, "the body: expected an array, found an object"),
        (decode.array(decode.array(decode.integer)), [[], [1, "a"]], "[1][1]: expected an integer, found a string"),
        (decode.either(decode.integer, decode.boolean), "a", "expected an integer or true or false, found a string"),
        (
            decode.either(models.User.from_dict, models.User.from_dict),
            {"id": 5},
            "the body: expected a string at id, found an object",
        ),
        (decode.enumeration(models.BulkWriteOperation), 5, "the body: expected a string, found 5"),
        (decode.by_code({"A": decode.text, "B": decode.text}), {"code": "C"}, "whose code is one of A, B"),
        (decode.by_code({"A": decode.text}), {"code": ["A"]}, "whose code is one of A, found an object"),
        (decode.by_code({"A": decode.text}), [], "whose code is one of A, found an array"),
    ],
)
def test_rejected(decoder: decode.Decoder[Any], value: object, message: str) -> None:
    """The error names the place, the expected type and the value found."""
    with pytest.raises(decode.DecodeError) as caught:
        decoder(value)

    assert message in str(caught.value)


def test_strings_are_not_shown() -> None:
    """A string in a response may be a secret, so the message does not show it."""
    with pytest.raises(decode.DecodeError) as caught:
        decode.integer("1000.secret")

    assert "secret" not in str(caught.value)


class TestFields:
    """The keys of an object."""

    def test_decoded_keys_are_removed(self) -> None:
        fields = decode.Fields({"a": 1, "b": 2})

        assert fields.required("a", decode.integer) == 1
        assert fields.optional("c", decode.integer) is None
        assert fields.rest == {"b": 2}

    def test_a_missing_key_is_named(self) -> None:
        with pytest.raises(decode.DecodeError, match="expected the key 'a', found an object"):
            decode.Fields({}).required("a", decode.integer)

    def test_not_an_object(self) -> None:
        with pytest.raises(decode.DecodeError, match="expected an object, found an array"):
            decode.Fields([])

    def test_a_closed_object_rejects_other_keys(self) -> None:
        with pytest.raises(decode.DecodeError, match="expected no key 'date'"):
            models.ConvertLeadV21Request.from_dict({"data": [], "date": []})


def test_encoded() -> None:
    """Models, members, dates and lists are encoded as JSON data, without omitted values."""
    written = decode.encode_fields(
        {
            "model": models.User(id="1", name="A"),
            "member": models.BulkWriteOperation.INSERT,
            "date": DATE,
            "time": TIME,
            "list": [models.BulkWriteOperation.UPDATE],
            "null": None,
            "left_out": None,
        },
        nulls=["null"],
    )

    assert written == {
        "model": {"id": "1", "name": "A"},
        "member": "insert",
        "date": "2021-01-25",
        "time": "2021-05-11T12:38:29+05:30",
        "list": ["update"],
        "null": None,
    }


def test_undocumented_keys_are_kept() -> None:
    """They follow the documented keys."""
    source = {"later": 1, "id": "1", "name": "A"}

    user = models.User.from_dict(source)
    assert user.additional_properties == {"later": 1}
    assert list(user.to_dict()) == ["id", "name", "later"]


def test_omitted_and_null_are_none() -> None:
    """Both are ``None`` in Python. A null that was received is in the JSON again."""
    source = {"operation": "insert", "resource": []}
    for sent in (source, {**source, "character_encoding": None}):
        request = models.BulkWriteRequest.from_dict(sent)
        assert (request.character_encoding, request.callback) == (None, None)
        assert request.to_dict() == sent


def test_the_repr_shows_what_is_set() -> None:
    """No line of None for keys that are missing."""
    territory = models.Territory(id="1")
    assert repr(territory) == "Territory(id='1')"
    assert repr(models.User.from_dict({"id": "1", "name": "A", "later": 1})).endswith(
        "additional_properties={'later': 1})"
    )
