import { createHash } from "node:crypto";
import type { AuditReport } from "../report/report";
import { controls } from "./controls";

/** What evidence is taken from. */
export interface EvidenceSources {
  /** When it is taken, ISO 8601. */
  readonly date: string;
  /** Version of the program that takes it. */
  readonly version: string;
  /** Files of the zone: name → text. */
  readonly declaration: ReadonlyMap<string, string>;
  /** Policies as AWS is to hold them: name → document and where it is attached. */
  readonly policies: ReadonlyMap<string, { readonly document: string; readonly attachedTo: readonly string[] }>;
  /** Stack → its Terraform JSON. */
  readonly stacks: ReadonlyMap<string, string>;
  readonly report: AuditReport;
}

/** Files of an archive of evidence, name → text, with a manifest of their SHA-256 digests. Who has the manifest can tell whether a file was changed. */
export function evidenceFiles(sources: EvidenceSources): ReadonlyMap<string, string> {
  const { date, version, declaration, policies, stacks, report } = sources;
  const { claims, findings, verdict, universe } = report;
  const files = new Map<string, string>([
    ...[...declaration].map(([name, text]) => [`declaration/${name}`, text] as const),
    ...[...policies].map(
      ([name, policy]) =>
        [`policies/${name}.json`, json({ ...policy, document: JSON.parse(policy.document) })] as const,
    ),
    ...[...stacks].map(([stack, text]) => [`configuration/${stack}.tf.json`, json(JSON.parse(text))] as const),
    ["claims.json", json({ universe, verdict, claims })],
    ["findings.json", json(findings)],
    ["controls.json", json(controlsOf(sources))],
  ]);
  const digests = [...files].map(([file, text]) => ({ file, sha256: createHash("sha256").update(text).digest("hex") }));
  const manifest = { organization: report.organization, date, program: `landfall ${version}`, files: digests };
  return new Map([...files, ["manifest.json", json(manifest)]]);
}

/** For each control the claims that bear on it, and the resources that are its configuration, by stack. */
function controlsOf({ stacks, report }: EvidenceSources): readonly object[] {
  const addresses = [...stacks].flatMap(([stack, text]) => {
    const { resource = {} }: { resource?: Readonly<Record<string, object>> } = JSON.parse(text);
    return Object.entries(resource).flatMap(([type, named]) =>
      Object.keys(named).map((name) => ({ stack, type, address: `${type}.${name}` })),
    );
  });
  return controls.map(({ framework, id, title, guardrails = [], resources = [] }) => ({
    framework,
    id,
    title,
    claims: report.claims
      .filter(({ guardrail }) => guardrails.includes(guardrail))
      .map(({ guardrail, claim, sentence, outcome, accounts }) => ({ guardrail, claim, sentence, outcome, accounts })),
    configuration: Object.fromEntries(
      [...stacks.keys()].flatMap((stack) => {
        const own = addresses.filter((each) => each.stack === stack && resources.includes(each.type));
        return own.length === 0 ? [] : [[`configuration/${stack}.tf.json`, own.map(({ address }) => address)] as const];
      }),
    ),
  }));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
