import { z } from "zod";
import type { Environment } from "../child-environment";
import { runTerraform } from "../run-terraform";
import { errorsIn } from "../terraform-output";

/** What is read here of `terraform show -json PLAN` (Terraform docs, JSON output format). */
const planFormat = z.object({
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        mode: z.string(),
        change: z.object({
          actions: z.array(z.string()),
          after: z.record(z.string(), z.unknown()).nullable().default(null),
          importing: z.object({ id: z.string().optional() }).optional(),
        }),
      }),
    )
    .default([]),
  prior_state: z
    .object({
      values: z
        .object({
          root_module: z.object({
            resources: z
              .array(z.object({ address: z.string(), type: z.string(), values: z.record(z.string(), z.unknown()) }))
              .default([]),
          }),
        })
        .optional(),
    })
    .optional(),
});

/** What is read here of `terraform plan -json` (Terraform docs, machine-readable UI). */
const messageFormat = z.object({
  type: z.string(),
  diagnostic: z.object({ severity: z.string(), summary: z.string(), detail: z.string().default("") }).optional(),
  hook: z.object({ resource: z.object({ addr: z.string() }), id_value: z.string().optional() }).optional(),
});

export interface Creation {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What Terraform makes of a stack and the imports beside it. */
export type TrialPlan =
  | {
      readonly ok: true;
      /** Resources it would create, not import. */
      readonly creations: readonly Creation[];
      /** Imported resources it would then replace or destroy. */
      readonly harmed: readonly string[];
      /** Terraform's ids of all that is in the state or imported, by address. */
      readonly known: ReadonlyMap<string, string>;
    }
  | {
      readonly ok: false;
      /** Addresses whose object was read. */
      readonly read: ReadonlySet<string>;
      readonly errors: readonly string[];
    };

const planFile = "recovery.tfplan";

/** Plans without locking the state, for it is locked by who is gone; nothing is applied. */
export async function trialPlan(directory: string, environment: Environment, stop?: AbortSignal): Promise<TrialPlan> {
  const args = ["plan", "-input=false", "-lock=false", "-json", `-out=${planFile}`];
  const planned = await runTerraform(args, directory, environment, stop);
  if (planned.code !== 0) return failure(planned.output);
  const shown = await runTerraform(["show", "-json", planFile], directory, environment, stop);
  if (shown.code !== 0) return failure(shown.output);
  const { resource_changes: changes, prior_state: prior } = planFormat.parse(JSON.parse(shown.stdout));
  const managed = changes.filter(({ mode }) => mode === "managed");
  const known = (prior?.values?.root_module.resources ?? []).flatMap(({ address, values: { id } }) =>
    typeof id === "string" ? [[address, id] as const] : [],
  );
  return {
    ok: true,
    creations: managed
      .filter(({ change: { actions, importing } }) => actions.join() === "create" && !importing)
      .map(({ address, change: { after } }) => ({ address, values: after ?? {} })),
    harmed: managed
      .filter(({ change: { actions, importing } }) => importing && actions.includes("delete"))
      .map(({ address }) => address),
    known: new Map(known),
  };
}

function failure(output: string): TrialPlan {
  const lines = output.split("\n");
  const messages = lines.flatMap((line) => messageFormat.safeParse(parsed(line)).data ?? []);
  const errors = messages.flatMap(({ diagnostic }) =>
    diagnostic?.severity === "error" ? [`${diagnostic.summary}\n${diagnostic.detail}`.trim()] : [],
  );
  const read = messages.flatMap(({ type, hook }) =>
    type === "refresh_complete" && hook?.id_value ? [hook.resource.addr] : [],
  );
  return { ok: false, read: new Set(read), errors: errors.length > 0 ? errors : errorsIn(lines) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
