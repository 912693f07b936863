import { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/** A monthly budget in US dollars for the whole organisation: without a filter, a budget of the management account counts every member. */
export function addOrganizationBudget(stack: TerraformStack, { organization, costs: { budget } }: LandingZone): void {
  if (budget === undefined) return;
  const alert = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
    comparisonOperator: "GREATER_THAN",
    notificationType,
    threshold,
    thresholdType: "PERCENTAGE",
    subscriberEmailAddresses: [budget.email],
  });
  resource(stack, BudgetsBudget, "organization", {
    name: `${organization.name}-organization-monthly`,
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: String(budget.monthlyUsd),
    limitUnit: "USD",
    notification: [
      ...budget.alertPercent.map((percent) => alert("ACTUAL", percent)),
      alert("FORECASTED", budget.forecastPercent),
    ],
  });
}
