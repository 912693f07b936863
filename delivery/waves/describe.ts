import { stacksOf } from "../../declaration/stacks";
import type { Reason } from "../fingerprint/compare";
import type { Selection } from "./select-stacks";

/** The waves for people: a line a stack, with what changed in it. */
export function describeWaves({ zone, waves, since }: Selection): string {
  const ids = waves.flat();
  const width = Math.max(0, ...ids.map((id) => id.length));
  const reasons = new Map(since?.changed.map(({ spec, reasons }) => [spec.id, reasons.map(describeReason).join("; ")]));
  const lines = waves.flatMap((wave, place) =>
    wave.map((id) => `${String(place + 1).padStart(3)}  ${id.padEnd(width)}  ${reasons.get(id) ?? ""}`.trimEnd()),
  );
  const why = since?.changed[0]?.reasons.find((reason) => reason.kind === "unknown")?.why;
  const of = `${ids.length} of ${stacksOf(zone).length} stacks`;
  const inWaves = `in ${waves.length} ${waves.length === 1 ? "wave" : "waves"}`;
  const head =
    since === undefined
      ? `${of}, ${inWaves}`
      : ids.length === 0
        ? `No stack changed since ${since.revision}.`
        : why === undefined
          ? `${of} changed since ${since.revision}, ${inWaves}`
          : `Taken as changed: ${of}, ${inWaves}. ${why}`;
  return [head, ...lines, ...describeRemoved(since?.removed ?? [])].join("\n");
}

/** What to do about stacks that are no longer declared; nothing when there are none. */
export function describeRemoved(removed: readonly string[]): readonly string[] {
  if (removed.length === 0) return [];
  const are = removed.length === 1 ? "is" : "are";
  return [
    `${removed.join(", ")} ${are} no longer declared, and what ${removed.length === 1 ? "it" : "they"} built is still there: \`landfall offboard\` takes it down.`,
  ];
}

const shownAtMost = 3;

const words = { zone: "declaration", ids: "ids", code: "code" } as const;

function describeReason(reason: Reason): string {
  if (reason.kind === "new") return "new";
  if (reason.kind === "unknown") return "";
  const rest = reason.what.length - shownAtMost;
  return `${words[reason.kind]}: ${reason.what.slice(0, shownAtMost).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
