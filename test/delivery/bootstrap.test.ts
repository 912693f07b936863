import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { bootstrap, managementRoles } from "../../delivery/bootstrap";
import { withIds } from "../fixtures/ids";
import { type FakeAnswer, type FakeAws, fakeAws } from "./fake-aws";

const zone = loadZone(join(__dirname, "../../zone"));

let aws: FakeAws | undefined;
afterEach(() => aws?.close());

const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/admin</Arn>
  <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const exists = "<ErrorResponse><Error><Code>EntityAlreadyExists</Code><Message>there</Message></Error></ErrorResponse>";

/** An account where everything is missing, or everything is there. */
async function account(state: "empty" | "complete"): Promise<FakeAws> {
  aws = await fakeAws(({ method, body }): FakeAnswer => {
    if (body.includes("Action=GetCallerIdentity")) return { body: identity };
    if (method === "HEAD" && state === "empty") return { status: 404 };
    if (body.includes("Action=CreateRole") && state === "complete") return { status: 409, body: exists };
    return {};
  });
  return aws;
}

describe("bootstrap", () => {
  test("makes a bucket that is versioned, encrypted, private and closed to plain HTTP", async () => {
    const { environment, requests } = await account("empty");
    const { created } = await bootstrap(zone, environment);
    expect(created).toEqual([`bucket ${zone.stateBucket}`, "role landfall-org", "role landfall-platform"]);
    const puts = requests.filter(({ method, url }) => method === "PUT" && url.startsWith(`/${zone.stateBucket}`));
    const settings = Object.fromEntries(puts.map(({ url, body }) => [/\?(\w+)/.exec(url)?.[1] ?? "", body]));
    expect(settings["versioning"]).toContain("<Status>Enabled</Status>");
    expect(settings["encryption"]).toContain("AES256");
    expect(settings["publicAccessBlock"]).toContain("<RestrictPublicBuckets>true</RestrictPublicBuckets>");
    expect(settings["policy"]).toContain('"aws:SecureTransport":"false"');
  });

  test("run again creates nothing and puts the settings back", async () => {
    const { environment, requests } = await account("complete");
    const { created } = await bootstrap(zone, environment);
    expect(created).toEqual([]);
    expect(requests.some(({ url }) => url.includes("?policy"))).toBe(true);
    expect(requests.filter(({ body }) => body.includes("Action=UpdateAssumeRolePolicy"))).toHaveLength(2);
    expect(requests.filter(({ body }) => body.includes("Action=PutRolePolicy"))).toHaveLength(2);
  });

  test("refuses credentials of another account than the zone's management account", async () => {
    const { environment } = await account("empty");
    await expect(bootstrap(withIds(zone), environment)).rejects.toThrow(
      /belong to account 123456789012; the zone's management account is \d{12}/,
    );
  });

  test("gives each role the state below its own prefix alone", () => {
    const [org, platform] = managementRoles(zone, "123456789012");
    const bucket = `arn:aws:s3:::${zone.stateBucket}`;
    expect(org?.statements.find(({ Effect }) => Effect === "Deny")?.Resource).toBe(`${bucket}/platform/*`);
    const writable = platform?.statements.filter(({ Action }) => Action.includes("s3:PutObject"));
    expect(writable?.map(({ Resource }) => Resource)).toEqual([`${bucket}/platform/*`]);
  });
});
