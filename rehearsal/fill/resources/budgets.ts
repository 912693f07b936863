import type { ServiceRows } from "../row";
import { putEach, standardTagging, verbs } from "../verbs";
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
      arn: ["Arn", "budgets::{account}:budget/{BudgetName}"],
      defaults: { CalculatedSpend: { ActualSpend: { Amount: "0.0", Unit: "USD" } } },
      operations: verbs(
        "create CreateBudget<Budget; get DescribeBudget>Budget; list DescribeBudgets>Budgets",
        "update UpdateBudget<NewBudget; delete DeleteBudget",
      ),
    },
    {
      resource: "notification",
      key: ["BudgetName", "Notification"],
      of: { resource: "budget", key: ["BudgetName"] },
      global: true,
      operations: {
        CreateBudget: putEach(declaredNotifications),
        ...verbs("create CreateNotification; list DescribeNotificationsForBudget>Notifications:Notification"),
        ...verbs("get DescribeSubscribersForNotification; delete DeleteNotification"),
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
