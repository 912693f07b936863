import type { Account } from "../../declaration/model";
import { routingStackOf } from "../../declaration/routing/routing-stacks";
import { sharedVpcOf } from "../../declaration/shared-vpc";
import { accountStackId } from "../../declaration/stacks";
import { waitingFor } from "../../declaration/waiting";
import { accountKey, creationsOf, liveAccountOf } from "./match";
import type { Observation, ObservedStack } from "./observation";
import type { Cell, CellState } from "./report";

const cell = (state: CellState, text: string): Cell => ({ state, text });

export const notDeclared: Cell = cell("not-declared", "–");

/** Whether AWS has the account. */
export function createdCell(observation: Observation, account: Account): Cell {
  const { zone, live } = observation;
  if (live === undefined) return cell("waiting", "no organization yet");
  const found = liveAccountOf(observation, account);
  if (found) return found.status === "ACTIVE" ? cell("there", found.id) : cell("gone", found.status);
  const [latest] = creationsOf(observation, account);
  switch (latest?.state) {
    case "IN_PROGRESS":
      return cell("waiting", "being created");
    case "FAILED":
      return cell("waiting", `failed: ${latest.failureReason ?? "no reason given"}`);
    default:
      return zone.ids.has(accountKey(account.name))
        ? cell("gone", "not in the organization")
        : cell("waiting", "org creates it");
  }
}

/** What the account's own stack put there. */
export function baselineCell(observation: Observation, account: Account): Cell {
  if (account.status === "suspended") return notDeclared;
  return stackCell(observation, observation.stacks.get(accountStackId(account.name)));
}

/** Whether the account's VPC, or the one it is given subnets of, is attached, and associated with the route table of its domain. */
export function networkCell(observation: Observation, account: Account): Cell {
  const { zone, stacks } = observation;
  const shared = sharedVpcOf(zone, account);
  const vpc = account.network ? { name: account.name, domain: account.network.domain } : shared;
  if (vpc === undefined) return notDeclared;
  if (!zone.ids.has(shared ? `hub-attachment/${vpc.name}` : `attachment/${vpc.name}`))
    return cell("waiting", "not attached");
  if (shared && !isSharedWith(observation, shared.name, account)) return cell("partly", "subnets not shared");
  const routing = stacks.get(routingStackOf(zone, vpc.domain));
  if (routing?.unreadable) return cell("unknown", "unreadable");
  const association = `aws_ec2_transit_gateway_route_table_association.${vpc.name}`;
  return routing?.state?.addresses.includes(association)
    ? cell("there", vpc.domain)
    : cell("partly", "attached, not associated");
}

function isSharedWith({ stacks, zone }: Observation, vpc: string, { name }: Account): boolean {
  const isOwner = name === zone.foundation.network.name;
  const { state } = stacks.get("network") ?? {};
  return isOwner || state?.addresses.includes(`aws_ram_principal_association.${name}--${vpc}`) === true;
}

/** What the service's stack put there. */
export function serviceCell(observation: Observation, account: Account): Cell {
  if (account.service === undefined) return notDeclared;
  return stackCell(observation, serviceStack(observation, account));
}

export function serviceStack({ stacks }: Observation, account: Account): ObservedStack | undefined {
  return account.service && stacks.get(`${account.name}-${account.service.name}`);
}

/** How much of a stack's JSON its state has. */
export function stackCell({ zone }: Observation, stack: ObservedStack | undefined): Cell {
  if (stack === undefined) return cell("unknown", "not looked at");
  const { spec, declared, state, unreadable } = stack;
  if (unreadable !== undefined) return cell("unknown", "unreadable");
  const [need] = waitingFor(zone, spec);
  if (state === undefined) return cell("waiting", need ? `waits for ${need.what}` : "not deployed");
  if (declared === undefined) {
    const why = need ? `waits for ${need.what}` : "not synthesised";
    return cell("partly", `${state.addresses.length} there, ${why}`);
  }
  const present = declared.filter((address) => state.addresses.includes(address));
  const surplus = state.addresses.length - present.length;
  const whole = present.length === declared.length && surplus === 0 && state.tainted.length === 0;
  const text = [
    `${present.length} of ${declared.length}`,
    ...(surplus > 0 ? [`${surplus} to remove`] : []),
    ...(state.tainted.length > 0 ? [`${state.tainted.length} tainted`] : []),
  ].join(", ");
  return cell(whole ? "there" : state.addresses.length === 0 ? "waiting" : "partly", text);
}
