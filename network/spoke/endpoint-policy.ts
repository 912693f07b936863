import type { LandingZone } from "../../declaration/model";

/**
 * The network edge of the data perimeter: through the endpoint, only the organisation's principals reach only the
 * organisation's resources ("Building a data perimeter on AWS"). S3 alone has a second statement, for the AWS-owned
 * bucket of image layers that Amazon ECR documents ("Amazon ECR interface VPC endpoints").
 */
export function gatewayEndpointPolicy(zone: LandingZone, service: "s3" | "dynamodb"): object {
  const organization = zone.ids.get("organization");
  const ownOnly = {
    Sid: "OwnPrincipalsOnOwnResources",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: `${service}:*`,
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalOrgID": organization, "aws:ResourceOrgID": organization } },
  };
  const imageLayers = {
    Sid: "ImageLayersOfAmazonEcr",
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: `arn:${zone.partition}:s3:::prod-${zone.regions.home}-starport-layer-bucket/*`,
  };
  return { Version: "2012-10-17", Statement: service === "s3" ? [ownOnly, imageLayers] : [ownOnly] };
}
