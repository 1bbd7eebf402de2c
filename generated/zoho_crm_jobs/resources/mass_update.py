# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The resource ``mass_update`` of both clients. Change a field of many records of one module in one job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

from ..api.mass_update import get_mass_update_status, schedule_mass_update
from ..runtime import codec
from ..runtime.call import check
from ..runtime.jobs.handle import AsyncJobHandle, JobHandle
from ..runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

    from .. import models, params
    from ..runtime.client import BaseClient


class MassUpdate:
    """Change a field of many records of one module in one job."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def get_status(
        self,
        module_api_name: str,
        *,
        job_id: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.MassUpdateStatus:
        """Get the status of a mass update job.

        Returns how many records of a mass update were updated, failed, and remain.

        Args:
            module_api_name: The API name of the module whose records the job updates.
            job_id: The id of the mass update job, from the response of Mass Update Records.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The progress of the job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400. The
                parameter "job_id" is not included in the request.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400. You have specified an invalid module name or there is no tab permission, or the module
                could have been removed from the available modules. Specify a valid module API name. The modules such
                as Documents and Projects are not supported in the current API. (This error will not be shown, once
                these modules are been supported). Specify a valid module API name.
            NoRecordsFoundError: There are no records to process. HTTP 400.
            NoSuchJobError: The job does not exist, or belongs to another module. HTTP 404. The specified job_id
                is not found or invalid. Specify a valid job_id.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_mass_update_status._OPERATION,
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
        )
        return get_mass_update_status.sync(
            module_api_name, client=self._client, job_id=job_id, timeout=timeout, headers=headers
        )

    def job(
        self,
        module_api_name: str,
        *,
        job_id: str,
    ) -> JobHandle[models.MassUpdateStatus]:
        """Return a handle on a job whose id is known, to poll it or to wait for it. No request is sent."""
        return JobHandle(
            "get_mass_update_status",
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
            client=self._client,
        )

    @overload
    def schedule(
        self,
        module_api_name: str,
        *,
        data: Mapping[str, Any] | models.MassUpdateFields | Sequence[Mapping[str, Any] | models.MassUpdateFields],
        cvid: str | int,
        territory: params.TerritoryDict | models.Territory | None = None,
        over_write: bool | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> JobHandle[models.MassUpdateStatus]: ...

    @overload
    def schedule(
        self,
        module_api_name: str,
        *,
        data: Mapping[str, Any] | models.MassUpdateFields | Sequence[Mapping[str, Any] | models.MassUpdateFields],
        ids: Sequence[str | int],
        over_write: bool | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.MassUpdateOutcomes: ...

    def schedule(
        self,
        module_api_name: str,
        *,
        data: Any,
        cvid: Any = None,
        territory: Any = None,
        over_write: Any = None,
        ids: Any = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Update many records of a module.

        Writes the same values to many records: by custom view in a job that runs later, or by ids immediately.
        Only the Enterprise, Ultimate, CRM Plus and Zoho One Enterprise editions have updates by custom view.

        Args:
            module_api_name: The API name of the module whose records the job updates.
            data: The fields and values, in one item.
            cvid: The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language.
            territory: A territory that limits the records of the job.
            over_write: Whether to replace the values of a multi-select picklist instead of adding to them.
                Defaults to false.
            ids: The ids of the records.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            A handle on the job, or the outcomes of a request that is carried out at once.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            CompletedImmediately: The request was carried out at once, so there is no job.
            UnexpectedResponse: The document does not describe the response.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 200, 207 or 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 200, 207 or 400.
            MappingMismatchError: The value does not fit the value of another field, for example a stage and its
                pipeline. HTTP 200, 207 or 400.
            CannotProcessError: The record is in stop processing. HTTP 200, 207 or 400.
            RecordInBlueprintError: The record is in a blueprint. HTTP 200, 207 or 400.
            CannotPerformActionError: The user may not do this with the record. HTTP 200, 207 or 400.
            NotApprovedError: The record is waiting for approval. HTTP 200, 207 or 400.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 200, 207 or 400.
            ConvertedRecordError: The record was converted and cannot be changed. HTTP 200, 207 or 400.
            NotSupportedError: The module or the record does not support the operation. HTTP 200, 207 or 400.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 200, 207 or 400.
            AlreadyScheduledError: A job for the same custom view is running. HTTP 202 or 400.
            LimitExceededError: There are more records than the operation accepts. HTTP 400.
            NoRecordsFoundError: There are no records to process. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "data": codec.listed(data),
                "cvid": cvid,
                "territory": territory,
                "over_write": over_write,
                "ids": ids,
            }
        )
        check(
            schedule_mass_update._OPERATION,
            {
                "module_api_name": module_api_name,
            },
            body,
        )
        response = schedule_mass_update.sync_detailed(
            module_api_name, client=self._client, body=body, timeout=timeout, headers=headers
        )
        if ids is not None:
            return raise_for_error(response)
        return JobHandle._started(
            schedule_mass_update._OPERATION,
            self._client,
            {
                "module_api_name": module_api_name,
            },
            response,
        )


class AsyncMassUpdate:
    """Change a field of many records of one module in one job."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    async def get_status(
        self,
        module_api_name: str,
        *,
        job_id: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.MassUpdateStatus:
        """Get the status of a mass update job.

        Returns how many records of a mass update were updated, failed, and remain.

        Args:
            module_api_name: The API name of the module whose records the job updates.
            job_id: The id of the mass update job, from the response of Mass Update Records.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The progress of the job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400. The
                parameter "job_id" is not included in the request.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400. You have specified an invalid module name or there is no tab permission, or the module
                could have been removed from the available modules. Specify a valid module API name. The modules such
                as Documents and Projects are not supported in the current API. (This error will not be shown, once
                these modules are been supported). Specify a valid module API name.
            NoRecordsFoundError: There are no records to process. HTTP 400.
            NoSuchJobError: The job does not exist, or belongs to another module. HTTP 404. The specified job_id
                is not found or invalid. Specify a valid job_id.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_mass_update_status._OPERATION,
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
        )
        return await get_mass_update_status.asyncio(
            module_api_name, client=self._client, job_id=job_id, timeout=timeout, headers=headers
        )

    def job(
        self,
        module_api_name: str,
        *,
        job_id: str,
    ) -> AsyncJobHandle[models.MassUpdateStatus]:
        """Return a handle on a job whose id is known, to poll it or to wait for it. No request is sent."""
        return AsyncJobHandle(
            "get_mass_update_status",
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
            client=self._client,
        )

    @overload
    async def schedule(
        self,
        module_api_name: str,
        *,
        data: Mapping[str, Any] | models.MassUpdateFields | Sequence[Mapping[str, Any] | models.MassUpdateFields],
        cvid: str | int,
        territory: params.TerritoryDict | models.Territory | None = None,
        over_write: bool | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncJobHandle[models.MassUpdateStatus]: ...

    @overload
    async def schedule(
        self,
        module_api_name: str,
        *,
        data: Mapping[str, Any] | models.MassUpdateFields | Sequence[Mapping[str, Any] | models.MassUpdateFields],
        ids: Sequence[str | int],
        over_write: bool | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.MassUpdateOutcomes: ...

    async def schedule(
        self,
        module_api_name: str,
        *,
        data: Any,
        cvid: Any = None,
        territory: Any = None,
        over_write: Any = None,
        ids: Any = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Update many records of a module.

        Writes the same values to many records: by custom view in a job that runs later, or by ids immediately.
        Only the Enterprise, Ultimate, CRM Plus and Zoho One Enterprise editions have updates by custom view.

        Args:
            module_api_name: The API name of the module whose records the job updates.
            data: The fields and values, in one item.
            cvid: The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language.
            territory: A territory that limits the records of the job.
            over_write: Whether to replace the values of a multi-select picklist instead of adding to them.
                Defaults to false.
            ids: The ids of the records.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            A handle on the job, or the outcomes of a request that is carried out at once.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            CompletedImmediately: The request was carried out at once, so there is no job.
            UnexpectedResponse: The document does not describe the response.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 200, 207 or 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 200, 207 or 400.
            MappingMismatchError: The value does not fit the value of another field, for example a stage and its
                pipeline. HTTP 200, 207 or 400.
            CannotProcessError: The record is in stop processing. HTTP 200, 207 or 400.
            RecordInBlueprintError: The record is in a blueprint. HTTP 200, 207 or 400.
            CannotPerformActionError: The user may not do this with the record. HTTP 200, 207 or 400.
            NotApprovedError: The record is waiting for approval. HTTP 200, 207 or 400.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 200, 207 or 400.
            ConvertedRecordError: The record was converted and cannot be changed. HTTP 200, 207 or 400.
            NotSupportedError: The module or the record does not support the operation. HTTP 200, 207 or 400.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 200, 207 or 400.
            AlreadyScheduledError: A job for the same custom view is running. HTTP 202 or 400.
            LimitExceededError: There are more records than the operation accepts. HTTP 400.
            NoRecordsFoundError: There are no records to process. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "data": codec.listed(data),
                "cvid": cvid,
                "territory": territory,
                "over_write": over_write,
                "ids": ids,
            }
        )
        check(
            schedule_mass_update._OPERATION,
            {
                "module_api_name": module_api_name,
            },
            body,
        )
        response = await schedule_mass_update.asyncio_detailed(
            module_api_name, client=self._client, body=body, timeout=timeout, headers=headers
        )
        if ids is not None:
            return raise_for_error(response)
        return AsyncJobHandle._started(
            schedule_mass_update._OPERATION,
            self._client,
            {
                "module_api_name": module_api_name,
            },
            response,
        )
