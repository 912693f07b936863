import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { loadZone } from "../../../declaration/load";
import { resource } from "../../../stack/resource";
import { addApi } from "../../../workloads/api/add-api";
import type { ApiDefinition } from "../../../workloads/api/api-definition";
import { callersOf } from "../../../workloads/api/authorizers/callers-of";
import { parseContract } from "../../../workloads/contract/load-contract";
import type { Contract } from "../../../workloads/contract/model";
import type { Placement } from "../../../workloads/microservice/placement";
import { buildStack, type BuiltStack } from "../../fixtures/built-stack";
import { withIds } from "../../fixtures/ids";

const zone = withIds(loadZone("zone"));

export const placement: Placement = {
  partition: "aws",
  region: "eu-west-1",
  accountId: "111122223333",
  rolePath: "/service/",
  boundaryArn: "arn:aws:iam::111122223333:policy/landfall-service-boundary",
  domainName: "things.example",
  hostedZoneId: "Z0THINGS",
  alarmKeyAlias: "alias/landfall-service-alarms",
  operationsEmail: undefined,
  settings: {
    logRetentionDays: 30,
    memoryMegabytes: 256,
    latencyP95Milliseconds: 1000,
    throttle: { burst: 200, rate: 100 },
    firewallLogs: false,
    databases: false,
  },
};

/** A stack with nothing but an API and bare functions behind it. */
export function buildApi(contract: Contract, api: ApiDefinition, where: Partial<Placement> = {}): BuiltStack {
  return buildStack(
    zone,
    ({ id }) => id === "orders-dev-orders",
    (stack) => {
      const named = (names: readonly string[]) =>
        new Map(
          names.map((id) => [
            id,
            resource(stack, LambdaFunction, id, {
              functionName: `things-${id}`,
              role: "arn:aws:iam::111122223333:role/service/things",
              handler: "index.handler",
              runtime: "nodejs22.x",
              filename: "function.zip",
            }),
          ]),
        );
      const functions = named(contract.operations.map(({ id }) => id));
      const tokenReaders = named(callersOf(contract).flatMap(({ kind, scheme }) => (kind === "token" ? [scheme] : [])));
      addApi(stack, { ...placement, ...where }, { service: "things", contract, api, functions, tokenReaders });
    },
  );
}

const problemResponse = {
  description: "A problem",
  content: { "application/problem+json": { schema: { type: "object" } } },
};

/** A contract with one collection: create and read a thing. `body` is the schema of what is created; `more` is merged over the top. */
export function things(body: object = { type: "object" }, more: Readonly<Record<string, object>> = {}): Contract {
  const answer = { description: "A thing", content: { "application/json": { schema: { type: "object" } } } };
  const document = {
    openapi: "3.1.1",
    info: { title: "Things", version: "1.0.0" },
    paths: {
      "/things": {
        post: {
          operationId: "createThing",
          parameters: [{ name: "Idempotency-Key", in: "header", schema: { type: "string" } }],
          requestBody: { required: true, content: { "application/json": { schema: body } } },
          responses: { "201": answer, "400": problemResponse },
        },
      },
      "/things/{thingId}": {
        get: {
          operationId: "getThing",
          parameters: [
            { name: "thingId", in: "path", required: true, schema: { type: "string" } },
            { name: "part", in: "query", required: true, schema: { type: "string" } },
          ],
          responses: { "200": answer, "404": problemResponse },
        },
      },
    },
    ...more,
  };
  return parseContract(JSON.stringify(document, undefined, 2), "things.yaml");
}
