import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** Resolver endpoints stand in the VPC of the interface endpoints. */
export function checkResolver({ zone }: Draft): readonly Problem[] {
  const { dns, network } = zone?.file ?? {};
  if (!zone || !dns?.resolver || !network || network.endpoints) return [];
  const message = "resolver endpoints stand in the VPC of the interface endpoints; declare network.endpoints too";
  return [problemAt(zone.source, ["dns", "resolver"], "LF1521", message, "key")];
}
