# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The resource ``convert_lead`` of both clients. Convert a lead to a contact, an account and optionally a deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..api.convert_lead import convert_lead, convert_lead_v2_1, convert_lead_v3, get_lead_conversion_options
from ..runtime import codec
from ..runtime.call import check

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

    from .. import models, params
    from ..runtime.client import BaseClient


class ConvertLead:
    """Convert a lead to a contact, an account and optionally a deal."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def convert_v2_1(
        self,
        lead_id: str,
        *,
        data: params.LeadConversionV21Dict
        | models.LeadConversionV21
        | Sequence[params.LeadConversionV21Dict | models.LeadConversionV21],
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.ConvertLeadV21Response:
        """Convert a lead, in v2.1.

        Converts a lead to a contact, an account and optionally a deal. The contact and the account can be
        existing records. If the lead cannot be converted, the response has status 202 and the error in `data[0]`.
        Later versions have another contract.

        Args:
            lead_id: The id of the lead to convert.
            data: The one conversion.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The lead was converted.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            IdAlreadyConvertedError: The record was converted before. HTTP 202.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 202.
            DuplicateDataError: A unique field would hold the same value twice. HTTP 202.
            NotApprovedError: The record is waiting for approval. HTTP 202.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 202.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "data": codec.listed(data),
            }
        )
        check(
            convert_lead_v2_1._OPERATION,
            {
                "lead_id": lead_id,
            },
            body,
        )
        return convert_lead_v2_1.sync(lead_id, client=self._client, body=body, timeout=timeout, headers=headers)

    def convert_v3(
        self,
        lead_id: str,
        *,
        data: params.LeadConversionV21Dict
        | models.LeadConversionV21
        | Sequence[params.LeadConversionV21Dict | models.LeadConversionV21],
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.ConvertLeadV21Response:
        """Convert a lead, in v3.

        Converts a lead to a contact, an account and optionally a deal. The contract is the one of v2.1, which v4
        replaced.

        Args:
            lead_id: The id of the lead to convert.
            data: The one conversion.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The lead was converted.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            IdAlreadyConvertedError: The record was converted before. HTTP 202.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 202.
            DuplicateDataError: A unique field would hold the same value twice. HTTP 202.
            NotApprovedError: The record is waiting for approval. HTTP 202.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 202.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "data": codec.listed(data),
            }
        )
        check(
            convert_lead_v3._OPERATION,
            {
                "lead_id": lead_id,
            },
            body,
        )
        return convert_lead_v3.sync(lead_id, client=self._client, body=body, timeout=timeout, headers=headers)

    def convert(
        self,
        lead_id: str,
        *,
        data: params.LeadConversionDict
        | models.LeadConversion
        | Sequence[params.LeadConversionDict | models.LeadConversion],
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.ConvertLeadResponse | models.ConvertLeadScheduled:
        """Convert a lead.

        Converts a lead to a contact, an account and optionally a deal. The contact and the account can be
        existing records. Without them, an existing contact or account that matches the lead is used. Unique
        fields are compared first, then the lead's email, company and name. The contract is the one of v4 and
        later, as of v8. It costs 5 API credits.

        Args:
            lead_id: The id of the lead to convert.
            data: The one conversion.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The lead was converted.
            The conversion runs later; or, according to the vendor's files, it was not done, for the reason in the
                error or in `data[0]`.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            IdAlreadyConvertedError: The record was converted before. HTTP 202 or 400.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 202 or 400.
            DuplicateDataError: A unique field would hold the same value twice. HTTP 202 or 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 202 or 400.
            MappingMismatchError: The value does not fit the value of another field, for example a stage and its
                pipeline. HTTP 202 or 400.
            CannotPerformActionError: The user may not do this with the record. HTTP 202 or 400.
            NotAllowedError: The request is not allowed. HTTP 202 or 400.
            NotReviewedError: The record is in review. HTTP 202 or 400.
            RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400.
            NotApprovedError: The record is waiting for approval. HTTP 400.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "data": codec.listed(data),
            }
        )
        check(
            convert_lead._OPERATION,
            {
                "lead_id": lead_id,
            },
            body,
        )
        return convert_lead.sync(lead_id, client=self._client, body=body, timeout=timeout, headers=headers)

    def get_conversion_options(
        self,
        lead_id: str,
        *,
        include_inner_details: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.LeadConversionOptionsResponse | None:
        """Get the records that match a lead.

        Returns the contacts and accounts that match a lead, before the lead is converted.

        Args:
            lead_id: The id of the lead to convert.
            include_inner_details: The places below `__conversion_options` whose lookups are returned with more
                details, separated by commas. Zoho ignores unknown places.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The records that match the lead.
            ``None``: No record matches the lead, and there is no layout to choose.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            NotApprovedError: The record is waiting for approval. HTTP 400.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 400.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_lead_conversion_options._OPERATION,
            {
                "lead_id": lead_id,
                "include_inner_details": include_inner_details,
            },
        )
        return get_lead_conversion_options.sync(
            lead_id, client=self._client, include_inner_details=include_inner_details, timeout=timeout, headers=headers
        )


class AsyncConvertLead:
    """Convert a lead to a contact, an account and optionally a deal."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    async def convert_v2_1(
        self,
        lead_id: str,
        *,
        data: params.LeadConversionV21Dict
        | models.LeadConversionV21
        | Sequence[params.LeadConversionV21Dict | models.LeadConversionV21],
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.ConvertLeadV21Response:
        """Convert a lead, in v2.1.

        Converts a lead to a contact, an account and optionally a deal. The contact and the account can be
        existing records. If the lead cannot be converted, the response has status 202 and the error in `data[0]`.
        Later versions have another contract.

        Args:
            lead_id: The id of the lead to convert.
            data: The one conversion.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The lead was converted.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            IdAlreadyConvertedError: The record was converted before. HTTP 202.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 202.
            DuplicateDataError: A unique field would hold the same value twice. HTTP 202.
            NotApprovedError: The record is waiting for approval. HTTP 202.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 202.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "data": codec.listed(data),
            }
        )
        check(
            convert_lead_v2_1._OPERATION,
            {
                "lead_id": lead_id,
            },
            body,
        )
        return await convert_lead_v2_1.asyncio(
            lead_id, client=self._client, body=body, timeout=timeout, headers=headers
        )

    async def convert_v3(
        self,
        lead_id: str,
        *,
        data: params.LeadConversionV21Dict
        | models.LeadConversionV21
        | Sequence[params.LeadConversionV21Dict | models.LeadConversionV21],
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.ConvertLeadV21Response:
        """Convert a lead, in v3.

        Converts a lead to a contact, an account and optionally a deal. The contract is the one of v2.1, which v4
        replaced.

        Args:
            lead_id: The id of the lead to convert.
            data: The one conversion.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The lead was converted.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            IdAlreadyConvertedError: The record was converted before. HTTP 202.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 202.
            DuplicateDataError: A unique field would hold the same value twice. HTTP 202.
            NotApprovedError: The record is waiting for approval. HTTP 202.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 202.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "data": codec.listed(data),
            }
        )
        check(
            convert_lead_v3._OPERATION,
            {
                "lead_id": lead_id,
            },
            body,
        )
        return await convert_lead_v3.asyncio(lead_id, client=self._client, body=body, timeout=timeout, headers=headers)

    async def convert(
        self,
        lead_id: str,
        *,
        data: params.LeadConversionDict
        | models.LeadConversion
        | Sequence[params.LeadConversionDict | models.LeadConversion],
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.ConvertLeadResponse | models.ConvertLeadScheduled:
        """Convert a lead.

        Converts a lead to a contact, an account and optionally a deal. The contact and the account can be
        existing records. Without them, an existing contact or account that matches the lead is used. Unique
        fields are compared first, then the lead's email, company and name. The contract is the one of v4 and
        later, as of v8. It costs 5 API credits.

        Args:
            lead_id: The id of the lead to convert.
            data: The one conversion.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The lead was converted.
            The conversion runs later; or, according to the vendor's files, it was not done, for the reason in the
                error or in `data[0]`.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            IdAlreadyConvertedError: The record was converted before. HTTP 202 or 400.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 202 or 400.
            DuplicateDataError: A unique field would hold the same value twice. HTTP 202 or 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 202 or 400.
            MappingMismatchError: The value does not fit the value of another field, for example a stage and its
                pipeline. HTTP 202 or 400.
            CannotPerformActionError: The user may not do this with the record. HTTP 202 or 400.
            NotAllowedError: The request is not allowed. HTTP 202 or 400.
            NotReviewedError: The record is in review. HTTP 202 or 400.
            RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400.
            NotApprovedError: The record is waiting for approval. HTTP 400.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "data": codec.listed(data),
            }
        )
        check(
            convert_lead._OPERATION,
            {
                "lead_id": lead_id,
            },
            body,
        )
        return await convert_lead.asyncio(lead_id, client=self._client, body=body, timeout=timeout, headers=headers)

    async def get_conversion_options(
        self,
        lead_id: str,
        *,
        include_inner_details: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.LeadConversionOptionsResponse | None:
        """Get the records that match a lead.

        Returns the contacts and accounts that match a lead, before the lead is converted.

        Args:
            lead_id: The id of the lead to convert.
            include_inner_details: The places below `__conversion_options` whose lookups are returned with more
                details, separated by commas. Zoho ignores unknown places.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The records that match the lead.
            ``None``: No record matches the lead, and there is no layout to choose.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            NotApprovedError: The record is waiting for approval. HTTP 400.
            RecordLockedError: The record is locked by the action in `details.action`. HTTP 400.
            ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_lead_conversion_options._OPERATION,
            {
                "lead_id": lead_id,
                "include_inner_details": include_inner_details,
            },
        )
        return await get_lead_conversion_options.asyncio(
            lead_id, client=self._client, include_inner_details=include_inner_details, timeout=timeout, headers=headers
        )
