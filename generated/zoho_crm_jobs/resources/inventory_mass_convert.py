# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The resource ``inventory_mass_convert`` of both clients. Convert many quotes or sales orders in one job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api.inventory_mass_convert import get_inventory_mass_convert_status, schedule_inventory_mass_convert
from ..runtime import codec
from ..runtime.call import check
from ..runtime.jobs.handle import AsyncJobHandle, JobHandle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

    from .. import models, params
    from ..runtime.client import BaseClient


class InventoryMassConvert:
    """Convert many quotes or sales orders in one job."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def get_status(
        self,
        module_api_name: params.InventoryParentModule | models.InventoryParentModule,
        *,
        job_id: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.InventoryMassConvertStatus:
        """Get the status of a mass conversion of quotes or sales orders.

        Returns how many quotes or sales orders of a conversion were converted, failed, and remain. The module in
        the path is the parent module.

        Args:
            module_api_name: The parent module, whose records are converted.
            job_id: The id of the conversion job, from the response of Mass Inventory Convert.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The progress of the job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400. The job_id
                parameter is missing. Specify a valid job_id.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400. Specify a valid job ID.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400. You have specified an invalid module name. Specify a valid module name.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_inventory_mass_convert_status._OPERATION,
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
        )
        return get_inventory_mass_convert_status.sync(
            module_api_name, client=self._client, job_id=job_id, timeout=timeout, headers=headers
        )

    def job(
        self,
        module_api_name: params.InventoryParentModule | models.InventoryParentModule,
        *,
        job_id: str,
    ) -> JobHandle[models.InventoryMassConvertStatus]:
        """Return a handle on a job whose id is known, to poll it or to wait for it. No request is sent."""
        return JobHandle(
            "get_inventory_mass_convert_status",
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
            client=self._client,
        )

    def schedule(
        self,
        module_api_name: params.InventoryParentModule | models.InventoryParentModule,
        *,
        convert_to: params.InventoryConversionTargetDict
        | models.InventoryConversionTarget
        | Sequence[params.InventoryConversionTargetDict | models.InventoryConversionTarget],
        ids: Sequence[str | int],
        assign_to: params.ReferenceDict | models.Reference | None = None,
        related_modules: Sequence[params.RelatedModuleDict | models.RelatedModule] | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> JobHandle[models.InventoryMassConvertStatus]:
        """Convert many quotes or sales orders.

        Schedules a job that converts up to 50 quotes to sales orders or invoices, or sales orders to invoices.
        The module in the path is the parent module. Without `assign_to`, the owner of a record also owns the new
        one. The user's profile needs the permissions "Convert" and "Mass Convert".

        Args:
            module_api_name: The parent module, whose records are converted.
            convert_to: The one target.
            ids: The ids of the records, all of the module in the path.
            assign_to: The id of a record or user.
            related_modules: The related modules whose records also get the new owner.
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
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            AmbiguityDuringProcessingError: Two keys for the same thing contradict each other. HTTP 400.
            LimitExceededError: There are more records than the operation accepts. HTTP 400.
            ExpectedFieldMissingError: None of the alternative keys is present; one is needed. HTTP 400.
            IdAlreadyConvertedError: The record was converted before. HTTP 400.
            NotApprovedError: The record is waiting for approval. HTTP 400.
            NotReviewedError: The record is in review. HTTP 400.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "convert_to": codec.listed(convert_to),
                "ids": ids,
                "assign_to": assign_to,
                "related_modules": related_modules,
            }
        )
        check(
            schedule_inventory_mass_convert._OPERATION,
            {
                "module_api_name": module_api_name,
            },
            body,
        )
        response = schedule_inventory_mass_convert.sync_detailed(
            module_api_name, client=self._client, body=body, timeout=timeout, headers=headers
        )
        return JobHandle._started(
            schedule_inventory_mass_convert._OPERATION,
            self._client,
            {
                "module_api_name": module_api_name,
            },
            response,
        )


class AsyncInventoryMassConvert:
    """Convert many quotes or sales orders in one job."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    async def get_status(
        self,
        module_api_name: params.InventoryParentModule | models.InventoryParentModule,
        *,
        job_id: str,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.InventoryMassConvertStatus:
        """Get the status of a mass conversion of quotes or sales orders.

        Returns how many quotes or sales orders of a conversion were converted, failed, and remain. The module in
        the path is the parent module.

        Args:
            module_api_name: The parent module, whose records are converted.
            job_id: The id of the conversion job, from the response of Mass Inventory Convert.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The progress of the job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400. The job_id
                parameter is missing. Specify a valid job_id.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400. Specify a valid job ID.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400. You have specified an invalid module name. Specify a valid module name.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_inventory_mass_convert_status._OPERATION,
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
        )
        return await get_inventory_mass_convert_status.asyncio(
            module_api_name, client=self._client, job_id=job_id, timeout=timeout, headers=headers
        )

    def job(
        self,
        module_api_name: params.InventoryParentModule | models.InventoryParentModule,
        *,
        job_id: str,
    ) -> AsyncJobHandle[models.InventoryMassConvertStatus]:
        """Return a handle on a job whose id is known, to poll it or to wait for it. No request is sent."""
        return AsyncJobHandle(
            "get_inventory_mass_convert_status",
            {
                "module_api_name": module_api_name,
                "job_id": job_id,
            },
            client=self._client,
        )

    async def schedule(
        self,
        module_api_name: params.InventoryParentModule | models.InventoryParentModule,
        *,
        convert_to: params.InventoryConversionTargetDict
        | models.InventoryConversionTarget
        | Sequence[params.InventoryConversionTargetDict | models.InventoryConversionTarget],
        ids: Sequence[str | int],
        assign_to: params.ReferenceDict | models.Reference | None = None,
        related_modules: Sequence[params.RelatedModuleDict | models.RelatedModule] | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncJobHandle[models.InventoryMassConvertStatus]:
        """Convert many quotes or sales orders.

        Schedules a job that converts up to 50 quotes to sales orders or invoices, or sales orders to invoices.
        The module in the path is the parent module. Without `assign_to`, the owner of a record also owns the new
        one. The user's profile needs the permissions "Convert" and "Mass Convert".

        Args:
            module_api_name: The parent module, whose records are converted.
            convert_to: The one target.
            ids: The ids of the records, all of the module in the path.
            assign_to: The id of a record or user.
            related_modules: The related modules whose records also get the new owner.
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
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            AmbiguityDuringProcessingError: Two keys for the same thing contradict each other. HTTP 400.
            LimitExceededError: There are more records than the operation accepts. HTTP 400.
            ExpectedFieldMissingError: None of the alternative keys is present; one is needed. HTTP 400.
            IdAlreadyConvertedError: The record was converted before. HTTP 400.
            NotApprovedError: The record is waiting for approval. HTTP 400.
            NotReviewedError: The record is in review. HTTP 400.
            InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the
                API. HTTP 400.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "convert_to": codec.listed(convert_to),
                "ids": ids,
                "assign_to": assign_to,
                "related_modules": related_modules,
            }
        )
        check(
            schedule_inventory_mass_convert._OPERATION,
            {
                "module_api_name": module_api_name,
            },
            body,
        )
        response = await schedule_inventory_mass_convert.asyncio_detailed(
            module_api_name, client=self._client, body=body, timeout=timeout, headers=headers
        )
        return AsyncJobHandle._started(
            schedule_inventory_mass_convert._OPERATION,
            self._client,
            {
                "module_api_name": module_api_name,
            },
            response,
        )
