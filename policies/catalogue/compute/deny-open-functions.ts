import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * Lambda Developer Guide, "Control access to Lambda function URLs": lambda:FunctionUrlAuthType; Service Authorization
 * Reference, AWS Lambda: lambda:Principal.
 */
export const denyOpenFunctions: Guardrail = {
  name: "deny-open-functions",
  group: "compute",
  kind: "scp",
  intent: "Functions are called by those they know: no URL without authentication, no permission for everyone.",
  suggested: "workloads",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyOpenFunctionUrls",
      Effect: "Deny",
      Action: ["lambda:AddPermission", "lambda:CreateFunctionUrlConfig", "lambda:UpdateFunctionUrlConfig"],
      Resource: "*",
      Condition: { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" }, ...unlessDeclared(context) },
    },
    {
      Sid: "DenyOpenFunctions",
      Effect: "Deny",
      Action: "lambda:AddPermission",
      Resource: "*",
      Condition: { StringEquals: { "lambda:Principal": "*" }, ...unlessDeclared(context) },
    },
  ],
  claims: (context) => [
    {
      id: "no-open-function-urls",
      sentence: `${nobody(context)} can make a function URL that asks for no authentication.`,
      denied: {
        actions: ["lambda:CreateFunctionUrlConfig", "lambda:UpdateFunctionUrlConfig", "lambda:AddPermission"],
        when: { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" } },
        unless: byDeclared(context),
      },
    },
    {
      id: "no-open-functions",
      sentence: `${nobody(context)} can let everyone call a function.`,
      denied: {
        actions: ["lambda:AddPermission"],
        when: { StringEquals: { "lambda:Principal": "*" } },
        unless: byDeclared(context),
      },
    },
  ],
};
