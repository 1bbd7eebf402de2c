// Two mistakes that the compiler must find: a code that no answer has, and a detail of another code.
import createClient from "openapi-fetch";
import type { paths } from "./zoho-crm-jobs.d.ts";

const { error } = await createClient<paths>().GET("/crm/{version}/{module_api_name}/actions/mass_update", {
  params: { path: { version: "v8", module_api_name: "Leads" }, query: { job_id: "1" } },
});
if (error?.code === "INVALID_DATE") console.log(error);
if (error?.code === "INVALID_DATA") console.log(error.details?.permissions);
