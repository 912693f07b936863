"""Networks on premises: what moto 5.2.5 forgets of VPN connections, and Direct Connect gateways, which it does not know.

Amazon EC2 API Reference (CreateVpnConnection, CreateCustomerGateway), AWS Direct Connect API Reference.
"""

import json
import re
import uuid

from moto.directconnect.models import DirectConnectBackend
from moto.directconnect.responses import DirectConnectResponse
from moto.ec2.models import ec2_backends
from moto.ec2.models.customer_gateways import CustomerGateway
from moto.ec2.models.transit_gateway_attachments import (
    TransitGatewayAttachment,
    TransitGatewayAttachmentBackend,
)
from moto.ec2.models.vpn_connections import VPNConnection
from moto.ec2.responses.customer_gateways import CustomerGateways
from moto.ec2.responses.vpn_connections import VPNConnections

# Members of a request → of an answer, where the two spell them differently.
SPELLED = {
    "IKEVersions": "IkeVersions",
    "DPDTimeoutSeconds": "DpdTimeoutSeconds",
    "DPDTimeoutAction": "DpdTimeoutAction",
}
DEFAULT_OPTIONS = {
    "EnableAcceleration": False,
    "StaticRoutesOnly": False,
    "LocalIpv4NetworkCidr": "0.0.0.0/0",
    "RemoteIpv4NetworkCidr": "0.0.0.0/0",
    "OutsideIpAddressType": "PublicIpv4",
    "TunnelInsideIpVersion": "ipv4",
}


def keep_options(create):
    """The original answers no options, so that Terraform would plan a new connection."""

    def created(self):
        answer = create(self)
        connection = answer.result["VpnConnection"]
        options = self._get_param("Options") or {}
        tunnels = [
            {SPELLED.get(name, name): value for name, value in tunnel.items() if name != "PreSharedKey"}
            for tunnel in options.get("TunnelOptions", [])
        ]
        connection.options = {**DEFAULT_OPTIONS, **options, "TunnelOptions": tunnels}
        if self._get_param("PreSharedKeyStorage") == "SecretsManager":
            secret = f"secret:s2svpn!{connection.id}-{uuid.uuid4().hex[:6]}"
            connection.pre_shared_key_arn = (
                f"arn:{self.partition}:secretsmanager:{self.region}:{self.current_account}:{secret}"
            )
        return answer

    return created


def without_keys(configuration):
    """With the keys in Secrets Manager, the configuration of the other side holds none."""

    def redacted(self):
        text = configuration.fget(self)
        if self.pre_shared_key_arn is None:
            return text
        return re.sub("(<pre_shared_key>).*?(</pre_shared_key>)", r"\1REDACTED\2", text)

    return property(redacted)


def keep_large_asn(create):
    """An ASN above 2,147,483,647 comes and goes in a member of its own, which the original does not read."""

    def created(self):
        answer = create(self)
        gateway = answer.result["CustomerGateway"]
        extended = self._get_param("BgpAsnExtended")
        if extended is not None:
            gateway.bgp_asn_extended = str(extended)
        return answer

    return created


def starts_unassociated(create):
    """As an attachment of a VPC does where the gateway associates with no table by itself."""

    def created(self, *arguments, **named):
        attachment = create(self, *arguments, **named)
        options = self.transit_gateways[attachment.transit_gateway_id].options
        if options["DefaultRouteTableAssociation"] == "disable":
            attachment.transit_gateway_route_table = None
        return attachment

    return created


def correct_vpns() -> None:
    VPNConnection.pre_shared_key_arn = None
    CustomerGateway.bgp_asn_extended = None
    VPNConnection.customer_gateway_configuration = without_keys(VPNConnection.customer_gateway_configuration)
    VPNConnections.create_vpn_connection = keep_options(VPNConnections.create_vpn_connection)
    CustomerGateways.create_customer_gateway = keep_large_asn(CustomerGateways.create_customer_gateway)
    attachments = TransitGatewayAttachmentBackend
    attachments.create_transit_gateway_vpn_attachment = starts_unassociated(
        attachments.create_transit_gateway_vpn_attachment
    )


class DirectConnectGateways:
    """The operations on Direct Connect gateways and their associations with transit gateways."""

    def create_direct_connect_gateway(self):
        asked = json.loads(self.body)
        gateway = {
            "directConnectGatewayId": str(uuid.uuid4()),
            "directConnectGatewayName": asked["directConnectGatewayName"],
            "amazonSideAsn": asked.get("amazonSideAsn", 64512),
            "ownerAccount": self.current_account,
            "directConnectGatewayState": "available",
        }
        self.directconnect_backend.gateways[gateway["directConnectGatewayId"]] = gateway
        return json.dumps({"directConnectGateway": gateway})

    def describe_direct_connect_gateways(self):
        wanted = json.loads(self.body).get("directConnectGatewayId")
        gateways = self.directconnect_backend.gateways.values()
        found = [each for each in gateways if wanted in (None, each["directConnectGatewayId"])]
        return json.dumps({"directConnectGateways": found})

    def delete_direct_connect_gateway(self):
        gateway = self.directconnect_backend.gateways.pop(json.loads(self.body)["directConnectGatewayId"])
        return json.dumps({"directConnectGateway": {**gateway, "directConnectGatewayState": "deleted"}})

    def create_direct_connect_gateway_association(self):
        asked = json.loads(self.body)
        gateway = self.directconnect_backend.gateways[asked["directConnectGatewayId"]]
        association = {
            "directConnectGatewayId": gateway["directConnectGatewayId"],
            "directConnectGatewayOwnerAccount": self.current_account,
            "associationId": str(uuid.uuid4()),
            "associationState": "associated",
            "associatedGateway": {
                "id": asked["gatewayId"],
                "type": "transitGateway",
                "ownerAccount": self.current_account,
                "region": self.region,
            },
            "allowedPrefixesToDirectConnectGateway": asked.get("addAllowedPrefixesToDirectConnectGateway", []),
        }
        ec2 = ec2_backends[self.current_account][self.region]
        attachment = TransitGatewayAttachment(
            ec2,
            resource_id=gateway["directConnectGatewayId"],
            resource_type="direct-connect-gateway",
            transit_gateway=ec2.transit_gateways[asked["gatewayId"]],
        )
        attachment.transit_gateway_route_table = None
        ec2.transit_gateway_attachments[attachment.id] = attachment
        self.directconnect_backend.associations[association["associationId"]] = association
        return json.dumps({"directConnectGatewayAssociation": association})

    def describe_direct_connect_gateway_associations(self):
        asked = json.loads(self.body)
        associations = self.directconnect_backend.associations.values()
        found = [
            each
            for each in associations
            if asked.get("associationId") in (None, each["associationId"])
            and asked.get("directConnectGatewayId") in (None, each["directConnectGatewayId"])
            and asked.get("associatedGatewayId") in (None, each["associatedGateway"]["id"])
        ]
        return json.dumps({"directConnectGatewayAssociations": found})

    def update_direct_connect_gateway_association(self):
        asked = json.loads(self.body)
        association = self.directconnect_backend.associations[asked["associationId"]]
        name = "allowedPrefixesToDirectConnectGateway"
        removed = asked.get("removeAllowedPrefixesToDirectConnectGateway", [])
        kept = [each for each in association[name] if each not in removed]
        association[name] = kept + asked.get("addAllowedPrefixesToDirectConnectGateway", [])
        return json.dumps({"directConnectGatewayAssociation": association})

    def delete_direct_connect_gateway_association(self):
        association = self.directconnect_backend.associations.pop(json.loads(self.body)["associationId"])
        attachments = ec2_backends[self.current_account][self.region].transit_gateway_attachments
        for attachment in attachments.values():
            if attachment.resource_id == association["directConnectGatewayId"]:
                attachment.state = "deleted"
        return json.dumps({"directConnectGatewayAssociation": {**association, "associationState": "disassociated"}})


def add_direct_connect_gateways() -> None:
    initialise = DirectConnectBackend.__init__

    def __init__(self, region_name, account_id):
        initialise(self, region_name, account_id)
        self.gateways = {}
        self.associations = {}

    DirectConnectBackend.__init__ = __init__
    for name, operation in vars(DirectConnectGateways).items():
        if not name.startswith("_"):
            setattr(DirectConnectResponse, name, operation)
