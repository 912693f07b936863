import { nodesAbove } from "../declaration/organizational-units";
import type { Account, LandingZone } from "../declaration/model";
import { unknownAccount } from "../declaration/unknown-account";
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
  const account = accountsOf(zone).get(name);
  if (account !== undefined) return account;
  throw unknownAccount(name, zone.accounts);
}

const byName = new WeakMap<LandingZone, ReadonlyMap<string, Account>>();

function accountsOf(zone: LandingZone): ReadonlyMap<string, Account> {
  const accounts = byName.get(zone) ?? new Map(zone.accounts.map((account) => [account.name, account]));
  byName.set(zone, accounts);
  return accounts;
}

function layersOf(zone: LandingZone): LayersAt {
  const known = made.get(zone);
  if (known !== undefined) return known;
  const attached = attachments(auditedGuardrails(zone));
  const levels = new Map<string, Layers>();
  const layersAt: LayersAt = (node, account) => {
    const key = account === undefined ? unitKey(node) : accountKey(account);
    const layers = levels.get(key) ?? layersFor(node, attached.get(key) ?? []);
    levels.set(key, layers);
    return layers;
  };
  made.set(zone, layersAt);
  return layersAt;
}

/** What is attached to each node that has anything, in the zone's order. */
function attachments(guardrails: readonly AuditedGuardrail[]): ReadonlyMap<string, readonly AuditedGuardrail[]> {
  const attached = new Map<string, AuditedGuardrail[]>();
  for (const guardrail of guardrails) {
    for (const key of [...[...guardrail.units].map(unitKey), ...[...guardrail.accounts].map(accountKey)]) {
      const here = attached.get(key);
      if (here === undefined) attached.set(key, [guardrail]);
      else here.push(guardrail);
    }
  }
  return attached;
}

const unitKey = (path: string): string => `unit ${path}`;

const accountKey = (name: string): string => `account ${name}`;

function layersFor(id: string, guardrails: readonly AuditedGuardrail[]): Layers {
  const of = (wanted: AuditedGuardrail["type"]): readonly AttachedPolicy[] =>
    guardrails.filter(({ type }) => type === wanted).map(({ name, policy }) => ({ id: name, policy }));
  return {
    scp: { id, policies: [fullAwsAccess, ...of("SERVICE_CONTROL_POLICY")] },
    rcp: { id, policies: of("RESOURCE_CONTROL_POLICY") },
  };
}
