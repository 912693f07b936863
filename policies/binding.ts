import type { Account, LandingZone } from "../declaration/model";
import { nodesAbove } from "../declaration/organizational-units";
import { catalogue } from "./catalogue";
import { deniedBy } from "./denied";

/** A guardrail that binds an account. */
export interface BindingGuardrail {
  readonly name: string;
  /** What it is attached to on the account's path, from the root down to the account's own name. */
  readonly attachedTo: readonly string[];
  /** What it is for, or what it denies, in a sentence. */
  readonly denies: string;
}

/**
 * The guardrails on the path from the root to an account, those attached higher first. A service control policy binds everything
 * below what it is attached to (Organizations User Guide, "SCP evaluation").
 */
export function guardrailsBinding(
  zone: LandingZone,
  { name: account, organizationalUnit }: Pick<Account, "name" | "organizationalUnit">,
): readonly BindingGuardrail[] {
  const path = nodesAbove(organizationalUnit);
  return zone.guardrails
    .map(({ name, attachTo, accounts = [], description, document }) => ({
      name,
      attachedTo: [...path.filter((node) => attachTo.includes(node)), ...accounts.filter((each) => each === account)],
      denies: intentOf(name) ?? description ?? deniedBy(document ?? "{}"),
    }))
    .filter(({ attachedTo }) => attachedTo.length > 0)
    .sort((a, b) => depth(a, path) - depth(b, path));
}

function depth({ attachedTo: [highest = ""] }: BindingGuardrail, path: readonly string[]): number {
  return path.includes(highest) ? path.indexOf(highest) : path.length;
}

function intentOf(name: string): string | undefined {
  return catalogue.find((guardrail) => guardrail.name === name)?.intent;
}
