import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { AssetType, TerraformAsset, type TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Bundle } from "../bundle/bundle-cache";
import { timeouts } from "../timeouts";
import type { Use } from "../uses/use";
import { functionLogGroup, functionName } from "./names";
import type { Placement } from "./placement";
import { functionPolicy, lambdaTrust } from "./policy";
import type { Statement } from "./statement";
import { variablesOf } from "./used-resources";

/** A function of the service, whatever calls it. */
export interface FunctionSpec {
  /** Of the operation or consumer: part of every name, and the Terraform name. */
  readonly id: string;
  readonly uses: readonly Use[];
  readonly bundle: Bundle;
  readonly timeoutSeconds?: number;
  readonly reservedConcurrency?: number;
  /** What it needs to be called: what no use says. */
  readonly source?: {
    readonly statements: readonly Statement[];
    readonly variables: Readonly<Record<string, string>>;
  };
}

/** One function, with its own role and log group. */
export function addFunction(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  spec: FunctionSpec,
): LambdaFunction {
  const { id, uses, bundle, source, reservedConcurrency } = spec;
  const name = functionName(service, id);
  const role = resource(stack, IamRole, id, {
    name,
    path: placement.rolePath,
    permissionsBoundary: placement.boundaryArn,
    description: `Runs ${id} of ${service}`,
    assumeRolePolicy: JSON.stringify(lambdaTrust),
  });
  const policy = resource(stack, IamRolePolicy, id, {
    name: "operation",
    role: role.name,
    policy: JSON.stringify(functionPolicy(placement, service, id, uses, source?.statements)),
  });
  const logGroup = resource(stack, CloudwatchLogGroup, id, {
    name: functionLogGroup(service, id),
    retentionInDays: placement.settings.logRetentionDays,
  });
  const asset = new TerraformAsset(stack, `bundle.${id}`, {
    path: bundle.file,
    type: AssetType.FILE,
    assetHash: bundle.sha256.slice(0, 32),
  });
  return resource(stack, LambdaFunction, id, {
    functionName: name,
    role: role.arn,
    runtime: "nodejs22.x",
    architectures: ["arm64"],
    handler: "index.handler",
    filename: asset.path,
    sourceCodeHash: Buffer.from(bundle.sha256, "hex").toString("base64"),
    memorySize: placement.settings.memoryMegabytes,
    timeout: spec.timeoutSeconds ?? timeouts.functionSeconds,
    ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
    tracingConfig: { mode: "Active" },
    loggingConfig: {
      logFormat: "JSON",
      logGroup: logGroup.name,
      applicationLogLevel: "INFO",
      systemLogLevel: "WARN",
    },
    environment: { variables: { ...environment(placement, service, uses), ...source?.variables } },
    // Lambda would create the log group itself, without retention, if the function ran before it.
    dependsOn: [policy, logGroup],
  });
}

function environment(placement: Placement, service: string, uses: readonly Use[]): Record<string, string> {
  return {
    POWERTOOLS_SERVICE_NAME: service,
    POWERTOOLS_METRICS_NAMESPACE: service,
    POWERTOOLS_LOG_LEVEL: "INFO",
    // Responses hold customers' data; traces are read by more people than tables.
    POWERTOOLS_TRACER_CAPTURE_RESPONSE: "false",
    ...Object.fromEntries(uses.flatMap((use) => Object.entries(variablesOf(placement, service, use)))),
  };
}
