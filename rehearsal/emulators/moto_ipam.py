"""Amazon VPC IPAM, which moto 5.2.5 does not know: an IPAM, its pools and what is provisioned to them.

Amazon EC2 API Reference (CreateIpam, CreateIpamPool, ProvisionIpamPoolCidr, EnableIpamOrganizationAdminAccount); IPAM User
Guide: a pool below another takes ranges of that one, and no two pools of the same source the same.
"""

from ipaddress import ip_network

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.core import TaggedEC2Resource
from moto.ec2.responses import EC2Response
from moto.ec2.utils import EC2_PREFIX_TO_RESOURCE, random_id
from moto.organizations.models import organizations_backends

SERVICE = "ipam.amazonaws.com"


class Ipam(TaggedEC2Resource):
    # moto counts the instances of its models by the service in their module.
    __module__ = "moto.ec2.models.ipam"

    def __init__(self, responses, tags):
        self.ec2_backend = responses.ec2_backend
        self.id = self.ipam_id = random_id("ipam")
        self.owner_id = responses.current_account
        self.ipam_arn = f"arn:{responses.partition}:ec2::{self.owner_id}:ipam/{self.id}"
        self.ipam_region = responses.region
        self.public_default_scope_id = random_id("ipam-scope")
        self.private_default_scope_id = random_id("ipam-scope")
        self.scope_count = 2
        self.description = responses._get_param("Description")
        self.operating_regions = responses._get_param("OperatingRegions", [])
        self.tier = responses._get_param("Tier", "advanced")
        self.enable_private_gua = responses._get_param("EnablePrivateGua", False)
        self.state = "create-complete"
        self.add_tags(tags)


    def scopes(self):
        return [self.scope("private", self.private_default_scope_id), self.scope("public", self.public_default_scope_id)]

    def scope(self, kind, name):
        return {
            "OwnerId": self.owner_id,
            "IpamScopeId": name,
            "IpamScopeArn": self.ipam_arn.replace(f"ipam/{self.id}", f"ipam-scope/{name}"),
            "IpamArn": self.ipam_arn,
            "IpamRegion": self.ipam_region,
            "IpamScopeType": kind,
            "IsDefault": True,
            "State": "create-complete",
        }


class IpamPool(TaggedEC2Resource):
    __module__ = "moto.ec2.models.ipam"

    def __init__(self, responses, tags, ipam, source):
        self.ec2_backend = responses.ec2_backend
        self.id = self.ipam_pool_id = random_id("ipam-pool")
        self.owner_id = responses.current_account
        scope = responses._get_param("IpamScopeId")
        self.ipam_id = ipam.id
        self.ipam_arn = ipam.ipam_arn
        self.ipam_region = ipam.ipam_region
        self.ipam_scope_arn = f"arn:{responses.partition}:ec2::{self.owner_id}:ipam-scope/{scope}"
        self.ipam_scope_type = "private" if scope == ipam.private_default_scope_id else "public"
        self.ipam_pool_arn = f"arn:{responses.partition}:ec2::{self.owner_id}:ipam-pool/{self.id}"
        self.source_ipam_pool_id = source.id if source else None
        self.pool_depth = source.pool_depth + 1 if source else 1
        self.locale = responses._get_param("Locale", "None")
        self.description = responses._get_param("Description")
        self.address_family = responses._get_param("AddressFamily")
        self.auto_import = responses._get_param("AutoImport", False)
        self.state = "create-complete"
        self.cidrs = {}
        self.add_tags(tags)


def missing(kind, name):
    return EC2ClientError(f"Invalid{kind}Id.NotFound", f"The {kind} ID '{name}' does not exist.")


class Ipams:
    """The operations, as a part of moto's EC2."""

    def create_ipam(self):
        ipam = Ipam(self, self._parse_tag_specification().get("ipam", {}))
        self.ec2_backend.ipams[ipam.id] = ipam
        return ActionResult({"Ipam": ipam})

    def describe_ipams(self):
        wanted = self._get_param("IpamIds", [])
        ipams = self.ec2_backend.ipams
        for name in wanted:
            if name not in ipams:
                raise missing("Ipam", name)
        return ActionResult({"Ipams": [ipams[name] for name in wanted or ipams]})

    def modify_ipam(self):
        ipam = self.ec2_backend.ipams[self._get_param("IpamId")]
        ipam.description = self._get_param("Description", ipam.description)
        ipam.tier = self._get_param("Tier", ipam.tier)
        ipam.state = "modify-complete"
        return ActionResult({"Ipam": ipam})

    def delete_ipam(self):
        name = self._get_param("IpamId")
        if any(pool.ipam_id == name for pool in self.ec2_backend.ipam_pools.values()):
            raise EC2ClientError("DependencyViolation", f"{name} has pools and cannot be deleted.")
        return ActionResult({"Ipam": self.ec2_backend.ipams.pop(name)})

    def describe_ipam_scopes(self):
        wanted = self._get_param("IpamScopeIds", [])
        scopes = [scope for ipam in self.ec2_backend.ipams.values() for scope in ipam.scopes()]
        return ActionResult({"IpamScopes": [each for each in scopes if not wanted or each["IpamScopeId"] in wanted]})

    def create_ipam_pool(self):
        scope, source = self._get_param("IpamScopeId"), self._get_param("SourceIpamPoolId")
        ipams = self.ec2_backend.ipams.values()
        ipam = next((each for each in ipams if scope in (each.private_default_scope_id, each.public_default_scope_id)), None)
        if ipam is None:
            raise missing("IpamScope", scope)
        tags = self._parse_tag_specification().get("ipam-pool", {})
        pool = IpamPool(self, tags, ipam, self.ipam_pool(source) if source else None)
        self.ec2_backend.ipam_pools[pool.id] = pool
        return ActionResult({"IpamPool": pool})

    def describe_ipam_pools(self):
        wanted = self._get_param("IpamPoolIds", []) or self.ec2_backend.ipam_pools
        return ActionResult({"IpamPools": [self.ipam_pool(name) for name in wanted]})

    def modify_ipam_pool(self):
        pool = self.ipam_pool(self._get_param("IpamPoolId"))
        pool.description = self._get_param("Description", pool.description)
        pool.auto_import = self._get_param("AutoImport", pool.auto_import)
        pool.state = "modify-complete"
        return ActionResult({"IpamPool": pool})

    def delete_ipam_pool(self):
        pool = self.ipam_pool(self._get_param("IpamPoolId"))
        pools = self.ec2_backend.ipam_pools
        if pool.cidrs or any(each.source_ipam_pool_id == pool.id for each in pools.values()):
            raise EC2ClientError("DependencyViolation", f"{pool.id} holds ranges or pools and cannot be deleted.")
        return ActionResult({"IpamPool": pools.pop(pool.id)})

    def provision_ipam_pool_cidr(self):
        pool, cidr = self.ipam_pool(self._get_param("IpamPoolId")), self._get_param("Cidr")
        provisioned = {"Cidr": cidr, "State": "provisioned", "IpamPoolCidrId": random_id("ipam-pool-cidr")}
        if not self.is_available(pool, ip_network(cidr)):
            reason = {"Code": "cidr-not-available", "Message": f"{cidr} is not available in the source of {pool.id}."}
            return ActionResult({"IpamPoolCidr": {**provisioned, "State": "failed-provision", "FailureReason": reason}})
        pool.cidrs[cidr] = provisioned
        return ActionResult({"IpamPoolCidr": provisioned})

    def get_ipam_pool_cidrs(self):
        pool, filters = self.ipam_pool(self._get_param("IpamPoolId")), self._filters_from_querystring()
        members = {"cidr": "Cidr", "state": "State", "ipam-pool-cidr-id": "IpamPoolCidrId"}
        found = [
            each
            for each in pool.cidrs.values()
            if all(each[members[name]] in values for name, values in filters.items())
        ]
        return ActionResult({"IpamPoolCidrs": found})

    def deprovision_ipam_pool_cidr(self):
        pool, cidr = self.ipam_pool(self._get_param("IpamPoolId")), self._get_param("Cidr")
        if any(ip_network(each).subnet_of(ip_network(cidr)) for below in self.below(pool) for each in below.cidrs):
            raise EC2ClientError("InvalidParameterValue", f"{cidr} is provisioned to pools below {pool.id}.")
        provisioned = pool.cidrs.pop(cidr)
        return ActionResult({"IpamPoolCidr": {**provisioned, "State": "deprovisioned"}})

    def enable_ipam_organization_admin_account(self):
        admin = self._get_param("DelegatedAdminAccountId")
        self.ipam_organization().register_delegated_administrator(AccountId=admin, ServicePrincipal=SERVICE)
        return ActionResult({"Success": True})

    def disable_ipam_organization_admin_account(self):
        admin = self._get_param("DelegatedAdminAccountId")
        self.ipam_organization().deregister_delegated_administrator(AccountId=admin, ServicePrincipal=SERVICE)
        return ActionResult({"Success": True})

    def ipam_organization(self):
        return organizations_backends[self.current_account][self.partition]

    def ipam_pool(self, name):
        if name not in self.ec2_backend.ipam_pools:
            raise missing("IpamPool", name)
        return self.ec2_backend.ipam_pools[name]

    def below(self, pool):
        return [each for each in self.ec2_backend.ipam_pools.values() if each.source_ipam_pool_id == pool.id]

    def is_available(self, pool, cidr):
        if pool.source_ipam_pool_id is None:
            return True
        source = self.ipam_pool(pool.source_ipam_pool_id)
        taken = [ip_network(each) for sibling in self.below(source) for each in sibling.cidrs]
        inside = any(cidr.subnet_of(ip_network(each)) for each in source.cidrs)
        return inside and not any(cidr.overlaps(each) for each in taken)


def add_ipams() -> None:
    initialise = EC2Backend.__init__

    def __init__(self, region_name, account_id):
        self.ipams = {}
        self.ipam_pools = {}
        initialise(self, region_name, account_id)

    EC2Backend.__init__ = __init__
    EC2_PREFIX_TO_RESOURCE.update({"ipam": "ipam", "ipam-pool": "ipam-pool"})
    for name, operation in vars(Ipams).items():
        if not name.startswith("_"):
            setattr(EC2Response, name, operation)
