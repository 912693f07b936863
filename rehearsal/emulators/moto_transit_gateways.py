"""Transit gateways that span accounts: moto 5.2.5 keeps them, their tables and attachments to the account that made them.

Amazon VPC Transit Gateways guide: a gateway shared through RAM takes attachments of other accounts; its owner associates
them with route tables and turns propagation on; with the default table's association turned off an attachment starts
with none.
"""

from collections import defaultdict
from threading import Lock

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.transit_gateway import TransitGateway, TransitGatewayBackend
from moto.ec2.models.transit_gateway_attachments import (
    TransitGatewayAttachment,
    TransitGatewayAttachmentBackend,
)
from moto.ec2.models.transit_gateway_route_tables import (
    TransitGatewayRelations,
    TransitGatewayRouteTableBackend,
)
from moto.ec2.responses.transit_gateway_attachments import (
    TransitGatewayAttachment as AttachmentResponses,
)

# Region → name of a backend's dictionary → what all accounts hold there together.
SHARED = defaultdict(lambda: defaultdict(dict))

# The server has a thread for each request. Making an attachment puts a table aside and looks for the newest attachment: one at a time.
ATTACHING = Lock()


def share(backend_class, *names):
    """Makes backends of all accounts of a region hold the same dictionaries."""
    initialise = backend_class.__init__

    def __init__(self):
        initialise(self)
        for name in names:
            setattr(self, name, SHARED[self.region_name][name])

    backend_class.__init__ = __init__


def gateway_of(backend, gateway_id):
    return SHARED[backend.region_name]["transit_gateways"].get(gateway_id)


def owner_of(backend, gateway_id):
    gateway = gateway_of(backend, gateway_id)
    return gateway.owner_id if gateway else backend.account_id


def only_visible(describe):
    """An account sees what it owns, and what is attached to a gateway it owns; what is deleted only by its id."""

    def described(self, ids=None, filters=None, **named):
        ids = named.pop("transit_gateways_attachment_ids", ids)
        return [
            each
            for each in describe(self, ids, filters)
            if self.account_id in (each.ec2_backend.account_id, owner_of(self, each.transit_gateway_id))
            and (ids or each.state != "deleted")
        ]

    return described


def start_gateway(initialise):
    def __init__(self, backend, description, options=None):
        initialise(self, backend, description, options)
        if self.options["DefaultRouteTableAssociation"] == "disable":
            del self.options["AssociationDefaultRouteTableId"]
        if self.options["DefaultRouteTablePropagation"] == "disable":
            del self.options["PropagationDefaultRouteTableId"]
        if "disable" == self.options["DefaultRouteTableAssociation"] == self.options["DefaultRouteTablePropagation"]:
            del backend.transit_gateways_route_tables[self.default_route_table.id]

    return __init__


def create_attachment(create):
    def created(self, transit_gateway_id, *arguments, **named):
        gateway = gateway_of(self, transit_gateway_id)
        if gateway is None or gateway.options["DefaultRouteTableAssociation"] == "enable":
            return create(self, transit_gateway_id, *arguments, **named)
        # The original associates with the default table without asking; a table of nobody's takes it.
        placeholder = gateway.default_route_table
        self.transit_gateways_route_tables[placeholder.id] = placeholder
        attachment = create(self, transit_gateway_id, *arguments, **named)
        del self.transit_gateways_route_tables[placeholder.id]
        attachment.transit_gateway_route_table = None
        return attachment

    return created


def delete_attachment(delete):
    def deleted(self, transit_gateway_attachment_id):
        for table in self.transit_gateways_route_tables.values():
            table.route_table_associations.pop(transit_gateway_attachment_id, None)
        attachment = delete(self, transit_gateway_attachment_id)
        # The original forgets it; AWS shows it as deleted for a while, and the provider waits to see that.
        self.transit_gateway_attachments[attachment.id] = attachment
        return attachment

    return deleted


def create_route(create):
    """The original keeps the attachment of a route where the answer's model has a list of them."""

    def created(self, *arguments, **named):
        route = create(self, *arguments, **named)
        if "transitGatewayAttachments" in route:
            route["transitGatewayAttachments"] = [route["transitGatewayAttachments"]]
        return route

    return created


def associate(original):
    def associated(self, transit_gateway_attachment_id, transit_gateway_route_table_id):
        for table in self.transit_gateways_route_tables.values():
            if transit_gateway_attachment_id in table.route_table_associations:
                message = f"Transit Gateway Attachment {transit_gateway_attachment_id} is already associated to a route table."
                raise EC2ClientError("Resource.AlreadyAssociated", message)
        return original(self, transit_gateway_attachment_id, transit_gateway_route_table_id)

    return associated


def disable_propagation(self, transit_gateway_attachment_id, transit_gateway_route_table_id):
    """The original remembers one table an attachment and fails at the second."""
    self.disable_route_table_propagation(transit_gateway_attachment_id, transit_gateway_route_table_id)
    return TransitGatewayRelations(
        self, transit_gateway_attachment_id, transit_gateway_route_table_id, state="disabled"
    )


def tag_attachment(create):
    """The original looks for the tags of a route table in a request for an attachment."""

    def tagged(self):
        with ATTACHING:
            answer = create(self)
            tags = self._parse_tag_specification().get("transit-gateway-attachment", {})
            attachments = SHARED[self.region]["transit_gateway_attachments"].values()
            list(attachments)[-1].add_tags(tags)
            return answer

    return tagged


def span_accounts() -> None:
    share(TransitGatewayBackend, "transit_gateways")
    share(TransitGatewayAttachmentBackend, "transit_gateway_attachments")
    share(
        TransitGatewayRouteTableBackend,
        "transit_gateways_route_tables",
        "transit_gateway_associations",
        "transit_gateway_propagations",
    )
    TransitGateway.__init__ = start_gateway(TransitGateway.__init__)
    attachments, tables = TransitGatewayAttachmentBackend, TransitGatewayRouteTableBackend
    for name in ("describe_transit_gateway_attachments", "describe_transit_gateway_vpc_attachments"):
        setattr(attachments, name, only_visible(getattr(attachments, name)))
    tables.get_all_transit_gateway_route_tables = only_visible(tables.get_all_transit_gateway_route_tables)
    attachments.create_transit_gateway_vpc_attachment = create_attachment(
        attachments.create_transit_gateway_vpc_attachment
    )
    attachments.delete_transit_gateway_vpc_attachment = delete_attachment(
        attachments.delete_transit_gateway_vpc_attachment
    )
    tables.associate_transit_gateway_route_table = associate(tables.associate_transit_gateway_route_table)
    tables.create_transit_gateway_route = create_route(tables.create_transit_gateway_route)
    tables.disable_transit_gateway_route_table_propagation = disable_propagation
    AttachmentResponses.create_transit_gateway_vpc_attachment = tag_attachment(
        AttachmentResponses.create_transit_gateway_vpc_attachment
    )
    TransitGatewayAttachment.transit_gateway_owner_id = property(
        lambda self: owner_of(self.ec2_backend, self.transit_gateway_id)
    )
