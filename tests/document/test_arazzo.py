"""The workflows: valid, the same as the document's links and waiters, and carried out against the sandbox."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any, ClassVar

import httpx
import jsonschema_rs
import pytest
import yaml
from codegen.generate import ROOT
from zoho_crm_sandbox import Clock, Sandbox

from tests.support.arazzo import Outcome, Runner
from tests.support.bulk_files import packed
from tests.support.spec import DOCUMENT, IDS, OPERATIONS, content, resolve, responses

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = ROOT / "openapi/dist/workflows.arazzo.yaml"
DESCRIPTION = yaml.safe_load(FILE.read_text("utf-8"))
WORKFLOWS = {workflow["workflowId"]: workflow for workflow in DESCRIPTION["workflows"]}
STEPS = [(name, step) for name, workflow in WORKFLOWS.items() for step in workflow["steps"]]
WAITERS = {
    step["stepId"]: (name, step, responses(step["operationId"])[200]["x-waiter"])
    for name, step in STEPS
    if "x-waiter" in responses(step["operationId"]).get(200, {})
}


class TestForm:
    """They are a valid Arazzo document, which speaks of the OpenAPI document beside it."""

    def test_schema(self) -> None:
        schema = yaml.safe_load((ROOT / "tests/document/arazzo_schema/schema.yaml").read_text("utf-8"))
        check = jsonschema_rs.Draft202012Validator(schema)

        assert [error.message for error in check.iter_errors(DESCRIPTION)] == []
        assert not check.is_valid({**DESCRIPTION, "arazzo": "2.0.0"})

    def test_the_document_that_they_speak_of(self) -> None:
        [source] = DESCRIPTION["sourceDescriptions"]
        document = yaml.safe_load(FILE.with_name(source["url"]).read_text("utf-8"))

        assert document["info"]["version"] == DESCRIPTION["info"]["version"]

    @pytest.mark.parametrize("step", [step for _, step in STEPS], ids=lambda step: step["stepId"])
    def test_calls_are_complete(self, step: Any) -> None:
        """Each step gives the parameters of its operation, where they belong, and a body where one is needed."""
        operation = OPERATIONS[step["operationId"]][1]
        declared = [resolve(node) for node in operation.get("parameters", [])]
        body = operation.get("requestBody", {})

        assert {(node["name"], node["in"]) for node in step["parameters"]} == {
            (node["name"], node["in"]) for node in declared if node["required"]
        }
        assert [step["requestBody"]["contentType"] if "requestBody" in step else None] == list(
            body.get("content", [None])
        )

    def test_inputs_are_used_and_required(self) -> None:
        for name, workflow in WORKFLOWS.items():
            text = json.dumps(workflow["steps"]) + json.dumps(workflow["x-security"])
            assert set(workflow["inputs"]["required"]) == set(workflow["inputs"]["properties"]), name
            assert all(f"$inputs.{key}" in text for key in workflow["inputs"]["required"]), name


def traced(value: Any, steps: dict[str, Any]) -> Any:
    """Return a value; what it takes from the outputs of a step becomes that step's own expression."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        found = {key: traced(part, steps) for key, part in items}
        return found if isinstance(value, dict) else list(found.values())
    for step_id, step in steps.items():
        for name, expression in step.get("outputs", {}).items():
            value = str(value).replace(f"$steps.{step_id}.outputs.{name}", expression)
    return value


class TestLinks:
    """What a step hands on is what the document's link hands on."""

    LINKS: ClassVar = {
        f"{source}-{status}-{name}": (source, link)
        for source in IDS
        if OPERATIONS[source][1]["tags"] != ["oauth"]  # tokens are got before a workflow begins
        for status, response in responses(source).items()
        for name, link in response.get("links", {}).items()
        if link["operationId"] != source
    }

    @pytest.mark.parametrize("name", LINKS)
    def test_same(self, name: str) -> None:
        source, link = self.LINKS[name]
        workflows = [
            {step["stepId"]: step for step in workflow["steps"]}
            for workflow in WORKFLOWS.values()
            if source in [step["operationId"] for step in workflow["steps"]]
        ]
        [steps] = workflows
        [first] = [step for step in steps.values() if step["operationId"] == source]
        given = {node["name"]: node["value"] for node in first["parameters"]}
        targets = [step for step in steps.values() if step["operationId"] == link["operationId"]]
        assert targets
        for target in targets:
            taken = {node["name"]: traced(node["value"], steps) for node in target["parameters"]}
            for parameter, expression in link["parameters"].items():
                expected = given[parameter] if expression == f"$request.path.{parameter}" else expression
                assert taken[parameter] == expected, (target["stepId"], parameter)
            # The module and the operation of a link's body are samples; what it takes from the response is not.
            bodies = link.get("x-bodies", {})
            if len(bodies) == 1:
                [replacement] = target["requestBody"]["replacements"]
                assert replacement["target"] == "/resource/0/file_id"
                assert traced(replacement["value"], steps) == bodies["insert"]["resource"][0]["file_id"]
            elif bodies:
                name = target["stepId"].removeprefix("convert_")
                assert traced(target["requestBody"]["payload"], steps) == bodies[name]

    def test_parts_of_all_systems(self) -> None:
        """Every operation of a system is in a workflow, but for the one that only v2.1 has."""
        jobs = {name for name in IDS if OPERATIONS[name][1]["tags"] != ["oauth"]} - {
            "convert_lead_v2_1",
            "convert_lead_v3",
        }
        assert {step["operationId"] for _, step in STEPS} == jobs


class TestWaiters:
    """A status step waits as ``x-waiter`` says."""

    @staticmethod
    def run(step_id: str, *states: str, status: int = 200) -> Outcome:
        """Run a workflow whose jobs go through some states and stay in the last one."""
        name, step, waiter = WAITERS[step_id]
        left = list(states)

        def answer(request: httpx.Request) -> httpx.Response:
            submitted = [{"code": "SUCCESS", "status": "success", "details": {"job_id": "1"}}]
            if request.method == "POST":
                code = {"upload": 200, "mass_convert": 202, "write": 201}.get(request.url.path.split("/")[-1], 200)
                details = {"id": "1", "job_id": "1", "file_id": "1"}
                body = {"data": submitted, "code": "SCHEDULED", "status": "success", "details": details}
                return httpx.Response(code, json=body)
            sample = next(iter(content(responses(step["operationId"])[200])["examples"].values()))
            text = json.loads(json.dumps(resolve(sample)["value"]))
            *path, last = waiter["state"].removeprefix("$response.body#/").split("/")
            place = text
            for key in path:
                place = place[int(key)] if key.isdigit() else place[key]
            place[last] = left.pop(0) if len(left) > 1 else left[0]
            return httpx.Response(status, json=text)

        inputs = {**dict.fromkeys(WORKFLOWS[name]["inputs"]["required"], "1"), "body": {"resource": [{}]}}
        with httpx.Client(transport=httpx.MockTransport(answer), base_url="http://zoho") as client:
            return Runner(DESCRIPTION, DOCUMENT, client, lambda _: None).run(name, **{**inputs, "file": b""})

    def test_every_waiter_has_a_step(self) -> None:
        declared = [name for name in IDS if "x-waiter" in responses(name).get(200, {})]
        assert sorted(WAITERS) == sorted(declared)

    @pytest.mark.parametrize("step_id", WAITERS)
    def test_states(self, step_id: str) -> None:
        """Success and failure end it, and anything else is asked for again."""
        waiter = WAITERS[step_id][2]
        for state in waiter["success"]:
            assert self.run(step_id, state).taken.count(step_id) == 1
            assert self.run(step_id, state).failed_at is None
        for state in waiter["failure"]:
            outcome = self.run(step_id, state)
            assert (outcome.failed_at, outcome.taken.count(step_id)) == (step_id, 1)
        for state in [*waiter["pending"], "UNHEARD_OF"]:
            outcome = self.run(step_id, state, *waiter["success"])
            assert (outcome.failed_at, outcome.taken.count(step_id)) == (None, 2)
            assert outcome.waited == waiter["delay"]["first"]
        assert all(f"`{state}`" in WAITERS[step_id][1]["description"] for state in waiter["pending"])

    @pytest.mark.parametrize("step_id", WAITERS)
    def test_delays(self, step_id: str) -> None:
        """It waits as long as suggested, first briefly and then long, and not for ever."""
        _, step, waiter = WAITERS[step_id]
        retries = [action for action in step["onFailure"] if action["type"] == "retry"]
        outcome = self.run(step_id, waiter["pending"][0])

        assert [action["retryAfter"] for action in retries] == list(waiter["delay"].values())
        assert outcome.failed_at == step_id
        assert outcome.waited == sum(action["retryAfter"] * action["retryLimit"] for action in retries)
        assert outcome.taken.count(step_id) == 1 + sum(action["retryLimit"] for action in retries)

    @pytest.mark.parametrize("step_id", WAITERS)
    def test_absent_jobs_and_other_errors(self, step_id: str) -> None:
        """An answer that is no 200 ends it, whether or not it means that there is no such job."""
        _, _, waiter = WAITERS[step_id]
        for status in {entry["status"] for entry in waiter["absent"]} | {401, 429, 500}:
            outcome = self.run(step_id, waiter["success"][0], status=status)
            assert (outcome.failed_at, outcome.taken.count(step_id)) == (step_id, 1)

    @pytest.mark.parametrize("step_id", WAITERS)
    def test_counts(self, step_id: str) -> None:
        """The outputs are the waiter's state and its counts, or the parts to add. The workflow has the same."""
        name, step, waiter = WAITERS[step_id]
        counts = waiter["counts"]
        if step_id == "get_bulk_write_job":
            counts = {"resource": "$response.body#/resource"}
        places = {"state": waiter["state"], **counts}

        assert step["outputs"].items() >= places.items()
        assert {key: WORKFLOWS[name]["outputs"][key] for key in places} == {
            key: f"$steps.{step_id}.outputs.{key}" for key in places
        }

    def test_submissions_are_never_repeated(self) -> None:
        for _, step in STEPS:
            assert ("onFailure" in step) == (step["stepId"] in WAITERS)


@pytest.fixture
def quiet() -> Iterator[Sandbox]:
    """A sandbox that may say what nothing documents."""
    with Sandbox(clock=Clock(scale=0)) as sandbox:
        yield sandbox


def run(sandbox: Sandbox, workflow_id: str, **inputs: Any) -> Outcome:
    """Run a workflow against a sandbox, whose clock advances while the workflow waits."""
    headers = {"Authorization": "Zoho-oauthtoken sandbox"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://zoho", headers=headers) as client:
        runner = Runner(DESCRIPTION, DOCUMENT, client, sandbox.clock.advance)
        return runner.run(workflow_id, **{"version": "v8", **inputs})


def by_view(system: str, cvid: str) -> dict[str, Any]:
    """Return the inputs of a job of a system for a custom view of Accounts."""
    own: dict[str, dict[str, Any]] = {
        "mass_update": {"data": [{"Industry": "Education"}]},
        "mass_change_owner": {"owner": {"id": "2423488000000483001"}},
    }
    return {"module_api_name": "Accounts", "body": {"cvid": cvid, **own[system]}}


def conversion(*ids: str) -> dict[str, Any]:
    """Return the inputs of a conversion of quotes."""
    target = {"module": {"id": "2423488000000000171", "api_name": "Sales_Orders"}, "carry_over_tags": True}
    return {"module_api_name": "Quotes", "body": {"convert_to": [target], "ids": list(ids)}}


def writing(name: str = "leads", content: bytes | None = None) -> dict[str, Any]:
    """Return the inputs of a bulk write of two leads, one of them without a name."""
    file = packed(**{name: "Last_Name,Email\nBoyle,patricia@example.com\n,nobody@example.com\n"})
    return {
        "X-CRM-ORG": "694902309",
        "organization": "org694902309",
        "file": ("leads.zip" if content is None else "http-200.zip", file if content is None else content),
        "body": {
            "operation": "insert",
            "resource": [
                {
                    "type": "data",
                    "module": {"api_name": "Leads"},
                    "field_mappings": [{"api_name": "Last_Name", "index": 0}, {"api_name": "Email", "index": 1}],
                }
            ],
        },
    }


class TestAgainstTheSandbox:
    """Every workflow does what it says."""

    @pytest.mark.parametrize("system", ["mass_update", "mass_change_owner"])
    def test_a_job_for_a_view(self, sandbox: Sandbox, system: str) -> None:
        outcome = run(sandbox, system, **by_view(system, "554023000000091515"))

        assert outcome.failed_at is None
        assert outcome.waited > 0
        job_id = outcome.outputs.pop("job_id")
        assert job_id.isdigit()
        assert outcome.outputs == {"state": "COMPLETED", "total": 50, "succeeded": 50, "failed": 0, "remaining": 0}

    @pytest.mark.parametrize("system", ["mass_update", "mass_change_owner"])
    def test_records_that_fail_are_counted(self, sandbox: Sandbox, system: str) -> None:
        outcome = run(sandbox, system, **by_view(system, "554023000000091525"))

        assert (outcome.failed_at, outcome.outputs["succeeded"], outcome.outputs["failed"]) == (None, 40, 10)

    def test_an_accepted_change_of_owner(self, sandbox: Sandbox) -> None:
        """202 is a success as well."""
        assert run(sandbox, "mass_change_owner", **by_view("mass_change_owner", "554023000000091533")).failed_at is None
        assert sandbox.journal.of("schedule_mass_change_owner")[0].status == 202

    @pytest.mark.parametrize(("system", "status"), [("mass_update", 400), ("mass_change_owner", 204)])
    @pytest.mark.parametrize("case", ["fails", "stays", "vanishes", "unheard of"])
    def test_a_job_that_does_not_succeed(self, quiet: Sandbox, system: str, status: int, case: str) -> None:
        """It ends the workflow as failed, at the step that asks for its state."""
        views = {"fails": "23", "stays": "27", "vanishes": "29", "unheard of": "31"}
        outcome = run(quiet, system, **by_view(system, f"5540230000000915{views[case]}"))
        waiter = WAITERS[f"get_{system}_status"][2]

        assert outcome.failed_at == f"get_{system}_status"
        assert outcome.status == (status if case == "vanishes" else 200)
        assert list(outcome.outputs) == ["job_id"]
        assert (outcome.waited > 3600) == (case in ("stays", "unheard of"))
        if case == "fails":
            assert outcome.body["data"][0]["Status"] in waiter["failure"]

    @pytest.mark.parametrize("system", ["mass_update", "mass_change_owner"])
    def test_a_submission_that_is_refused(self, sandbox: Sandbox, system: str) -> None:
        """It ends the workflow, and nothing is asked for."""
        outcome = run(sandbox, system, **by_view(system, "554023000000091517"))

        assert (outcome.failed_at, outcome.taken) == (f"schedule_{system}", [f"schedule_{system}"])
        assert outcome.body["code"] == "NO_RECORDS_FOUND"
        assert outcome.outputs == {}

    def test_a_conversion(self, sandbox: Sandbox) -> None:
        outcome = run(sandbox, "inventory_mass_convert", **conversion("2423488000000625004", "2423488000000625032"))

        assert outcome.failed_at is None
        assert outcome.outputs.pop("job_id")
        assert outcome.outputs == {"state": "COMPLETED", "total": 2, "succeeded": 2, "failed": 0, "remaining": 0}

    @pytest.mark.parametrize(
        ("quote", "failed_at"),
        [
            ("2423488000000625041", "schedule_inventory_mass_convert"),
            ("2423488000000625061", "get_inventory_mass_convert_status"),
            ("2423488000000625065", "get_inventory_mass_convert_status"),
            ("2423488000000625067", "get_inventory_mass_convert_status"),
            ("2423488000000625069", "get_inventory_mass_convert_status"),
        ],
    )
    def test_a_conversion_that_does_not_succeed(self, quiet: Sandbox, quote: str, failed_at: str) -> None:
        """It is refused, fails, stays running, vanishes, or goes to a state that nobody documented."""
        assert run(quiet, "inventory_mass_convert", **conversion(quote)).failed_at == failed_at

    @pytest.mark.parametrize("version", ["v2.1", "v8"])
    def test_a_bulk_write(self, sandbox: Sandbox, version: str) -> None:
        outcome = run(sandbox, "bulk_write", **writing(), version=version)
        result = outcome.outputs.pop("result")

        assert outcome.failed_at is None
        assert outcome.outputs.pop("job_id")
        assert outcome.outputs["state"] == "COMPLETED"
        (part,) = outcome.outputs["resource"]
        assert (part["file"]["added_count"], part["file"]["skipped_count"]) == (1, 1)
        with zipfile.ZipFile(io.BytesIO(result)) as archive:
            assert b"MANDATORY_NOT_FOUND-Last_Name" in archive.read(archive.namelist()[0])

    @pytest.mark.parametrize("name", ["fails", "skips", "stays_running", "vanishes"])
    def test_a_bulk_write_that_does_not_succeed(self, sandbox: Sandbox, name: str) -> None:
        """The result is not fetched."""
        outcome = run(sandbox, "bulk_write", **writing(name))

        assert (outcome.failed_at, list(outcome.outputs)) == ("get_bulk_write_job", ["job_id"])

    def test_an_upload_that_is_refused_with_200(self, sandbox: Sandbox) -> None:
        """The HTTP status alone does not make a success."""
        outcome = run(sandbox, "bulk_write", **writing(content=b"no zip file"))

        assert (outcome.failed_at, outcome.status, outcome.outputs) == ("upload_bulk_write_file", 200, {})

    @pytest.mark.parametrize(
        ("lead", "path", "matched"),
        [
            ("738964000002131001", "into_contact", {"Contacts": "738964000002131023"}),
            ("738964000002118038", "into_account", {"Accounts": "738964000002058030"}),
            ("738964000002118030", "into_new", {}),
        ],
    )
    def test_a_lead(self, sandbox: Sandbox, lead: str, path: str, matched: dict[str, str]) -> None:
        """It is joined with what its options offer."""
        outcome = run(sandbox, "convert_lead", lead_id=lead)

        assert outcome.failed_at is None
        assert outcome.taken == ["get_lead_conversion_options", f"convert_{path}"]
        assert outcome.outputs == {}, "an output of a step that was not taken would be an error"
        details = outcome.body["data"][0]["details"]
        assert {module: details[module]["id"] for module in matched} == matched

    def test_a_lead_whose_conversion_is_put_off(self, sandbox: Sandbox) -> None:
        """202 may be a success as well."""
        outcome = run(sandbox, "convert_lead", lead_id="3652397000009835020")

        assert (outcome.status, outcome.body["data"][0]["code"]) == (202, "SCHEDULED")

    @pytest.mark.parametrize(
        ("lead", "failed_at", "status"),
        [
            ("3652397000009835022", "get_lead_conversion_options", 400),
            ("3652397000009837001", "convert_into_new", 400),
            ("3652397000009835025", "convert_into_new", 202),
        ],
    )
    def test_a_lead_that_is_refused(self, sandbox: Sandbox, lead: str, failed_at: str, status: int) -> None:
        """It ends the workflow as failed, also where the error comes with 202."""
        outcome = run(sandbox, "convert_lead", lead_id=lead)

        assert (outcome.failed_at, outcome.status, outcome.outputs) == (failed_at, status, {})
