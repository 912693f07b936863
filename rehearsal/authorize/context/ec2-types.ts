import type { Asked } from "./facts";

/**
 * Condition keys of Amazon EC2 that describe a resource → the types of resources they come with, in lower case. Of a call that acts on several
 * resources, the others are decided without the key (Service Authorization Reference, "Actions defined by Amazon EC2": the keys of each resource type).
 */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  "ec2:associatepublicipaddress": ["network-interface"],
  "ec2:encrypted": ["volume", "snapshot"],
  "ec2:imageid": ["image"],
  "ec2:instancemarkettype": ["instance"],
  "ec2:instancemetadatatags": ["instance"],
  "ec2:instancetype": ["instance", "capacity-reservation", "reserved-instances", "dedicated-host"],
  "ec2:keypairname": ["key-pair"],
  "ec2:metadatahttpendpoint": ["instance"],
  "ec2:metadatahttpputresponsehoplimit": ["instance"],
  "ec2:metadatahttptokens": ["instance"],
  "ec2:owner": ["image", "fpga-image", "snapshot"],
  "ec2:public": ["image", "fpga-image"],
  "ec2:tenancy": ["vpc", "instance", "capacity-reservation", "reserved-instances", "carrier-gateway"],
  "ec2:volumesize": ["volume", "snapshot"],
  "ec2:volumetype": ["volume"],
  "ec2:vpceservicename": ["vpc-endpoint"],
};

/** Whether a resource can come with a key. */
export function hasEc2Key(key: string, resource: string | undefined): boolean {
  const types = typesOfKey(key);
  const [, type] = /^arn:[^:]*:ec2:[^:]*:[^:]*:([^/]+)\//.exec(resource ?? "") ?? [];
  return types === undefined || type === undefined || types.includes(type);
}

/**
 * Whether a key describes what is there already, so that a call that does not send it leaves it open: a resource with an id, or one made as a launch
 * template or, for volumes of instances, an image says.
 */
export function isOpenUnlessSent(key: string, { call, input, need }: Asked): boolean {
  if (typesOfKey(key) === undefined) return false;
  const isMade = need.resource === "*" || need.resource?.endsWith("/*") === true;
  const byTemplate = Object.keys(input).some((name) => name.startsWith("LaunchTemplate"));
  const byImage = call.operation === "RunInstances" && key.startsWith("ec2:volume");
  return !isMade || byTemplate || byImage;
}

function typesOfKey(key: string): readonly string[] | undefined {
  return Object.hasOwn(typesOf, key) ? typesOf[key] : undefined;
}
