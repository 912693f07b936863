import { UserError } from "../../declaration/user-error";
import type { LiveOrganization } from "../../live/live-tree";
import { uniqueSlug } from "./unique-slug";
import type { ZoneSettings } from "./zone-file";

/**
 * Settings that follow from the management account's email, `aws@acme.example`: the name `acme`, members' emails
 * `aws+{account}@acme.example`, services below `services.acme.example`.
 * @param given what was asked for instead
 * @throws UserError without a region
 */
export function defaultSettings(
  organization: LiveOrganization,
  given: { readonly name?: string | undefined; readonly region?: string | undefined },
): ZoneSettings {
  if (given.region === undefined) {
    throw new UserError("no home region is given", "Say --region, or set AWS_REGION.");
  }
  const management = organization.accounts.find(({ id }) => id === organization.managementAccountId);
  const [local = "aws", domain = "example.com"] = management?.email.split("@") ?? [];
  return {
    name: given.name ?? uniqueSlug(domain.split(".")[0] ?? "", "org", () => false),
    emailPattern: `${local}+{account}@${domain}`,
    region: given.region,
    serviceSuffix: `services.${domain.toLowerCase()}`,
  };
}
