import { suggestion } from "../../nearest";
import { rcpBinds, rcpServices } from "../../organizations/rcp-services";
import type { Patterns } from "../policy";
import type { Elements, Reading } from "./reading";
import { type LocatedText, stringsOf } from "./strings";

/** @param at of the statement, where a missing element is reported */
export function readAction(
  reading: Reading,
  { Action: action, NotAction: notAction }: Elements<"Action" | "NotAction">,
  at: number,
): Patterns {
  const { report, kind, placeOf } = reading;
  if (!action && !notAction) {
    report("action-missing", at, "the statement has neither Action nor NotAction; it needs one of them");
  }
  if (action && notAction) {
    report(
      "action-and-not-action",
      notAction.at,
      "the statement has both Action and NotAction; it may have one of them",
    );
  }
  if (notAction && kind === "resource-control-policy") {
    report(
      "not-action-not-allowed",
      notAction.at,
      "a resource control policy has no NotAction; list the actions in Action",
    );
  }
  const included = action ? stringsOf(reading, "action", action) : [];
  const excluded = notAction ? stringsOf(reading, "action", notAction) : [];
  for (const each of [...included, ...excluded]) checkAction(reading, each);
  const said = action ? included : excluded;
  return {
    negated: !action,
    patterns: said.map(({ text }) => text),
    places: said.map(({ at: from }) => placeOf(from)),
  };
}

/**
 * `vendor:Name`, `*` and `?` anywhere in the name ("IAM JSON policy elements: Action", "SCP syntax", "RCP syntax"). IAM refuses wildcards in the vendor,
 * but for every action of every service, `*:*`.
 */
function checkAction({ report, kind }: Reading, { text, at }: LocatedText): void {
  const name = JSON.stringify(text);
  const control = kind === "resource-control-policy";
  if (text === "*" || text === "*:*") {
    if (control)
      report("action-every-service", at, `${name} in a resource control policy; name the service, such as "s3:*"`);
    return;
  }
  const [vendor = "", action, ...more] = text.split(":");
  if (action === undefined) {
    return report("action-without-vendor", at, `the action ${name} names no service; write such as "s3:GetObject"`);
  }
  if (more.length > 0) report("action-colons", at, `the action ${name} has more than one colon`);
  if (vendor === "") report("action-vendor-empty", at, `the action ${name} names no service before the colon`);
  else if (/[*?]/.test(vendor)) {
    report(
      "action-vendor-wildcard",
      at,
      `the service of ${name} has a wildcard; wildcards may stand in the action's name`,
    );
  } else if (!/^[A-Za-z0-9.-]+$/.test(vendor)) {
    report("action-vendor-characters", at, `the service of ${name} may have letters, digits, "-" and "." only`);
  } else if (control && !rcpBinds(vendor)) {
    const near = suggestion(vendor, rcpServices);
    report("action-vendor-unsupported", at, `${vendor} does not support resource control policies${near}`);
  }
  if (action === "" && more.length === 0) {
    report(
      "action-name-empty",
      at,
      `the action ${name} has no name after the colon; for all of them write "${vendor}:*"`,
    );
  } else if (!/^[A-Za-z0-9*?_-]*$/.test(action)) {
    report("action-name-characters", at, `the name of ${name} may have letters, digits, "*" and "?" only`);
  }
}
