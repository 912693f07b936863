import { UserError } from "../../declaration/user-error";
import type { ServiceDefinition } from "../service-definition";
import { usesOf } from "../uses/uses-of";

/** The part of RFC 5321's Local-part that no mail system writes otherwise. */
const localPart = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** @throws UserError when the service has no address, or none that can be, and a function sends mails */
export function checkEmail(definition: ServiceDefinition): void {
  const { name, email, operations, consumers = {} } = definition;
  const senders = Object.keys({ ...operations, ...consumers }).filter((id) =>
    usesOf(definition, id).some(({ kind }) => kind === "email"),
  );
  const problems = [
    ...(email === undefined ? senders.map((id) => `${id} sends mails, and its service has no address`) : []),
    ...(email === undefined || (localPart.test(email.from) && email.from.length <= 64)
      ? []
      : [`${email.from} is not what an address has before its @: lower case, digits, dots and hyphens`]),
  ];
  if (problems.length === 0) return;
  throw new UserError(
    problems.map((problem) => `the service ${name}: ${problem}`).join("\n"),
    'Say in its service.ts what is before the @ of its domain: `email: { from: "receipts" }`.',
  );
}
