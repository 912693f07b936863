import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** API Gateway knows five verbs, for REST and HTTP APIs alike ("Actions defined by Amazon API Gateway Management"). */
export function apiPermissions(arns: AccountArns): readonly PolicyStatement[] {
  const collections = ["restapis", "apis", "domainnames", "apikeys", "usageplans", "account", "tags"];
  return [
    {
      Sid: "Api",
      Effect: "Allow",
      Action: ["apigateway:GET", "apigateway:POST", "apigateway:PUT", "apigateway:PATCH", "apigateway:DELETE"],
      Resource: collections.flatMap((name) => [arns.apiGateway(`/${name}`), arns.apiGateway(`/${name}/*`)]),
    },
    {
      // A stage's own permission beside those of AWS WAF ("Actions defined by AWS WAF V2", AssociateWebACL).
      Sid: "Firewall",
      Effect: "Allow",
      Action: [
        "apigateway:SetWebACL",
        "wafv2:AssociateWebACL",
        "wafv2:CreateWebACL",
        "wafv2:DeleteLoggingConfiguration",
        "wafv2:DeleteWebACL",
        "wafv2:DisassociateWebACL",
        "wafv2:GetLoggingConfiguration",
        "wafv2:GetWebACL",
        "wafv2:GetWebACLForResource",
        "wafv2:ListTagsForResource",
        "wafv2:PutLoggingConfiguration",
        "wafv2:TagResource",
        "wafv2:UntagResource",
        "wafv2:UpdateWebACL",
      ],
      Resource: [
        arns("wafv2", "regional/webacl/*"),
        arns("wafv2", "regional/managedruleset/*"),
        arns.apiGateway("/restapis/*/stages/*"),
      ],
    },
  ];
}
