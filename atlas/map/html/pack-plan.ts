import type { NetworkPlan } from "../../../network/plan/network-plan";
import type { PackedPlan } from "./page-data";

/** A plan as a page holds it. */
export function packed(plan: NetworkPlan): PackedPlan {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const networks = plan.networks.map(({ vpc, ...network }) => {
    if (vpc === undefined) return { ...network, vpc: null };
    const { tables, networkAcl, ...rest } = vpc;
    return { ...network, vpc: { ...rest, shared: numberOf(JSON.stringify({ tables, networkAcl })) } };
  });
  return {
    ...plan,
    networks,
    shared: [...numbers.keys()].map((text) => JSON.parse(text) as PackedPlan["shared"][number]),
  };
}

/** The plan that was packed. */
export function unpacked({ shared, networks, ...plan }: PackedPlan): NetworkPlan {
  return {
    ...plan,
    networks: networks.map(({ vpc, ...network }) => {
      if (vpc === null) return { ...network, vpc: undefined };
      const { shared: number, ...rest } = vpc;
      return { ...network, vpc: { tables: [], networkAcl: [], ...rest, ...shared[number] } };
    }),
  };
}
