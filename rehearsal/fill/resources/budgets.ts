import { create, get, list, putEach, remove, standardTagging, update } from "../row";
import type { ServiceRows } from "../row";
import { isList, isMembers } from "../shape";
import type { Members } from "../shape";

/** Budgets: moto 5.2.5 keeps budgets, but not the subscribers of their notifications, nor updates or tags. */
export const budgets: ServiceRows = {
  service: "budgets",
  model: "budgets",
  tagging: standardTagging,
  resources: [
    {
      resource: "budget",
      key: ["BudgetName"],
      global: true,
      assigns: { Arn: "arn:{partition}:budgets::{account}:budget/{BudgetName}" },
      defaults: { CalculatedSpend: { ActualSpend: { Amount: "0.0", Unit: "USD" } } },
      arn: "Arn",
      operations: {
        CreateBudget: create(undefined, "Budget"),
        DescribeBudget: get("Budget"),
        DescribeBudgets: list("Budgets"),
        UpdateBudget: update(undefined, "NewBudget"),
        DeleteBudget: remove(),
      },
    },
    {
      resource: "notification",
      key: ["BudgetName", "Notification"],
      of: { resource: "budget", key: ["BudgetName"] },
      global: true,
      operations: {
        CreateBudget: putEach(declaredNotifications),
        CreateNotification: create(),
        DescribeNotificationsForBudget: list("Notifications", {}, "Notification"),
        DescribeSubscribersForNotification: get(),
        DeleteNotification: remove(),
      },
    },
  ],
};

function declaredNotifications({
  Budget: budget,
  NotificationsWithSubscribers: declared,
}: Members): readonly Members[] {
  const BudgetName = isMembers(budget) ? (budget["BudgetName"] ?? null) : null;
  return isList(declared) ? declared.filter(isMembers).map((notification) => ({ BudgetName, ...notification })) : [];
}
