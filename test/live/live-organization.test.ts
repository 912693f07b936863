import { afterEach, describe, expect, test } from "@jest/globals";
import { readOrganization } from "../../live/live-organization";
import { type Answer, type FakeOrganizations, fakeOrganizations } from "./fake-organizations";

let fake: FakeOrganizations | undefined;
afterEach(() => fake?.close());

const account = (id: string) => ({ Id: id, Name: `account ${id}`, Email: `${id}@acme.example`, State: "ACTIVE" });

/** Two pages of everything: of units and accounts below the root, and of requests for accounts. */
function paged(operation: string, { ParentId = "", NextToken }: Readonly<Record<string, string>>): Answer {
  const isFirst = NextToken === undefined;
  const next = isFirst ? { NextToken: "2" } : {};
  switch (operation) {
    case "DescribeOrganization":
      return { Organization: { Id: "o-1", MasterAccountId: "1" } };
    case "ListRoots":
      return { Roots: [{ Id: "r-1" }] };
    case "ListAccountsForParent":
      return ParentId === "r-1" ? { Accounts: [account(isFirst ? "1" : "2")], ...next } : { Accounts: [account("3")] };
    case "ListOrganizationalUnitsForParent":
      if (ParentId === "r-1")
        return { OrganizationalUnits: [{ Id: isFirst ? "ou-a" : "ou-b", Name: isFirst ? "A" : "B/C" }], ...next };
      return { OrganizationalUnits: ParentId === "ou-b" ? [{ Id: "ou-d", Name: "D" }] : [] };
    case "ListCreateAccountStatus":
      return {
        CreateAccountStatuses: [
          { Id: isFirst ? "car-1" : "car-2", State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" },
        ],
        ...next,
      };
    default:
      return { __type: "AccessDeniedException" };
  }
}

const read = () => readOrganization({ region: "eu-west-1", environment: fake?.environment ?? {} });

describe("reading the live organisation", () => {
  test("turns every page", async () => {
    fake = await fakeOrganizations(paged);
    const { units, accounts, creations } = await read();
    expect(units.map(({ path, parentId }) => [path, parentId])).toEqual([
      ["A", "r-1"],
      ["B%2FC", "r-1"],
      ["B%2FC/D", "ou-b"],
    ]);
    expect(accounts.map(({ id, unitPath, status }) => `${id} ${unitPath} ${status}`)).toEqual([
      "1 root ACTIVE",
      "2 root ACTIVE",
      "3 A ACTIVE",
      "3 B%2FC ACTIVE",
      "3 B%2FC/D ACTIVE",
    ]);
    expect(creations.map(({ id, failureReason }) => [id, failureReason])).toEqual([
      ["car-1", "EMAIL_ALREADY_EXISTS"],
      ["car-2", "EMAIL_ALREADY_EXISTS"],
    ]);
  });

  test("slows down where AWS throttles, and goes on", async () => {
    let refusals = 2;
    fake = await fakeOrganizations((operation, input) =>
      operation === "ListRoots" && refusals-- > 0 ? { __type: "TooManyRequestsException" } : paged(operation, input),
    );
    expect((await read()).rootId).toBe("r-1");
    expect(fake.operations.filter((operation) => operation === "ListRoots")).toHaveLength(3);
  }, 90_000);

  test.each(["AWSOrganizationsNotInUseException", "AccessDeniedException"])(
    "says what to do about %s",
    async (error) => {
      fake = await fakeOrganizations(() => ({ __type: error }));
      await expect(read()).rejects.toThrow("the organisation cannot be read");
      await expect(read()).rejects.toMatchObject({ remedy: expect.stringMatching(/^Sign in to /) });
    },
  );
});
