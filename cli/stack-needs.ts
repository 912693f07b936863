import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { needsOf, type StackNeeds } from "../audit/lockout/needs";
import { retargeted } from "../audit/lockout/retargeted";
import type { LandingZone } from "../declaration/model";
import { deployRoles } from "../declaration/names";
import { stacksOf, type StackSpec } from "../declaration/stacks";
import { addStacks } from "../main";
import { codeLeftOut } from "../workloads/bundle/code-of";

/**
 * What the stacks in member accounts need, from the resources they are built of. Stacks of one shape are built once, for the first account that
 * has it, and said anew for the others.
 *
 * @param zone with the ids of its accounts, real or invented
 * @throws UserError as synthesis does
 */
export function stackNeeds(zone: LandingZone): readonly StackNeeds[] {
  // Nothing binds the management account, where landfall-org works.
  const specs = stacksOf(zone).filter(({ identity }) => identity !== "org");
  const built = new Map<string, StackSpec>();
  for (const spec of specs) if (!built.has(shapeOf(spec))) built.set(shapeOf(spec), spec);
  const texts = synthesised(
    zone,
    [...built.values()].map(({ id }) => id),
  );
  return specs.flatMap((spec) => {
    const first = built.get(shapeOf(spec)) ?? spec;
    const json = texts.get(first.id);
    if (json === undefined) return [];
    const owner = (of: StackSpec): Parameters<typeof needsOf>[0] => ownerOf(zone, of);
    return [
      first === spec ? needsOf(owner(spec), json) : retargeted(needsOf(owner(first), json), owner(first), owner(spec)),
    ];
  });
}

function ownerOf(
  zone: LandingZone,
  { id, account, identity, state, region }: StackSpec,
): Parameters<typeof needsOf>[0] {
  return {
    stack: id,
    account: account.name,
    accountId: zone.ids.get(`account/${account.name}`),
    partition: zone.partition,
    role: deployRoles[identity],
    region: region ?? zone.regions.home,
    stateBucket: identity === "service" ? state.bucket : undefined,
  };
}

/** What tells the resource types of one stack from those of another. */
function shapeOf({ kind, account, region }: StackSpec): string {
  const { roles, network, service } = account;
  const isThere = network?.regions?.some((spoke) => spoke.region === region) === true;
  return JSON.stringify([kind, [...roles].sort(), network === undefined, service?.name, region, isThere]);
}

/**
 * Stack id → the text of its Terraform JSON. Nothing stays on disk.
 *
 * @param code whether functions get their code, which takes long to build and which no resource depends on
 */
export function synthesised(
  zone: LandingZone,
  stacks: readonly string[],
  code: "built" | "left out" = "left out",
): ReadonlyMap<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), "landfall-needs-"));
  const { sourceMapsEnabled } = process;
  // CDKTF keeps where each token was made: a second for all of them when every place is looked up in a source map.
  process.setSourceMapsEnabled(false);
  try {
    const app = new App({ outdir, context: { [codeLeftOut]: code === "left out" } });
    addStacks(app, zone, stacks);
    const added = app.node.children.filter((child) => TerraformStack.isStack(child));
    return new Map(added.map((stack) => [stack.node.id, JSON.stringify(stack.toTerraform())]));
  } finally {
    if (sourceMapsEnabled) process.setSourceMapsEnabled(true);
    rmSync(outdir, { recursive: true, force: true });
  }
}
