import type { Finding, Severity, Where } from "../finding";
import type { AuditReport, ClaimResult } from "./report";
import { few, requestInWords } from "./request-words";
import { subjectInWords } from "./where";

/** What SARIF is told of one thing that is wrong. */
interface Result {
  readonly ruleId: string;
  readonly level: Severity;
  readonly text: string;
  readonly where: Where;
}

const rules: Readonly<Record<"refuted-claim", string>> = {
  "refuted-claim": "A claim of a guardrail does not hold: a request that it says is denied is allowed.",
};

/** Where a result stands that has no place of its own. */
const wholeZone = "zone/landing-zone.yaml";

/**
 * What is wrong, as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"), for code scanning. Claims that hold are not in it.
 *
 * @param version of Landfall
 */
export function asSarif(report: AuditReport, version: string): string {
  const results = [...report.claims.flatMap(refuted), ...report.findings.map(found)];
  const ids = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "landfall audit",
            semanticVersion: version,
            rules: ids.map((id) => ({ id, shortDescription: { text: ruleInWords(id) } })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: results.map(({ ruleId, level, text, where }) => ({
          ruleId,
          ruleIndex: ids.indexOf(ruleId),
          level,
          message: { text },
          locations: [{ physicalLocation: physicalLocation(where) }],
          partialFingerprints: { subject: `${ruleId}: ${subjectInWords(where)}` },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleInWords(id: string): string {
  return id === "refuted-claim" ? rules[id] : `${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll("-", " ")}.`;
}

function refuted({ guardrail, claim, sentence, outcome, why, refutations, place }: ClaimResult): readonly Result[] {
  const where = { guardrail, sid: claim, ...place };
  if (outcome === "undecided")
    return [{ ruleId: "undecided-claim", level: "error", text: `${guardrail}/${claim}: ${why ?? ""}`, where }];
  if (outcome !== "refuted") return [];
  const shown = refutations.map(({ accounts, request, escape }) => {
    const why = escape === undefined ? "" : ` (${escape})`;
    return `In ${few(accounts)} this is allowed: ${requestInWords(request)}${why}.`;
  });
  const text = [`${guardrail}/${claim} does not hold: ${sentence}`, ...shown].join(" ");
  return [{ ruleId: "refuted-claim", level: "error", text, where }];
}

function found({ rule, severity, message, where, remedy, request }: Finding): Result {
  const shown = request === undefined ? "" : ` Request: ${requestInWords(request)}.`;
  const text = `${subjectInWords(where)}: ${message}${shown} ${remedy}`;
  return { ruleId: rule, level: severity, text, where };
}

/** Paths are relative to the repository; a character that no URI holds is escaped (RFC 3986, 2.1). */
function physicalLocation({ file = wholeZone, line = 1, column = 1 }: Where): unknown {
  return {
    artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
    region: { startLine: line, startColumn: column },
  };
}
