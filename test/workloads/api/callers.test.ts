import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../../declaration/load";
import { addMicroservice } from "../../../workloads/microservice/add-microservice";
import type { AuthorizeHandle } from "../../../workloads/runtime/authorize";
import { type Caller, callerOfHttp, callerOfRest } from "../../../workloads/runtime/caller";
import { defineService, table } from "../../../workloads/service-definition";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { testOperation } from "../../../workloads/testing";
import { buildStack, type BuiltStack } from "../../fixtures/built-stack";
import { withIds } from "../../fixtures/ids";
import { placement } from "./build-api";
import { getNote } from "./secured/handlers/getNote";
import { partner } from "./secured/handlers/partner";
import { notes } from "./secured/service";

const claims = { sub: "user-1", scope: "notes/read notes/write", exp: "1764500000" };
const userArn = "arn:aws:iam::111122223333:role/systems";

/** Each kind of caller as either kind of API tells of it (API Gateway Developer Guide, the pages on Lambda proxy integrations). */
const told: readonly (readonly [Caller, http: object, rest: object])[] = [
  [
    { kind: "jwt", subject: "user-1", claims, scopes: ["notes/read", "notes/write"] },
    { authorizer: { jwt: { claims, scopes: ["notes/read"] } } },
    { authorizer: { claims }, identity: { userArn: null } },
  ],
  [
    { kind: "token", subject: "acme", context: { plan: "gold" } },
    { authorizer: { lambda: { subject: "acme", plan: "gold" } } },
    { authorizer: { principalId: "acme", subject: "acme", plan: "gold", integrationLatency: 12 }, identity: {} },
  ],
  [
    { kind: "iam", subject: userArn, accountId: "111122223333" },
    { authorizer: { iam: { userArn, accountId: "111122223333", accessKey: "AKIA" } } },
    { identity: { userArn, accountId: "111122223333", accessKey: "AKIA", caller: "AROA:x" } },
  ],
];

describe("who calls", () => {
  test.each(told)("is told the same by either kind of API: %j", (caller, http, rest) => {
    expect(callerOfHttp(http)).toEqual(caller);
    expect(callerOfRest(rest)).toEqual(caller);
  });

  test("is nobody where API Gateway asked nobody, or got no name", () => {
    for (const context of [{}, { authorizer: null, identity: { userArn: null } }]) {
      expect([callerOfHttp(context), callerOfRest(context)]).toEqual([undefined, undefined]);
    }
    expect(callerOfHttp({ authorizer: { lambda: { subject: "" } } })).toBeUndefined();
    expect(callerOfRest({ authorizer: { principalId: "nobody", subject: "" } })).toBeUndefined();
    expect(callerOfHttp({ authorizer: { jwt: { claims: { scope: "notes/read" } } } })).toBeUndefined();
  });
});

const access = { tables: { notes: { get: async () => undefined } }, queues: {}, buckets: {} };

describe("an operation that wants to know who calls", () => {
  const get = testOperation(notes, "getNote", getNote, access);
  const path = { noteId: "1" };

  test("is told", async () => {
    const caller: Caller = { kind: "token", subject: "acme", context: { plan: "gold" } };
    expect(await get({ path, caller })).toMatchObject({
      status: 200,
      body: { noteId: "1", owner: "acme", plan: "gold" },
    });
  });

  test("answers nobody when API Gateway's authorizer is gone, or another stands there", async () => {
    expect(await get({ path })).toMatchObject({ status: 401, body: { title: "Unauthorized" } });
    expect(await get({ path, caller: { kind: "iam", subject: userArn, accountId: "1" } })).toMatchObject({
      status: 401,
    });
  });
});

describe("the function that reads tokens", () => {
  const stackOf = (definition: ServiceDefinition): BuiltStack =>
    buildStack(
      withIds(loadZone("zone")),
      ({ id }) => id === "orders-dev-orders",
      (stack) => addMicroservice(stack, definition, placement),
    );

  test("is given what the authorizer declares, and nothing else", async () => {
    const asked: unknown[] = [];
    const tokens = {
      get: async <Stored>(key: unknown): Promise<Stored | undefined> => {
        asked.push(key);
        return { owner: "acme", plan: "gold" } as Stored;
      },
    };
    const given = { tables: { tokens }, queues: {}, buckets: {} };
    expect(await partner({ authorization: "Bearer t1", headers: {} }, given)).toEqual({
      subject: "acme",
      context: { plan: "gold" },
    });
    expect(asked).toEqual([{ Key: { token: "t1" } }]);
    const others: AuthorizeHandle<typeof notes, "partner"> = async (_credentials, { tables }) => {
      // @ts-expect-error it declares no put
      await tables.tokens.put({ Item: {} });
      // @ts-expect-error a table that the operation uses, not the authorizer
      await tables.notes.get({ Key: {} });
      return undefined;
    };
    expect(others).toBeInstanceOf(Function);
  });

  test("has a role for that, and the table's name", () => {
    const stack = stackOf(notes);
    const policy: { Statement: { Sid: string }[] } = JSON.parse(
      String(stack.at("aws_iam_role_policy.partner")["policy"]),
    );
    expect(policy.Statement.filter(({ Sid }) => Sid.startsWith("Table"))).toEqual([
      {
        Sid: "TableTokens",
        Effect: "Allow",
        Action: ["dynamodb:GetItem"],
        Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/notes-tokens",
      },
    ]);
    expect(stack.at("aws_lambda_function.partner")["environment"]).toMatchObject({
      variables: { TOKENS_TABLE: "notes-tokens" },
    });
  });

  test("cannot use what the service does not have, nor be declared where no token is read by a function", () => {
    const { name, contract, handlers } = notes;
    const definition = { name, contract, handlers, tables: { tokens: { partitionKey: "token" } }, operations: {} };
    // @ts-expect-error no table of the service
    defineService({ ...definition, api: { authorizers: { partner: { uses: [table.get("orders")] } } } });
    const people = defineService({ ...definition, api: { authorizers: { people: { uses: [table.get("tokens")] } } } });
    expect(() => stackOf(people)).toThrow("no function reads the tokens of people");
  });
});
