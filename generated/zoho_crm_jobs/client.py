# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The clients, and their resources: the operations by tag of the document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from .runtime.client import BaseClient

if TYPE_CHECKING:
    from types import TracebackType

    from .resources.bulk_write import AsyncBulkWrite, BulkWrite
    from .resources.convert_lead import AsyncConvertLead, ConvertLead
    from .resources.inventory_mass_convert import AsyncInventoryMassConvert, InventoryMassConvert
    from .resources.mass_change_owner import AsyncMassChangeOwner, MassChangeOwner
    from .resources.mass_update import AsyncMassUpdate, MassUpdate
    from .resources.oauth import AsyncOauth, Oauth

__all__ = ("AsyncClient", "Client")


class Client(BaseClient):
    """Client of Zoho CRM. The operations are methods of its resources, such as ``crm.mass_update.schedule(...)``.

    Use it as a context manager, or call ``close``. It can be used by several threads.

    Attributes:
        mass_update: Change a field of many records of one module in one job.
        mass_change_owner: Give the records of a custom view to another user in one job.
        inventory_mass_convert: Convert many quotes or sales orders in one job.
        bulk_write: Insert, update or upsert the rows of a CSV file in one job.
        convert_lead: Convert a lead to a contact, an account and optionally a deal.
        oauth: Get access tokens and revoke refresh tokens on the accounts server.
    """

    @cached_property
    def mass_update(self) -> MassUpdate:
        """Change a field of many records of one module in one job."""
        from .resources.mass_update import MassUpdate

        return MassUpdate(self)

    @cached_property
    def mass_change_owner(self) -> MassChangeOwner:
        """Give the records of a custom view to another user in one job."""
        from .resources.mass_change_owner import MassChangeOwner

        return MassChangeOwner(self)

    @cached_property
    def inventory_mass_convert(self) -> InventoryMassConvert:
        """Convert many quotes or sales orders in one job."""
        from .resources.inventory_mass_convert import InventoryMassConvert

        return InventoryMassConvert(self)

    @cached_property
    def bulk_write(self) -> BulkWrite:
        """Insert, update or upsert the rows of a CSV file in one job."""
        from .resources.bulk_write import BulkWrite

        return BulkWrite(self)

    @cached_property
    def convert_lead(self) -> ConvertLead:
        """Convert a lead to a contact, an account and optionally a deal."""
        from .resources.convert_lead import ConvertLead

        return ConvertLead(self)

    @cached_property
    def oauth(self) -> Oauth:
        """Get access tokens and revoke refresh tokens on the accounts server."""
        from .resources.oauth import Oauth

        return Oauth(self)

    def close(self) -> None:
        """Close the connections. A later call opens new ones."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncClient(BaseClient):
    """Client of Zoho CRM for asyncio. The operations are methods of its resources, such as ``await crm.mass_update.schedule(...)``.

    Use it as a context manager, or call ``close``. It belongs to one event loop at a time.

    Attributes:
        mass_update: Change a field of many records of one module in one job.
        mass_change_owner: Give the records of a custom view to another user in one job.
        inventory_mass_convert: Convert many quotes or sales orders in one job.
        bulk_write: Insert, update or upsert the rows of a CSV file in one job.
        convert_lead: Convert a lead to a contact, an account and optionally a deal.
        oauth: Get access tokens and revoke refresh tokens on the accounts server.
    """

    @cached_property
    def mass_update(self) -> AsyncMassUpdate:
        """Change a field of many records of one module in one job."""
        from .resources.mass_update import AsyncMassUpdate

        return AsyncMassUpdate(self)

    @cached_property
    def mass_change_owner(self) -> AsyncMassChangeOwner:
        """Give the records of a custom view to another user in one job."""
        from .resources.mass_change_owner import AsyncMassChangeOwner

        return AsyncMassChangeOwner(self)

    @cached_property
    def inventory_mass_convert(self) -> AsyncInventoryMassConvert:
        """Convert many quotes or sales orders in one job."""
        from .resources.inventory_mass_convert import AsyncInventoryMassConvert

        return AsyncInventoryMassConvert(self)

    @cached_property
    def bulk_write(self) -> AsyncBulkWrite:
        """Insert, update or upsert the rows of a CSV file in one job."""
        from .resources.bulk_write import AsyncBulkWrite

        return AsyncBulkWrite(self)

    @cached_property
    def convert_lead(self) -> AsyncConvertLead:
        """Convert a lead to a contact, an account and optionally a deal."""
        from .resources.convert_lead import AsyncConvertLead

        return AsyncConvertLead(self)

    @cached_property
    def oauth(self) -> AsyncOauth:
        """Get access tokens and revoke refresh tokens on the accounts server."""
        from .resources.oauth import AsyncOauth

        return AsyncOauth(self)

    async def close(self) -> None:
        """Close the connections. A later call opens new ones."""
        await self._session.close_asyncio()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
