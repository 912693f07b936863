import { catalogue } from "../../../policies/catalogue";
import { type Exemptions, type Guardrail, guardrailGroups, noOptions } from "../../../policies/guardrail";
import { sample } from "../../fixtures/zones";

export const pageStart = "<!-- catalogue: generated -->";
export const pageEnd = "<!-- end of the catalogue -->";

const letsThrough: Readonly<Record<Exemptions, string>> = {
  nobody: "nobody",
  declared: "exempt roles",
  platform: "platform, exempt roles",
};

/** The part of docs/guardrails.md that lists the catalogue: a table for each group. */
export function catalogueTables(): string {
  const tables = guardrailGroups.map((group) => {
    const rows = catalogue.filter((guardrail) => guardrail.group === group).map(row);
    return [
      `### ${group}`,
      "",
      "| guardrail | what it is for, and what is proved | kind | attach to | lets through |",
      "|---|---|---|---|---|",
      ...rows,
    ].join("\n");
  });
  return `${catalogue.length} guardrails.\n\n${tables.join("\n\n")}`;
}

function row({ name, intent, kind, suggested, exemptions, claims }: Guardrail): string {
  const sentences = claims({ zone: sample, options: noOptions }).map(({ sentence }) => sentence);
  const what = [`**${intent}**`, ...sentences].join("<br>");
  return `| \`${name}\` | ${what} | ${kind.toUpperCase()} | ${suggested} | ${letsThrough[exemptions]} |`;
}
