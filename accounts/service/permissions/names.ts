import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/**
 * Certificates for the service's own name and records in its own zone.
 *
 * @param domainName name of the account's public zone
 * @param hostedZoneArn ARN (or its token) of that zone
 */
export function namePermissions(
  arns: AccountArns,
  partition: string,
  domainName: string,
  hostedZoneArn: string,
): readonly PolicyStatement[] {
  return [
    {
      Sid: "RequestOwnCertificate",
      Effect: "Allow",
      Action: "acm:RequestCertificate",
      Resource: "*",
      // ForAllValues is true of a request without the key, hence the second condition.
      Condition: {
        "ForAllValues:StringEquals": { "acm:DomainNames": [domainName, `*.${domainName}`] },
        Null: { "acm:DomainNames": "false" },
      },
    },
    // How a run finds the certificate that a killed one requested; the action knows no resources.
    { Sid: "FindCertificates", Effect: "Allow", Action: "acm:ListCertificates", Resource: "*" },
    {
      Sid: "Certificates",
      Effect: "Allow",
      Action: [
        "acm:AddTagsToCertificate",
        "acm:DeleteCertificate",
        "acm:DescribeCertificate",
        "acm:ListTagsForCertificate",
        "acm:RemoveTagsFromCertificate",
      ],
      Resource: arns("acm", "certificate/*"),
    },
    {
      Sid: "OwnRecords",
      Effect: "Allow",
      Action: [
        "route53:ChangeResourceRecordSets",
        "route53:GetHostedZone",
        "route53:ListResourceRecordSets",
        "route53:ListTagsForResource",
      ],
      Resource: hostedZoneArn,
    },
    {
      Sid: "RecordChanges",
      Effect: "Allow",
      Action: "route53:GetChange",
      Resource: `arn:${partition}:route53:::change/*`,
    },
  ];
}
