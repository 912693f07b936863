import { type JsonNode, typeName } from "../json/json-node";
import type { Elements, Reading } from "./reading";

/**
 * A resource control policy says `Principal: "*"` ("RCP syntax", Principal element); the other kinds have no principal ("SCP syntax", unsupported
 * elements; "IAM JSON policy elements: Principal").
 * @param at of the statement, where a missing element is reported
 */
export function checkPrincipal(
  { kind, report }: Reading,
  { Principal: principal, NotPrincipal: notPrincipal }: Elements<"Principal" | "NotPrincipal">,
  at: number,
): void {
  const instead = "say who with a condition on aws:PrincipalArn";
  const policies = {
    "service-control-policy": "a service control policy",
    "resource-control-policy": "a resource control policy",
    "identity-policy": "an identity policy",
  }[kind];
  if (notPrincipal) {
    report("not-principal-not-allowed", notPrincipal.at, `${policies} has no NotPrincipal; ${instead}`);
  }
  if (kind !== "resource-control-policy") {
    if (principal) report("principal-not-allowed", principal.at, `${policies} has no Principal; ${instead}`);
  } else if (!principal) {
    if (!notPrincipal) report("principal-missing", at, 'a resource control policy needs "Principal": "*"');
  } else if (!isEveryone(principal.value)) {
    const message = `the Principal of a resource control policy is ${typeName(principal.value)}; it must be "*"; ${instead}`;
    report("principal-not-everyone", principal.value.at, message);
  }
}

/** `"*"`; `{"AWS": "*"}` is another form of the same ("IAM JSON policy elements: Principal"), which the page on RCPs does not list. */
function isEveryone(value: JsonNode): boolean {
  return value.is === "unreadable" || (value.is === "string" && value.value === "*");
}
