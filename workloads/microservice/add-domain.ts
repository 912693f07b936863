import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Apigatewayv2ApiMapping } from "@cdktf/provider-aws/lib/apigatewayv2-api-mapping";
import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Api } from "./add-api";
import type { Placement } from "./placement";

/** The name clients call: a certificate validated in the account's own zone, and an alias record to the API. */
export function addDomain(stack: TerraformStack, placement: Placement, { api, stage }: Api): void {
  const { domainName, hostedZoneId } = placement;
  const certificate = resource(stack, AcmCertificate, "domain", {
    domainName,
    validationMethod: "DNS",
    // A domain name cannot lose its certificate while it serves: make the next one first.
    lifecycle: { createBeforeDestroy: true },
  });
  const proof = certificate.domainValidationOptions.get(0);
  const record = resource(stack, Route53Record, "certificate-validation", {
    zoneId: hostedZoneId,
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    ttl: 300,
    records: [proof.resourceRecordValue],
    // The same name and account give the same record, so a renewed certificate finds it there.
    allowOverwrite: true,
  });
  const validation = resource(stack, AcmCertificateValidation, "domain", {
    certificateArn: certificate.arn,
    validationRecordFqdns: [record.fqdn],
  });
  const domain = resource(stack, Apigatewayv2DomainName, "domain", {
    domainName,
    domainNameConfiguration: {
      certificateArn: validation.certificateArn,
      endpointType: "REGIONAL",
      securityPolicy: "TLS_1_2",
    },
  });
  resource(stack, Apigatewayv2ApiMapping, "domain", { apiId: api.id, domainName: domain.id, stage: stage.id });
  resource(stack, Route53Record, "domain", {
    zoneId: hostedZoneId,
    name: domainName,
    type: "A",
    alias: {
      name: domain.domainNameConfiguration.targetDomainName,
      zoneId: domain.domainNameConfiguration.hostedZoneId,
      evaluateTargetHealth: false,
    },
  });
}
