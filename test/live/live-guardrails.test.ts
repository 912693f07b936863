import { afterEach, describe, expect, test } from "@jest/globals";
import { readLiveGuardrails } from "../../live/live-guardrails";
import { fakeAws, type FakeAws } from "../delivery/fake-aws";

let fake: FakeAws | undefined;
afterEach(() => fake?.close());

const identity =
  "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:root</Arn><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
const full = { Id: "p-FullAWSAccess", Name: "FullAWSAccess", AwsManaged: true };

/** An organisation in which only tag policies are enabled, two pages of everything. */
function answer(operation: string, input: Readonly<Record<string, string>>): object {
  const isFirst = input["NextToken"] === undefined;
  const next = isFirst ? { NextToken: "2" } : {};
  switch (operation) {
    case "DescribeOrganization":
      return { Organization: { Id: "o-1", MasterAccountId: "1" } };
    case "ListRoots":
      return { Roots: [{ Id: "r-1", PolicyTypes: [{ Type: "TAG_POLICY", Status: "ENABLED" }] }] };
    case "ListPolicies": {
      const Type = input["Filter"];
      if (Type === "SERVICE_CONTROL_POLICY")
        return { Policies: [isFirst ? { ...full, Type } : { Id: "p-own", Name: "Own", Type }], ...next };
      return { Policies: Type === "TAG_POLICY" ? [{ Id: "p-tags", Name: "Tags", Type }] : [] };
    }
    case "DescribePolicy":
      return { Policy: { Content: `document of ${input["PolicyId"] ?? ""}` } };
    case "ListTargetsForPolicy":
      return { Targets: [{ TargetId: isFirst ? "r-1" : "ou-2" }], ...next };
    default:
      return {};
  }
}

describe("reading what binds the accounts", () => {
  test("turns every page; AWS's own policies and those of a disabled type are among them", async () => {
    fake = await fakeAws(({ target, body }) =>
      target === ""
        ? { body: identity }
        : { body: JSON.stringify(answer(target.split(".")[1] ?? "", JSON.parse(body))) },
    );
    const { policyTypes, policies } = await readLiveGuardrails({ region: "eu-west-1", environment: fake.environment });
    expect(policyTypes).toEqual(["TAG_POLICY"]);
    expect(policies.map(({ name, type, awsManaged }) => [name, type, awsManaged])).toEqual([
      ["FullAWSAccess", "SERVICE_CONTROL_POLICY", true],
      ["Own", "SERVICE_CONTROL_POLICY", false],
      ["Tags", "TAG_POLICY", false],
    ]);
    expect(policies[1]).toMatchObject({ content: "document of p-own", targets: ["r-1", "ou-2"] });
  });

  test("says what to do when nobody is signed in", async () => {
    fake = await fakeAws(() => ({
      status: 403,
      body: "<ErrorResponse><Error><Code>InvalidClientTokenId</Code></Error></ErrorResponse>",
    }));
    const read = readLiveGuardrails({ region: "eu-west-1", environment: fake.environment });
    await expect(read).rejects.toThrow("AWS does not know who you are");
  });
});
