# Made from openapi/openapi.yaml by scripts/generate. Do not edit.
"""The resource ``bulk_write`` of both clients. Insert, update or upsert the rows of a CSV file in one job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..api.bulk_write import (
    create_bulk_write_job,
    download_bulk_write_result,
    get_bulk_write_job,
    upload_bulk_write_file,
)
from ..runtime import codec
from ..runtime.call import check
from ..runtime.jobs.handle import AsyncJobHandle, JobHandle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

    from .. import models, params
    from ..runtime.client import BaseClient
    from ..runtime.types import File


class BulkWrite:
    """Insert, update or upsert the rows of a CSV file in one job."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def get_job(
        self,
        job_id: str,
        *,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.BulkWriteJob:
        """Get the details of a bulk write job.

        Returns the state of the job, what it writes, how many rows of each file were added, updated and skipped,
        and the URL of its result.

        Args:
            job_id: The id of the bulk write job, from the response of Create Bulk Write Job.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            ResourceNotFoundError: The job does not exist. HTTP 400 or 404.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_bulk_write_job._OPERATION,
            {
                "job_id": job_id,
            },
        )
        return get_bulk_write_job.sync(job_id, client=self._client, timeout=timeout, headers=headers)

    def job(
        self,
        job_id: str,
    ) -> JobHandle[models.BulkWriteJob]:
        """Return a handle on a job whose id is known, to poll it or to wait for it. No request is sent."""
        return JobHandle(
            "get_bulk_write_job",
            {
                "job_id": job_id,
            },
            client=self._client,
        )

    def create_job(
        self,
        *,
        operation: params.BulkWriteOperation | models.BulkWriteOperation,
        resource: Sequence[params.BulkWriteTargetDict | models.BulkWriteTarget],
        character_encoding: str | None = None,
        ignore_empty: bool | None = None,
        callback: params.BulkWriteCallbackDict | Mapping[str, Any] | models.BulkWriteCallback | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> JobHandle[models.BulkWriteJob]:
        """Create a bulk write job.

        Creates a job that inserts, updates or upserts the rows of an uploaded file. When the job ends, Zoho posts
        its details to the callback, if the request has one. It costs 500 API credits.

        Args:
            operation: The operation on each row.
            resource: One entry for each module.
            character_encoding: The encoding of the files. Detected by default.
            ignore_empty: Whether an empty cell leaves the field unchanged. Defaults to false.
            callback: The URL to which Zoho posts the job's details when the job ends.
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
            MandatoryFieldsNotMappedError: A mandatory field of the module has no column. HTTP 400. Map all the
                mandatory fields in the module.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400. Include the
                required key in the input.
            InvalidFieldError: The module does not have the field. HTTP 400. Specify the correct API name of the
                field.
            InvalidFormatError: The date format is invalid. HTTP 400. Input the date in the correct format.
            InvalidFileIdError: The uploaded file does not exist. HTTP 400. Specify the correct file ID you
                received while uploading the CSV file.
            HeaderLimitExceededError: More than 200 columns are mapped. HTTP 400. You can only map up to 200
                fields.
            ColumnIndexNotFoundError: A column's index is negative or missing. HTTP 400. "index" can only take
                positive integer values.
            ModuleNotAvailableError: The module does not exist or is not supported. HTTP 400. The API name of the
                module is either wrong or this module is not supported for a bulk write job. Refer to the "Possible
                module name" section for the list of supported modules.
            InvalidCallbackUrlError: The callback's URL is invalid. HTTP 400.
            InvalidCallbackMethodError: The callback's method is not "post". HTTP 400.
            CoexistenceNotAllowedError: Two keys cannot be used together. HTTP 400.
            MissingRequiredKeyError: A required key is missing. HTTP 400.
            FileNotSupportedError: The file is not suitable for a bulk write. HTTP 400.
            ZipFileNotFoundError: There is no uploaded file of this id. HTTP 400.
            RequestBodyNotSupportedError: The request's body is not supported. HTTP 400.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "operation": operation,
                "resource": resource,
                "character_encoding": character_encoding,
                "ignore_empty": ignore_empty,
                "callback": callback,
            }
        )
        check(create_bulk_write_job._OPERATION, {}, body)
        response = create_bulk_write_job.sync_detailed(client=self._client, body=body, timeout=timeout, headers=headers)
        return JobHandle._started(create_bulk_write_job._OPERATION, self._client, {}, response)

    def upload_file(
        self,
        *,
        file: File,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.BulkWriteUpload:
        """Upload a file for a bulk write.

        Stores a zip file with CSV files for a bulk write job: one for a module, or one for a parent and one for
        each kind of its children. A CSV file has at most 25,000 rows and 200 columns. Comma, semicolon, colon and
        pipe are the possible delimiters; Zoho detects them in the header.

        Args:
            file: The zip file, at most 25 MB.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The file was stored; or, as captured, it was not stored, although the HTTP status is 200.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            InvalidFileFormatError: The file is not a zip file. HTTP 200 or 400.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            NotSupportedFeatureError: The header names an unknown feature. HTTP 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
            FileTooLargeError: The file is larger than 25 MB. HTTP 413.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "file": file,
            }
        )
        check(upload_bulk_write_file._OPERATION, {}, body)
        return upload_bulk_write_file.sync(client=self._client, body=body, timeout=timeout, headers=headers)

    def download_result(
        self,
        organization: str,
        job_id: str,
        file_name: str,
        *,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """Download the result of a bulk write job.

        Downloads the zip file at `result.download_url` of a completed job. The file is available for 7 days. Call
        that URL as it is: host and path differ between the sources.

        Args:
            organization: The id of the organization (zgid), after "org" in the URLs of newer versions.
            job_id: The id of the bulk write job.
            file_name: The file name of the result, which is the job id and ".zip".
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The result, a zip file. It has one CSV file for each file that was written, named `<module>-<file>`,
                with the first three mapped columns and STATUS (added, skipped, updated or unprocessed), RECORD_ID and
                ERRORS. ERRORS is a list of `CODE-Header,Header` joined by `:`, such as `MANDATORY_NOT_FOUND-
                Company,Last_Name:DUPLICATE_DATA-Email`. The codes are MANDATORY_NOT_FOUND, INVALID_DATA,
                DUPLICATE_DATA, NOT_APPROVED, BLOCKED_RECORD, CANNOT_PROCESS, LIMIT_EXCEEDED and RESOURCE_NOT_FOUND.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            ResourceNotFoundError: The job does not exist. HTTP 404.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            download_bulk_write_result._OPERATION,
            {
                "organization": organization,
                "job_id": job_id,
                "file_name": file_name,
            },
        )
        return download_bulk_write_result.sync(
            organization, job_id, file_name, client=self._client, timeout=timeout, headers=headers
        )


class AsyncBulkWrite:
    """Insert, update or upsert the rows of a CSV file in one job."""

    __slots__ = ("_client",)

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    async def get_job(
        self,
        job_id: str,
        *,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.BulkWriteJob:
        """Get the details of a bulk write job.

        Returns the state of the job, what it writes, how many rows of each file were added, updated and skipped,
        and the URL of its result.

        Args:
            job_id: The id of the bulk write job, from the response of Create Bulk Write Job.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The job.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            ResourceNotFoundError: The job does not exist. HTTP 400 or 404.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            get_bulk_write_job._OPERATION,
            {
                "job_id": job_id,
            },
        )
        return await get_bulk_write_job.asyncio(job_id, client=self._client, timeout=timeout, headers=headers)

    def job(
        self,
        job_id: str,
    ) -> AsyncJobHandle[models.BulkWriteJob]:
        """Return a handle on a job whose id is known, to poll it or to wait for it. No request is sent."""
        return AsyncJobHandle(
            "get_bulk_write_job",
            {
                "job_id": job_id,
            },
            client=self._client,
        )

    async def create_job(
        self,
        *,
        operation: params.BulkWriteOperation | models.BulkWriteOperation,
        resource: Sequence[params.BulkWriteTargetDict | models.BulkWriteTarget],
        character_encoding: str | None = None,
        ignore_empty: bool | None = None,
        callback: params.BulkWriteCallbackDict | Mapping[str, Any] | models.BulkWriteCallback | None = None,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncJobHandle[models.BulkWriteJob]:
        """Create a bulk write job.

        Creates a job that inserts, updates or upserts the rows of an uploaded file. When the job ends, Zoho posts
        its details to the callback, if the request has one. It costs 500 API credits.

        Args:
            operation: The operation on each row.
            resource: One entry for each module.
            character_encoding: The encoding of the files. Detected by default.
            ignore_empty: Whether an empty cell leaves the field unchanged. Defaults to false.
            callback: The URL to which Zoho posts the job's details when the job ends.
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
            MandatoryFieldsNotMappedError: A mandatory field of the module has no column. HTTP 400. Map all the
                mandatory fields in the module.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400. Include the
                required key in the input.
            InvalidFieldError: The module does not have the field. HTTP 400. Specify the correct API name of the
                field.
            InvalidFormatError: The date format is invalid. HTTP 400. Input the date in the correct format.
            InvalidFileIdError: The uploaded file does not exist. HTTP 400. Specify the correct file ID you
                received while uploading the CSV file.
            HeaderLimitExceededError: More than 200 columns are mapped. HTTP 400. You can only map up to 200
                fields.
            ColumnIndexNotFoundError: A column's index is negative or missing. HTTP 400. "index" can only take
                positive integer values.
            ModuleNotAvailableError: The module does not exist or is not supported. HTTP 400. The API name of the
                module is either wrong or this module is not supported for a bulk write job. Refer to the "Possible
                module name" section for the list of supported modules.
            InvalidCallbackUrlError: The callback's URL is invalid. HTTP 400.
            InvalidCallbackMethodError: The callback's method is not "post". HTTP 400.
            CoexistenceNotAllowedError: Two keys cannot be used together. HTTP 400.
            MissingRequiredKeyError: A required key is missing. HTTP 400.
            FileNotSupportedError: The file is not suitable for a bulk write. HTTP 400.
            ZipFileNotFoundError: There is no uploaded file of this id. HTTP 400.
            RequestBodyNotSupportedError: The request's body is not supported. HTTP 400.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "operation": operation,
                "resource": resource,
                "character_encoding": character_encoding,
                "ignore_empty": ignore_empty,
                "callback": callback,
            }
        )
        check(create_bulk_write_job._OPERATION, {}, body)
        response = await create_bulk_write_job.asyncio_detailed(
            client=self._client, body=body, timeout=timeout, headers=headers
        )
        return AsyncJobHandle._started(create_bulk_write_job._OPERATION, self._client, {}, response)

    async def upload_file(
        self,
        *,
        file: File,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> models.BulkWriteUpload:
        """Upload a file for a bulk write.

        Stores a zip file with CSV files for a bulk write job: one for a module, or one for a parent and one for
        each kind of its children. A CSV file has at most 25,000 rows and 200 columns. Comma, semicolon, colon and
        pipe are the possible delimiters; Zoho detects them in the header.

        Args:
            file: The zip file, at most 25 MB.
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The file was stored; or, as captured, it was not stored, although the HTTP status is 200.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            SubmissionUncertain: The request may have taken effect.
            UnexpectedResponse: The document does not describe the response.
            InvalidFileFormatError: The file is not a zip file. HTTP 200 or 400.
            InvalidDataError: A value is wrong, such as an id that does not exist or is malformed, or a value that
                the field does not accept. HTTP 400.
            NotSupportedFeatureError: The header names an unknown feature. HTTP 400.
            MandatoryNotFoundError: A parameter or key that the operation needs is missing. HTTP 400.
            FileTooLargeError: The file is larger than 25 MB. HTTP 413.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        body = codec.without_none(
            {
                "file": file,
            }
        )
        check(upload_bulk_write_file._OPERATION, {}, body)
        return await upload_bulk_write_file.asyncio(client=self._client, body=body, timeout=timeout, headers=headers)

    async def download_result(
        self,
        organization: str,
        job_id: str,
        file_name: str,
        *,
        timeout: float | httpx.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """Download the result of a bulk write job.

        Downloads the zip file at `result.download_url` of a completed job. The file is available for 7 days. Call
        that URL as it is: host and path differ between the sources.

        Args:
            organization: The id of the organization (zgid), after "org" in the URLs of newer versions.
            job_id: The id of the bulk write job.
            file_name: The file name of the result, which is the job id and ".zip".
            timeout: The limit for each part of the call, in seconds. Defaults to the client's.
            headers: Extra headers, sent in addition to the client's.

        Returns:
            The result, a zip file. It has one CSV file for each file that was written, named `<module>-<file>`,
                with the first three mapped columns and STATUS (added, skipped, updated or unprocessed), RECORD_ID and
                ERRORS. ERRORS is a list of `CODE-Header,Header` joined by `:`, such as `MANDATORY_NOT_FOUND-
                Company,Last_Name:DUPLICATE_DATA-Email`. The codes are MANDATORY_NOT_FOUND, INVALID_DATA,
                DUPLICATE_DATA, NOT_APPROVED, BLOCKED_RECORD, CANNOT_PROCESS, LIMIT_EXCEEDED and RESOURCE_NOT_FOUND.

        Raises:
            ValueError: The client's API version lacks this operation, or an argument is not as documented.
            TransportError: No response was received.
            UnexpectedResponse: The document does not describe the response.
            ResourceNotFoundError: The job does not exist. HTTP 404.
            ApiError: An error that every operation can have: see ``errors.PLATFORM``.
        """
        check(
            download_bulk_write_result._OPERATION,
            {
                "organization": organization,
                "job_id": job_id,
                "file_name": file_name,
            },
        )
        return await download_bulk_write_result.asyncio(
            organization, job_id, file_name, client=self._client, timeout=timeout, headers=headers
        )
