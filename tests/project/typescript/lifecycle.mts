// The life of two jobs: a mass update, and a bulk write with its upload and download. It waits as the document says.
import assert from "node:assert/strict";
import { openAsBlob } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import createClient from "openapi-fetch";
import type { paths } from "./zoho-crm-jobs.d.ts";

const document = JSON.parse(await readFile("zoho-crm-jobs-dereferenced.json", "utf8"));
const crm = createClient<paths>({ baseUrl: "http://127.0.0.1:8080" });

/** Returns what a call answered, and fails if that was an error. */
function succeeded<Data>({ data, error }: { data?: Data; error?: unknown }): Data {
  assert(data !== undefined, JSON.stringify(error));
  return data;
}

/** Asks for the state of a job until it has ended, as the x-waiter of the status operation has it. */
async function wait<Data>(path: keyof paths, ask: () => Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { state, pending } = document.paths[path].get.responses["200"]["x-waiter"];
  const place: string[] = state.replace("$response.body#/", "").split("/");
  for (;;) {
    const answer = succeeded(await ask());
    if (!pending.includes(place.reduce((node: any, key) => node[key], answer))) return answer;
    await setTimeout(100);
  }
}

const token = succeeded(
  await crm.POST("/oauth/v2/token", {
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: {
      grant_type: "refresh_token",
      client_id: "1000.CLIENT",
      client_secret: "sandbox-secret",
      refresh_token: "1000.refresh",
    },
  }),
);
assert("access_token" in token);
crm.use({
  onRequest({ request }) {
    request.headers.set("Authorization", `Zoho-oauthtoken ${token.access_token}`);
  },
});

const massUpdate = "/crm/{version}/{module_api_name}/actions/mass_update";
const accounts = { version: "v8", module_api_name: "Accounts" } as const;
const scheduled = succeeded(
  await crm.POST(massUpdate, {
    params: { path: accounts },
    body: { cvid: "554023000000091525", data: [{ Industry: "Education" }] },
  }),
);
assert("data" in scheduled);
const [outcome] = scheduled.data;
assert(outcome?.details && "job_id" in outcome.details);
const job_id = outcome.details.job_id;
const updated = await wait(massUpdate, () => crm.GET(massUpdate, { params: { path: accounts, query: { job_id } } }));
for (const job of updated.data) {
  console.log("mass update", job.Status, job.Updated_Count, "updated", job.Failed_Count, "failed");
}

const { error } = await crm.GET(massUpdate, { params: { path: accounts, query: { job_id: "1" } } });
switch (error?.code) {
  case "INVALID_DATA":
    console.log(error.code, error.details?.param_name);
    break;
  case "NO_PERMISSION":
    console.log(error.code, error.details?.permissions);
    break;
}

const form = new FormData();
form.append("file", await openAsBlob("leads.zip", { type: "application/zip" }), "leads.zip");
const upload = succeeded(
  await crm.POST("/crm/{version}/upload", {
    params: { path: { version: "v8" }, header: { feature: "bulk-write", "X-CRM-ORG": "694902309" } },
    body: { file: "leads.zip" },
    bodySerializer: () => form,
  }),
);
assert(upload.details && "file_id" in upload.details);
const created = succeeded(
  await crm.POST("/crm/bulk/{version}/write", {
    params: { path: { version: "v8" } },
    body: {
      operation: "insert",
      resource: [{ type: "data", module: { api_name: "Leads" }, file_id: upload.details.file_id }],
    },
  }),
);
const bulkWrite = "/crm/bulk/{version}/write/{job_id}";
const job = { version: "v8", job_id: created.details.id } as const;
const written = await wait(bulkWrite, () => crm.GET(bulkWrite, { params: { path: job } }));
console.log("bulk write", written.status, written.resource[0]?.file?.added_count, "added");

const result = succeeded(
  await crm.GET("/{version}/crm/{organization}/bulk-write/{job_id}/{file_name}", {
    params: { path: { ...job, organization: "694902309", file_name: `${job.job_id}.zip` } },
    parseAs: "arrayBuffer",
  }),
);
await writeFile("result.zip", new Uint8Array(result));
