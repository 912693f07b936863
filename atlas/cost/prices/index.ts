import { detectionPrices } from "./detection";
import { dnsPrices } from "./dns";
import { freeTypes } from "./free";
import { networkPrices } from "./network";
import type { PriceRow } from "./price";
import { workloadPrices } from "./workload";

/** Terraform type → what resources of it cost. */
export const priceRows: ReadonlyMap<string, PriceRow> = new Map(
  [...networkPrices, ...dnsPrices, ...detectionPrices, ...workloadPrices, ...freeTypes].flatMap((row) =>
    row.types.map((type) => [type, row] as const),
  ),
);
