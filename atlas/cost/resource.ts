import { z } from "zod";

/** A resource as it stands in a stack's Terraform, and the region its provider works in. */
export interface PricedResource {
  readonly type: string;
  readonly name: string;
  readonly region: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const provider = z.object({ alias: z.string().optional(), region: z.string() });

const terraform = z.object({
  provider: z.object({ aws: z.array(provider).min(1) }),
  resource: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
});

/** The resources of a synthesised stack. @param json the text of its `cdk.tf.json` */
export function resourcesOf(json: string): readonly PricedResource[] {
  const { provider: providers, resource } = terraform.parse(JSON.parse(json));
  const regions = new Map(
    providers.aws.map(({ alias, region }) => [alias === undefined ? "aws" : `aws.${alias}`, region]),
  );
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]) => {
      const region = regions.get(String(attributes["provider"] ?? "aws"));
      if (region === undefined) throw new Error(`${type}.${name} has a provider that its stack has not`);
      return { type, name, region, attributes };
    }),
  );
}
