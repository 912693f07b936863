/** Table of the Cost and Usage Report 2.0 ("Table dictionary", Data Exports User Guide). */
export const exportTable = "COST_AND_USAGE_REPORT";

/** Columns that say who spent what on which, and how it was priced; the dictionary has more, most of them of single services. */
const columns = [
  "bill_bill_type",
  "bill_billing_entity",
  "bill_billing_period_end_date",
  "bill_billing_period_start_date",
  "bill_invoice_id",
  "bill_payer_account_id",
  "cost_category",
  "discount",
  "identity_line_item_id",
  "identity_time_interval",
  "line_item_availability_zone",
  "line_item_currency_code",
  "line_item_legal_entity",
  "line_item_line_item_description",
  "line_item_line_item_type",
  "line_item_operation",
  "line_item_product_code",
  "line_item_tax_type",
  "line_item_unblended_cost",
  "line_item_unblended_rate",
  "line_item_usage_account_id",
  "line_item_usage_account_name",
  "line_item_usage_amount",
  "line_item_usage_end_date",
  "line_item_usage_start_date",
  "line_item_usage_type",
  "pricing_public_on_demand_cost",
  "pricing_term",
  "pricing_unit",
  "product",
  "product_from_location",
  "product_instance_type",
  "product_product_family",
  "product_region_code",
  "product_servicecode",
  "product_to_location",
  "reservation_effective_cost",
  "reservation_reservation_a_r_n",
  "resource_tags",
  "savings_plan_savings_plan_a_r_n",
  "savings_plan_savings_plan_effective_cost",
];

/** @param resources whether lines are of single resources: the column with their ids is there only then */
export function exportQuery(resources: boolean): string {
  const selected = [...columns, ...(resources ? ["line_item_resource_id"] : [])].sort();
  return `SELECT ${selected.join(", ")} FROM ${exportTable}`;
}
