# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Update many records of a module: POST /crm/{version}/{module_api_name}/actions/mass_update."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.already_scheduled import AlreadyScheduled
    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
    from ...models.internal_error import InternalError
    from ...models.internal_server_error import InternalServerError
    from ...models.invalid_data import InvalidData
    from ...models.invalid_host import InvalidHost
    from ...models.invalid_module import InvalidModule
    from ...models.invalid_o_auth_token import InvalidOAuthToken
    from ...models.invalid_request import InvalidRequest
    from ...models.invalid_request_method import InvalidRequestMethod
    from ...models.invalid_token import InvalidToken
    from ...models.invalid_url_pattern import InvalidUrlPattern
    from ...models.limit_exceeded import LimitExceeded
    from ...models.mandatory_not_found import MandatoryNotFound
    from ...models.mass_update_by_ids import MassUpdateByIds
    from ...models.mass_update_by_view import MassUpdateByView
    from ...models.mass_update_outcomes import MassUpdateOutcomes
    from ...models.mass_update_rejections import MassUpdateRejections
    from ...models.mass_update_scheduled import MassUpdateScheduled
    from ...models.mass_update_standard_module import MassUpdateStandardModule
    from ...models.mass_update_status import MassUpdateStatus
    from ...models.no_permission import NoPermission
    from ...models.no_records_found import NoRecordsFound
    from ...models.not_supported import NotSupported
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        MassUpdateScheduled
        | MassUpdateOutcomes
        | MassUpdateRejections
        | AlreadyScheduled
        | AuthenticationFailure
        | AuthorizationFailed
        | InternalError
        | InternalServerError
        | InvalidData
        | InvalidHost
        | InvalidModule
        | InvalidOAuthToken
        | InvalidRequest
        | InvalidRequestMethod
        | InvalidToken
        | InvalidUrlPattern
        | LimitExceeded
        | MandatoryNotFound
        | NoPermission
        | NoRecordsFound
        | NotSupported
        | OAuthScopeMismatch
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="schedule_mass_update",
    method="POST",
    path="/crm/{version}/{module_api_name}/actions/mass_update",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(
            success=("MassUpdateScheduled", "MassUpdateOutcomes"),
            codes=[
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "CANNOT_PROCESS",
                "RECORD_IN_BLUEPRINT",
                "CANNOT_PERFORM_ACTION",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "CONVERTED_RECORD",
                "NOT_SUPPORTED",
            ],
        ),
        202: Reply(codes=["ALREADY_SCHEDULED"]),
        207: Reply(
            success=("MassUpdateOutcomes",),
            codes=[
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "MAPPING_MISMATCH",
                "CANNOT_PROCESS",
                "RECORD_IN_BLUEPRINT",
                "CANNOT_PERFORM_ACTION",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "CONVERTED_RECORD",
                "NOT_SUPPORTED",
            ],
        ),
        400: Reply(
            codes=[
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "ALREADY_SCHEDULED",
                "LIMIT_EXCEEDED",
                "NO_RECORDS_FOUND",
                "NOT_SUPPORTED",
                "INVALID_MODULE",
                "AUTHORIZATION_FAILED",
                "MAPPING_MISMATCH",
                "CANNOT_PROCESS",
                "RECORD_IN_BLUEPRINT",
                "CANNOT_PERFORM_ACTION",
                "NOT_APPROVED",
                "RECORD_LOCKED",
                "CONVERTED_RECORD",
                "INVALID_REQUEST_METHOD",
                "INVALID_REQUEST",
                "INVALID_HOST",
                "UNABLE_TO_PARSE_DATA_TYPE",
            ],
            error_list_model="MassUpdateRejections",
        ),
        401: Reply(codes=["AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "INVALID_TOKEN", "INVALID_OAUTHTOKEN"]),
        403: Reply(codes=["NO_PERMISSION"]),
        404: Reply(codes=["INVALID_URL_PATTERN"]),
        429: Reply(codes=["TOO_MANY_REQUESTS"]),
        500: Reply(codes=["INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"]),
    },
    status=Link(
        "get_mass_update_status",
        {"module_api_name": "$request.path.module_api_name", "job_id": "$response.body#/data/0/details/job_id"},
    ),
)


def sync(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassUpdateScheduled | MassUpdateOutcomes:
    """Update many records of a module.

    Writes the same values to many records: by custom view as a job that runs later, or by ids at once.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: Which records, which fields and which values.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job was scheduled, or, for an update by ids, the outcome for each record.
        The outcome for each record, of which some are errors.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        AlreadyScheduledError: 202. A job for the same custom view is running.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        LimitExceededError: 400. More records than the operation takes.
        NoRecordsFoundError: 400. There is no record to work on.
        NotSupportedError: 400. The module or the record does not support the operation.
        InvalidModuleError: 400. The module does not exist, is hidden from the user, or is not supported by the
            API.
        AuthorizationFailedError: 400. The user does not have the privilege.
        MappingMismatchError: 400. The value does not fit that of another field, as a stage does not fit its
            pipeline.
        CannotProcessError: 400. The record is in stop processing.
        RecordInBlueprintError: 400. The record is in a blueprint.
        CannotPerformActionError: 400. The user may not do this with the record.
        NotApprovedError: 400. The record still waits for approval.
        RecordLockedError: 400. The record is locked by what `details.action` says.
        ConvertedRecordError: 400. The record was converted and cannot be changed.
        InvalidRequestMethodError: 400. The path does not take this HTTP method.
        InvalidRequestError: 400. The request cannot be understood, as with a malformed id in the path.
        InvalidHostError: 400. The request went to a domain that is not an api domain.
        UnableToParseDataTypeError: 400. The body or a parameter is not in the format it must have.
        AuthenticationFailureError: 401. The request carries no access token.
        OAuthScopeMismatchError: 401. The access token does not have a scope that the operation needs.
        InvalidTokenError: 401. The access token is expired or was never issued.
        InvalidOAuthTokenError: 401. The access token was dropped, because its refresh token has 15 newer ones.
        NoPermissionError: 403. The user's profile does not have the permission.
        InvalidUrlPatternError: 404. There is nothing at this path.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v7; Mass Update Records.
    """
    return cast(
        "MassUpdateScheduled | MassUpdateOutcomes",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Update many records of a module.

    Writes the same values to many records: by custom view as a job that runs later, or by ids at once.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: Which records, which fields and which values.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v7; Mass Update Records.
    """
    return call(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassUpdateScheduled | MassUpdateOutcomes:
    """Update many records of a module.

    Writes the same values to many records: by custom view as a job that runs later, or by ids at once.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: Which records, which fields and which values.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job was scheduled, or, for an update by ids, the outcome for each record.
        The outcome for each record, of which some are errors.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        AlreadyScheduledError: 202. A job for the same custom view is running.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        LimitExceededError: 400. More records than the operation takes.
        NoRecordsFoundError: 400. There is no record to work on.
        NotSupportedError: 400. The module or the record does not support the operation.
        InvalidModuleError: 400. The module does not exist, is hidden from the user, or is not supported by the
            API.
        AuthorizationFailedError: 400. The user does not have the privilege.
        MappingMismatchError: 400. The value does not fit that of another field, as a stage does not fit its
            pipeline.
        CannotProcessError: 400. The record is in stop processing.
        RecordInBlueprintError: 400. The record is in a blueprint.
        CannotPerformActionError: 400. The user may not do this with the record.
        NotApprovedError: 400. The record still waits for approval.
        RecordLockedError: 400. The record is locked by what `details.action` says.
        ConvertedRecordError: 400. The record was converted and cannot be changed.
        InvalidRequestMethodError: 400. The path does not take this HTTP method.
        InvalidRequestError: 400. The request cannot be understood, as with a malformed id in the path.
        InvalidHostError: 400. The request went to a domain that is not an api domain.
        UnableToParseDataTypeError: 400. The body or a parameter is not in the format it must have.
        AuthenticationFailureError: 401. The request carries no access token.
        OAuthScopeMismatchError: 401. The access token does not have a scope that the operation needs.
        InvalidTokenError: 401. The access token is expired or was never issued.
        InvalidOAuthTokenError: 401. The access token was dropped, because its refresh token has 15 newer ones.
        NoPermissionError: 403. The user's profile does not have the permission.
        InvalidUrlPatternError: 404. There is nothing at this path.
        TooManyRequestsError: 429. More calls, or more at the same time, than the edition allows.
        InternalError: 500. Zoho failed in a way that it did not foresee.
        InternalServerError: 500. INTERNAL_ERROR, as the vendor's own OpenAPI files spell it.


    Source: documented; v7; Mass Update Records.
    """
    return cast(
        "MassUpdateScheduled | MassUpdateOutcomes",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Update many records of a module.

    Writes the same values to many records: by custom view as a job that runs later, or by ids at once.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: Which records, which fields and which values.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The answer, whatever documented status it has. ``parsed`` is the body, ``problem`` the error that ``sync`` and
        ``asyncio`` raise.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer has a status that is not documented.

    Source: documented; v7; Mass Update Records.
    """
    return await call_asyncio(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={},
        headers={},
        body=body,
        timeout=timeout,
        extra=headers,
    )


def start(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[MassUpdateStatus]:
    """Update many records of a module, and returns a handle on the job.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: Which records, which fields and which values.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job, to be waited for here or, once stored, elsewhere.

    Raises:
        NoJob: It was carried out at once, so that there is no job.
        ZohoCRMError: It was not carried out, or it is not known whether it was, for one of the reasons that ``sync``
            raises.
    """
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION,
        client,
        {"module_api_name": module_api_name},
        sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers),
    )


async def start_asyncio(
    module_api_name: MassUpdateStandardModule | str,
    *,
    client: Client,
    body: MassUpdateByIds | MassUpdateByView,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[MassUpdateStatus]:
    """Update many records of a module, and returns a handle on the job.

    Args:
        module_api_name: The module whose records the job updates, by its API name.
        client: What to call with, in v2.1, v3, v4, v5, v6, v7, v8.
        body: Which records, which fields and which values.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job, to be waited for here or, once stored, elsewhere.

    Raises:
        NoJob: It was carried out at once, so that there is no job.
        ZohoCRMError: It was not carried out, or it is not known whether it was, for one of the reasons that ``sync``
            raises.
    """
    from ...runtime.jobs.handle import started

    return started(
        _OPERATION,
        client,
        {"module_api_name": module_api_name},
        await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers),
    )
