import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { bootstrap } from "../../delivery/bootstrap";
import { managementRoles } from "../../delivery/management-roles";
import { withIds } from "../fixtures/ids";
import { type FakeAnswer, type FakeAws, fakeAws } from "./fake-aws";

const zone = loadZone(join(__dirname, "../../zone"));

let aws: FakeAws | undefined;
afterEach(() => aws?.close());

const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/admin</Arn>
  <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const exists = "<ErrorResponse><Error><Code>EntityAlreadyExists</Code><Message>there</Message></Error></ErrorResponse>";

const noOrganization = { status: 400, body: '{"__type":"AWSOrganizationsNotInUseException"}' };
const organizationOf = (MasterAccountId: string): FakeAnswer => ({
  body: JSON.stringify({ Organization: { Id: "o-1", MasterAccountId } }),
});

/** An account where everything is missing, or everything is there. */
async function account(state: "empty" | "complete", organization: FakeAnswer = noOrganization): Promise<FakeAws> {
  aws = await fakeAws(({ method, body, target }): FakeAnswer => {
    if (target.endsWith(".DescribeOrganization")) return organization;
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
    const roles = ["landfall-org", "landfall-platform", "landfall-plan"];
    expect(created).toEqual([`bucket ${zone.stateBucket}`, ...roles.map((role) => `role ${role}`)]);
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
    expect(requests.filter(({ body }) => body.includes("Action=UpdateAssumeRolePolicy"))).toHaveLength(3);
    expect(requests.filter(({ body }) => body.includes("Action=PutRolePolicy"))).toHaveLength(3);
  });

  test("refuses credentials of another account than the zone's management account", async () => {
    const { environment } = await account("empty");
    await expect(bootstrap(withIds(zone), environment)).rejects.toThrow(
      /belong to account 123456789012; the zone's management account is \d{12}/,
    );
  });

  test("of a zone that recorded no account refuses a member of an organization, before it makes anything", async () => {
    const { environment, requests } = await account("empty", organizationOf("999999999999"));
    await expect(bootstrap(zone, environment)).rejects.toThrow(
      "belong to account 123456789012; the organization's management account is 999999999999",
    );
    expect(requests.filter(({ method }) => method === "PUT")).toEqual([]);
    expect(requests.filter(({ body }) => body.includes("Action=CreateRole"))).toEqual([]);
  });

  test("of a zone that recorded no account accepts the management account of an organization", async () => {
    const { environment } = await account("complete", organizationOf("123456789012"));
    await expect(bootstrap(zone, environment)).resolves.toMatchObject({ account: "123456789012" });
  });

  test("gives each role the state below its own prefix alone", () => {
    const [org, platform] = managementRoles(zone, "123456789012");
    const bucket = `arn:aws:s3:::${zone.stateBucket}`;
    expect(org?.statements.find(({ Effect }) => Effect === "Deny")?.Resource).toBe(`${bucket}/platform/*`);
    const writable = platform?.statements.filter(({ Action }) => Action.includes("s3:PutObject"));
    expect(writable?.map(({ Resource }) => Resource)).toEqual([`${bucket}/platform/*`]);
  });
});
