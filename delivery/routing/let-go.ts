import { planRoutes } from "../../declaration/routing/route-plan";
import { UserError } from "../../declaration/user-error";
import { stacksOf } from "../../declaration/stacks";
import { readState } from "../state/read-state";
import { leavingOfStack } from "./leaving-of-stack";
import { declaredRoutes, isRouteOf } from "./route-addresses";
import type { StackToDeploy } from "./stack-to-deploy";

/**
 * Looks before a stack takes a network down: while the hub's routes name it, they would be left without it, or AWS would refuse half-way.
 * A deployment of all that changed has the order right; this is for one stack alone.
 * @throws UserError naming the stacks that come first
 */
export async function assertLetGo({ zone, spec, environment }: StackToDeploy): Promise<void> {
  const leaving = leavingOfStack(zone, spec.id);
  if (leaving.length === 0) return;
  const declared = declaredRoutes(planRoutes(zone));
  const isLeft = (address: string): boolean => !declared.has(address) && leaving.some((key) => isRouteOf(key, address));
  const routing = stacksOf(zone).filter(({ kind }) => kind === "routing");
  const held = await Promise.all(
    routing.map(async (stack) => {
      const { addresses = [] } = (await readState(stack, zone.regions.home, environment)) ?? {};
      return { id: stack.id, addresses: addresses.filter(isLeft) };
    }),
  );
  const holding = held.filter(({ addresses }) => addresses.length > 0);
  if (holding.length === 0) return;
  const first = holding.flatMap(({ addresses }) => addresses)[0] ?? "";
  throw new UserError(
    `${spec.id} would take down ${leaving.join(", ")}, which ${holding.map(({ id }) => id).join(", ")} still routes (${first})`,
    `Detach it first: \`landfall deploy ${holding.map(({ id }) => id).join(" ")}\`, then \`landfall deploy ${spec.id}\`; or both in one deployment.`,
  );
}
