"""Defects of the generator's own templates that our templates do not have.

Each test first shows the defect in a client made with the unmodified templates, and so fails once the generator is
fixed. Then it shows that our client does not have the defect.
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

import httpx
import openapi_python_client as generator
import pytest
from codegen.generate import ROOT
from openapi_python_client.config import Config, ConfigFile, MetaType
from zoho_crm_jobs import AccessToken, Client, errors
from zoho_crm_jobs.api.mass_update import get_mass_update_status
from zoho_crm_jobs.models import MassUpdateJobStatus, MassUpdateStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "1000.not-to-be-seen"
JOB = {"Status": "RUNNING", "Failed_Count": 0, "Updated_Count": 30, "Not_Updated_Count": 20, "Total_Count": 50}


class Stock:
    """The client that the unmodified templates make."""

    def __init__(self, package: str) -> None:
        self.client = importlib.import_module(f"{package}.client")
        self.operation = importlib.import_module(f"{package}.api.mass_update.get_mass_update_status")
        self.versions = importlib.import_module(f"{package}.models.api_version_since_v21").ApiVersionSinceV21

    def make(self, **options: Any) -> Any:
        """Return a client."""
        return self.client.AuthenticatedClient(base_url="https://crm.test", token=TOKEN, **options)

    def call(self, response: httpx.Response) -> Any:
        """Call an operation that gets a response."""
        client = self.make(httpx_args={"transport": httpx.MockTransport(lambda _: response)})
        return self.operation.sync(self.versions.V8, "Leads", client=client, job_id="1")


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stock]:
    """A client made with the unmodified templates."""
    folder = tmp_path_factory.mktemp("stock")
    config = Config.from_sources(
        ConfigFile(post_hooks=[]),
        meta_type=MetaType.NONE,
        document_source=ROOT / "openapi/dist/zoho-crm-jobs.json",
        file_encoding="utf-8",
        overwrite=False,
        output_path=folder / "stock_client",
    )
    assert generator.generate(config=config) == []
    sys.path.insert(0, str(folder))
    yield Stock("stock_client")
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.split(".")[0] == "stock_client"]:
        del sys.modules[name]


def make(response: httpx.Response | None = None, seen: list[httpx.Request] | None = None) -> Client:
    """Return our client, which gets a response and adds its requests to ``seen``."""

    def respond(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        return response or httpx.Response(200, json={"data": [JOB]})

    return Client(AccessToken(TOKEN), http_client=httpx.Client(transport=httpx.MockTransport(respond)))


def call(response: httpx.Response) -> Any:
    """Call an operation with our client, which gets a response."""
    with make(response) as client:
        return get_mass_update_status.sync("Leads", client=client, job_id="1")


def test_token_in_repr(stock: Stock) -> None:
    """The token is not printed with the client."""
    assert TOKEN in repr(stock.make())

    assert TOKEN not in repr(make())


def test_infinite_timeout(stock: Stock) -> None:
    """Every call has a finite timeout."""
    assert stock.make().get_httpx_client().timeout == httpx.Timeout(None)

    seen: list[httpx.Request] = []
    get_mass_update_status.sync("Leads", client=make(seen=seen), job_id="1")
    assert all(0 < limit < 600 for limit in seen[0].extensions["timeout"].values())


def test_status_outside_the_standard(stock: Stock) -> None:
    """A status that Python has no name for is an unexpected response."""
    with pytest.raises(ValueError, match="520 is not a valid HTTPStatus"):
        stock.call(httpx.Response(520))

    with pytest.raises(errors.UnexpectedResponse) as caught:
        call(httpx.Response(520, content=b"origin down"))
    assert (caught.value.status_code, caught.value.content) == (520, b"origin down")


@pytest.mark.parametrize("content", [b"<html>gateway</html>", b"", b'{"data": [', b"[" * 100_000])
def test_body_that_is_not_json(stock: Stock, content: bytes) -> None:
    """A body that is not JSON, at a documented status, is an unexpected response."""
    with pytest.raises((json.JSONDecodeError, RecursionError)):
        stock.call(httpx.Response(500, content=content))

    with pytest.raises(errors.UnexpectedResponse, match="expected JSON") as caught:
        call(httpx.Response(500, content=content))
    assert caught.value.content == content


def test_undocumented_status(stock: Stock) -> None:
    """A status that is not documented is not ``None``."""
    assert stock.call(httpx.Response(409, json={})) is None

    with pytest.raises(errors.UnexpectedResponse, match=r"409 Conflict .*not documented"):
        call(httpx.Response(409, json={}))


def test_new_enum_value(stock: Stock) -> None:
    """An undocumented value is kept, even through a round trip."""
    body = {"data": [{**JOB, "Status": "PAUSED"}]}
    with pytest.raises(ValueError, match="'PAUSED' is not a valid"):
        stock.call(httpx.Response(200, json=body))

    status = call(httpx.Response(200, json=body))
    assert status.data[0].status == "PAUSED"
    assert isinstance(status.data[0].status, MassUpdateJobStatus)
    assert MassUpdateStatus.from_dict(body).to_dict() == body


def test_user_agent(stock: Stock) -> None:
    """Requests name the client that sends them."""
    assert stock.make().get_httpx_client().headers["User-Agent"].startswith("python-httpx/")

    seen: list[httpx.Request] = []
    get_mass_update_status.sync("Leads", client=make(seen=seen), job_id="1")
    assert seen[0].headers["User-Agent"].startswith("zoho-crm-jobs-python/")


def test_options_mutate_their_parent(stock: Stock) -> None:
    """A copy with other headers shares its parent's connections and does not change its parent."""
    parent = stock.make()
    connections = parent.get_httpx_client()
    copy = parent.with_headers({"X-Mine": "1"})
    assert "X-Mine" in connections.headers
    assert copy.get_httpx_client() is not connections

    seen: list[httpx.Request] = []
    client = make(seen=seen)
    for caller in (client.with_options(headers={"X-Mine": "1"}), client):
        get_mass_update_status.sync("Leads", client=caller, job_id="1")
    assert [request.headers.get("X-Mine") for request in seen] == ["1", None]


def test_servers_are_ignored(stock: Stock) -> None:
    """The data center and environment choose the host, as the document's server says."""
    with pytest.raises(TypeError, match="base_url"):
        stock.client.AuthenticatedClient(token=TOKEN)

    assert Client(AccessToken(TOKEN))._session.base_url == "https://www.zohoapis.com"
    client = Client(AccessToken(TOKEN), data_center="cn", environment="sandbox")
    assert client._session.base_url == "https://sandbox.zohoapis.com.cn"


def test_errors_are_values(stock: Stock) -> None:
    """A documented error is raised; only a success is returned."""
    error = {"code": "NO_PERMISSION", "details": {}, "message": "no", "status": "error"}
    assert stock.call(httpx.Response(403, json=error)).code == "NO_PERMISSION"

    with pytest.raises(errors.NoPermissionError):
        call(httpx.Response(403, json=error))


def test_empty_404(stock: Stock) -> None:
    """The empty 404 of an unknown job is its error."""
    with pytest.raises(json.JSONDecodeError):
        stock.call(httpx.Response(404))

    with pytest.raises(errors.NoSuchJobError) as caught:
        call(httpx.Response(404))
    assert (caught.value.status_code, caught.value.code, caught.value.message) == (404, "NOT_FOUND", "")


def test_wrong_types_pass(stock: Stock) -> None:
    """A value of an undocumented type is an unexpected response."""
    body = {"data": [{**JOB, "Failed_Count": "many"}]}
    assert stock.call(httpx.Response(200, json=body)).data[0].failed_count == "many"

    with pytest.raises(errors.UnexpectedResponse, match=r"data\[0\].Failed_Count: expected an integer, found a string"):
        call(httpx.Response(200, json=body))


def test_missing_key(stock: Stock) -> None:
    """A missing key is an unexpected response that names it."""
    with pytest.raises(KeyError, match="data"):
        stock.call(httpx.Response(200, json={}))

    with pytest.raises(errors.UnexpectedResponse, match="the body: expected the key 'data', found an object"):
        call(httpx.Response(200, json={}))


def test_a_token_that_breaks_the_header(stock: Stock) -> None:
    """A token that cannot be sent is rejected before a transport prints it."""
    token = "1000.not-to-be-seen\n"
    client = stock.client.AuthenticatedClient(base_url="https://127.0.0.1:1", token=token)
    assert token in client.get_httpx_client().headers["Authorization"]

    with pytest.raises(ValueError, match="access_token: a str: expected a string of visible ASCII") as caught:
        AccessToken(token)
    assert "not-to-be-seen" not in str(caught.value)
