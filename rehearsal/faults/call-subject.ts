import { needsOf } from "../authorize/actions/needs-of";
import { inputOf } from "../authorize/read-call";
import type { AwsCall } from "../gateway/call";
import { functionWorker, isFunction } from "../gateway/caller";
import { modelDirectories } from "../gateway/model-names";
import type { ServiceModels } from "../gateway/service-models";
import type { DeclaredApi } from "./facts";
import type { Subject } from "./subject";
import type { Workers } from "./workers";

export interface CallFacts {
  readonly models: ServiceModels;
  /** Account of a resource that another account owns, by its name or id. */
  readonly ownerOf: (name: string) => string | undefined;
  readonly accountName: (id: string) => string | undefined;
  readonly workers: Workers;
}

/** A call to an AWS API as rules ask about it. */
export function callSubject(call: AwsCall, { models, ownerOf, accountName, workers }: CallFacts): Subject {
  const [, role, session] = /:assumed-role\/([^/]+)\/(.*)$/.exec(call.principal) ?? [];
  const isWorkload = isFunction(call);
  const worker = functionWorker(call);
  return {
    kind: "call",
    isWorkload,
    account: call.account,
    accountName: () => accountName(call.account),
    services: [call.service, ...modelDirectories(call.service)],
    operation: call.operation,
    role,
    functionName: isWorkload ? session : undefined,
    resources: () => needsOf(call, inputOf(models, call) ?? {}, ownerOf).flatMap(({ resource }) => resource ?? []),
    api: undefined,
    isProcess: () => worker !== undefined && workers.isKnown(worker),
  };
}

/** A request to a declared API as rules ask about it. */
export function requestSubject({ service, account }: DeclaredApi, accountId: string): Subject {
  return {
    kind: "request",
    isWorkload: false,
    account: accountId,
    accountName: () => account,
    services: [],
    operation: undefined,
    role: undefined,
    functionName: undefined,
    resources: () => [],
    api: service,
    isProcess: () => false,
  };
}
