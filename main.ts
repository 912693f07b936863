import { App, type TerraformStack } from "cdktf";
import { buildAccount } from "./accounts/account-stack";
import { buildRegion } from "./accounts/region-stack";
import { loadZone } from "./declaration/load";
import type { LandingZone } from "./declaration/model";
import { reportingMistakes } from "./declaration/reporting-mistakes";
import { selectedStacks } from "./declaration/selected-stacks";
import { sliceOf } from "./declaration/slice/slice-of";
import type { StackKind, StackSpec } from "./declaration/stacks";
import { describeWaiting, waitingFor } from "./declaration/waiting";
import { buildDns } from "./network/dns-stack";
import { buildNetworkRegion } from "./network/network-region-stack";
import { buildNetwork } from "./network/network-stack";
import { checkReachability } from "./network/reachability/check";
import { buildRoutingRegion } from "./network/routing-region-stack";
import { buildRouting } from "./network/routing-stack";
import { buildCosts } from "./org/costs-stack";
import { buildIdentity } from "./org/identity-stack";
import { buildOrganization } from "./org/org-stack";
import { buildLogs } from "./security/logs-stack";
import { buildRules } from "./security/rules-stack";
import { buildSecurityRegion } from "./security/security-region-stack";
import { buildSecurity } from "./security/security-stack";
import { buildTrail } from "./security/trail-stack";
import { addImports } from "./stack/add-imports";
import { createStack } from "./stack/create-stack";
import { withoutTokenTraces } from "./stack/without-token-traces";
import { buildEvents } from "./workloads/events/events-stack";
import { buildService } from "./workloads/service-stack";

type StackBuilder = (stack: TerraformStack, zone: LandingZone, spec: StackSpec) => void;

/** What builds each kind of stack. */
export const builders: Readonly<Record<StackKind, StackBuilder>> = {
  org: buildOrganization,
  identity: buildIdentity,
  costs: buildCosts,
  logs: buildLogs,
  trail: buildTrail,
  security: buildSecurity,
  network: buildNetwork,
  account: buildAccount,
  rules: buildRules,
  events: buildEvents,
  routing: buildRouting,
  dns: buildDns,
  region: buildRegion,
  "network-region": buildNetworkRegion,
  "routing-region": buildRoutingRegion,
  "security-region": buildSecurityRegion,
  service: buildService,
};

/**
 * Adds to the app every stack whose ids are locked, in deployment order.
 * A builder is given its stack's slice of the zone and no more.
 * @param only ids of the stacks to add; all when undefined. A stack's JSON does not depend on which others are added.
 * @returns the stacks that are not ready
 * @throws UserError when `only` names a stack the zone does not have, or the network's routes are not what the zone declares
 */
export function addStacks(app: App, zone: LandingZone, only?: readonly string[]): readonly StackSpec[] {
  checkReachability(zone);
  const added = new Map<string, TerraformStack>();
  const selected = selectedStacks(zone, only);
  const ready = selected.filter((spec) => waitingFor(zone, spec).length === 0);
  for (const spec of ready) {
    const stack = withoutTokenTraces(() => buildStack(app, zone, spec));
    for (const id of spec.after) {
      const earlier = added.get(id);
      if (earlier) stack.addDependency(earlier);
    }
    added.set(spec.id, stack);
  }
  return selected.filter((spec) => !added.has(spec.id));
}

function buildStack(app: App, zone: LandingZone, spec: StackSpec): TerraformStack {
  const slice = sliceOf(zone, spec);
  const stack = createStack(app, slice.zone, slice.spec);
  builders[spec.kind](stack, slice.zone, slice.spec);
  addImports(stack, slice.zone.imports[spec.id] ?? {});
  return stack;
}

/**
 * The whole app: synthesises the zone's stacks that are ready. Exits with 2 for a mistake in the declaration, which it prints.
 * @param environment LANDFALL_ZONE, the zone's directory; LANDFALL_STACKS, a comma list; CDKTF_OUTDIR, as CDKTF reads it
 */
export function landfall(environment: NodeJS.ProcessEnv = process.env): void {
  reportingMistakes(() => synthesise(environment));
}

function synthesise(environment: NodeJS.ProcessEnv): void {
  const zone = loadZone(environment["LANDFALL_ZONE"] ?? "zone");
  const app = new App();
  const waiting = addStacks(app, zone, environment["LANDFALL_STACKS"]?.split(","));
  for (const spec of waiting) console.error(describeWaiting(zone, spec));
  withoutTokenTraces(() => app.synth());
}

if (require.main === module) landfall();
