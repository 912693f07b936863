import type { LandingZone } from "../../declaration/model";
import { hubVpcs } from "../../declaration/names";
import { tablesOf } from "../../declaration/routing/leaving";
import { routingStackId } from "../../declaration/routing/routing-stacks";
import { UserError } from "../../declaration/user-error";
import { readState } from "../state/read-state";
import { isTableRoute } from "./route-addresses";
import type { StackToDeploy } from "./stack-to-deploy";

/**
 * Looks before a stack of the hub's routes is planned or deployed: whether another's state holds them, because `network.routingStacks` has
 * changed. Terraform would destroy them in one stack and make them anew in the other, and the networks be parted meanwhile.
 * @throws UserError with the steps that move them without a change of AWS
 */
export async function assertLayout({ zone, spec, environment }: StackToDeploy): Promise<void> {
  if (spec.kind !== "routing") return;
  const routesIn = async (stack: string): Promise<number> => {
    const state = { ...spec.state, key: `${spec.identity}/${stack}.tfstate` };
    const read = await readState({ state }, zone.regions.home, environment);
    return read?.addresses.filter(isTableRoute).length ?? 0;
  };
  const tables = tablesOf(zone).map(routingStackId);
  const others = zone.network.routingStacks === "one" ? tables : ["routing"];
  const counts = await Promise.all(others.map(async (stack) => ({ stack, routes: await routesIn(stack) })));
  const holding = counts.filter(({ routes }) => routes > 0);
  if (holding.length > 0) throw moved(zone, holding);
}

function moved(zone: LandingZone, holding: readonly { readonly stack: string; readonly routes: number }[]): UserError {
  const from = holding.map(({ stack }) => stack);
  const isOne = zone.network.routingStacks === "one";
  const to = isOne ? ["routing"] : tablesOf(zone).map(routingStackId);
  const routes = holding.reduce((sum, each) => sum + each.routes, 0);
  return new UserError(
    `network.routingStacks is ${zone.network.routingStacks}, but the state of ${from.join(", ")} holds ${routes} routes of ${to.join(", ")}; ` +
      "deploying would cut networks off that work",
    [
      "Move them, which changes nothing in AWS; with the credentials of landfall-platform:",
      ...from.map((stack) => `  ${isOne ? setAside(zone, stack) : forgetRoutes(stack)}`),
      `  landfall deploy --recover ${to.join(" ")}`,
      "The last takes up what is there.",
    ].join("\n"),
  );
}

/** A table's stack has nothing but routes in its state. */
function setAside({ stateBucket }: LandingZone, stack: string): string {
  const object = `s3://${stateBucket}/platform/${stack}.tfstate`;
  return `aws s3 mv ${object} ${object}.moved`;
}

const ownVpcs = Object.keys(hubVpcs).join("|");

/** Takes the routes out of a state; associations of the hub's own VPCs stay. */
function forgetRoutes(stack: string): string {
  const routes = [
    "terraform state list",
    "grep -E '^aws_ec2_transit_gateway_route(_table_(association|propagation))?[.]'",
    `grep -vE '_association[.](${ownVpcs})$'`,
    "xargs terraform state rm",
  ].join(" | ");
  return `(cd cdktf.out/stacks/${stack} && terraform init -input=false && ${routes})`;
}
