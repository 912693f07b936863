import { Testing, TerraformStack } from "cdktf";
import { addMicroservice } from "../../workloads/microservice/add-microservice";
import type { Placement } from "../../workloads/microservice/placement";
import type { ServiceDefinition } from "../../workloads/service-definition";
import { codeLeftOut } from "../../workloads/bundle/code-of";
import type { Attributes } from "../fixtures/built-stack";

export const account = "111111111111";

/** Where a service is that is alone in its account. */
export const placementOf = (accountId: string): Placement => ({
  partition: "aws",
  region: "eu-west-1",
  accountId,
  rolePath: "/service/",
  boundaryArn: `arn:aws:iam::${accountId}:policy/boundary`,
  domainName: "shop.example",
  hostedZoneId: "Z0",
  alarmKeyAlias: "alias/alarms",
  operationsEmail: "owner@example.com",
  settings: {
    logRetentionDays: 30,
    memoryMegabytes: 128,
    latencyP95Milliseconds: 1000,
    throttle: { burst: 1, rate: 1 },
    firewallLogs: false,
    databases: false,
  },
  central: { arn: "arn:aws:events:eu-west-1:222222222222:event-bus/landfall-prod", accountId: "222222222222" },
});

/** The text of a service's stack in an account of its own, without its functions' code. */
export function stackTextOf(definition: ServiceDefinition): string {
  const stack = new TerraformStack(Testing.app({ context: { [codeLeftOut]: true } }), "service");
  addMicroservice(stack, definition, placementOf(account));
  return Testing.synth(stack);
}

/** Its resources: type → name → attributes. */
export function builtService(
  definition: ServiceDefinition,
): Readonly<Record<string, Readonly<Record<string, Attributes>>>> {
  return (
    JSON.parse(stackTextOf(definition)) as { resource: Readonly<Record<string, Readonly<Record<string, Attributes>>>> }
  ).resource;
}
