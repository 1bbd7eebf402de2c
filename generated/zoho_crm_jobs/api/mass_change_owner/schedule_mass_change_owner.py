# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Give the records of a custom view to another user: POST /crm/{version}/{module_api_name}/actions/mass_change_owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Link, Operation, Reply
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...models.ambiguity_during_processing import AmbiguityDuringProcessing
    from ...models.api_not_supported import ApiNotSupported
    from ...models.authentication_failure import AuthenticationFailure
    from ...models.authorization_failed import AuthorizationFailed
    from ...models.combined_criteria_limit_exceeded import CombinedCriteriaLimitExceeded
    from ...models.dependent_field_missing import DependentFieldMissing
    from ...models.dependent_mismatch import DependentMismatch
    from ...models.expected_field_missing import ExpectedFieldMissing
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
    from ...models.mandatory_not_found import MandatoryNotFound
    from ...models.mass_change_owner_request import MassChangeOwnerRequest
    from ...models.mass_change_owner_scheduled import MassChangeOwnerScheduled
    from ...models.mass_change_owner_standard_module import MassChangeOwnerStandardModule
    from ...models.mass_change_owner_status import MassChangeOwnerStatus
    from ...models.no_permission import NoPermission
    from ...models.no_records_found import NoRecordsFound
    from ...models.not_allowed import NotAllowed
    from ...models.not_supported import NotSupported
    from ...models.o_auth_scope_mismatch import OAuthScopeMismatch
    from ...models.record_limit_exceeded import RecordLimitExceeded
    from ...models.too_many_requests import TooManyRequests
    from ...models.unable_to_parse_data_type import UnableToParseDataType
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.types import Response

    _Answer: TypeAlias = (
        MassChangeOwnerScheduled
        | AmbiguityDuringProcessing
        | ApiNotSupported
        | AuthenticationFailure
        | AuthorizationFailed
        | CombinedCriteriaLimitExceeded
        | DependentFieldMissing
        | DependentMismatch
        | ExpectedFieldMissing
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
        | MandatoryNotFound
        | NoPermission
        | NoRecordsFound
        | NotAllowed
        | NotSupported
        | OAuthScopeMismatch
        | RecordLimitExceeded
        | TooManyRequests
        | UnableToParseDataType
    )

_OPERATION = Operation(
    operation_id="schedule_mass_change_owner",
    method="POST",
    path="/crm/{version}/{module_api_name}/actions/mass_change_owner",
    versions=["v4", "v5", "v6", "v7", "v8"],
    replies={
        200: Reply(success=("MassChangeOwnerScheduled",)),
        202: Reply(success=("MassChangeOwnerScheduled",)),
        400: Reply(
            codes=[
                "INVALID_DATA",
                "MANDATORY_NOT_FOUND",
                "RECORD_LIMIT_EXCEEDED",
                "COMBINED_CRITERIA_LIMIT_EXCEEDED",
                "EXPECTED_FIELD_MISSING",
                "AMBIGUITY_DURING_PROCESSING",
                "DEPENDENT_FIELD_MISSING",
                "DEPENDENT_MISMATCH",
                "NOT_ALLOWED",
                "NO_RECORDS_FOUND",
                "NOT_SUPPORTED",
                "INVALID_MODULE",
                "AUTHORIZATION_FAILED",
                "API_NOT_SUPPORTED",
                "INVALID_REQUEST_METHOD",
                "INVALID_REQUEST",
                "INVALID_HOST",
                "UNABLE_TO_PARSE_DATA_TYPE",
            ]
        ),
        401: Reply(codes=["AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "INVALID_TOKEN", "INVALID_OAUTHTOKEN"]),
        403: Reply(codes=["NO_PERMISSION"]),
        404: Reply(codes=["INVALID_URL_PATTERN"]),
        429: Reply(codes=["TOO_MANY_REQUESTS"]),
        500: Reply(codes=["INTERNAL_ERROR", "INTERNAL_SERVER_ERROR"]),
    },
    status=Link(
        "get_mass_change_owner_status",
        {"module_api_name": "$request.path.module_api_name", "job_id": "$response.body#/data/0/details/job_id"},
    ),
)


def sync(
    module_api_name: MassChangeOwnerStandardModule | str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerScheduled:
    """Give the records of a custom view to another user.

    Schedules a job that makes a user the owner of the records of a custom view, limited to a territory and by one
    condition if asked. The owners of related records stay as they are.

    Args:
        module_api_name: The module whose records change their owner, by its API name.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: Which records, and whose they become.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job was scheduled.
        The job was scheduled, as the newest source has it.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        RecordLimitExceededError: 400. The custom view has more records than the operation takes.
        CombinedCriteriaLimitExceededError: 400. The custom view and the request have more criteria together than
            the operation takes.
        ExpectedFieldMissingError: 400. None of the keys is there of which one is needed.
        AmbiguityDuringProcessingError: 400. Two keys that name the same thing contradict each other.
        DependentFieldMissingError: 400. A key lacks the key it depends on.
        DependentMismatchError: 400. A key contradicts the key it depends on.
        NotAllowedError: 400. What is asked for is not allowed.
        NoRecordsFoundError: 400. There is no record to work on.
        NotSupportedError: 400. The module or the record does not support the operation.
        InvalidModuleError: 400. The module does not exist, is hidden from the user, or is not supported by the
            API.
        AuthorizationFailedError: 400. The user does not have the privilege.
        ApiNotSupportedError: 400. This API version does not have the operation yet.
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


    Source: documented; v7; Mass Change Owner.
    """
    return cast(
        "MassChangeOwnerScheduled",
        raise_for_error(sync_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: MassChangeOwnerStandardModule | str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Give the records of a custom view to another user.

    Schedules a job that makes a user the owner of the records of a custom view, limited to a territory and by one
    condition if asked. The owners of related records stay as they are.

    Args:
        module_api_name: The module whose records change their owner, by its API name.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: Which records, and whose they become.
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

    Source: documented; v7; Mass Change Owner.
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
    module_api_name: MassChangeOwnerStandardModule | str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerScheduled:
    """Give the records of a custom view to another user.

    Schedules a job that makes a user the owner of the records of a custom view, limited to a territory and by one
    condition if asked. The owners of related records stay as they are.

    Args:
        module_api_name: The module whose records change their owner, by its API name.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: Which records, and whose they become.
        timeout: The limit on each part of the call, in seconds, in place of the client's.
        headers: Headers beside the client's.


    Returns:
        The job was scheduled.
        The job was scheduled, as the newest source has it.

    Raises:
        ValueError: The operation does not have the client's version, or an argument cannot be part of a path.
        TransportError: No answer came.
        SubmissionUncertain: It may have been carried out or not.
        UnexpectedResponse: The answer is not a documented one.
        InvalidDataError: 400. A value is wrong, such as an id that does not exist or is malformed, or a value
            that the field does not take.
        MandatoryNotFoundError: 400. A parameter or key that the operation needs is missing.
        RecordLimitExceededError: 400. The custom view has more records than the operation takes.
        CombinedCriteriaLimitExceededError: 400. The custom view and the request have more criteria together than
            the operation takes.
        ExpectedFieldMissingError: 400. None of the keys is there of which one is needed.
        AmbiguityDuringProcessingError: 400. Two keys that name the same thing contradict each other.
        DependentFieldMissingError: 400. A key lacks the key it depends on.
        DependentMismatchError: 400. A key contradicts the key it depends on.
        NotAllowedError: 400. What is asked for is not allowed.
        NoRecordsFoundError: 400. There is no record to work on.
        NotSupportedError: 400. The module or the record does not support the operation.
        InvalidModuleError: 400. The module does not exist, is hidden from the user, or is not supported by the
            API.
        AuthorizationFailedError: 400. The user does not have the privilege.
        ApiNotSupportedError: 400. This API version does not have the operation yet.
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


    Source: documented; v7; Mass Change Owner.
    """
    return cast(
        "MassChangeOwnerScheduled",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, body=body, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: MassChangeOwnerStandardModule | str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[_Answer]:
    """Give the records of a custom view to another user.

    Schedules a job that makes a user the owner of the records of a custom view, limited to a territory and by one
    condition if asked. The owners of related records stay as they are.

    Args:
        module_api_name: The module whose records change their owner, by its API name.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: Which records, and whose they become.
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

    Source: documented; v7; Mass Change Owner.
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
    module_api_name: MassChangeOwnerStandardModule | str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[MassChangeOwnerStatus]:
    """Give the records of a custom view to another user, and returns a handle on the job.

    Args:
        module_api_name: The module whose records change their owner, by its API name.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: Which records, and whose they become.
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
    module_api_name: MassChangeOwnerStandardModule | str,
    *,
    client: Client,
    body: MassChangeOwnerRequest,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> JobHandle[MassChangeOwnerStatus]:
    """Give the records of a custom view to another user, and returns a handle on the job.

    Args:
        module_api_name: The module whose records change their owner, by its API name.
        client: What to call with, in v4, v5, v6, v7, v8.
        body: Which records, and whose they become.
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
