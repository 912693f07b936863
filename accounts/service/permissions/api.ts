import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** API Gateway knows five verbs, for REST and HTTP APIs alike ("Actions defined by Amazon API Gateway Management"). */
export function apiPermissions(arns: AccountArns): readonly PolicyStatement[] {
  const collections = ["restapis", "apis", "domainnames", "account", "tags"];
  return [
    {
      Sid: "Api",
      Effect: "Allow",
      Action: ["apigateway:GET", "apigateway:POST", "apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE"],
      Resource: collections.flatMap((name) => [arns.apiGateway(`/${name}`), arns.apiGateway(`/${name}/*`)]),
    },
  ];
}
