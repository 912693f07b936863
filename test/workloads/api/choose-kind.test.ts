import { describe, expect, test } from "@jest/globals";
import type { ApiDefinition, ApiKind } from "../../../workloads/api/api-definition";
import { chooseKind } from "../../../workloads/api/choose-kind";
import { features } from "../../../workloads/api/features";
import { UserError } from "../../../declaration/user-error";

/** Every feature, what asks for it, and the kinds that have it, as the API Gateway Developer Guide says. */
const table: readonly (readonly [name: string, api: ApiDefinition, kinds: readonly ApiKind[]])[] = [
  ["request validation by API Gateway", { edgeValidation: true }, ["rest"]],
  ["AWS WAF", { firewall: { requestsPerFiveMinutes: 1000 } }, ["rest"]],
  ["caching", { cache: { getThing: { seconds: 60 } } }, ["rest"]],
  ["usage plans", { usagePlans: { partners: { throttle: { rate: 5, burst: 10 }, clients: ["acme"] } } }, ["rest"]],
  ["requests stored in a queue", { sendTo: { receiveThing: "things" } }, ["rest"]],
  ["CORS for several origins", { cors: { origins: ["https://a.example", "https://b.example"] } }, ["http"]],
  ["CORS for one origin", { cors: { origins: ["https://a.example"] } }, ["http", "rest"]],
  ["throttling by operation", { throttle: { getThing: { rate: 5, burst: 10 } } }, ["http", "rest"]],
];

function refusal(api: ApiDefinition): UserError {
  try {
    chooseKind("things", api);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error("was not refused");
}

describe("the kind of an API", () => {
  test("every feature is in the table", () => {
    expect(features.map(({ name }) => name).sort()).toEqual(table.map(([name]) => name).sort());
  });

  describe.each(table)("with %s", (name, api, kinds) => {
    test("is the cheapest that has it", () => {
      expect(chooseKind("things", api)).toBe(kinds[0]);
    });

    test.each(["http", "rest"] as const)("as %s is refused exactly when that has it not", (kind) => {
      if (kinds.includes(kind)) return expect(chooseKind("things", { ...api, kind })).toBe(kind);
      const { message, remedy } = refusal({ ...api, kind });
      const feature = features.find((each) => each.name === name);
      expect(message).toContain(`service things: api.kind is "${kind}", which does not have ${name}`);
      expect(message).toContain(feature?.declared);
      expect(message).toContain(feature?.why);
      expect(remedy).toContain(`Write kind: "${kinds[0]}"`);
      expect(remedy).toContain(feature?.instead);
    });
  });

  test("is HTTP when nothing is asked for", () => {
    expect(chooseKind("things", {})).toBe("http");
  });

  test("cannot be chosen when two features have no kind in common, and both are named", () => {
    const { message } = refusal({
      edgeValidation: true,
      cors: { origins: ["https://a.example", "https://b.example"] },
    });
    expect(message).toContain("no kind of API has all");
    expect(message).toContain("api.edgeValidation");
    expect(message).toContain("api.cors.origins");
  });
});
