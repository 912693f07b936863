import {
  AccessDeniedException,
  AWSOrganizationsNotInUseException,
  DescribeOrganizationCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { UserError } from "../declaration/user-error";
import { clientSettings } from "../live/aws-client";
import type { Caller } from "../live/sts";

/** The organisation the caller's account is in. */
export interface OrganizationSummary {
  readonly id: string;
  readonly managementAccountId: string;
  /** False for one that only consolidates bills. */
  readonly allFeatures: boolean;
}

/**
 * @returns undefined when the caller's account is in no organisation
 * @throws UserError when the caller may not ask
 */
export async function describeOrganization({ region, environment }: Caller): Promise<OrganizationSummary | undefined> {
  const client = new OrganizationsClient(clientSettings(region, environment));
  try {
    const { Organization: found } = await client.send(new DescribeOrganizationCommand({}));
    const { Id: id = "", MasterAccountId: managementAccountId = "", FeatureSet } = found ?? {};
    return { id, managementAccountId, allFeatures: FeatureSet === "ALL" };
  } catch (error) {
    if (error instanceof AWSOrganizationsNotInUseException) return undefined;
    if (error instanceof AccessDeniedException) {
      throw new UserError(
        `AWS does not let you see the organization: ${error.message}`,
        "Sign in to the management account with the policy AWSOrganizationsReadOnlyAccess, or as an administrator.",
      );
    }
    throw error;
  } finally {
    client.destroy();
  }
}
