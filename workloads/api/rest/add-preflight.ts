import { methodsOf } from "../../contract/model";
import { allowedHeaders } from "../cors";
import { nameOf } from "./add-paths";
import type { RestContext } from "./rest-context";
import { addMock } from "./mock";
import { corsHeaders } from "./own-headers";

/** Answers a browser's preflight request of a path, where the definition declares CORS. */
export function addPreflight(context: RestContext, path: string, resourceId: string): void {
  const { input } = context;
  const { cors } = input.api;
  if (cors === undefined) return;
  const headers = {
    ...corsHeaders(input),
    "Access-Control-Allow-Methods": `'${methodsOf(input.contract, path).join(",")}'`,
    "Access-Control-Allow-Headers": `'${allowedHeaders(input.contract).join(",")}'`,
    ...(cors.maxAgeSeconds === undefined ? {} : { "Access-Control-Max-Age": `'${cors.maxAgeSeconds}'` }),
  };
  addMock(context, {
    name: `options_${nameOf(path)}`,
    httpMethod: "OPTIONS",
    resourceId,
    status: 200,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, value]),
    ),
  });
}
