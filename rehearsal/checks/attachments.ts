import { EC2Client, paginateGetTransitGatewayRouteTableAssociations } from "@aws-sdk/client-ec2";
import { check, type Check, clientSettings, differences, type RehearsedAws } from "./check";

/** Every spoke's attachment is associated with its domain's route table, and with no other. */
export function checkAttachments(aws: RehearsedAws): Promise<Check> {
  const { zone } = aws;
  const spokes = zone.accounts.flatMap((account) =>
    account.network ? [{ account: account.name, domain: account.network.domain }] : [],
  );
  const proved = `${spokes.length} attachments, each in its domain's route table and no other`;
  return check("attachments associated as declared", proved, async () => {
    const client = new EC2Client(clientSettings(aws, await aws.platform(zone.foundation.network.name)));
    const accountOf = new Map(spokes.map((spoke) => [zone.ids.get(`attachment/${spoke.account}`), spoke.account]));
    const found: string[] = [];
    for (const domain of zone.network.domains) {
      const table = zone.ids.get(`route-table/${domain.name}`);
      const pages = paginateGetTransitGatewayRouteTableAssociations({ client }, { TransitGatewayRouteTableId: table });
      for await (const page of pages) {
        for (const association of page.Associations ?? []) {
          const attachment = association.TransitGatewayAttachmentId ?? "";
          found.push(`${accountOf.get(attachment) ?? attachment} in ${domain.name}`);
        }
      }
    }
    return differences(
      "association of",
      spokes.map((spoke) => `${spoke.account} in ${spoke.domain}`),
      found,
    );
  });
}
