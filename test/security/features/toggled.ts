import type { LandingZone } from "../../../declaration/model";
import { sliceOf } from "../../../declaration/slice/slice-of";
import { type StackSpec, stacksOf } from "../../../declaration/stacks";
import { builders } from "../../../main";
import { withIds } from "../../fixtures/ids";
import { terraformJson } from "../../fixtures/terraform-json";
import { everything } from "../../network/features/toggled";

/** The zone with everything on, and what the local AWS does not hold beside it. */
export const all: LandingZone = withIds({
  ...everything,
  logs: { ...everything.logs, replicateTo: "eu-central-1", apiAccessLogs: true },
  security: { ...everything.security, securityLake: { sources: ["vpc-flow"], retentionDays: 90 } },
  baseline: { ...everything.baseline, quotas: { vpcs: { service: "vpc", code: "L-F678F1CE", value: 10 } } },
});

const kinds = ["org", "logs", "trail", "security", "rules", "account"];

/** Stack → `STACK TYPE.NAME` and attributes: a stack whose slice is the same is built once. */
const built = new Map<string, readonly (readonly [string, string])[]>();

/** `STACK TYPE.NAME` → attributes as text, of every stack in which logging, detection or the baseline is; of accounts the management account's and one more. */
export function securityResources(zone: LandingZone): ReadonlyMap<string, string> {
  const locked = withIds(zone);
  const member = locked.accounts.find(({ roles }) => roles.includes("workload"));
  const accounts = [locked.foundation.management.name, member?.name];
  const specs = stacksOf(locked).filter(
    ({ kind, account }) => kinds.includes(kind) && (kind !== "account" || accounts.includes(account.name)),
  );
  return new Map(specs.flatMap((spec) => resourcesOf(locked, spec)));
}

function resourcesOf(zone: LandingZone, whole: StackSpec): readonly (readonly [string, string])[] {
  const slice = sliceOf(zone, whole);
  const key = JSON.stringify([slice.zone, slice.zone.ids.entries(), slice.spec]);
  const known = built.get(key);
  if (known) return known;
  const json: { resource?: Record<string, Record<string, unknown>> } = JSON.parse(
    terraformJson(slice.zone, slice.spec, builders[whole.kind]),
  );
  const found = Object.entries(json.resource ?? {}).flatMap(([type, named]) =>
    Object.entries(named).map(([name, each]) => [`${whole.id} ${type}.${name}`, JSON.stringify(each)] as const),
  );
  built.set(key, found);
  return found;
}
