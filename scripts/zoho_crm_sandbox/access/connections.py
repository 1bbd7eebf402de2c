"""Clients of a sandbox, ready to use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from zoho_crm_sandbox.seed import ORGANIZATION

if TYPE_CHECKING:
    import httpx
    from starlette.types import ASGIApp
    from zoho_crm_jobs import AsyncClient, Client

    from zoho_crm_sandbox.access.server import ThreadServer
    from zoho_crm_sandbox.clock import Clock


class Connections:
    """The part of ``Sandbox`` that connects programs to it. What a server does without is imported when it is used."""

    clock: Clock
    _server: ThreadServer | None = None

    def client(self, auth: str | httpx.Auth = "sandbox", **options: Any) -> Client:
        """Return a client of this sandbox that sleeps by the sandbox's clock.

        Args:
            auth: An access token, or another way to get one, as ``zoho_crm_jobs.Client`` takes it.
            **options: Other arguments of ``zoho_crm_jobs.Client``.

        Returns:
            The client. While the clock is moved by hand, a wait of two hours advances it by two hours, and returns at
            once.
        """
        import httpx
        from zoho_crm_jobs import Client

        return Client(auth, **self._options(options, http_client=httpx.Client(transport=self.transport())))

    def async_client(self, auth: str | httpx.Auth = "sandbox", **options: Any) -> AsyncClient:
        """Return a client of this sandbox for asyncio.

        Args:
            auth: As for ``client``.
            **options: Other arguments of ``zoho_crm_jobs.AsyncClient``.

        Returns:
            The client. Tasks that sleep at the same time move a clock by hand one after the other.
        """
        import httpx
        from zoho_crm_jobs import AsyncClient

        transport = httpx.ASGITransport(cast("Any", self))
        return AsyncClient(auth, **self._options(options, async_http_client=httpx.AsyncClient(transport=transport)))

    def _options(self, given: dict[str, Any], **connection: Any) -> dict[str, Any]:
        return {"clock": self.clock, "organization": ORGANIZATION, **connection, **given}

    def transport(self) -> httpx.BaseTransport:
        """Return a transport for ``httpx.Client``; ``httpx.AsyncClient`` takes ``httpx.ASGITransport(sandbox)``."""
        from zoho_crm_sandbox.access.transport import SandboxTransport

        return SandboxTransport(cast("ASGIApp", self))

    @property
    def url(self) -> str:
        """The URL for other processes. A server starts when it is first asked for, and ends with the sandbox."""
        if self._server is None:
            from zoho_crm_sandbox.access.server import ThreadServer

            self._server = ThreadServer(cast("ASGIApp", self))
        return self._server.url

    @property
    def environment(self) -> dict[str, str]:
        """The variables with which ``Client.from_env()`` calls the sandbox at its URL."""
        return {
            "ZOHO_CRM_ACCESS_TOKEN": "sandbox",
            "ZOHO_CRM_BASE_URL": self.url,
            "ZOHO_CRM_ORGANIZATION": ORGANIZATION,
        }

    def _stop(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
