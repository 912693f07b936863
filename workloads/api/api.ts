import type { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import type { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import type { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import type { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";

export interface HttpApi {
  readonly kind: "http";
  readonly api: Apigatewayv2Api;
  readonly stage: Apigatewayv2Stage;
}

export interface RestApi {
  readonly kind: "rest";
  readonly api: ApiGatewayRestApi;
  readonly stage: ApiGatewayStage;
}

export type Api = HttpApi | RestApi;
