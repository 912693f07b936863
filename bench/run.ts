import { measurements as audit } from "./audit";
import type { Figure, Measurement } from "./figure";
import { measurements as functions } from "./functions";
import { measurements as routing } from "./routing";
import { measurements as synth } from "./synth";

/** `npm run bench -- NAME`: measures, prints each figure with its aim, and exits 1 when an aim is missed. */
const benches: Readonly<Record<string, readonly Measurement[]>> = { audit, functions, routing, synth };

async function run(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    console.error(`no bench ${unknown.join(", ")}; there is ${Object.keys(benches).join(", ")}`);
    return 2;
  }
  let missed = 0;
  for (const name of names.length === 0 ? Object.keys(benches) : names) {
    for (const measure of benches[name] ?? []) {
      for await (const figure of measure()) {
        console.log(line(figure));
        if (!meets(figure)) missed++;
      }
    }
  }
  return missed === 0 ? 0 : 1;
}

function line(figure: Figure): string {
  const { name, value, unit, aim, baseline } = figure;
  const wanted =
    aim === undefined
      ? ""
      : `; aim ${"atLeast" in aim ? `at least ${amount(aim.atLeast)}` : `at most ${amount(aim.atMost)}`}, ${meets(figure) ? "met" : "missed"}`;
  const compared =
    baseline === undefined
      ? ""
      : `; ${baseline.name}: ${amount(baseline.value)} (ratio ${amount(value / baseline.value)})`;
  return `${name}: ${amount(value)} ${unit}${wanted}${compared}`;
}

function meets({ value, aim }: Figure): boolean {
  if (aim === undefined) return true;
  return "atLeast" in aim ? value >= aim.atLeast : value <= aim.atMost;
}

function amount(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: value < 100 ? 3 : 15, maximumFractionDigits: 0 });
}

run(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
