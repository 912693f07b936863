import { refuse } from "../microservice/refuse";
import type { ServiceDefinition } from "../service-definition";
import { usesByFunction } from "../uses/uses-of";

/** The part of RFC 5321's Local-part that no mail system writes otherwise. */
const localPart = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** @throws UserError when the service has no address, or none that can be, and a function sends mails */
export function checkEmail(definition: ServiceDefinition): void {
  const { name, email } = definition;
  const senders = usesByFunction(definition).flatMap(([id, uses]) =>
    uses.some(({ kind }) => kind === "email") ? [id] : [],
  );
  const problems = [
    ...(email === undefined ? senders.map((id) => `${id} sends mails, and its service has no address`) : []),
    ...(email === undefined || (localPart.test(email.from) && email.from.length <= 64)
      ? []
      : [`${email.from} is not what an address has before its @: lower case, digits, dots and hyphens`]),
  ];
  refuse(name, problems, 'Say in its service.ts what is before the @ of its domain: `email: { from: "receipts" }`.');
}
