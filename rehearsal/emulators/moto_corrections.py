"""What moto 5.2.5 refuses or breaks on and AWS does not, put right in place. Each entry names its source."""

import json

from moto_ipam import add_ipams
from moto_on_premises import add_direct_connect_gateways, correct_vpns
from moto_policy_types import add_policy_types
from moto_transit_gateways import span_accounts
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.organizations.models import FakeDelegatedAdministrator, FakeServiceAccess
from moto.ssoadmin.models import SSOAdminBackend

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
    "iam.amazonaws.com",
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

# The same page: those that take trusted access and are not in moto's list.
TRUSTED_SERVICES = ["ec2.amazonaws.com", "iam.amazonaws.com"]


def find_policies_below_paths() -> None:
    """Permission sets take AWS's policies below a path (job-function/…): moto reads `path` where its own data says `Path`."""
    find = SSOAdminBackend._find_managed_policy

    def find_by_path(self, arn: str):
        if self.aws_managed_policies is None:
            policies = json.loads(aws_managed_policies_data)
            self.aws_managed_policies = {name: {**policy, "path": policy["Path"]} for name, policy in policies.items()}
        return find(self, arn)

    SSOAdminBackend._find_managed_policy = find_by_path


def correct_moto() -> None:
    span_accounts()
    correct_vpns()
    add_direct_connect_gateways()
    add_ipams()
    add_policy_types()
    find_policies_below_paths()
    FakeDelegatedAdministrator.SUPPORTED_SERVICES.extend(DELEGATING_SERVICES)
    FakeServiceAccess.TRUSTED_SERVICES.extend(TRUSTED_SERVICES)
