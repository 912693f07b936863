import { expect, test } from "@jest/globals";
import { validate } from "../../synth/validate-stacks";
import { buildApi, things } from "./build-api";

/** Everything a REST API may be asked for, but what the sample zone's services have already. */
const everything = {
  edgeValidation: true,
  firewall: { requestsPerFiveMinutes: 1000 },
  cache: { getThing: { seconds: 60 } },
  cors: { origins: ["https://shop.example"], maxAgeSeconds: 600 },
  throttle: { createThing: { rate: 5, burst: 10 } },
  usagePlans: { partners: { throttle: { rate: 2, burst: 4 }, requestsPerDay: 1000, clients: ["acme"] } },
} as const;

const problems = Object.fromEntries(["400", "415", "500"].map((status) => [status, { description: "A problem" }]));
const stored = things(undefined, {
  paths: {
    "/things": {
      post: {
        operationId: "createThing",
        requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } },
        responses: { "202": { description: "Stored" }, ...problems },
      },
    },
  },
});

test("the real provider accepts either kind with all it may have", async () => {
  const firewallLogs = "arn:aws:s3:::aws-waf-logs-acme-web-acl-444455556666";
  const json = (...input: Parameters<typeof buildApi>): string => JSON.stringify(buildApi(...input).top);
  const stacks = new Map([
    ["rest", json(things(), everything, { firewallLogs })],
    ["stored", json(stored, { sendTo: { createThing: "things" } })],
    [
      "http",
      json(things(), { cors: { origins: ["https://a.example", "https://b.example"] }, throttle: everything.throttle }),
    ],
  ]);
  const wrong = json(things(), everything).replace('"REGIONAL"', '"NOWHERE"');
  const found = await validate(new Map([...stacks, ["wrong", wrong]]));
  for (const name of stacks.keys()) expect([name, found.get(name)]).toEqual([name, []]);
  expect(found.get("wrong")?.join()).toContain("NOWHERE");
}, 300_000);
