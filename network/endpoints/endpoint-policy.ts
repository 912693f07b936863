import type { LandingZone } from "../../declaration/model";
import { policyDocument } from "../../stack/policy-document";

/**
 * The network edge of the data perimeter: through the endpoint, only the organisation's principals reach only the organisation's
 * resources, and AWS services that act for themselves ("Building a data perimeter on AWS";
 * aws-samples/data-perimeter-policy-examples, "Default VPC endpoint policy").
 */
export function interfaceEndpointPolicy(zone: LandingZone): string {
  const organization = zone.ids.get("organization");
  const everything = { Effect: "Allow", Principal: { AWS: "*" }, Action: "*", Resource: "*" } as const;
  return policyDocument([
    {
      Sid: "OwnPrincipalsOnOwnResources",
      ...everything,
      Condition: { StringEquals: { "aws:PrincipalOrgID": organization, "aws:ResourceOrgID": organization } },
    },
    { Sid: "ServicesOfAws", ...everything, Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } } },
  ]);
}
