import { didYouMean, listed } from "./problem/nearest";
import { UserError } from "./user-error";

/** An account that the zone does not declare: with the nearest of those that could have been meant. */
export function unknownAccount(name: string, accounts: readonly { readonly name: string }[]): UserError {
  const names = accounts.map((account) => account.name);
  return new UserError(
    `the zone has no account ${name}${didYouMean(name, names)}`,
    `Name one of its accounts: ${listed(names)}.`,
  );
}
