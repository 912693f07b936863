import { describe, expect, test } from "@jest/globals";
import { delegationsOf, trustedBy } from "../../declaration/trusted-services";
import type { LandingZone } from "../../declaration/model";
import { buildOrganization } from "../../org/org-stack";
import { buildStack } from "../fixtures/built-stack";
import { everything } from "../network/features/toggled";

const build = (zone: LandingZone) => buildStack(zone, ({ kind }) => kind === "org", buildOrganization);
const stack = build(everything);
const trustedIn = (built: typeof stack): unknown =>
  built.at("aws_organizations_organization.organization")["aws_service_access_principals"];

describe("trusted access and delegated administrators", () => {
  test("are of one table: every delegation is of a trusted service, and is made in one way", () => {
    expect(trustedIn(stack)).toEqual([...trustedBy(everything)].sort());
    const made = [...stack.resources.keys()].filter((address) => /_admin_account\./.test(address)).length;
    const registered = stack.ofType("aws_organizations_delegated_administrator").size;
    expect(made + registered).toBe(delegationsOf(everything).length);
  });

  test("come with what needs them and go with it", () => {
    const network = { ...everything.network, ipam: false };
    const bare = {
      ...everything,
      network,
      policies: [],
      security: { ...everything.security, macie: false, inspector: [], detective: false },
      organization: { ...everything.organization, rootAccess: undefined },
    };
    const gone = trustedBy(everything).filter((service) => !trustedBy(bare).includes(service));
    const services = ["backup", "detective", "ec2", "iam", "inspector2", "ipam", "macie"];
    expect(gone).toEqual(services.map((service) => `${service}.amazonaws.com`));
    expect(trustedIn(build(bare))).toEqual([...trustedBy(bare)].sort());
  });
});

describe("central management of members' root users", () => {
  test("has both features, and the security tooling account administers it", () => {
    expect(stack.at("aws_iam_organizations_features.root-access")).toMatchObject({
      enabled_features: ["RootCredentialsManagement", "RootSessions"],
      depends_on: ["aws_organizations_organization.organization"],
    });
    expect(stack.at("aws_organizations_delegated_administrator.iam")).toMatchObject({
      service_principal: "iam.amazonaws.com",
      account_id: "${aws_organizations_account.records.id}",
    });
  });

  test("may be of one feature alone", () => {
    const rootAccess = { credentials: true, sessions: false };
    const one = build({ ...everything, organization: { ...everything.organization, rootAccess } });
    expect(one.at("aws_iam_organizations_features.root-access")["enabled_features"]).toEqual([
      "RootCredentialsManagement",
    ]);
  });
});
