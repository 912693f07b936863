import type { Account, LandingZone } from "../../../declaration/model";
import { withIds } from "../../fixtures/ids";
import { sample } from "../../fixtures/zones";

/** The sample with a pipeline. */
export const piped: LandingZone = {
  ...sample,
  pipeline: { repository: "acme/landing-zone", approval: ["org", "workloads/prod"] },
};

/** The same with so many more workload accounts, each with a spoke: a stack and an attachment each. */
export function withAccounts(count: number): LandingZone {
  const model = piped.accounts.find(({ name }) => name === "orders-dev");
  if (!model) throw new Error("the sample has no account orders-dev");
  const more = Array.from({ length: count }, (_, at): Account => {
    const name = `team-${at}`;
    return { ...model, name, displayName: name, email: `${name}@acme.example`, service: undefined };
  });
  return withIds({ ...piped, accounts: [...piped.accounts, ...more] });
}
