import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { landfall } from "../../cli/landfall";

const minimal = join(__dirname, "../zones/minimal");
let out: string[];
let err: string[];

beforeEach(() => {
  [out, err] = [[], []];
  jest.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void err.push(line));
  jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
});
afterEach(() => void jest.restoreAllMocks());

async function explained(account: string, action: string, ...more: readonly string[]) {
  const code = await landfall(["explain", "--zone", minimal, "--account", account, "--action", action, ...more]);
  return { code, text: out.join("\n"), errors: err.join("\n") };
}

const role = "arn:aws:iam::111122223333:role/dev";

describe("landfall explain", () => {
  test("names the statement of the zone's own policy that denies, and its line", async () => {
    const { code, text } = await explained(
      "shop",
      "ec2:RunInstances",
      "--principal",
      role,
      "--resource",
      "arn:aws:ec2:eu-west-1:111122223333:instance/*",
      "--context",
      "ec2:InstanceType=p5.48xlarge",
    );
    expect(code).toBe(1);
    expect(text).toMatch(/^denied: ec2:RunInstances in shop/);
    expect(text).toMatch(/by \S+( \d)? of no-gpu \(\S*zones\/minimal\/policies\/no-gpu\.json:\d+:\d+\) at apps\/live/);
  });

  test("allows what nothing denies, with every level of the path", async () => {
    const { code, text } = await explained(
      "shop",
      "ec2:RunInstances",
      "--principal",
      role,
      "--resource",
      "arn:aws:ec2:eu-west-1:111122223333:instance/*",
      "--context",
      "ec2:InstanceType=t3.micro",
    );
    expect(code).toBe(0);
    expect(text).toMatch(/^allowed: /);
    for (const level of ["root", "apps", "apps/live", "shop"]) expect(text).toMatch(new RegExp(` ${level} +allowed`));
  });

  test("is undecided where a statement asks for what was not given, and says what", async () => {
    const { code, text } = await explained(
      "shop",
      "ec2:RunInstances",
      "--principal",
      role,
      "--resource",
      "arn:aws:ec2:eu-west-1:111122223333:instance/*",
    );
    expect(code).toBe(1);
    expect(text).toMatch(/^undecided: /);
    expect(text).toContain("It depends on ec2:InstanceType.");
    expect(text).toContain("--context ec2:InstanceType=VALUE or --absent ec2:InstanceType.");
  });

  test("asks for the principal where it depends on who calls, which no request leaves out", async () => {
    const { text } = await explained("shop", "s3:ListAllMyBuckets");
    expect(text).toContain("It depends on aws:PrincipalArn.");
    expect(text).toContain("Say more with --principal ARN.");
  });

  test("notes condition keys that AWS does not have, and decides all the same", async () => {
    const misspelt = ["--context", "aws:SecureTransprt=false", "--absent", "aws:RequestTag/team"];
    const { code, errors } = await explained("shop", "s3:ListAllMyBuckets", "--principal", role, ...misspelt);
    expect(code).toBe(0);
    expect(errors).toBe(
      "Note: AWS's reference has no condition key aws:SecureTransprt; did you mean aws:SecureTransport?",
    );
  });

  test("points at the guardrail's line in the zone for a guardrail of the catalogue", async () => {
    const { code, text } = await explained(
      "shop",
      "s3:ListAllMyBuckets",
      "--principal",
      "arn:aws:iam::111122223333:root",
    );
    expect(code).toBe(1);
    expect(text).toMatch(/of deny-root-user \(\S*landing-zone\.yaml:\d+:\d+\) at apps/);
  });

  test("says what it assumed, and takes what is given instead", async () => {
    await explained("shop", "s3:ListAllMyBuckets", "--principal", "arn:aws:sts::111122223333:assumed-role/dev/ann");
    expect(out.join("\n")).toContain("aws:PrincipalArn=arn:aws:iam::111122223333:role/dev");
    expect(out.join("\n")).toContain("aws:RequestedRegion=eu-west-1");
    out = [];
    await explained(
      "shop",
      "s3:ListAllMyBuckets",
      "--context",
      "AWS:requestedregion=eu-west-2",
      "--absent",
      "aws:SecureTransport",
    );
    expect(out.join("\n")).not.toContain("aws:RequestedRegion=eu-west-1");
    expect(out.join("\n")).not.toContain("aws:SecureTransport=true");
    out = [];
    await explained("shop", "iam:ListUsers", "--principal", role);
    expect(out.join("\n")).toContain("aws:RequestedRegion=us-east-1");
  });

  test("says that nothing binds the management account", async () => {
    const { code, text } = await explained("boss", "s3:ListAllMyBuckets");
    expect(code).toBe(0);
    expect(text).toContain("No control policy binds the management account.");
    expect(text).not.toContain("Assumed");
  });

  test("tells the same as JSON", async () => {
    const { text } = await explained(
      "shop",
      "s3:ListAllMyBuckets",
      "--principal",
      "arn:aws:iam::111122223333:root",
      "--json",
    );
    const explanation = JSON.parse(text) as { verdict: string; levels: { level: string; verdict: string }[] };
    expect(explanation.verdict).toBe("explicit-deny");
    expect(explanation.levels.find(({ level }) => level === "apps")).toMatchObject({ verdict: "explicit-deny" });
  });

  test.each<[string, readonly string[], string]>([
    ["an unknown account", ["shopp", "s3:PutObject"], "did you mean shop?"],
    ["an unknown action", ["shop", "s3:PutObjct"], "did you mean s3:PutObject?"],
    ["a pattern", ["shop", "s3:*"], "AWS has no action s3:*"],
    ["a resource that is no ARN", ["shop", "s3:PutObject", "--resource", "bucket"], "is no ARN"],
    [
      "a key both given and absent",
      ["shop", "s3:PutObject", "--context", "aws:userid=x", "--absent", "AWS:userId"],
      "aws:userid is given a value and said to be absent",
    ],
    ["a context without a value", ["shop", "s3:PutObject", "--context", "aws:x"], "is no condition key with its value"],
  ])("%s ends with 2", async (_says, [account = "", action = "", ...more], says) => {
    const { code, errors } = await explained(account, action, ...more);
    expect(code).toBe(2);
    expect(errors).toContain(says);
  });
});
