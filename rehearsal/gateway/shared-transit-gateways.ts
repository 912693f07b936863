import { awsError } from "./aws-error";
import type { AwsCall, AwsResponse, CallHandler } from "./call";

/** Who can be asked whether something is shared; each answers with the body of the service's answer. */
export interface Sharing {
  askRam(account: string, region: string, operation: string, input: object): Promise<string>;
  /** As the management account. */
  askOrganizations(operation: string, input: object): Promise<string>;
}

export interface SharedTransitGateways {
  /** To be shown every answered call. */
  learn(call: AwsCall, answer: AwsResponse): void;
  ownerOf(transitGateway: string): string | undefined;
  readonly link: CallHandler;
}

interface Association {
  readonly resourceShareArn: string;
  readonly associatedEntity: string;
  readonly associationType: "RESOURCE" | "PRINCIPAL";
}

interface AssociationFilter {
  readonly associationType: Association["associationType"];
  readonly resourceArn?: string;
  readonly resourceShareArns?: readonly string[];
}

/**
 * An account attaches to another's transit gateway only when it is shared with that account (Amazon VPC Transit Gateways
 * guide, "Transit gateway sharing"): the emulator would let everybody. Shares are asked of RAM.
 */
export function sharedTransitGateways(sharing: Sharing): SharedTransitGateways {
  const owners = new Map<string, string>();
  return {
    ownerOf: (id) => owners.get(id),
    learn: (call, answer) => {
      if (call.service !== "ec2" || call.operation !== "CreateTransitGateway" || answer.status >= 300) return;
      const [, id] = /<transitGatewayId>([^<]+)</.exec(answer.body.toString()) ?? [];
      if (id !== undefined) owners.set(id, call.account);
    },
    link: async (call) => {
      if (call.service !== "ec2" || call.operation !== "CreateTransitGatewayVpcAttachment") return undefined;
      const id = new URLSearchParams(call.body.toString()).get("TransitGatewayId") ?? "";
      const owner = owners.get(id);
      if (owner === undefined || owner === call.account) return undefined;
      const arn = `arn:aws:ec2:${call.region}:${owner}:transit-gateway/${id}`;
      return (await isSharedWith(sharing, call, owner, arn)) ? undefined : notShared(id);
    },
  };
}

/** Whether the owner of what an ARN names shares it with the caller, or with all of a part of the organisation that the caller is in. */
export async function isSharedWith(
  sharing: Sharing,
  { account, region }: AwsCall,
  owner: string,
  arn: string,
): Promise<boolean> {
  const associations = async (filter: AssociationFilter): Promise<readonly Association[]> => {
    const answer = await sharing.askRam(owner, region, "GetResourceShareAssociations", filter);
    const { resourceShareAssociations: found = [] }: { resourceShareAssociations?: readonly Association[] } =
      JSON.parse(answer);
    return found.filter(({ associationType }) => associationType === filter.associationType);
  };
  const shares = await associations({ associationType: "RESOURCE", resourceArn: arn });
  if (shares.length === 0) return false;
  const resourceShareArns = shares.map((share) => share.resourceShareArn);
  const principals = await associations({ associationType: "PRINCIPAL", resourceShareArns });
  const names = [account, ...(await unitsAbove(sharing, account))];
  return principals.some(({ associatedEntity }) => names.includes(associatedEntity.split("/").at(-1) ?? ""));
}

/** Ids of the organisation and of the organizational units an account is in. */
async function unitsAbove({ askOrganizations }: Sharing, account: string): Promise<readonly string[]> {
  const { Organization: organization }: { Organization?: { Id: string } } = JSON.parse(
    await askOrganizations("DescribeOrganization", {}),
  );
  const ids = organization === undefined ? [] : [organization.Id];
  for (let child: string | undefined = account; child !== undefined;) {
    const { Parents: parents = [] }: { Parents?: readonly { Id: string; Type: string }[] } = JSON.parse(
      await askOrganizations("ListParents", { ChildId: child }),
    );
    child = parents.find(({ Type }) => Type === "ORGANIZATIONAL_UNIT")?.Id;
    if (child !== undefined) ids.push(child);
  }
  return ids;
}

function notShared(id: string): AwsResponse {
  const message = `Transit Gateway ${id} was deleted or does not exist.`;
  return awsError("ec2", 400, "InvalidTransitGatewayID.NotFound", message);
}
