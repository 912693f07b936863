import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { ApiGatewayBasePathMapping } from "@cdktf/provider-aws/lib/api-gateway-base-path-mapping";
import { ApiGatewayDomainName } from "@cdktf/provider-aws/lib/api-gateway-domain-name";
import { Apigatewayv2ApiMapping } from "@cdktf/provider-aws/lib/apigatewayv2-api-mapping";
import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Api, HttpApi, RestApi } from "./api";
import type { Placement } from "../microservice/placement";

/** The name clients call: a certificate validated in the account's own zone, and an alias record to the API. */
export function addDomain(stack: TerraformStack, placement: Placement, api: Api): void {
  const { domainName, hostedZoneId } = placement;
  const certificateArn = addCertificate(stack, placement);
  const target =
    api.kind === "http"
      ? ofHttp(stack, domainName, certificateArn, api)
      : ofRest(stack, domainName, certificateArn, api);
  resource(stack, Route53Record, "domain", {
    zoneId: hostedZoneId,
    name: domainName,
    type: "A",
    alias: { ...target, evaluateTargetHealth: false },
  });
}

/** What an alias record points to. */
interface Target {
  readonly name: string;
  readonly zoneId: string;
}

/** ARN of a certificate that is valid. */
function addCertificate(stack: TerraformStack, { domainName, hostedZoneId }: Placement): string {
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
  return validation.certificateArn;
}

function ofHttp(stack: TerraformStack, domainName: string, certificateArn: string, { api, stage }: HttpApi): Target {
  const domain = resource(stack, Apigatewayv2DomainName, "domain", {
    domainName,
    domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
  });
  resource(stack, Apigatewayv2ApiMapping, "domain", { apiId: api.id, domainName: domain.id, stage: stage.id });
  const { targetDomainName: name, hostedZoneId: zoneId } = domain.domainNameConfiguration;
  return { name, zoneId };
}

/** TLS 1.2 is the least, and 1.3 is spoken too (API Gateway Developer Guide, "Choose a security policy for your custom domain"). */
function ofRest(stack: TerraformStack, domainName: string, certificateArn: string, { api, stage }: RestApi): Target {
  const domain = resource(stack, ApiGatewayDomainName, "domain", {
    domainName,
    regionalCertificateArn: certificateArn,
    endpointConfiguration: { types: ["REGIONAL"] },
    securityPolicy: "TLS_1_2",
  });
  resource(stack, ApiGatewayBasePathMapping, "domain", {
    apiId: api.id,
    stageName: stage.stageName,
    domainName: domain.domainName,
  });
  return { name: domain.regionalDomainName, zoneId: domain.regionalZoneId };
}
