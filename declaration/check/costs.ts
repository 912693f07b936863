import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { partitionOf } from "../regions";
import { problemAt } from "../source/source";

/**
 * GovCloud is billed to a standard account, where its costs are seen and managed (AWS GovCloud (US) User Guide, "Billing and payment").
 */
export function checkCosts({ zone }: Draft): readonly Problem[] {
  const { costs, regions } = zone?.file ?? {};
  if (!zone || !costs || !regions || partitionOf(regions.home) !== "aws-us-gov") return [];
  const declared = Object.entries(costs).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  return declared.map(([key]) => {
    const message = "costs of GovCloud are managed in the standard account that pays for it; delete this here";
    return problemAt(zone.source, ["costs", key], "LF1738", message, "key");
  });
}
