# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""Get the details of a bulk write job: GET /crm/bulk/{version}/write/{job_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...runtime.call import call, call_asyncio
from ...runtime.operation import Operation, Reply, Sum, Waiter
from ...runtime.responses import raise_for_error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from ...models.bulk_write_job import BulkWriteJob
    from ...runtime.client import Client
    from ...runtime.jobs.handle import JobHandle
    from ...runtime.jobs.polling import PollPolicy
    from ...runtime.jobs.progress import Progress
    from ...runtime.types import Response

_OPERATION = Operation(
    operation_id="get_bulk_write_job",
    method="GET",
    path="/crm/bulk/{version}/write/{job_id}",
    versions=["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"],
    replies={200: Reply(success=("BulkWriteJob",))},
    errors=(400, 401, 403, 404, 429, 500),
    waiter=Waiter(
        job=["job_id"],
        state="$response.body#/status",
        pending=["ADDED", "IN PROGRESS", "INPROGRESS"],
        success=["COMPLETED"],
        failure=["FAILED", "SKIPPED"],
        counts={
            "total": Sum(each="$response.body#/resource", pointer="/file/total_count"),
            "added": Sum(each="$response.body#/resource", pointer="/file/added_count"),
            "updated": Sum(each="$response.body#/resource", pointer="/file/updated_count"),
            "skipped": Sum(each="$response.body#/resource", pointer="/file/skipped_count"),
        },
        initial_delay=2.0,
        max_delay=120.0,
        absent=[(400, "RESOURCE_NOT_FOUND"), (404, "RESOURCE_NOT_FOUND")],
        result=("$response.body#/result/download_url", "download_bulk_write_result"),
        total_at_end=True,
    ),
)


def sync(
    job_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteJob:
    """Get the details of a bulk write job.

    Returns the state of the job, what it writes, how many rows of each file were added, updated and skipped, and
    the URL of its result.

    Args:
        job_id: The id of the bulk write job, from the response of Create Bulk Write Job.
        client: The client, whose API version is one of v2.1, v3, v4, v5, v6, v7, v8.
        timeout: The limit for each part of the call, in seconds. None means the client's.
        headers: Extra headers, sent in addition to the client's.

    Returns:
        The job.

    Raises:
        ValueError: The client's API version lacks this operation, or an argument cannot be part of a path.
        TransportError: No response was received.
        UnexpectedResponse: The document does not describe the response.
        ResourceNotFoundError: The job does not exist. HTTP 400 or 404.
        ApiError: An error that every operation can have: see ``errors.PLATFORM``.

    Source: Postman collection, Job Details, v2.1.
    """
    return cast("BulkWriteJob", raise_for_error(sync_detailed(job_id, client=client, timeout=timeout, headers=headers)))


def sync_detailed(
    job_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteJob]:
    """Like ``sync``, but returns the whole ``Response``, whose ``error`` is the one that ``sync`` raises."""
    return call(_OPERATION, client, path={"job_id": job_id}, timeout=timeout, extra=headers)


async def asyncio(
    job_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> BulkWriteJob:
    """Like ``sync``, without blocking."""
    return cast(
        "BulkWriteJob", raise_for_error(await asyncio_detailed(job_id, client=client, timeout=timeout, headers=headers))
    )


async def asyncio_detailed(
    job_id: str,
    *,
    client: Client,
    timeout: float | httpx.Timeout | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[BulkWriteJob]:
    """Like ``sync_detailed``, without blocking."""
    return await call_asyncio(_OPERATION, client, path={"job_id": job_id}, timeout=timeout, extra=headers)


def wait(
    job_id: str,
    *,
    client: Client,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> BulkWriteJob:
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

    job: JobHandle[BulkWriteJob] = JobHandle("get_bulk_write_job", {"job_id": job_id}, client=client)
    return job.wait(timeout, policy=policy, on_progress=on_progress)


async def wait_asyncio(
    job_id: str,
    *,
    client: Client,
    timeout: float = 3600.0,
    policy: PollPolicy | None = None,
    on_progress: Callable[[Progress], object] | None = None,
) -> BulkWriteJob:
    """Like ``wait``, without blocking."""
    from ...runtime.jobs.handle import JobHandle

    job: JobHandle[BulkWriteJob] = JobHandle("get_bulk_write_job", {"job_id": job_id}, client=client)
    return await job.wait_asyncio(timeout, policy=policy, on_progress=on_progress)
