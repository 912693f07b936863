import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { AssetType, TerraformAsset, type TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Bundle } from "../bundle/bundle-cache";
import type { TableUse } from "../service-definition";
import { tableVariable } from "../table-variable";
import { timeouts } from "../timeouts";
import { functionLogGroup, functionName, physicalTableName } from "./names";
import type { Placement } from "./placement";
import { lambdaTrust, operationPolicy } from "./policy";

/** The function of one operation, with its own role and log group. */
export function addFunction(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  operation: { readonly id: string; readonly uses: readonly TableUse[]; readonly bundle: Bundle },
): LambdaFunction {
  const { id, uses, bundle } = operation;
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
    policy: JSON.stringify(operationPolicy(placement, service, id, uses)),
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
    timeout: timeouts.functionSeconds,
    tracingConfig: { mode: "Active" },
    loggingConfig: {
      logFormat: "JSON",
      logGroup: logGroup.name,
      applicationLogLevel: "INFO",
      systemLogLevel: "WARN",
    },
    environment: { variables: environment(service, uses) },
    // Lambda would create the log group itself, without retention, if the function ran before it.
    dependsOn: [policy, logGroup],
  });
}

function environment(service: string, uses: readonly TableUse[]): Record<string, string> {
  return {
    POWERTOOLS_SERVICE_NAME: service,
    POWERTOOLS_METRICS_NAMESPACE: service,
    POWERTOOLS_LOG_LEVEL: "INFO",
    // Responses hold customers' data; traces are read by more people than tables.
    POWERTOOLS_TRACER_CAPTURE_RESPONSE: "false",
    ...Object.fromEntries(uses.map(({ table }) => [tableVariable(table), physicalTableName(service, table)])),
  };
}
