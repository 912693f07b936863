import { EC2Client, paginateGetTransitGatewayRouteTableAssociations } from "@aws-sdk/client-ec2";
import { membersOf } from "../../declaration/routing/members";
import { check, type Check, clientSettings, differences, type RehearsedAws } from "./check";

/** Every attachment of a spoke, shared VPC, VPN or Direct Connect is associated with its domain's route table, and with no other. */
export function checkAttachments(aws: RehearsedAws): Promise<Check> {
  const { zone } = aws;
  const members = membersOf(zone).map(({ name, domain, key }) => ({ name, domain, id: zone.ids.get(key) }));
  const proved = `${members.length} attachments, each in its domain's route table and no other`;
  return check("attachments associated as declared", proved, async () => {
    const client = new EC2Client(clientSettings(aws, await aws.platform(zone.foundation.network.name)));
    const nameOf = new Map(members.map(({ id, name }) => [id, name]));
    const found: string[] = [];
    for (const domain of zone.network.domains) {
      const table = zone.ids.get(`route-table/${domain.name}`);
      const pages = paginateGetTransitGatewayRouteTableAssociations({ client }, { TransitGatewayRouteTableId: table });
      for await (const page of pages) {
        for (const association of page.Associations ?? []) {
          const attachment = association.TransitGatewayAttachmentId ?? "";
          found.push(`${nameOf.get(attachment) ?? attachment} in ${domain.name}`);
        }
      }
    }
    return differences(
      "association of",
      members.map(({ name, domain }) => `${name} in ${domain}`),
      found,
    );
  });
}
