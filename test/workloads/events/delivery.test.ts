import { describe, expect, test } from "@jest/globals";
import { letsIn } from "../../../rehearsal/events/resource-policy";
import { policyDocument } from "../../../stack/policy-document";
import type { Center } from "../../../workloads/events/central/center";
import type { Member } from "../../../workloads/events/central/members";
import { producersPut, routesTo } from "../../../workloads/events/central/routes";
import type { EventPattern } from "../../../workloads/events/pattern";
import type { EventName } from "../../../workloads/events/schemas/event-name";
import fc from "../../fast-check";

const center: Center = {
  partition: "aws",
  region: "eu-west-1",
  accountId: "999999999999",
  organizationId: "o-abcdefghij",
};
const busArn = "arn:aws:events:eu-west-1:999999999999:event-bus/landfall-live";

interface Put extends EventName {
  readonly account: string;
  readonly organization: string;
}

const versions = [1, 2];
const types = ["Made", "Gone"];
const services = ["orders", "orders-archive", "payments"];
const events: readonly EventName[] = services.flatMap((source) =>
  types.flatMap((detailType) => versions.map((version) => ({ source, detailType, version }))),
);

/** Members with services of their own or alike, each of which publishes some of its events and wants some of all. */
const members: fc.Arbitrary<readonly Member[]> = fc
  .array(
    fc.record({
      service: fc.constantFrom(...services),
      publishes: fc.subarray(types.flatMap((detailType) => versions.map((version) => ({ detailType, version })))),
      wants: fc.subarray([...events]),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) =>
    drawn.map(({ service, publishes, wants }, at) => ({
      account: `account-${at}`,
      accountId: String(100_000_000_000 + at),
      bus: "live",
      events: {
        service,
        publishes: publishes.map((event) => ({ source: service, ...event })),
        subscribes: new Map([["all", wants]]),
      },
    })),
  );

function matches(pattern: EventPattern, { source, detailType, version }: EventName): boolean {
  const fits = <T>(allowed: readonly T[], value: T): boolean => allowed.includes(value);
  return (
    fits(pattern.source, source) &&
    fits(pattern["detail-type"], detailType) &&
    fits(pattern.detail.metadata.version, version)
  );
}

function isTaken(policy: string, { account, source, detailType, organization }: Put): boolean {
  return letsIn(
    policy,
    { AWS: [account, `arn:aws:iam::${account}:root`] },
    {
      action: "events:PutEvents",
      resource: busArn,
      context: { "aws:PrincipalOrgID": organization, "events:source": source, "events:detail-type": detailType },
    },
  );
}

describe("an event on a central bus", () => {
  test("is taken from who publishes its type, and comes to whom subscribed to its version, once, and to nobody else", () => {
    fc.assert(
      fc.property(
        members,
        fc.constantFrom(...events),
        fc.nat(),
        fc.constantFrom(center.organizationId, "o-somebodyels"),
        (all, event, at, organization) => {
          const sender = all[at % all.length];
          if (!sender) return;
          const put = { ...event, account: sender.accountId, organization };
          const statements = producersPut(center, busArn, all);
          const taken = statements.length > 0 && isTaken(policyDocument(statements), put);
          const publishes = sender.events.publishes.some(
            ({ source, detailType }) => source === event.source && detailType === event.detailType,
          );
          expect(taken).toBe(publishes && organization === center.organizationId);
          for (const member of all) {
            const times = routesTo(member).filter(({ pattern }) => matches(pattern, event)).length;
            const wanted = [...member.events.subscribes.values()]
              .flat()
              .some(
                ({ source, detailType, version }) =>
                  source === event.source && detailType === event.detailType && version === event.version,
              );
            expect(times).toBe(wanted ? 1 : 0);
          }
        },
      ),
    );
  });
});

describe("a policy of a resource", () => {
  const request = { action: "events:PutEvents", resource: busArn, context: { "events:source": "orders" } };
  const who = { AWS: ["111111111111", "arn:aws:iam::111111111111:root"] };
  const allow = {
    Sid: "A",
    Effect: "Allow",
    Principal: { AWS: "111111111111" },
    Action: "events:PutEvents",
    Resource: busArn,
  };
  const policy = (...statements: readonly object[]): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });

  test.each<[string, string, boolean]>([
    ["that names the account", policy(allow), true],
    ["that names its root", policy({ ...allow, Principal: { AWS: ["arn:aws:iam::111111111111:root"] } }), true],
    ["for everybody", policy({ ...allow, Principal: "*" }), true],
    ["for another account", policy({ ...allow, Principal: { AWS: "222222222222" } }), false],
    ["for a service", policy({ ...allow, Principal: { Service: "events.amazonaws.com" } }), false],
    ["for another action", policy({ ...allow, Action: "events:PutRule" }), false],
    [
      "with a condition that holds",
      policy({ ...allow, Condition: { StringEquals: { "events:source": "orders" } } }),
      true,
    ],
    [
      "with one that does not",
      policy({ ...allow, Condition: { StringEquals: { "events:source": "payments" } } }),
      false,
    ],
    ["that denies too", policy(allow, { ...allow, Sid: "D", Effect: "Deny" }), false],
    [
      "that denies another",
      policy(allow, { ...allow, Sid: "D", Effect: "Deny", Principal: { AWS: "222222222222" } }),
      true,
    ],
    ["that cannot be read", policy({ ...allow, Condition: { Nonsense: { a: "b" } } }), false],
  ])("%s", (_what, document, lets) => {
    expect(letsIn(document, who, request)).toBe(lets);
  });
});
