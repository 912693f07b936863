import type { StackSpec } from "../../declaration/stacks";
import type { Need } from "../../declaration/waiting";

/** When a stack that waits can be planned, as the end of "planned once …". */
export function whatIsMissing({ account }: Pick<StackSpec, "account">, needs: readonly Need[]): string {
  if (needs.some(({ what }) => what === `account/${account.name}`)) return "the account exists";
  const producers = [...new Set(needs.flatMap(({ producer }) => producer ?? []))];
  if (producers.length === 0) return "its address range is recorded";
  const [first = "", ...others] = producers;
  if (others.length === 0) return `${first} is deployed`;
  return others.length > 2
    ? `${first} and ${others.length} others are deployed`
    : `${producers.join(", ")} are deployed`;
}
