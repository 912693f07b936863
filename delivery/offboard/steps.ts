import { suspendedUnit } from "../../declaration/names";
import type { StackSpec } from "../../declaration/stacks";
import type { Step } from "../steps/step";
import type { OffboardPlan } from "./plan";
import type { OffboardWorld } from "./world";

/**
 * The steps by which an account leaves, in an order in which each finds what it needs: what lives in the account goes while its
 * roles work, the network lets go of it before its VPC goes, and `deny-everything` binds it last, for it would stop the rest.
 */
export function offboardSteps(plan: OffboardPlan, world: OffboardWorld): readonly Step[] {
  const leaving = plan.accountId === undefined ? [] : suspendSteps(plan, world);
  const closing = plan.close && plan.accountId !== undefined ? closeSteps(plan, world) : [];
  return [...leaving, ...closing, ...(plan.close ? releaseSteps(plan, world) : [])];
}

function suspendSteps(plan: OffboardPlan, world: OffboardWorld): readonly Step[] {
  const { account, accountStack, regionStacks, dnsStack, serviceStack, routing, network, identity, org } = plan;
  const isLeaving = (): boolean => world.status() !== "active";
  const deployWithout = (stack: StackSpec, what: string): Step => ({
    id: `detach:${stack.id}`,
    title: `deploy ${stack.id}, which ${what}`,
    isDone: async () => isLeaving() && !(await world.holdsAccount(stack)),
    perform: () => world.deploy(stack),
  });
  return [
    {
      id: "declare:suspended",
      title: `write status: suspended into the file of ${account.name}`,
      isDone: () => Promise.resolve(isLeaving()),
      perform: async () => {
        await world.assertMayLeave();
        await world.declare("suspended");
      },
    },
    ...(serviceStack ? [emptyBuckets(serviceStack, world), destroyStack(serviceStack, world)] : []),
    ...(dnsStack ? [destroyStack(dnsStack, world)] : []),
    ...routing.map((stack) => deployWithout(stack, "lets go of its attachment and its domain")),
    ...regionStacks.map((stack) => destroyStack(stack, world)),
    emptyBuckets(accountStack, world, (buckets) => world.assertNoServices(buckets)),
    destroyStack(accountStack, world),
    ...(network ? [deployWithout(network, "takes back its subnets and its range")] : []),
    ...(identity ? [deployWithout(identity, "ends its teams' access")] : []),
    {
      id: "suspend:org",
      title: `deploy org, which moves the account to the organizational unit ${suspendedUnit}`,
      isDone: async () =>
        isLeaving() && ((await world.isClosed()) || ((await world.isSuspended()) && !(await world.holdsAccount(org)))),
      perform: () => world.deploy(org),
    },
  ];
}

function closeSteps({ account, accountId, org }: OffboardPlan, world: OffboardWorld): readonly Step[] {
  return [
    {
      id: "close",
      title: `close the AWS account ${accountId}`,
      isDone: () => world.isClosed(),
      perform: () => world.close(),
    },
    {
      id: "declare:closed",
      title: `write status: closed into the file of ${account.name}`,
      isDone: () => Promise.resolve(world.status() === "closed"),
      perform: () => world.declare("closed"),
    },
    {
      id: "forget:org",
      title: "deploy org, which forgets the account",
      isDone: async () => world.status() === "closed" && !(await world.remembersAccount()),
      perform: () => world.deploy(org),
    },
  ];
}

/** The ids go last: without the account's id no other step can be looked at. */
function releaseSteps({ account }: OffboardPlan, world: OffboardWorld): readonly Step[] {
  return [
    {
      id: "release:range",
      title: `give back the address range of ${account.name}`,
      isDone: () => Promise.resolve(!world.holdsRange()),
      perform: () => world.releaseRange(),
    },
    {
      id: "release:ids",
      title: `take the ids of ${account.name} out of ids.lock.json`,
      isDone: () => Promise.resolve(!world.holdsIds()),
      perform: () => world.releaseIds(),
    },
  ];
}

function emptyBuckets(
  stack: StackSpec,
  world: OffboardWorld,
  check: (buckets: readonly string[]) => Promise<void> = () => Promise.resolve(),
): Step {
  return {
    id: `empty:${stack.id}`,
    title: `empty the buckets of ${stack.id}: all objects, versions and delete markers`,
    isDone: async () => (await world.isDestroyed(stack)) || (await world.fullBuckets(stack)).length === 0,
    perform: async () => {
      const buckets = await world.fullBuckets(stack);
      await check(buckets);
      await world.empty(buckets);
    },
  };
}

function destroyStack(stack: StackSpec, world: OffboardWorld): Step {
  return {
    id: `destroy:${stack.id}`,
    title: `destroy the stack ${stack.id}`,
    isDone: () => world.isDestroyed(stack),
    perform: () => world.destroy(stack),
  };
}
