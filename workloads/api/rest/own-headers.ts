import type { ApiInput } from "../api-input";
import { exposedHeaders } from "../cors";

/** Headers of every answer that API Gateway gives without a function: the same as the runtime's. */
export function ownHeaders(of: "gatewayresponse" | "method.response", input: ApiInput): Record<string, string> {
  const headers = {
    "Content-Type": "'application/problem+json'",
    "X-Correlation-Id": "context.requestId",
    "Cache-Control": "'no-store'",
    ...corsHeaders(input),
  };
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${of}.header.${name}`, value]));
}

/** Header → value, in quotes as a mapping wants it. A browser shows a page no answer without them. */
export function corsHeaders({ api: { cors } }: ApiInput): Readonly<Record<string, string>> {
  if (cors === undefined) return {};
  return {
    "Access-Control-Allow-Origin": `'${cors.origins[0]}'`,
    "Access-Control-Expose-Headers": `'${exposedHeaders.join(",")}'`,
  };
}
