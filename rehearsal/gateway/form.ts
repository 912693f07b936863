import type { AwsCall } from "./call";

/** Parameters of a call in the query protocol: of its form, and of its URL where the form has none of that name. */
export function formOf({ body, url }: Pick<AwsCall, "body" | "url">): URLSearchParams {
  return new URLSearchParams([...new URLSearchParams(body.toString()), ...url.searchParams]);
}
