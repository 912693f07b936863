import { describe, expect, test } from "@jest/globals";
import type { Decision } from "../../../engine/decide/decision";
import { decide } from "../../../engine/decide/decide";
import { readPolicy } from "../../../engine/policy/read-policy";
import { denied, organizationRefuses } from "../../../rehearsal/authorize/denial";
import type { Protocol } from "../../../rehearsal/gateway/call";
import { callOf } from "./call";

const owner = { managementAccount: "999999999999", id: "o-1" };

const refuse = (call: Parameters<typeof denied>[0], asked: typeof need, given: Decision) =>
  denied(call, asked, organizationRefuses(asked, given, owner));

function decision(layer: "scp" | "rcp", effect: "Deny" | "nothing"): Decision {
  const statements =
    effect === "Deny"
      ? [{ Effect: "Deny", Action: "s3:*", Resource: "*", Principal: layer === "rcp" ? "*" : undefined }]
      : [];
  const allow = { Effect: "Allow", Action: "ec2:*", Resource: "*" };
  const text = JSON.stringify({
    Version: "2012-10-17",
    Statement: layer === "scp" ? [allow, ...statements] : statements,
  });
  const read = readPolicy(text, layer === "scp" ? "service-control-policy" : "resource-control-policy");
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  const path = [{ id: "r-1", policies: [{ id: "p-1", policy: read.policy }] }];
  const bounds = { scp: [], rcp: [], [layer]: path };
  return decide(bounds, { action: "s3:GetObject", resource: "arn:aws:s3:::b/k", context: {} });
}

const need = { action: "s3:GetObject", resource: "arn:aws:s3:::b/k" };
const who = "User: arn:aws:sts::111111111111:assumed-role/somebody/session is not authorized to perform: s3:GetObject";
const scpDeny =
  "on resource: arn:aws:s3:::b/k with an explicit deny in a service control policy: arn:aws:organizations::999999999999:policy/o-1/service_control_policy/p-1";

describe("a refusal", () => {
  test.each<readonly [string, Protocol, number, string, RegExp]>([
    ["organizations", "json", 400, "AccessDeniedException", /^\{"__type":"AccessDeniedException","message":"User/],
    ["lambda", "rest-json", 403, "AccessDeniedException", /"code":"AccessDeniedException"/],
    ["iam", "query", 403, "AccessDenied", /<ErrorResponse><Error><Type>Sender<\/Type><Code>AccessDenied<\/Code>/],
    ["s3", "rest-xml", 403, "AccessDenied", /^<\?xml[^>]+>\n<Error><Code>AccessDenied<\/Code>/],
    ["route53", "rest-xml", 403, "AccessDenied", /<ErrorResponse><Error>/],
    ["ec2", "ec2", 403, "UnauthorizedOperation", /<Message>You are not authorized to perform this operation\. User: /],
    ["sns", "query", 403, "AuthorizationError", /<Code>AuthorizationError<\/Code>/],
    ["sqs", "json", 403, "AccessDenied", /"__type":"AccessDenied"/],
    ["monitoring", "smithy-rpc-v2-cbor", 403, "AccessDeniedException", /AccessDeniedException/],
  ])("of %s (%s) is %i %s", (service, protocol, status, code, body) => {
    const answer = refuse(callOf(service, "GetObject", { protocol }), need, decision("scp", "Deny"));
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toContain(code);
    expect(answer.body.toString()).toMatch(body);
    expect(answer.body.toString()).toContain(`${who} ${scpDeny}`);
  });

  const words = (layer: "scp" | "rcp", effect: "Deny" | "nothing"): string =>
    refuse(callOf("s3", "GetObject"), need, decision(layer, effect)).body.toString();

  test("by a resource control policy names it", () => {
    expect(words("rcp", "Deny")).toContain(
      "with an explicit deny in a resource control policy: arn:aws:organizations::999999999999:policy/o-1/resource_control_policy/p-1",
    );
  });

  test("where nothing allows says that no policy does", () => {
    expect(words("scp", "nothing")).toContain(
      `${who} on resource: arn:aws:s3:::b/k because no service control policy allows the s3:GetObject action`,
    );
  });

  test("of an action without a resource names none", () => {
    const answer = refuse(callOf("s3", "ListBuckets"), { ...need, resource: "*" }, decision("scp", "Deny"));
    expect(answer.body.toString()).toContain(`${who} with an explicit deny`);
  });
});
