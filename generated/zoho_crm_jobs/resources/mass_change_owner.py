# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The resource ``mass_change_owner`` of both clients. Give the records of a custom view to another user in one job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api.mass_change_owner import get_mass_change_owner_status, schedule_mass_change_owner
from ..runtime import codec
from ..runtime.call import check
from ..runtime.jobs.handle import AsyncJobHandle, JobHandle

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from .. import models, params
    from ..runtime.client import BaseClient


class MassChangeOwner:
    """Give the records of a custom view to another user in one job."""

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
    ) -> models.MassChangeOwnerStatus:
        """Get the status of a mass change owner job.

        Returns how many records of a change of owner were changed, failed, and remain. The status can be read for
        60 days.

        Args:
            module_api_name: The API name of the module whose records get a new owner.
            job_id: The id of the mass change owner job, from the response of Mass Change Owner.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The progress of the job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400 or 404. The
                specified job_id is not found or invalid. Specify a valid job_id.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            NoSuchJobError: The job does not exist, or belongs to another module. HTTP 404.
            JobNotFound: The job does not exist, has expired, or belongs to another user.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_mass_change_owner_status._OPERATION,
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
        )
        return get_mass_change_owner_status.sync(
            module_api_name, client=self._client, job_id=job_id, timeout=timeout, headers=headers
        )

    def job(
        self,
        module_api_name: str,
        *,
        job_id: str,
    ) -> JobHandle[models.MassChangeOwnerStatus]:
        """Return a handle on a job whose id is known, to poll it or to wait for it. No request is sent."""
        return JobHandle(
            "get_mass_change_owner_status",
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
            client=self._client,
        )

    def schedule(
        self,
        module_api_name: str,
        *,
        cvid: str | int,
        owner: params.ReferenceDict | models.Reference,
        territory: params.TerritoryDict | models.Territory | None = None,
        criteria: params.MassChangeOwnerCriterionDict | models.MassChangeOwnerCriterion | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> JobHandle[models.MassChangeOwnerStatus]:
        """Give the records of a custom view to another user.

        Schedules a job that makes a user the owner of the records of a custom view. A territory and one condition
        can limit the records. The owners of related records stay as they are. Only the Enterprise and Ultimate
        editions have this operation.

        Args:
            module_api_name: The API name of the module whose records get a new owner.
            cvid: The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language.
            owner: The id of a record or user.
            territory: A territory that limits the records of the job.
            criteria: A condition that the records of the view must also meet.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            A handle on the job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            CompletedImmediately: The request was carried out at once, so there is no job.
            UnexpectedResponse: The document does not describe the response.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
            RecordLimitExceededError: The custom view has more records than the operation accepts. HTTP 400.
            CombinedCriteriaLimitExceededError: The custom view and the request together have more criteria than
                the operation accepts. HTTP 400.
            ExpectedFieldMissingError: None of the alternative keys is present; one is needed. HTTP 400.
            AmbiguityDuringProcessingError: Two keys for the same thing contradict each other. HTTP 400.
            DependentFieldMissingError: A key is present without the key it depends on. HTTP 400.
            DependentMismatchError: A key contradicts the key it depends on. HTTP 400.
            NotAllowedError: The request is not allowed. HTTP 400.
            NoRecordsFoundError: There are no records to process. HTTP 400.
            NotSupportedError: The module or the record does not support the operation. HTTP 400.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "cvid": cvid,
                "owner": owner,
                "territory": territory,
                "criteria": criteria,
            }
        )
        check(
            schedule_mass_change_owner._OPERATION,
            {
                "module_api_name": module_api_name,
            },
            body,
        )
        response = schedule_mass_change_owner.sync_detailed(
            module_api_name, client=self._client, body=body, timeout=timeout, headers=headers
        )
        return JobHandle._started(
            schedule_mass_change_owner._OPERATION,
            self._client,
            {
                "module_api_name": module_api_name,
            },
            response,
        )


class AsyncMassChangeOwner:
    """Give the records of a custom view to another user in one job."""

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
    ) -> models.MassChangeOwnerStatus:
        """Get the status of a mass change owner job.

        Returns how many records of a change of owner were changed, failed, and remain. The status can be read for
        60 days.

        Args:
            module_api_name: The API name of the module whose records get a new owner.
            job_id: The id of the mass change owner job, from the response of Mass Change Owner.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The progress of the job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400 or 404. The
                specified job_id is not found or invalid. Specify a valid job_id.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            NoSuchJobError: The job does not exist, or belongs to another module. HTTP 404.
            JobNotFound: The job does not exist, has expired, or belongs to another user.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_mass_change_owner_status._OPERATION,
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
        )
        return await get_mass_change_owner_status.asyncio(
            module_api_name, client=self._client, job_id=job_id, timeout=timeout, headers=headers
        )

    def job(
        self,
        module_api_name: str,
        *,
        job_id: str,
    ) -> AsyncJobHandle[models.MassChangeOwnerStatus]:
        """Return a handle on a job whose id is known, to poll it or to wait for it. No request is sent."""
        return AsyncJobHandle(
            "get_mass_change_owner_status",
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
            client=self._client,
        )

    async def schedule(
        self,
        module_api_name: str,
        *,
        cvid: str | int,
        owner: params.ReferenceDict | models.Reference,
        territory: params.TerritoryDict | models.Territory | None = None,
        criteria: params.MassChangeOwnerCriterionDict | models.MassChangeOwnerCriterion | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncJobHandle[models.MassChangeOwnerStatus]:
        """Give the records of a custom view to another user.

        Schedules a job that makes a user the owner of the records of a custom view. A territory and one condition
        can limit the records. The owners of related records stay as they are. Only the Enterprise and Ultimate
        editions have this operation.

        Args:
            module_api_name: The API name of the module whose records get a new owner.
            cvid: The id, a string of 1 to 19 digits or a 64-bit integer. A string is exact in every language.
            owner: The id of a record or user.
            territory: A territory that limits the records of the job.
            criteria: A condition that the records of the view must also meet.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            A handle on the job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            CompletedImmediately: The request was carried out at once, so there is no job.
            UnexpectedResponse: The document does not describe the response.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
            RecordLimitExceededError: The custom view has more records than the operation accepts. HTTP 400.
            CombinedCriteriaLimitExceededError: The custom view and the request together have more criteria than
                the operation accepts. HTTP 400.
            ExpectedFieldMissingError: None of the alternative keys is present; one is needed. HTTP 400.
            AmbiguityDuringProcessingError: Two keys for the same thing contradict each other. HTTP 400.
            DependentFieldMissingError: A key is present without the key it depends on. HTTP 400.
            DependentMismatchError: A key contradicts the key it depends on. HTTP 400.
            NotAllowedError: The request is not allowed. HTTP 400.
            NoRecordsFoundError: There are no records to process. HTTP 400.
            NotSupportedError: The module or the record does not support the operation. HTTP 400.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "cvid": cvid,
                "owner": owner,
                "territory": territory,
                "criteria": criteria,
            }
        )
        check(
            schedule_mass_change_owner._OPERATION,
            {
                "module_api_name": module_api_name,
            },
            body,
        )
        response = await schedule_mass_change_owner.asyncio_detailed(
            module_api_name, client=self._client, body=body, timeout=timeout, headers=headers
        )
        return AsyncJobHandle._started(
            schedule_mass_change_owner._OPERATION,
            self._client,
            {
                "module_api_name": module_api_name,
            },
            response,
        )
