import { suggestion } from "../../nearest";
import type { Patterns } from "../policy";
import { arnLength, arnParts } from "./arn-parts";
import type { Elements, Reading } from "./reading";
import { type LocatedText, stringsOf } from "./strings";
import { checkVariables } from "./variables";

/** "Identify AWS resources with Amazon Resource Names (ARNs)" names the first three; the others are AWS's isolated and sovereign ones. */
const partitions = ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

/** @param at of the statement, where a missing element is reported */
export function readResource(
  reading: Reading,
  { Resource: resource, NotResource: notResource }: Elements<"Resource" | "NotResource">,
  at: number,
): Patterns {
  const { report, placeOf } = reading;
  if (!resource && !notResource) {
    report("resource-missing", at, "the statement has neither Resource nor NotResource; it needs one of them");
  }
  if (resource && notResource) {
    const message = "the statement has both Resource and NotResource; it may have one of them";
    report("resource-and-not-resource", notResource.at, message);
  }
  const included = resource ? stringsOf(reading, "resource", resource) : [];
  const excluded = notResource ? stringsOf(reading, "resource", notResource) : [];
  for (const each of [...included, ...excluded]) checkResource(reading, each);
  const said = resource ? included : excluded;
  return {
    negated: !resource,
    patterns: said.map(({ text }) => completed(text)),
    places: said.map(({ at: from }) => placeOf(from)),
  };
}

/**
 * An ARN with each part that it leaves out at its end as `*`, which is how AWS reads it ("Identify AWS resources with Amazon Resource Names (ARNs)",
 * incomplete ARNs). A `*` at the end goes on past the colons and needs no completing.
 */
function completed(text: string): string {
  const missing = arnLength - arnParts(text).length;
  return missing <= 0 || text.endsWith("*") ? text : text + ":*".repeat(missing);
}

/** `*` or an ARN that names its service at least ("IAM JSON policy elements: Resource"). */
function checkResource(reading: Reading, { text, at }: LocatedText): void {
  const { report } = reading;
  checkVariables(reading, text, at);
  if (text === "*") return;
  const name = JSON.stringify(text);
  const [scheme, partition = "", service] = arnParts(text);
  if (scheme !== "arn") return report("resource-not-arn", at, `the resource ${name} is neither an ARN nor "*"`);
  if (!/[*?$]/.test(partition) && !partitions.includes(partition)) {
    const near = suggestion(partition, partitions);
    report("resource-partition", at, `${name} is in no partition of AWS; there are ${partitions.join(", ")}${near}`);
  }
  if (service === "") report("resource-service-empty", at, `the resource ${name} names no service`);
  if (service === undefined) {
    const wanted = "arn:partition:service:region:account:resource";
    report("resource-arn-parts", at, `the ARN ${name} ends before its service; it must be ${wanted}`);
  }
}
