"""Python code for values and decoders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from document.model import DocumentError
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty

from codegen.runtime.operation import Link, Operation, Reply, Sum, Waiter

if TYPE_CHECKING:
    from openapi_python_client.parser.properties.protocol import PropertyProtocol

    from codegen.requests import Limits

DECODERS = {
    "AnyProperty": "anything",
    "BooleanProperty": "boolean",
    "DateProperty": "date",
    "DateTimeProperty": "date_time",
    "FileProperty": "file",
    "FloatProperty": "number",
    "IntProperty": "integer",
    "StringProperty": "text",
}
"""The function of ``runtime/codec.py`` that decodes each kind of simple property."""


def code_of(value: object) -> str:
    """Return a value as Python code, a named tuple without the fields that have their default."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key!r}: {code_of(item)}' for key, item in value.items())}}}"
    if isinstance(value, (Link, Operation, Reply, Sum, Waiter)):
        default = value._field_defaults
        fields = [(name, item) for name, item in value._asdict().items() if item != default.get(name, ...)]
        return f"{type(value).__name__}({', '.join(f'{name}={code_of(item)}' for name, item in fields)})"
    return repr(value)


def decoder_code(prop: PropertyProtocol, codes: Mapping[str, str], limits: Limits | None = None) -> str:
    """Return the Python code of a property's decoder; ``codes`` holds the code of each model that has one.

    ``limits`` are those of a request; None for a response, which may have undocumented values.
    """
    match prop:
        case UnionProperty():
            return _union_code(prop, codes, limits)
        case ListProperty():
            return f"codec.array({decoder_code(prop.inner_property, codes, limits)})"
        case ModelProperty():
            return f"{prop.class_info.name}.from_dict"
        case EnumProperty() if limits is not None:
            return f"codec.choice({prop.class_info.name}, {list(prop.values.values())})"
        case EnumProperty():
            return f"codec.enumeration({prop.class_info.name})"
        case StringProperty() | IntProperty() if limits is not None and limits.pattern is not None:
            pattern, words = limits.pattern
            return f"codec.matching(r{pattern!r}, {words!r}, codec.{DECODERS[type(prop).__name__]})"
        case ConstProperty():
            return f"codec.constant({prop.value.python_code.as_unembedded_code()})"
    kind = type(prop).__name__
    if kind not in DECODERS:
        raise DocumentError(f"{prop.python_name}: the templates cannot decode a {kind}")
    return f"codec.{DECODERS[kind]}"


def _union_code(union: UnionProperty, codes: Mapping[str, str], limits: Limits | None) -> str:
    members = [prop for prop in union.inner_properties if not isinstance(prop, NoneProperty)]
    decoders = [decoder_code(prop, codes, limits) for prop in members]
    by_code = [codes.get(prop.class_info.name) if isinstance(prop, ModelProperty) else None for prop in members]
    if len(decoders) == 1:
        code = decoders[0]
    elif all(by_code):
        pairs = zip(by_code, decoders, strict=True)
        code = f"codec.by_code({{{', '.join(f'{code!r}: {decoder}' for code, decoder in pairs)}}})"
    else:
        code = f"codec.either({', '.join(decoders)})"
    return code if len(members) == len(union.inner_properties) else f"codec.nullable({code})"
