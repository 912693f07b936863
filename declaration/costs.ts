import type { LandingZone } from "./model";

/** Whether anything is declared of what the whole organisation spends. */
export function hasCosts({ costs }: Pick<LandingZone, "costs">): boolean {
  return (
    [costs.budget, costs.anomalies, costs.export].some((each) => each !== undefined) || costs.allocationTags.length > 0
  );
}
