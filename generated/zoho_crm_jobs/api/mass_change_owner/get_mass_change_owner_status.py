# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the status of a mass change owner job: GET /crm/{version}/{module_api_name}/actions/mass_change_owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply, Waiter
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from ...models.mass_change_owner_status import MassChangeOwnerStatus
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.jobs.polling import PollPolicy
    from ...runtime.jobs.progress import Progress
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="get_mass_change_owner_status",
    method="GET",
    path="/crm/{version}/{module_api_name}/actions/mass_change_owner",
    versions=["v4", "v5", "v6", "v7", "v8"],
    replies={200: Reply(success=("MassChangeOwnerStatus",)), 204: Reply(means_not_found=True)},
    errors=(400, 401, 403, 404, 429, 500),
    waiter=Waiter(
        job=["module_api_name", "job_id"],
        state="$response.body#/data/0/Status",
        pending=["SCHEDULED", "RUNNING"],
        success=["COMPLETED"],
        failure=["FAILED"],
        counts={
            "total": "$response.body#/data/0/Total_Count",
            "succeeded": "$response.body#/data/0/Updated_Count",
            "failed": "$response.body#/data/0/Failed_Count",
            "remaining": "$response.body#/data/0/Not_Updated_Count",
        },
        initial_delay=2.0,
        max_delay=120.0,
        absent=[(404, "NOT_FOUND"), (404, "REQUIRED_PARAM_MISSING")],
    ),
)


def sync(
    module_api_name: str,
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerStatus:
    """Get the status of a mass change owner job.

    Returns how many records of a change of owner were changed, failed, and remain. The status can be read for 60
    days.

    Args:
        module_api_name: The API name of the module whose records get a new owner.
        client: The client, whose API version is one of v4, v5, v6, v7, v8.
        job_id: The id of the mass change owner job, from the response of Mass Change Owner.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The progress of the job.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        UnexpectedResponse: The document does not describe the response.
        RequiredParamMissingError: A query parameter that the operation needs is missing. HTTP 400 or 404. The
            specified job_id is not found or invalid. Specify a valid job_id.
        InvalidModuleError: The module does not exist, is hidden from the user, or is not supported by the API. HTTP
            400.
        ApiNotSupportedError: This API version does not have the operation yet. HTTP 400.
        NoSuchJobError: The job does not exist, or belongs to another module. HTTP 404.
        JobNotFound: The job does not exist, has expired, or belongs to another user.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Mass Change Owner Status, v8.
    """
    return cast(
        "MassChangeOwnerStatus",
        raise_for_error(sync_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)),
    )


def sync_detailed(
    module_api_name: str,
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassChangeOwnerStatus]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={"job_id": job_id},
        timeout=timeout,
        extra=headers,
    )


async def asyncio(
    module_api_name: str,
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> MassChangeOwnerStatus:
    """Like ``sync``, without blocking."""
    return cast(
        "MassChangeOwnerStatus",
        raise_for_error(
            await asyncio_detailed(module_api_name, client=client, job_id=job_id, timeout=timeout, headers=headers)
        ),
    )


async def asyncio_detailed(
    module_api_name: str,
    *,
    client: Client,
    job_id: str,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[MassChangeOwnerStatus]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(
        _OPERATION,
        client,
        path={"module_api_name": module_api_name},
        query={"job_id": job_id},
        timeout=timeout,
        extra=headers,
    )


def wait(
    module_api_name: str,
    *,
    client: Client,
    job_id: str,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> MassChangeOwnerStatus:
    """Wait until the job has ended, and return its last status. Its counts include the records that failed.

    Interrupting the wait does not cancel the job. Arguments that are not listed here are those of ``sync``.

    Args:
        timeout: The longest wait, in seconds.
        policy: When to poll. None means ``ProgressAware()``.
        on_progress: A function that is called with the progress after each poll.

    Raises:
        ValueError: An argument is out of range.
        JobFailed: The job ended without doing its work.
        JobTimedOut: The job is unfinished after ``timeout`` seconds. It continues.
        JobNotFound: The job does not exist.
        ZohoCRMError: A poll failed, even after retries, with an error of ``sync``.
    """
    from ...runtime.jobs.handle import JobHandle

    job: JobHandle[MassChangeOwnerStatus] = JobHandle(
        "get_mass_change_owner_status", {"module_api_name": module_api_name, "job_id": job_id}, client=client
    )
    return job.wait(timeout, policy=policy, on_progress=on_progress)


async def wait_asyncio(
    module_api_name: str,
    *,
    client: Client,
    job_id: str,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> MassChangeOwnerStatus:
    """Like ``wait``, without blocking."""
    from ...runtime.jobs.handle import JobHandle

    job: JobHandle[MassChangeOwnerStatus] = JobHandle(
        "get_mass_change_owner_status", {"module_api_name": module_api_name, "job_id": job_id}, client=client
    )
    return await job.wait_asyncio(timeout, policy=policy, on_progress=on_progress)
