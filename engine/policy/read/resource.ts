import { suggestion } from "../../nearest";
import type { Patterns } from "../policy";
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
  const { report } = reading;
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
  return { negated: !resource, patterns: (resource ? included : excluded).map(({ text }) => text) };
}

/**
 * `*` or an ARN of six parts; one that ends with `*` may be shorter, because a `*` at the end of a part goes on past the colons ("IAM JSON policy
 * elements: Resource").
 */
function checkResource(reading: Reading, { text, at }: LocatedText): void {
  const { report } = reading;
  checkVariables(reading, text, at);
  if (text === "*") return;
  const name = JSON.stringify(text);
  const [scheme, partition = "", service, ...rest] = text.replaceAll(/\$\{[^}]*\}/g, "$").split(":");
  if (scheme !== "arn") return report("resource-not-arn", at, `the resource ${name} is neither an ARN nor "*"`);
  if (!/[*?$]/.test(partition) && !partitions.includes(partition)) {
    const near = suggestion(partition, partitions);
    report("resource-partition", at, `${name} is in no partition of AWS; there are ${partitions.join(", ")}${near}`);
  }
  if (service === "") report("resource-service-empty", at, `the resource ${name} names no service`);
  if (rest.length < 3 && !(rest.length > 0 && text.endsWith("*"))) {
    const wanted = "arn:partition:service:region:account:resource, where region and account may be empty";
    report("resource-arn-parts", at, `the ARN ${name} has ${rest.length + 3} of 6 parts; it must be ${wanted}`);
  }
}
