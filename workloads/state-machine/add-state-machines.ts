import { join } from "node:path";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import type { TerraformStack } from "cdktf";
import { codeOf } from "../bundle/code-of";
import { addFunction } from "../microservice/add-function";
import type { Placement } from "../microservice/placement";
import type { ServiceDefinition } from "../service-definition";
import { usesOf } from "../uses/uses-of";
import { addOffer } from "./add-offer";
import { addStateMachine } from "./add-state-machine";

export interface StateMachines {
  /** By the names of tasks and offers. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly machines: ReadonlyMap<string, SfnStateMachine>;
}

/** The functions that state machines call, the roles by which those of other accounts do, and the service's own state machines. */
export function addStateMachines(
  stack: TerraformStack,
  definition: ServiceDefinition,
  placement: Placement,
): StateMachines {
  const { name: service, tasks = {}, offers = {}, stateMachines = {} } = definition;
  const functions = new Map(
    Object.entries({ ...tasks, ...offers }).map(([id, task]) => {
      const bundle = codeOf(stack, join(definition.handlers, `${id}.ts`), ({ bundleTask }) =>
        bundleTask(definition, id, task),
      );
      return [id, addFunction(stack, placement, service, { id, uses: usesOf(definition, id), bundle })];
    }),
  );
  for (const [name, offer] of Object.entries(offers)) addOffer(stack, placement, service, name, offer);
  const machines = new Map(
    Object.entries(stateMachines).map(([name, machine]) => [
      name,
      addStateMachine(stack, placement, service, name, machine),
    ]),
  );
  return { functions, machines };
}
