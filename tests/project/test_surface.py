"""The surface of the clients: resources, arguments, options and files."""

from __future__ import annotations

import asyncio
import inspect
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from codegen.names import method_name
from zoho_crm_jobs import AsyncClient, AsyncJobHandle, Client, File, JobHandle, models
from zoho_crm_jobs._document import OPERATIONS

from tests.support.clients import asynchronous, client

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zoho_crm_sandbox import Sandbox

BY_TAG = {name: module.split(".")[2] for name, module in OPERATIONS.items()}
VIEW: dict[str, Any] = {"cvid": "554023000000091515", "data": {"Industry": "Education"}}
UPLOADED = {
    "status": "success",
    "code": "FILE_UPLOAD_SUCCESS",
    "message": "file uploaded.",
    "details": {"file_id": "1", "created_time": "2018-12-31T12:00:00-12:00"},
}


def unreachable(**options: Any) -> Client:
    """Return a client that fails a test which sends a request."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise AssertionError(f"{request.url} was called")

    return Client("t", http_client=httpx.Client(transport=httpx.MockTransport(fail)), **options)


class TestResources:
    """An operation is a method of the resource of its tag."""

    @pytest.mark.parametrize("operation_id", BY_TAG)
    def test_both_clients_have_each_operation(self, operation_id: str) -> None:
        tag = BY_TAG[operation_id]
        name = method_name(operation_id, tag)
        blocking, awaited = (getattr(getattr(kind("t"), tag), name) for kind in (Client, AsyncClient))
        assert inspect.iscoroutinefunction(awaited)
        assert not inspect.iscoroutinefunction(blocking)
        parameters = inspect.signature(blocking).parameters
        assert list(parameters) == list(inspect.signature(awaited).parameters)
        assert blocking.__doc__ == awaited.__doc__
        assert not {"feature", "x_crm_org", "client", "body", "version"} & set(parameters)

    @pytest.mark.parametrize("kind", [Client, AsyncClient])
    def test_completion_shows_resources(self, kind: type[Client | AsyncClient]) -> None:
        shown = {name for name in dir(kind("t")) if not name.startswith("_")}
        assert shown == {*BY_TAG.values(), "close", "from_env", "with_options"}

    def test_a_job_from_start_to_end(self, sandbox: Sandbox) -> None:
        crm = client(sandbox)
        job = crm.mass_update.schedule("Accounts", **VIEW)
        assert type(job) is JobHandle
        assert job.wait().status.data[0].status == "COMPLETED"
        assert crm.mass_update.job("Accounts", job_id=job.job_id).poll().status.data[0].status == "COMPLETED"

    def test_a_job_with_asyncio(self, sandbox: Sandbox) -> None:
        async def run() -> str:
            crm = asynchronous(client(sandbox))
            job = await crm.mass_update.schedule("Accounts", **VIEW)
            assert type(job) is AsyncJobHandle
            assert (await job.poll()).status.data[0].status
            return str((await job.wait()).status.data[0].status)

        assert asyncio.run(run()) == "COMPLETED"

    def test_by_ids_there_is_no_job(self, sandbox: Sandbox) -> None:
        ids = ["738964000002058030"]
        outcomes = client(sandbox).mass_update.schedule("Accounts", ids=ids, data={"Industry": "Education"})
        assert isinstance(outcomes, models.MassUpdateOutcomes)


class TestArguments:
    """Dicts, literals and models are accepted; anything undocumented is refused before a request is sent."""

    def test_dicts_and_models_are_sent_alike(self) -> None:
        seen: list[Any] = []

        def record(request: httpx.Request) -> httpx.Response:
            seen.append(json.loads(request.content))
            return httpx.Response(400, json={"code": "INVALID_DATA", "details": {}, "message": "", "status": "error"})

        crm = Client("t", http_client=httpx.Client(transport=httpx.MockTransport(record)))
        target: dict[str, Any] = {"type": "data", "module": {"api_name": "Leads"}, "file_id": 5}
        for operation, resource in (
            ("insert", [target]),
            (models.BulkWriteOperation.INSERT, (models.BulkWriteTarget.from_dict(target),)),
        ):
            with pytest.raises(Exception, match="INVALID_DATA"):
                crm.bulk_write.create_job(operation=operation, resource=resource)  # type: ignore[arg-type]  # a dict
        assert seen == [{"operation": "insert", "resource": [target]}] * 2

    @pytest.mark.parametrize(
        ("call", "message"),
        [
            (
                lambda crm: crm.mass_update.schedule("Leads", cvid="4" * 40, data={"a": 1}),
                f"cvid: '{'4' * 40}': expected 1 to 19 digits or an integer",
            ),
            (
                lambda crm: crm.mass_update.schedule("Leads", cvid=10**39, data={"a": 1}),
                f"cvid: {10**39}: expected a string or 1 to 19 digits",
            ),
            (
                lambda crm: crm.mass_update.schedule("Leads", data={"a": 1}),
                "the body: an object: expected the key 'cvid'",
            ),
            (
                lambda crm: crm.mass_update.schedule("Leads", ids=["4", "y"], data={"a": 1}),
                "ids[1]: 'y': expected 1 to 19 digits or an integer",
            ),
            (lambda crm: crm.mass_update.get_status("Leads", job_id="x"), "job_id: 'x': expected 1 to 19 digits"),
            (
                lambda crm: crm.bulk_write.create_job(operation="insrt", resource=[]),
                "operation: 'insrt': expected one of insert, update, upsert",
            ),
            (
                lambda crm: crm.bulk_write.create_job(operation=5, resource=[]),
                "operation: 5: expected one of insert, update, upsert",
            ),
            (
                lambda crm: crm.bulk_write.upload_file(file=b"PK"),
                "file: bytes: expected a File, such as File.from_path('leads.zip')",
            ),
            (
                lambda crm: crm.oauth.create_token(
                    grant_type="refresh_token", client_id="a", client_secret=5, refresh_token="r"
                ),
                "client_secret: expected a string",
            ),
        ],
    )
    def test_what_is_refused(self, call: Callable[[Client], Any], message: str) -> None:
        """The error names the argument, its value unless it is a secret, and what was expected."""
        with pytest.raises(ValueError, match=": ") as caught:
            call(unreachable(organization="1"))
        assert str(caught.value) == message

    def test_an_integer_is_an_id(self, sandbox: Sandbox) -> None:
        job = client(sandbox).mass_update.schedule("Accounts", **{**VIEW, "cvid": 554023000000091515})
        assert job.job_id


class TestOptions:
    """The organization and the token are given once."""

    def test_an_upload_needs_the_organization(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("ZOHO_CRM_ORGANIZATION", raising=False)
        with pytest.raises(ValueError, match=r"^organization: None: expected the organization's id: "):
            unreachable().bulk_write.upload_file(file=File(b"PK", "leads.zip"))

    def test_the_organization_from_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ZOHO_CRM_ORGANIZATION", "694902309")
        assert Client("t")._session.organization == "694902309"
        assert Client("t", organization=5)._session.organization == "5"

    def test_a_wrong_organization(self) -> None:
        with pytest.raises(ValueError, match=r"^organization: 'Zylker': expected an id of at most 19 digits"):
            Client("t", organization="Zylker")

    def test_a_wrong_option_of_a_copy(self) -> None:
        with pytest.raises(TypeError, match=r"^with_options: retries: expected one of version, timeout, "):
            Client("t").with_options(retries=3)  # type: ignore[call-arg]  # there is no such option

    def test_a_token_as_text_is_in_no_traceback(self) -> None:
        with pytest.raises(ValueError, match="access_token: a str: expected") as caught:
            Client("1000.not to be seen")
        frames = inspect.getinnerframes(caught.value.__traceback__) if caught.value.__traceback__ else []
        own = [frame.frame.f_locals for frame in frames if "zoho_crm_jobs" in frame.filename]
        assert own
        assert "not to be seen" not in str([{**names, "self": None} for names in own])


class TestFiles:
    """Files on disk."""

    def test_a_file_on_disk_is_streamed_under_its_name(self, tmp_path: Path) -> None:
        """A retry sends it again from its beginning."""
        path = tmp_path / "leads.zip"
        path.write_bytes(b"PK" * 100_000)
        seen: list[bytes] = []

        def flaky(request: httpx.Request) -> httpx.Response:
            seen.append(request.read())
            return httpx.Response(429) if len(seen) == 1 else httpx.Response(200, json=UPLOADED)

        crm = Client("t", organization=1, http_client=httpx.Client(transport=httpx.MockTransport(flaky)))
        assert crm.bulk_write.upload_file(file=File.from_path(path)).details.file_id == "1"
        first, second = seen
        assert first == second
        assert b'filename="leads.zip"\r\nContent-Type: application/zip\r\n\r\nPK' in first
        assert first.count(b"PK") == 100_000

    def test_another_media_type(self, tmp_path: Path) -> None:
        path = tmp_path / "leads"
        path.touch()
        assert repr(File.from_path(path)) == "File(file_name='leads', mime_type='application/octet-stream')"
        assert File.from_path(path, "text/csv").mime_type == "text/csv"

    def test_a_file_that_does_not_exist(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match=r"^path: '.*nothing\.zip': expected a file$"):
            File.from_path(tmp_path / "nothing.zip")
