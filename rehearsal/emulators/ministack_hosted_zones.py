"""Private zones that span accounts: MiniStack 1.5.33 keeps a zone to the account that made it, and knows no authorizations.

Route 53 Developer Guide, "Associating an Amazon VPC and a private hosted zone that you created with different AWS accounts":
the zone's account authorizes, then the VPC's account associates; either may disassociate. Paths: Route 53 API Reference.
"""

import re
from xml.etree.ElementTree import SubElement

from ministack.core.responses import get_account_id, set_request_account_id
from ministack.services import route53

# Zone → the VPCs it may be associated with.
AUTHORIZED: dict[str, list[dict]] = {}

PATH = re.compile(r"/hostedzone/([^/]+)/(associatevpc|disassociatevpc|authorizevpcassociation|deauthorizevpcassociation)$")


def owner_of(zone_id: str):
    return next((account for account, known in route53._zones._data if known == zone_id), None)


def no_such_zone(zone_id: str):
    return route53._error_response("NoSuchHostedZone", f"No hosted zone found with ID: {zone_id}", 404)


def list_authorizations(zone_id: str):
    def build(root):
        SubElement(root, "HostedZoneId").text = zone_id
        vpcs = SubElement(root, "VPCs")
        for vpc in AUTHORIZED.get(zone_id, []):
            route53._build_vpc_el(vpcs, vpc)

    return route53._xml_response("ListVPCAssociationAuthorizationsResponse", build)


def authorize(zone_id: str, body: bytes):
    vpc, _, error = route53._parse_vpc_request(body)
    if error:
        return error
    vpcs = AUTHORIZED.setdefault(zone_id, [])
    if vpc not in vpcs:
        vpcs.append(vpc)

    def build(root):
        SubElement(root, "HostedZoneId").text = zone_id
        route53._build_vpc_el(root, vpc)

    return route53._xml_response("CreateVPCAssociationAuthorizationResponse", build)


def deauthorize(zone_id: str, body: bytes):
    vpc, _, error = route53._parse_vpc_request(body)
    if error:
        return error
    if vpc not in AUTHORIZED.get(zone_id, []):
        message = f"The VPC that you specified is not authorized to be associated with the hosted zone {zone_id}."
        return route53._error_response("VPCAssociationAuthorizationNotFound", message, 404)
    AUTHORIZED[zone_id].remove(vpc)
    return route53._xml_response("DeleteVPCAssociationAuthorizationResponse", lambda root: None)


def associate(zone_id: str, body: bytes):
    vpc, _, error = route53._parse_vpc_request(body)
    if error:
        return error
    if vpc not in AUTHORIZED.get(zone_id, []):
        message = f"The VPC: {vpc['VPCId']} has not authorized to associate with your hosted zone."
        return route53._error_response("NotAuthorizedException", message, 401)
    return route53._associate_vpc(zone_id, body)


def list_by_vpc(query: dict):
    def parameter(name):
        value = query.get(name, "")
        return (value[0] if isinstance(value, list) else value) or ""

    target = {"VPCRegion": parameter("vpcregion"), "VPCId": parameter("vpcid")}
    found = sorted((zone["id"], account) for (account, _), zone in route53._zones._data.items() if route53._zone_has_vpc(zone, target))

    def build(root):
        summaries = SubElement(root, "HostedZoneSummaries")
        for zone_id, account in found:
            item = SubElement(summaries, "HostedZoneSummary")
            SubElement(item, "HostedZoneId").text = zone_id
            SubElement(item, "Name").text = route53._zones._data[(account, zone_id)]["name"]
            SubElement(SubElement(item, "Owner"), "OwningAccount").text = account
        SubElement(root, "MaxItems").text = "100"

    return route53._xml_response("ListHostedZonesByVPCResponse", build)


def across_accounts(zone_id: str, action: str, method: str, body: bytes):
    """Acts in the zone's account; the caller's is put back."""
    owner, caller = owner_of(zone_id), get_account_id()
    if owner is None:
        return no_such_zone(zone_id)
    if action.endswith("authorizevpcassociation"):
        if owner != caller:
            return no_such_zone(zone_id)
        if action.startswith("de"):
            return deauthorize(zone_id, body)
        return list_authorizations(zone_id) if method == "GET" else authorize(zone_id, body)
    set_request_account_id(owner)
    try:
        if action == "disassociatevpc":
            return route53._disassociate_vpc(zone_id, body)
        return (route53._associate_vpc if owner == caller else associate)(zone_id, body)
    finally:
        set_request_account_id(caller)


def span_accounts() -> None:
    handle = route53.handle_request

    async def handle_request(method, path, headers, body, query_params):
        match = PATH.search(path)
        if match:
            return across_accounts(match.group(1), match.group(2), method, body)
        if method == "GET" and path.endswith("/hostedzonesbyvpc"):
            return list_by_vpc(query_params)
        return await handle(method, path, headers, body, query_params)

    route53.handle_request = handle_request
