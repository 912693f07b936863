import { ApiGatewayApiKey } from "@cdktf/provider-aws/lib/api-gateway-api-key";
import type { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { ApiGatewayUsagePlan } from "@cdktf/provider-aws/lib/api-gateway-usage-plan";
import { ApiGatewayUsagePlanKey } from "@cdktf/provider-aws/lib/api-gateway-usage-plan-key";
import { resource } from "../../../stack/resource";
import type { RestContext } from "./rest-context";

/** Plans and the keys of their clients. A key tells clients apart and limits them; it is no proof of who they are. */
export function addUsagePlans({ stack, input, api }: RestContext, stage: ApiGatewayStage): void {
  for (const [name, { throttle, requestsPerDay, clients }] of Object.entries(input.api.usagePlans ?? {})) {
    const plan = resource(stack, ApiGatewayUsagePlan, name, {
      name: `${input.service}-${name}`,
      apiStages: [{ apiId: api.id, stage: stage.stageName }],
      throttleSettings: { burstLimit: throttle.burst, rateLimit: throttle.rate },
      ...(requestsPerDay === undefined ? {} : { quotaSettings: { limit: requestsPerDay, period: "DAY" } }),
    });
    for (const client of clients) {
      const key = resource(stack, ApiGatewayApiKey, `${name}_${client}`, {
        name: `${input.service}-${name}-${client}`,
      });
      resource(stack, ApiGatewayUsagePlanKey, `${name}_${client}`, {
        keyId: key.id,
        keyType: "API_KEY",
        usagePlanId: plan.id,
      });
    }
  }
}
