import type { Reachability } from "../network/reachability/reachability";
import type { Hop } from "../network/reachability/walk";
import { paint } from "./paint";
import { table, type TableCell } from "./table";

/** The answer, why, what is declared, and every hop there and back. */
export function reachLines(answer: Reachability): readonly string[] {
  const { from, to, protocol, port, reachable, stops, declared, provided, there, back } = answer;
  const verdict = reachable ? paint("green", "reachable", process.stdout) : paint("red", "unreachable", process.stdout);
  const rows = [...hopRows("there", there), ...hopRows("back", back)];
  return [
    `${verdict}: ${from} → ${to} on ${protocol} ${port}`,
    ...(stops ? [`${stops.on === "back" ? "answers are lost: " : ""}${stops.why}`] : []),
    ...(declared === undefined ? [] : [`declared: ${declared}`]),
    ...provided.map((each) => `provided that ${each}`),
    ...(rows.length === 0 ? [] : ["", ...table(["", "IN", "BY", "MATCHES", "LEADS TO"], rows)]),
  ];
}

function hopRows(way: string, hops: readonly Hop[]): readonly (readonly TableCell[])[] {
  return hops.map(({ network, by, match, leadsTo }, index) => [
    { text: index === 0 ? way : "", colour: "dim" },
    { text: network },
    { text: by },
    { text: match },
    { text: leadsTo },
  ]);
}
