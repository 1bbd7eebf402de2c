"""The captured responses of the two pages with a Postman collection, in their order: requests and headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

UTF8 = {"Server": "ZGS", "Connection": "keep-alive", "Content-Type": "application/json;charset=utf-8"}
NOSNIFF = {"X-Content-Type-Options": "nosniff"}
UNREACHED = UTF8 | NOSNIFF | {"X-Frame-Options": "deny", "X-Download-Options": "noopen"}
SAFE = NOSNIFF | {
    "Referrer-Policy": "strict-origin",
    "X-XSS-Protection": "1; mode=block",
    "Pragma": "no-cache",
    "Cache-Control": "no-cache",
    "Expires": "Thu, 01 Jan 1970 00:00:00 GMT",
    "X-Frame-Options": "SAMEORIGIN",
}
REJECTED = UTF8 | SAFE | {"X-Download-Options": "noopen"}
JOB_HEADERS = {"Server": "ZGS", "Connection": "keep-alive", "Content-Type": "application/json", **SAFE} | {
    "Transfer-Encoding": "chunked",
    "Content-Encoding": "gzip",
    "vary": "accept-encoding",
}
LEAD_HEADERS = (
    UTF8
    | SAFE
    | {
        "clientVersion": "4016256",
        "clientsubVersion": "8ef7aa3133ce0e105307c407d89b23d9",
        "Content-Disposition": "attachment; filename=response.json",
        "Content-Language": "en-US",
    }
)
OCTOBER = {
    "Cache-Control": "no-store, no-cache, must-revalidate, private",
    "clientVersion": "4424120",
    "clientsubVersion": "b071b45b5286ac3f4f7a4c7bb9fcbc54",
}
TRANSPORT = ("Connection", "Transfer-Encoding", "Content-Encoding")
"""Not declared and not sent, see H6."""
CONVERT = "/crm/v2.1/Leads/{}/actions/convert"


@dataclass(frozen=True)
class Capture:
    """A captured response with its request; ``later`` tells whether it is of October 2021."""

    operation: str
    method: str
    path: str
    status: int
    code: str | None
    date: str
    headers: dict[str, str]
    length: int | None = None
    reset: str | None = None
    token: str = "sandbox"
    later: bool = False

    @property
    def number_of_headers(self) -> int:
        """Return how many headers were captured; each response has a date."""
        return len(self.headers) + 1 + (self.length is not None) + (self.reset is not None)


def job(method: str, path: str, status: int, code: str | None, date: str, headers: Any, **more: Any) -> Capture:
    """Return a capture of the details of a bulk write."""
    return Capture("get_bulk_write_job", method, f"/crm/bulk/v2.1/{path}", status, code, date, headers, **more)


def lead(status: int, code: str | None, date: str, headers: Any, name: str, **more: Any) -> Capture:
    """Return a capture of the conversion of a lead."""
    method = more.pop("method", "POST")
    return Capture("convert_lead_v2_1", method, CONVERT.format(name), status, code, date, headers, **more)


MAY_7, MAY_11, OCTOBER_5 = "Fri, 07 May 2021 06:{} GMT", "Tue, 11 May 2021 07:{} GMT", "Tue, 05 Oct 2021 18:{} GMT"
RESET = "2021-05-07T06:44:53+00:00"
STS = "Strict-Transport-Security"
CAPTURES = [
    job(
        "GET",
        "write/4150868000005350003",
        200,
        None,
        MAY_11.format("21:37"),
        JOB_HEADERS | {STS: "max-age=63072000"},
        reset="2021-05-11T12:57:31+05:30",
    ),
    job(
        "GET",
        "writ/4150868000005350003",
        404,
        "INVALID_URL_PATTERN",
        MAY_11.format("29:26"),
        UNREACHED,
        length=131,
    ),
    job(
        "PUT", "write/4150868000005350003", 400, "INVALID_REQUEST_METHOD", MAY_11.format("29:51"), UNREACHED, length=124
    ),
    job(
        "GET",
        "write/4150868000005350003",
        401,
        "AUTHENTICATION_FAILURE",
        MAY_11.format("30:07"),
        REJECTED,
        length=98,
        token="",
    ),
    job(
        "GET",
        "write/415086800000535000",
        400,
        "RESOURCE_NOT_FOUND",
        MAY_11.format("30:33"),
        JOB_HEADERS,
        reset="2021-05-11T14:00:30+05:30",
    ),
    job(
        "GET",
        "write/4150868000005350003",
        401,
        "OAUTH_SCOPE_MISMATCH",
        "Thu, 13 May 2021 08:24:50 GMT",
        REJECTED,
        length=113,
        token="sandbox-no-scope",
    ),
    lead(
        200,
        None,
        MAY_7.format("18:23"),
        LEAD_HEADERS | {STS: "max-age=15768000"},
        "738964000002118026",
        length=105,
        reset=RESET,
    ),
    lead(
        202, "ID_ALREADY_CONVERTED", MAY_7.format("19:47"), LEAD_HEADERS, "738964000002118012", length=105, reset=RESET
    ),
    lead(
        400, "INVALID_REQUEST_METHOD", MAY_7.format("20:46"), UNREACHED, "738964000002118012", length=124, method="PUT"
    ),
    lead(401, "AUTHENTICATION_FAILURE", MAY_7.format("21:04"), REJECTED, "738964000002118012", length=98, token=""),
    lead(202, "INVALID_DATA", MAY_7.format("22:28"), LEAD_HEADERS, "73896400000211801", length=131, reset=RESET),
    lead(202, "DUPLICATE_DATA", MAY_7.format("24:51"), LEAD_HEADERS, "738964000002131001", length=189, reset=RESET),
    lead(400, "INVALID_REQUEST", "Thu, 13 May 2021 06:51:37 GMT", REJECTED, "{{lead_id}}", length=192),
    lead(
        202,
        "NOT_APPROVED",
        OCTOBER_5.format("02:01"),
        LEAD_HEADERS | OCTOBER,
        "1306462000000496025",
        length=149,
        reset="2021-10-06T00:19:01+05:30",
        later=True,
    ),
    lead(
        202,
        "RECORD_LOCKED",
        OCTOBER_5.format("10:01"),
        LEAD_HEADERS | OCTOBER,
        "475243000003269880",
        length=182,
        reset="2021-10-06T00:35:08+05:30",
        later=True,
    ),
]
