import type { Contract } from "../../contract/model";

/** What API Gateway answers by itself, before or instead of an integration. */
export interface GatewayAnswer {
  readonly type: string;
  readonly status: number;
  readonly title: string;
}

const row = (type: string, status: number, title: string): GatewayAnswer => ({ type, status, title });

/**
 * Every type with its status (API Gateway Developer Guide, "Gateway response types for API Gateway"). A path or method that the API does not
 * have is "Missing Authentication Token", 403, unless told otherwise: it is not there, so 404. The two defaults are for types to come.
 */
const answers: readonly GatewayAnswer[] = [
  row("ACCESS_DENIED", 403, "Forbidden"),
  row("API_CONFIGURATION_ERROR", 500, "Internal Server Error"),
  row("AUTHORIZER_CONFIGURATION_ERROR", 500, "Internal Server Error"),
  row("AUTHORIZER_FAILURE", 500, "Internal Server Error"),
  row("BAD_REQUEST_BODY", 400, "Bad Request"),
  row("BAD_REQUEST_PARAMETERS", 400, "Bad Request"),
  row("DEFAULT_4XX", 400, "Bad Request"),
  row("DEFAULT_5XX", 500, "Internal Server Error"),
  row("EXPIRED_TOKEN", 403, "Forbidden"),
  row("INTEGRATION_FAILURE", 504, "Gateway Timeout"),
  row("INTEGRATION_TIMEOUT", 504, "Gateway Timeout"),
  row("INVALID_API_KEY", 403, "Forbidden"),
  row("INVALID_SIGNATURE", 403, "Forbidden"),
  row("MISSING_AUTHENTICATION_TOKEN", 404, "Not Found"),
  row("QUOTA_EXCEEDED", 429, "Too Many Requests"),
  row("REQUEST_TOO_LARGE", 413, "Content Too Large"),
  row("RESOURCE_NOT_FOUND", 404, "Not Found"),
  row("THROTTLED", 429, "Too Many Requests"),
  row("UNAUTHORIZED", 401, "Unauthorized"),
  row("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported Media Type"),
  row("WAF_FILTERED", 403, "Forbidden"),
];

/** An unsigned call of an operation that wants AWS's signature is of the same type as a call of nothing: then that is 403. */
export function gatewayAnswers({ operations }: Contract): readonly GatewayAnswer[] {
  if (!operations.some(({ access }) => access.caller?.kind === "iam")) return answers;
  return answers.map((each) =>
    each.type === "MISSING_AUTHENTICATION_TOKEN" ? row(each.type, 403, "Forbidden") : each,
  );
}

/** RFC 9457, as the runtime's `problem` writes it. `messageString` is quoted by API Gateway itself. */
export function problemTemplate({ status, title }: GatewayAnswer): string {
  const detail = status === 404 ? '"There is nothing here"' : "$context.error.messageString";
  return `{"type":"about:blank","title":"${title}","status":${status},"detail":${detail},"correlationId":"$context.requestId"}`;
}
