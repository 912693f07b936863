"""What moto 5.2.5 refuses or breaks on and AWS does not, put right in place. Each entry names its source."""

from moto_transit_gateways import span_accounts
from moto.organizations.models import FakeDelegatedAdministrator

# Organizations User Guide, "AWS services that you can use with AWS Organizations": those that take a delegated administrator.
DELEGATING_SERVICES = [
    "account.amazonaws.com",
    "auditmanager.amazonaws.com",
    "backup.amazonaws.com",
    "cloudtrail.amazonaws.com",
    "compute-optimizer.amazonaws.com",
    "config.amazonaws.com",
    "detective.amazonaws.com",
    "devops-guru.amazonaws.com",
    "fms.amazonaws.com",
    "health.amazonaws.com",
    "inspector2.amazonaws.com",
    "ipam.amazonaws.com",
    "license-manager.amazonaws.com",
    "member.org.stacksets.cloudformation.amazonaws.com",
    "reachabilityanalyzer.networkinsights.amazonaws.com",
    "reporting.trustedadvisor.amazonaws.com",
    "securityhub.amazonaws.com",
    "securitylake.amazonaws.com",
    "sso.amazonaws.com",
    "storage-lens.s3.amazonaws.com",
    "tagpolicies.tag.amazonaws.com",
]


def correct_moto() -> None:
    span_accounts()
    FakeDelegatedAdministrator.SUPPORTED_SERVICES.extend(DELEGATING_SERVICES)
