import type { Resource } from "./resources";
import { arnsOf } from "./things";

/** Puts what it stands for in place of each `${TYPE.NAME.ATTRIBUTE}` of a stack; what AWS chooses becomes a text that is nothing's name. */
export type Resolve = (of: Resource, text: string) => string;

export function resolver(resources: readonly Resource[]): Resolve {
  const known = new Map(resources.map((resource) => [`${resource.stack} ${resource.address}`, resource]));
  const resolve: Resolve = (of, text) =>
    text.replace(/\$\{((?:data\.)?\w+\.[\w-]+)\.([\w.[\]]+)\}/g, (_token, address: string, attribute: string) => {
      const referred = known.get(`${of.stack} ${address}`);
      const value =
        referred && (attribute === "arn" ? arnsOf(referred)[0] : referred.attributes[nameOf(referred.type, attribute)]);
      return referred && typeof value === "string" ? resolve(referred, value) : `unknown-${address}-${attribute}`;
    });
  return resolve;
}

/** A bucket's id is its name. */
function nameOf(type: string, attribute: string): string {
  return type === "aws_s3_bucket" && attribute === "id" ? "bucket" : attribute;
}
