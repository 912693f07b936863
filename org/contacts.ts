import { AccountAlternateContact } from "@cdktf/provider-aws/lib/account-alternate-contact";
import type { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { resource } from "../stack/resource";
import type { AccountIds } from "./accounts";

export const contactKinds = ["billing", "operations", "security"] as const;

/** Whom AWS writes to about each account, beside its root address. */
export function addContacts(
  stack: TerraformStack,
  zone: LandingZone,
  organization: OrganizationsOrganization,
  accountIds: AccountIds,
): void {
  for (const account of zone.accounts) {
    for (const kind of contactKinds) {
      const contact = account.contacts[kind];
      if (contact === undefined) continue;
      resource(stack, AccountAlternateContact, `${account.name}_${kind}`, {
        // The management account must not name itself: Account Management API Reference, PutAlternateContact.
        ...(account.name === zone.foundation.management.name ? {} : { accountId: accountIds(account.name) }),
        alternateContactType: kind.toUpperCase(),
        name: contact.name,
        title: contact.title,
        emailAddress: contact.email,
        phoneNumber: contact.phone,
        dependsOn: [organization],
      });
    }
  }
}
