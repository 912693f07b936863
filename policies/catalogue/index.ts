import type { Guardrail } from "../guardrail";
import { denyAcceleratedInstances } from "./compute/deny-accelerated-instances";
import { denyImageSharing } from "./compute/deny-image-sharing";
import { denyOpenFunctions } from "./compute/deny-open-functions";
import { denySerialConsole } from "./compute/deny-serial-console";
import { denySshKeys } from "./compute/deny-ssh-keys";
import { keepImagesPrivate } from "./compute/keep-images-private";
import { requireImdsv2 } from "./compute/require-imdsv2";
import { trustedImagesOnly } from "./compute/trusted-images-only";
import { denyCustomerHeldKeys } from "./data-perimeter/deny-customer-held-keys";
import { instanceCredentialsStay } from "./data-perimeter/instance-credentials-stay";
import { modernTlsOnly } from "./data-perimeter/modern-tls-only";
import { noConfusedDeputy } from "./data-perimeter/no-confused-deputy";
import { onlyGithubWebIdentities } from "./data-perimeter/only-github-web-identities";
import { onlyOrganizationPrincipals } from "./data-perimeter/only-organization-principals";
import { onlyOrganizationResources } from "./data-perimeter/only-organization-resources";
import { onlyOrganizationRoles } from "./data-perimeter/only-organization-roles";
import { shortPresignedUrls } from "./data-perimeter/short-presigned-urls";
import { tlsOnly } from "./data-perimeter/tls-only";
import { protectAccessAnalyzer } from "./detection/protect-access-analyzer";
import { protectFindingAlerts } from "./detection/protect-finding-alerts";
import { protectGuardduty } from "./detection/protect-guardduty";
import { protectInspector } from "./detection/protect-inspector";
import { protectMacie } from "./detection/protect-macie";
import { protectSecurityHub } from "./detection/protect-security-hub";
import { denyKeyGrantsToPeople } from "./encryption/deny-key-grants-to-people";
import { denyPublicAcls } from "./encryption/deny-public-acls";
import { keepKeyDeletionSlow } from "./encryption/keep-key-deletion-slow";
import { keepKeysRotating } from "./encryption/keep-keys-rotating";
import { keepPublicAccessBlocked } from "./encryption/keep-public-access-blocked";
import { requireCacheEncryption } from "./encryption/require-cache-encryption";
import { requireDatabaseEncryption } from "./encryption/require-database-encryption";
import { requireEbsEncryption } from "./encryption/require-ebs-encryption";
import { requireFileSystemEncryption } from "./encryption/require-file-system-encryption";
import { allowedRegions } from "./foundations/allowed-regions";
import { denyEverything } from "./foundations/deny-everything";
import { denyLeavingOrganization } from "./foundations/deny-leaving-organization";
import { denyRegionChanges } from "./foundations/deny-region-changes";
import { denyRootUser } from "./foundations/deny-root-user";
import { protectAccountContacts } from "./foundations/protect-account-contacts";
import { protectBilling } from "./foundations/protect-billing";
import { protectStateBuckets } from "./foundations/protect-state-buckets";
import { quarantine } from "./foundations/quarantine";
import { denyAccessDelegation } from "./identity/deny-access-delegation";
import { denyAccountIdentityCenter } from "./identity/deny-account-identity-center";
import { denyAdministratorPolicies } from "./identity/deny-administrator-policies";
import { denyIamUsers } from "./identity/deny-iam-users";
import { denyIdentityProviders } from "./identity/deny-identity-providers";
import { denyLongLivedCredentials } from "./identity/deny-long-lived-credentials";
import { protectPasswordPolicy } from "./identity/protect-password-policy";
import { protectPlatformRoles } from "./identity/protect-platform-roles";
import { requirePermissionsBoundary } from "./identity/require-permissions-boundary";
import { keepLogGroups } from "./logging/keep-log-groups";
import { protectConfig } from "./logging/protect-config";
import { protectDnsQueryLogs } from "./logging/protect-dns-query-logs";
import { protectEventDataStores } from "./logging/protect-event-data-stores";
import { protectFlowLogs } from "./logging/protect-flow-logs";
import { protectTrail } from "./logging/protect-trail";
import { denyDefaultVpcs } from "./network/deny-default-vpcs";
import { denyEndpointServices } from "./network/deny-endpoint-services";
import { denyExternalSharing } from "./network/deny-external-sharing";
import { denyInternetGateways } from "./network/deny-internet-gateways";
import { denyPrivateLines } from "./network/deny-private-lines";
import { denyPublicAddresses } from "./network/deny-public-addresses";
import { denyVpcPeering } from "./network/deny-vpc-peering";
import { protectDnsZones } from "./network/protect-dns-zones";
import { protectSpokeNetworks } from "./network/protect-spoke-networks";
import { protectTransitGateway } from "./network/protect-transit-gateway";
import { protectVpcPublicAccessBlock } from "./network/protect-vpc-public-access-block";
import { denyCommitments } from "./sandbox/deny-commitments";
import { denyCostlyServices } from "./sandbox/deny-costly-services";
import { denyDomainRegistration } from "./sandbox/deny-domain-registration";
import { denyMarketplace } from "./sandbox/deny-marketplace";
import { denySupportPlans } from "./sandbox/deny-support-plans";
import { smallInstancesOnly } from "./sandbox/small-instances-only";
import { smallVolumesOnly } from "./sandbox/small-volumes-only";
import { keepBackups } from "./workloads/keep-backups";
import { keepProductionData } from "./workloads/keep-production-data";
import { microserviceServicesOnly } from "./workloads/microservice-services-only";

/** Every guardrail Landfall ships, by name. `declaration/guardrail-names.ts` lists their names for the schema. */
export const catalogue: readonly Guardrail[] = [
  allowedRegions,
  denyAcceleratedInstances,
  denyAccessDelegation,
  denyAccountIdentityCenter,
  denyAdministratorPolicies,
  denyCommitments,
  denyCostlyServices,
  denyCustomerHeldKeys,
  denyDefaultVpcs,
  denyDomainRegistration,
  denyEndpointServices,
  denyEverything,
  denyExternalSharing,
  denyIamUsers,
  denyIdentityProviders,
  denyImageSharing,
  denyInternetGateways,
  denyKeyGrantsToPeople,
  denyLeavingOrganization,
  denyLongLivedCredentials,
  denyMarketplace,
  denyOpenFunctions,
  denyPrivateLines,
  denyPublicAcls,
  denyPublicAddresses,
  denyRegionChanges,
  denyRootUser,
  denySerialConsole,
  denySshKeys,
  denySupportPlans,
  denyVpcPeering,
  instanceCredentialsStay,
  keepBackups,
  keepImagesPrivate,
  keepKeyDeletionSlow,
  keepKeysRotating,
  keepLogGroups,
  keepProductionData,
  keepPublicAccessBlocked,
  microserviceServicesOnly,
  modernTlsOnly,
  noConfusedDeputy,
  onlyGithubWebIdentities,
  onlyOrganizationPrincipals,
  onlyOrganizationResources,
  onlyOrganizationRoles,
  protectAccessAnalyzer,
  protectAccountContacts,
  protectBilling,
  protectConfig,
  protectDnsQueryLogs,
  protectDnsZones,
  protectEventDataStores,
  protectFindingAlerts,
  protectFlowLogs,
  protectGuardduty,
  protectInspector,
  protectMacie,
  protectPasswordPolicy,
  protectPlatformRoles,
  protectSecurityHub,
  protectSpokeNetworks,
  protectStateBuckets,
  protectTrail,
  protectTransitGateway,
  protectVpcPublicAccessBlock,
  quarantine,
  requireCacheEncryption,
  requireDatabaseEncryption,
  requireEbsEncryption,
  requireFileSystemEncryption,
  requireImdsv2,
  requirePermissionsBoundary,
  shortPresignedUrls,
  smallInstancesOnly,
  smallVolumesOnly,
  tlsOnly,
  trustedImagesOnly,
];
