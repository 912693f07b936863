import { nodesAbove } from "../declaration/organizational-units";
import type { Account, LandingZone } from "../declaration/model";
import { didYouMean, listed } from "../declaration/problem/nearest";
import { UserError } from "../declaration/user-error";
import type { AttachedPolicy, Bounds, Level } from "../engine/bounds";
import { fullAwsAccess } from "./full-aws-access";
import { type AuditedGuardrail, auditedGuardrails } from "./audited-guardrails";

interface Layers {
  readonly scp: Level;
  readonly rcp: Level;
}

/** What is attached to one node of the tree, made once so that accounts below it share the objects. */
type LayersAt = (node: string, account: string | undefined) => Layers;

const made = new WeakMap<LandingZone, LayersAt>();

/**
 * What bounds the requests of an account, as the zone declares it: FullAWSAccess and the guardrails on the root, each unit of the path and the
 * account. A policy's id is the name of its guardrail. Nothing bounds the management account (Organizations User Guide, "Service control policies
 * (SCPs)", "Tasks and entities not restricted by SCPs"; "Resource control policies (RCPs)", "Resources and entities not restricted by RCPs").
 *
 * @throws UserError when the zone has no such account
 */
export function boundsOf(zone: LandingZone, accountName: string): Bounds {
  const account = accountOf(zone, accountName);
  if (account.name === zone.foundation.management.name) return { scp: [], rcp: [] };
  const layersAt = layersOf(zone);
  const levels = [
    ...nodesAbove(account.organizationalUnit).map((node) => layersAt(node, undefined)),
    layersAt(account.name, account.name),
  ];
  return { scp: levels.map(({ scp }) => scp), rcp: levels.map(({ rcp }) => rcp) };
}

/** @throws UserError with the nearest name when the zone has no such account */
export function accountOf(zone: LandingZone, name: string): Account {
  const account = zone.accounts.find((each) => each.name === name);
  if (account !== undefined) return account;
  const names = zone.accounts.map((each) => each.name);
  throw new UserError(
    `the zone has no account ${name}${didYouMean(name, names)}`,
    `Name one of its accounts: ${listed(names)}.`,
  );
}

function layersOf(zone: LandingZone): LayersAt {
  const known = made.get(zone);
  if (known !== undefined) return known;
  const guardrails = auditedGuardrails(zone);
  const levels = new Map<string, Layers>();
  const layersAt: LayersAt = (node, account) => {
    const key = `${account === undefined ? "unit" : "account"} ${node}`;
    const layers = levels.get(key) ?? layersFor(node, guardrails.filter(attachedTo(node, account)));
    levels.set(key, layers);
    return layers;
  };
  made.set(zone, layersAt);
  return layersAt;
}

function attachedTo(node: string, account: string | undefined): (guardrail: AuditedGuardrail) => boolean {
  return account === undefined ? ({ units }) => units.has(node) : ({ accounts }) => accounts.has(account);
}

function layersFor(id: string, guardrails: readonly AuditedGuardrail[]): Layers {
  const of = (wanted: AuditedGuardrail["type"]): readonly AttachedPolicy[] =>
    guardrails.filter(({ type }) => type === wanted).map(({ name, policy }) => ({ id: name, policy }));
  return {
    scp: { id, policies: [fullAwsAccess, ...of("SERVICE_CONTROL_POLICY")] },
    rcp: { id, policies: of("RESOURCE_CONTROL_POLICY") },
  };
}
