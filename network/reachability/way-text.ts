import type { Trip } from "./walk";

/** A way in one line: `orders-dev route table private 10.0.0.0/12 → hub table nonprod 10.0.8.0/22 learnt → orders-prod`. */
export function wayText({ hops }: Trip): string {
  const told = hops.map(({ network, by, match }) => `${network} ${by} ${match}`);
  const last = hops.at(-1)?.leadsTo ?? "";
  return [...told, ...(last === "" ? [] : [last])].join(" → ");
}
