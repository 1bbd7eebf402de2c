"""Authentication against the sandbox's accounts server."""

from __future__ import annotations

import asyncio
import multiprocessing
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from zoho_crm_jobs import (
    AccessToken,
    AuthorizationCode,
    Client,
    ClientCredentials,
    File,
    FileTokenStore,
    MemoryTokenStore,
    RefreshToken,
    Token,
    errors,
)
from zoho_crm_jobs.api.bulk_write import upload_bulk_write_file
from zoho_crm_jobs.api.mass_update import get_mass_update_status
from zoho_crm_jobs.models import BulkWriteUploadRequest

from tests.support.clients import client, sync_and_asyncio

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zoho_crm_sandbox import Sandbox

CLIENT = ("1000.CLIENT", "sandbox-secret")
ARGUMENTS: dict[str, Any] = {"job_id": "554023000000506003"}
REFRESH_TOKEN = "1000.refresh"


def refresh(sandbox: Sandbox, refresh_token: str = REFRESH_TOKEN, **options: Any) -> RefreshToken:
    """Return a refresh token auth in the sandbox's time."""
    return RefreshToken(*CLIENT, refresh_token, clock=sandbox.clock.now, **options)


def tokens(sandbox: Sandbox) -> int:
    """Return the number of token requests."""
    return sandbox.journal.count("create_token")


@sync_and_asyncio
class TestGrants:
    """Each grant obtains a token that the API accepts."""

    def test_a_refresh_token_is_used_once_an_hour(self, call: Callable[..., Any], sandbox: Sandbox) -> None:
        """A token is obtained for the first call, and another shortly before the first expires."""
        crm = client(sandbox, refresh(sandbox))
        for seconds, count in ((0, 1), (3539, 1), (1, 2), (3539, 2)):
            sandbox.clock.advance(seconds)
            assert call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS).data
            assert tokens(sandbox) == count

    def test_client_credentials(self, call: Callable[..., Any], sandbox: Sandbox) -> None:
        """A self client names its organization and its scopes."""
        auth = ClientCredentials(*CLIENT, "ZohoCRM.694902309", ["ZohoCRM.mass_update.READ"], clock=sandbox.clock.now)
        assert call(get_mass_update_status, "Accounts", client=client(sandbox, auth), **ARGUMENTS).data

    def test_a_code_is_used_once_and_then_its_refresh_token(self, call: Callable[..., Any], sandbox: Sandbox) -> None:
        """Another process with the same store continues with the refresh token."""
        store = MemoryTokenStore()
        for seconds, count in ((0, 1), (7200, 2), (7200, 3)):
            sandbox.clock.advance(seconds)
            auth = AuthorizationCode(
                *CLIENT,
                "1000.code",
                redirect_uri="https://www.example.com/redirect",
                store=store,
                clock=sandbox.clock.now,
            )
            assert call(get_mass_update_status, "Accounts", client=client(sandbox, auth), **ARGUMENTS).data
            assert tokens(sandbox) == count

    @pytest.mark.parametrize("code", ["INVALID_TOKEN", "INVALID_OAUTHTOKEN"])
    def test_a_rejected_token_is_refreshed_once(self, call: Callable[..., Any], sandbox: Sandbox, code: str) -> None:
        """A second rejection is raised."""
        crm = client(sandbox, refresh(sandbox))
        sandbox.inject_fault("get_mass_update_status", code=code)
        assert call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS).data
        assert tokens(sandbox) == 2

        sandbox.inject_fault("get_mass_update_status", code=code, times=2)
        with pytest.raises(errors.ApiError) as caught:
            call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS)
        assert caught.value.code == code
        assert tokens(sandbox) == 3

    def test_other_rejections_are_raised(self, call: Callable[..., Any], sandbox: Sandbox) -> None:
        """Another token does not help if a scope is missing, or if a gateway rejects the request."""
        crm = client(sandbox, refresh(sandbox))
        sandbox.inject_fault("get_mass_update_status", code="OAUTH_SCOPE_MISMATCH")
        with pytest.raises(errors.OAuthScopeMismatchError):
            call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS)
        sandbox.inject_fault("get_mass_update_status", status=401, body="<html>", content_type="text/html")
        with pytest.raises(errors.UnexpectedResponse):
            call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS)
        assert tokens(sandbox) == 1

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (("1000.CLIENT", "sandbox-secret", "1000.revoked"), "invalid_code"),
            (("1000.NOBODY", "sandbox-secret", REFRESH_TOKEN), "invalid_client"),
            (("1000.CLIENT", "wrong", REFRESH_TOKEN), "invalid_client_secret"),
        ],
    )
    def test_a_rejected_grant_is_a_typed_error_and_not_retried(
        self, call: Callable[..., Any], sandbox: Sandbox, arguments: tuple[str, str, str], code: str
    ) -> None:
        """The accounts server locks out clients that keep trying."""
        crm = client(sandbox, RefreshToken(*arguments, clock=sandbox.clock.now))
        for _ in range(3):
            with pytest.raises(errors.OAuthError) as caught:
                call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS)
            assert (caught.value.code, caught.value.operation_id) == (code, "create_token")
            sandbox.clock.advance(86400)
        assert tokens(sandbox) == 1
        assert sandbox.journal.count("get_mass_update_status") == 0

    @pytest.mark.parametrize("status", [200, 400])
    def test_access_denied_is_retried_after_a_minute(
        self, call: Callable[..., Any], sandbox: Sandbox, status: int
    ) -> None:
        """Zoho sends "Access Denied" with either status."""
        crm = client(sandbox, refresh(sandbox))
        body = '{"error": "Access Denied", "status": "failure"}'
        sandbox.inject_fault("create_token", status=status, body=body, content_type="application/json")
        for seconds in (0, 59):
            sandbox.clock.advance(seconds)
            with pytest.raises(errors.OAuthError, match="Access Denied"):
                call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS)
        assert tokens(sandbox) == 1
        sandbox.clock.advance(1)
        assert call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS).data
        assert tokens(sandbox) == 2

    def test_an_access_token_that_no_header_can_carry(self, call: Callable[..., Any], sandbox: Sandbox) -> None:
        """The error is an UnexpectedResponse that does not show the token."""
        body = (
            '{"access_token": "a b", "api_domain": "https://www.zohoapis.com", "token_type": "Bearer", "expires_in": 1}'
        )
        sandbox.inject_fault("create_token", status=200, body=body, content_type="application/json")
        with pytest.raises(errors.UnexpectedResponse, match=r"access_token: expected visible ASCII$"):
            call(get_mass_update_status, "Accounts", client=client(sandbox, refresh(sandbox)), **ARGUMENTS)

    def test_a_short_lived_token_is_used_for_half_its_lifetime(
        self, call: Callable[..., Any], sandbox: Sandbox
    ) -> None:
        token = sandbox.issue_token(["ZohoCRM.mass_update.READ"])
        body = f'{{"access_token": "{token}", "api_domain": "https://www.zohoapis.com", "token_type": "Bearer", '
        sandbox.inject_fault(
            "create_token", status=200, body=body + '"expires_in": 10}', content_type="application/json", times=9
        )
        crm = client(sandbox, refresh(sandbox))
        for seconds, count in ((0, 1), (4, 1), (1, 2)):
            sandbox.clock.advance(seconds)
            call(get_mass_update_status, "Accounts", client=crm, **ARGUMENTS)
            assert tokens(sandbox) == count


class TestOneAtATime:
    """One caller refreshes the token, and all others receive it."""

    def test_threads(self, sandbox: Sandbox) -> None:
        crm = client(sandbox, refresh(sandbox))
        start = threading.Barrier(16)

        def call(_: int) -> str:
            start.wait()
            return str(get_mass_update_status.sync("Accounts", client=crm, job_id="554023000000506003").data[0].status)

        with ThreadPoolExecutor(16) as threads:
            assert set(threads.map(call, range(16))) == {"COMPLETED"}
        assert tokens(sandbox) == 1

    def test_tasks(self, sandbox: Sandbox) -> None:
        """The token is rejected for all tasks at the same moment."""
        auth = refresh(sandbox)

        async def calls() -> None:
            crm = client(sandbox, auth)
            await asyncio.gather(
                *(get_mass_update_status.asyncio("Accounts", client=crm, **ARGUMENTS) for _ in range(16))
            )

        asyncio.run(calls())
        assert tokens(sandbox) == 1
        assert auth._token is not None
        sandbox.state.drop_tokens([auth._token.access_token])
        asyncio.run(calls())
        assert tokens(sandbox) == 2

    def test_waiting_callers_use_the_new_token(self, sandbox: Sandbox) -> None:
        store = MemoryTokenStore()
        auth = refresh(sandbox, store=store)
        token = Token(sandbox.issue_token(["ZohoCRM.mass_update.READ"]), sandbox.clock.now() + 60)

        def somebody_else() -> None:
            store.save(auth._key, token)
            store.unlock(auth._key)

        for function in ("sync", "asyncio"):
            auth._token = None
            assert store.try_lock(auth._key)
            threading.Timer(0.05, somebody_else).start()
            response = getattr(get_mass_update_status, function)("Accounts", client=client(sandbox, auth), **ARGUMENTS)
            if function == "asyncio":
                response = asyncio.run(response)
            assert response.data
        assert tokens(sandbox) == 0

    def test_a_failed_token_request_releases_the_lock(self, sandbox: Sandbox) -> None:
        crm = client(sandbox, refresh(sandbox), retry=None)
        sandbox.inject_fault("create_token", kind="dropped_connection")
        with pytest.raises(errors.TransportError) as caught:
            get_mass_update_status.sync("Accounts", client=crm, **ARGUMENTS)
        assert not caught.value.sent
        assert get_mass_update_status.sync("Accounts", client=crm, **ARGUMENTS).data


def domain(name: str, seen: list[str]) -> Callable[[httpx.Request], httpx.Response]:
    """Return a handler for the accounts servers and APIs of all data centers, whose tokens belong to one of them."""

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.host)
        if request.url.path.startswith("/oauth/"):
            body = {"access_token": "t", "api_domain": name, "token_type": "Bearer", "expires_in": 3600}
            return httpx.Response(200, json=body)
        assert request.headers["Host"] == request.url.host
        counts = dict.fromkeys(("Failed_Count", "Updated_Count", "Not_Updated_Count", "Total_Count"), 0)
        return httpx.Response(200, json={"data": [{"Status": request.url.host, **counts}]})

    return respond


class TestDataCenters:
    """The data center is given to the client, or named by the accounts server."""

    @pytest.mark.parametrize(
        ("options", "api_domain", "host"),
        [
            ({}, "https://www.zohoapis.eu", "www.zohoapis.eu"),
            ({}, "https://sandbox.zohoapis.in", "sandbox.zohoapis.in"),
            ({"environment": "developer"}, "https://www.zohoapis.jp", "developer.zohoapis.jp"),
            ({"data_center": "eu"}, "https://www.zohoapis.eu", "www.zohoapis.eu"),
            ({"data_center": "eu", "environment": "sandbox"}, "https://www.zohoapis.eu", "sandbox.zohoapis.eu"),
            ({"base_url": "https://accounts.localhost"}, "https://anything", "accounts.localhost"),
        ],
    )
    def test_the_api_domain_of_the_token(self, options: dict[str, Any], api_domain: str, host: str) -> None:
        seen: list[str] = []
        http_client = httpx.Client(transport=httpx.MockTransport(domain(api_domain, seen)))
        crm = Client(RefreshToken("i", "s", "r"), http_client=http_client, retry=None, **options)
        get_mass_update_status.sync_detailed("Leads", client=crm, job_id="1")
        assert seen[-1] == host

    def test_other_domains_follow(self) -> None:
        """An upload goes to the upload domain of the token's data center."""
        seen: list[str] = []
        http_client = httpx.Client(transport=httpx.MockTransport(domain("https://www.zohoapis.eu", seen)))
        crm = Client(RefreshToken("i", "s", "r"), http_client=http_client, organization=1)
        body = BulkWriteUploadRequest(file=File(b"", "leads.zip"))
        with pytest.raises(errors.SubmissionUncertain):  # the response is not that of an upload
            upload_bulk_write_file.sync(client=crm, body=body)
        assert seen == ["accounts.zoho.com", "content.zohoapis.eu"]

    @pytest.mark.parametrize(
        ("options", "api_domain", "message"),
        [
            (
                {"data_center": "eu"},
                "https://www.zohoapis.com",
                "create_token: data_center: 'eu': the token belongs to 'us' (https://www.zohoapis.com)",
            ),
            ({}, "https://evil.example", "create_token: api_domain: 'https://evil.example': expected https:// and "),
            (
                {},
                "http://www.zohoapis.com",
                "create_token: api_domain: 'http://www.zohoapis.com': expected https:// and ",
            ),
        ],
    )
    def test_a_mismatch_is_an_error(self, options: dict[str, Any], api_domain: str, message: str) -> None:
        """The token is not sent."""
        seen: list[str] = []
        http_client = httpx.Client(transport=httpx.MockTransport(domain(api_domain, seen)))
        crm = Client(RefreshToken("i", "s", "r"), http_client=http_client, **options)
        with pytest.raises(errors.DataCenterMismatch) as caught:
            get_mass_update_status.sync("Leads", client=crm, job_id="1")
        assert str(caught.value).startswith(message)
        assert [host.partition(".")[0] for host in seen] == ["accounts"]

    def test_with_plain_httpx(self, sandbox: Sandbox) -> None:
        """Without a Client, the token comes from the accounts server that was given."""
        auth = RefreshToken(*CLIENT, REFRESH_TOKEN, accounts_url="https://accounts.zoho.eu")
        with httpx.Client(transport=sandbox.transport(), auth=auth) as http_client:
            path = "/crm/v8/Accounts/actions/mass_update?job_id=554023000000506003"
            assert http_client.get(f"https://www.zohoapis.eu{path}").status_code == 200


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: RefreshToken("", "s", "r"), "client_id: expected a string that is not empty"),
        (lambda: RefreshToken("i", "", "r"), "client_secret: expected a string that is not empty"),
        (lambda: RefreshToken("i", "s", ""), "refresh_token: expected a string that is not empty"),
        (lambda: AuthorizationCode("i", "s", ""), "code: expected a string that is not empty"),
        (lambda: ClientCredentials("i", "s", "o", []), "scope: expected a string that is not empty"),
        (lambda: ClientCredentials("i", "s", "o", "ZohoCRM.bulk.ALL"), "scopes: expected a list of scopes, .*"),
        (
            lambda: AccessToken("a b"),
            "access_token: a str: expected a string of visible ASCII characters without spaces",
        ),
    ],
)
def test_wrong_arguments(make: Callable[[], Any], message: str) -> None:
    """The error names the argument and does not show its value."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        make()


def renew(path: str, count: int) -> None:
    """Obtain tokens repeatedly, in a process of its own."""
    store = FileTokenStore(path)
    for number in range(count):
        while not store.try_lock("key"):
            pass
        token = store.load("key")
        made = 0 if token is None else int(token.access_token)
        store.save("key", Token(str(made + 1), 0.0))
        store.unlock("key")
        assert number < count


def test_reprs_show_no_secret() -> None:
    """A repr names the class only, because reprs appear in logs and tracebacks."""
    assert repr(RefreshToken("1000.id", "secret", "1000.token")) == "RefreshToken(...)"
    assert repr(AccessToken("1000.token")) == "AccessToken(...)"
    assert repr(Token("1000.token", 1.0, "https://x", "r")) == "Token(renew_at=1.0, api_domain='https://x')"


class TestFileTokenStore:
    """Processes share a file that only its owner can read."""

    def test_tokens_are_stored_by_key(self, tmp_path: Path) -> None:
        store = FileTokenStore(tmp_path / "tokens.json")
        assert store.load("one") is None
        store.save("one", Token("a", 1.0, "https://x", "r"))
        store.save("two", Token("b", 2.0))

        again = FileTokenStore(str(tmp_path / "tokens.json"))
        one = again.load("one")
        assert one is not None
        assert one.to_dict() == {"access_token": "a", "renew_at": 1.0, "api_domain": "https://x", "refresh_token": "r"}
        assert again.load("three") is None
        assert stat.S_IMODE((tmp_path / "tokens.json").stat().st_mode) == 0o600
        assert {file.name for file in tmp_path.iterdir()} == {"tokens.json"}
        assert repr(again) == f"FileTokenStore({str(tmp_path / 'tokens.json')!r})"

    @pytest.mark.parametrize("text", ["", "[]", "[1]", "3", '{"key": {"access_token": "a"}}', '{"key": 1}'])
    def test_a_file_that_is_no_token_file_is_left_unchanged(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "notes.txt"
        path.write_text(text)
        store = FileTokenStore(path)
        message = rf"^path: '{path}': not a token file \(delete it, or choose another path\)$"
        with pytest.raises(ValueError, match=message):
            store.load("key")
        with pytest.raises(ValueError, match=message):
            store.save("key", Token("a", 1.0))
        assert path.read_text() == text

    def test_one_lock_for_all_processes(self, tmp_path: Path) -> None:
        one, two = FileTokenStore(tmp_path / "t"), FileTokenStore(tmp_path / "t")
        assert one.try_lock("a")
        assert not two.try_lock("a")
        one.unlock("a")
        assert two.try_lock("a")
        two.unlock("a")

    def test_processes_do_not_lose_each_others_tokens(self, tmp_path: Path) -> None:
        context = multiprocessing.get_context("spawn")
        path = str(tmp_path / "t")
        processes = [context.Process(target=renew, args=(path, 20)) for _ in range(3)]
        for process in processes:
            process.start()
        for process in processes:
            process.join(60)
        assert [process.exitcode for process in processes] == [0, 0, 0]
        token = FileTokenStore(path).load("key")
        assert token is not None
        assert token.access_token == "60"

    def test_programs_share_a_token(self, tmp_path: Path, sandbox: Sandbox) -> None:
        """A second program uses the token that the first one obtained."""
        for _ in range(2):
            crm = client(sandbox, refresh(sandbox, store=FileTokenStore(tmp_path / "t")))
            get_mass_update_status.sync("Accounts", client=crm, **ARGUMENTS)
        assert tokens(sandbox) == 1


ENVIRONMENT = {
    "ZOHO_CRM_CLIENT_ID": "1000.CLIENT",
    "ZOHO_CRM_CLIENT_SECRET": "sandbox-secret",
    "ZOHO_CRM_REFRESH_TOKEN": REFRESH_TOKEN,
}


class TestFromEnv:
    """A client is made from environment variables."""

    @pytest.mark.parametrize(
        ("variables", "kind", "base_url", "version"),
        [
            (ENVIRONMENT, RefreshToken, "https://www.zohoapis.com", "v8"),
            ({**ENVIRONMENT, "ZOHO_CRM_DATA_CENTER": "eu"}, RefreshToken, "https://www.zohoapis.eu", "v8"),
            (
                {**ENVIRONMENT, "ZOHO_CRM_ENVIRONMENT": "sandbox", "ZOHO_CRM_VERSION": "v7"},
                RefreshToken,
                "https://sandbox.zohoapis.com",
                "v7",
            ),
            ({"ZOHO_CRM_ACCESS_TOKEN": "t", "ZOHO_CRM_BASE_URL": "http://x/"}, AccessToken, "http://x", "v8"),
            (
                {**ENVIRONMENT, "ZOHO_CRM_REFRESH_TOKEN": "", "ZOHO_CRM_SOID": "ZohoCRM.1", "ZOHO_CRM_SCOPES": "a,b"},
                ClientCredentials,
                "https://www.zohoapis.com",
                "v8",
            ),
        ],
    )
    def test_variables(
        self,
        monkeypatch: pytest.MonkeyPatch,
        variables: dict[str, str],
        kind: type[httpx.Auth],
        base_url: str,
        version: str,
    ) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        crm = Client.from_env()
        assert type(crm._session.auth) is kind
        assert (crm._session.base_url, crm._session.version) == (base_url, version)
        assert Client.from_env(version="v6")._session.version == "v6"

    def test_a_token_file(self, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, tmp_path: Path) -> None:
        for name, value in {**ENVIRONMENT, "ZOHO_CRM_TOKEN_FILE": str(tmp_path / "t")}.items():
            monkeypatch.setenv(name, value)
        crm = Client.from_env(http_client=httpx.Client(transport=sandbox.transport()))
        get_mass_update_status.sync("Accounts", client=crm, **ARGUMENTS)
        assert (tmp_path / "t").exists()

    @pytest.mark.parametrize(
        ("missing", "message"),
        [
            ("CLIENT_ID", "ZOHO_CRM_CLIENT_ID: expected a value; or set ZOHO_CRM_ACCESS_TOKEN"),
            ("CLIENT_SECRET", "ZOHO_CRM_CLIENT_SECRET: expected a value; or set ZOHO_CRM_ACCESS_TOKEN"),
            (
                "REFRESH_TOKEN",
                "ZOHO_CRM_REFRESH_TOKEN: expected a refresh token; or set ZOHO_CRM_SOID to an organization",
            ),
        ],
    )
    def test_a_missing_variable_is_named(self, monkeypatch: pytest.MonkeyPatch, missing: str, message: str) -> None:
        for name, value in ENVIRONMENT.items():
            monkeypatch.setenv(name, "" if name.endswith(missing) else value)
        with pytest.raises(ValueError, match=f"^{message}$"):
            Client.from_env()
