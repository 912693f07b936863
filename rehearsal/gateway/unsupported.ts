import { awsError } from "./aws-error";
import type { AwsCall, AwsResponse } from "./call";

/** Error code of every call the local AWS has no answer to. */
export const unsupportedCode = "UnsupportedByRehearsal";

/**
 * Refuses a call that nothing serves. The status is 400: SDKs and the Terraform provider retry 5xx for minutes, and this
 * will not change. `detail` is what the emulator said, if it was asked.
 */
export function unsupported(call: AwsCall, detail?: string): AwsResponse {
  const operation = call.operation ?? `${call.method} ${call.url.pathname}`;
  const said = detail === undefined || detail === "" ? "" : ` (${detail.slice(0, 300)})`;
  return awsError(
    call.protocol,
    400,
    unsupportedCode,
    `The local AWS does not serve ${call.service}:${operation} (account ${call.account})${said}. ` +
      "This is a gap of the rehearsal, not of the zone.",
  );
}

/** Codes by which MiniStack says that it does not know an operation. */
const unknownOperationCodes = /\b(UnknownOperation(Exception|Error)?|InvalidAction|NotImplemented)\b/;
const failureCodes = /\b(InternalError|InternalFailure|InternalServerError|InternalServiceError)\b/;

/** The answer, or in place of an emulator's failure to answer, a clear refusal. */
export function explained(call: AwsCall, answer: AwsResponse): AwsResponse {
  if (answer.status < 400) return answer;
  const type = String(answer.headers["content-type"] ?? "");
  const text = answer.body.length > 4_000 ? "" : answer.body.toString();
  if (answer.headers["x-emulator-failure"] !== undefined || answer.status === 501) return unsupported(call, text);
  if (type.startsWith("text/html")) return unsupported(call, /<title>(.*?)<\/title>/s.exec(text)?.[1]);
  if (answer.status === 404 && text === "" && call.service !== "s3" && call.method !== "HEAD") return unsupported(call);
  if (answer.status === 400 && (unknownOperationCodes.test(text) || text.includes("Unsupported service"))) {
    return unsupported(call, text);
  }
  return answer.status === 500 && (failureCodes.test(text) || text === "") ? unsupported(call, text) : answer;
}
