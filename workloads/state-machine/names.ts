import { offerRoleName, stateMachineRoleName } from "../../declaration/names";
import { functionName } from "../microservice/names";
import { arn, type Placement } from "../microservice/placement";

export function stateMachineName(service: string, machine: string): string {
  return `${service}-${machine}`;
}

export function stateMachineArn(placement: Placement, service: string, machine: string): string {
  return arn(placement, "states", `stateMachine:${stateMachineName(service, machine)}`);
}

/** Log groups under /aws/vendedlogs/ share one resource policy (Step Functions Developer Guide, "Logging using CloudWatch Logs"). */
export function stateMachineLogGroup(service: string, machine: string): string {
  return `/aws/vendedlogs/states/${stateMachineName(service, machine)}`;
}

/** A queue's name has no dot, and functions' and queues' names no underscore. */
export function parkedQueueName(service: string, machine: string): string {
  return `${service}-${machine}_parked`;
}

/** A function that a state machine calls, and the role it takes on for that where it is another account's. */
export interface Callee {
  readonly functionArn: string;
  readonly roleArn?: string;
}

/** The service and the offer in `payments/takePayment`; undefined of a function of the service itself. */
export function offerNamed(call: string): { readonly service: string; readonly offer: string } | undefined {
  const [service = "", offer] = call.split("/");
  return offer === undefined ? undefined : { service, offer };
}

/** @param call a function of the service, or `<service>/<offer>`; every name is a function of the declaration: no stack refers to another */
export function calleeOf(placement: Placement, service: string, call: string): Callee {
  const foreign = offerNamed(call);
  if (foreign === undefined)
    return { functionArn: arn(placement, "lambda", `function:${functionName(service, call)}`) };
  const [accountId] = placement.peers?.[foreign.service] ?? [];
  if (accountId === undefined) throw new Error(`the definition was not checked: no account has ${foreign.service}`);
  const there = { ...placement, accountId };
  return {
    functionArn: arn(there, "lambda", `function:${functionName(foreign.service, foreign.offer)}`),
    roleArn: roleArn(there, offerRoleName(foreign.service, foreign.offer)),
  };
}

export function roleArn({ partition, accountId, rolePath }: Placement, role: string): string {
  return `arn:${partition}:iam::${accountId}:role${rolePath}${role}`;
}

/** ARN of the roles of all state machines of a service in an account, as `ArnLike` compares it. */
export function machineRolesOf(placement: Placement, accountId: string, service: string): string {
  return roleArn({ ...placement, accountId }, stateMachineRoleName(service, "*"));
}
