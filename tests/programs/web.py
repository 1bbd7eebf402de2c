"""A web handler: a sales app converts a lead, and gets an answer in five seconds that says what to show."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from zoho_crm_jobs import AsyncClient, errors
from zoho_crm_jobs.params import LeadConversionDict

STATUSES = {"not_found": 404, "conflict": 409, "validation": 422, "permission_denied": 403}


def app_of(crm: AsyncClient) -> Starlette:
    """Return the app, which uses a client for all of its requests."""

    async def convert(request: Request) -> JSONResponse:
        form = await request.json()
        conversion: LeadConversionDict = {"overwrite": bool(form.get("overwrite")), "notify_lead_owner": True}
        if account := form.get("account"):
            conversion["Accounts"] = {"id": account}
        if contact := form.get("contact"):
            conversion["Contacts"] = {"id": contact}
        if assignee := form.get("owner"):
            conversion["assign_to"] = {"id": assignee}
        try:
            converted = await crm.convert_lead.convert(request.path_params["lead"], data=conversion, timeout=5)
        except errors.SubmissionUncertain:
            return JSONResponse({"error": "look at the lead: it may have been converted"}, 504)
        except errors.ApiError as error:
            status = 503 if error.retryable else STATUSES.get(error.kind or "", 502)
            return JSONResponse({"error": error.message, "code": error.code, "hint": error.hint}, status)
        except (errors.TransportError, ValueError) as error:
            return JSONResponse({"error": str(error)}, 503 if isinstance(error, errors.TransportError) else 422)
        return JSONResponse(converted.data[0].details.to_dict())

    return Starlette(routes=[Route("/leads/{lead}/convert", convert, methods=["POST"])])
