import type { StackNeeds, StackOwner } from "./needs";

/** The needs of a stack of the same shape in another account: what carries the account's name or id carries the other's. */
export function retargeted(needs: StackNeeds, from: StackOwner, to: StackOwner): StackNeeds {
  const name = new RegExp(`(?<![\\w-])${from.account}(?!\\w)`, "g");
  const renamed = (arn: string): string => arn.replaceAll(from.accountId, to.accountId).replace(name, to.account);
  return {
    stack: to.stack,
    account: to.account,
    role: to.role,
    region: to.region,
    resources: needs.resources.map(({ type, arn }) => ({ type, arn: arn === undefined ? undefined : renamed(arn) })),
  };
}
