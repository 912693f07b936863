import {
  CreateAccountCommand,
  DescribeCreateAccountStatusCommand,
  type OrganizationsClient,
} from "@aws-sdk/client-organizations";

/** Makes a member account and waits until it is there; the role that AWS makes in it is `landfall-platform`. */
export async function createAccount(organizations: OrganizationsClient, name: string): Promise<string> {
  const created = await organizations.send(
    new CreateAccountCommand({ AccountName: name, Email: `${name}@example.com`, RoleName: "landfall-platform" }),
  );
  for (;;) {
    const { CreateAccountStatus: status } = await organizations.send(
      new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: created.CreateAccountStatus?.Id }),
    );
    if (status?.State === "SUCCEEDED" && status.AccountId !== undefined) return status.AccountId;
    if (status?.State === "FAILED") throw new Error(status.FailureReason);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
