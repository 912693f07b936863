import { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget";
import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../declaration/model";
import { resource } from "../stack/resource";
import type { AccountIds } from "./accounts";

/**
 * A monthly cost budget, in US dollars, for every account that declares one. They live in the management account, out
 * of the reach of those whose spending they watch.
 */
export function addBudgets(stack: TerraformStack, zone: LandingZone, accountIds: AccountIds): void {
  for (const account of zone.accounts) {
    if (account.budget === undefined) continue;
    resource(stack, BudgetsBudget, account.name, {
      name: `${zone.organization.name}-${account.name}-monthly`,
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: String(account.budget.monthlyUsd),
      limitUnit: "USD",
      costFilter: [{ name: "LinkedAccount", values: [accountIds(account.name)] }],
      notification: account.budget.alertPercent.map((threshold) => ({
        comparisonOperator: "GREATER_THAN",
        notificationType: "ACTUAL",
        threshold,
        thresholdType: "PERCENTAGE",
        subscriberEmailAddresses: [recipient(account)],
      })),
    });
  }
}

/** Who pays attention to cost: the billing contact, else whoever runs the account, else its root address. */
function recipient({ contacts, email }: Account): string {
  return contacts.billing?.email ?? contacts.operations?.email ?? email;
}
