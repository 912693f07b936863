import type { ClientSettings } from "./aws-client";
import { signedCall } from "./signed-call";

/** Asks Route 53 Resolver, for which no client is installed: its few List operations are JSON 1.1. */
export class ResolverApi {
  constructor(private readonly settings: ClientSettings) {}

  /** All items of all pages of a List operation. @throws Error with the service's answer when it refuses */
  async list<Item>(operation: string, member: string, input: object = {}): Promise<readonly Item[]> {
    const items: Item[] = [];
    let next: string | undefined;
    do {
      const page = await this.call(operation, next === undefined ? input : { ...input, NextToken: next });
      items.push(...((page[member] ?? []) as readonly Item[]));
      next = page["NextToken"] as string | undefined;
    } while (next !== undefined);
    return items;
  }

  destroy(): void {
    this.settings.requestHandler.destroy();
  }

  private call(operation: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `Route53Resolver.${operation}`,
    };
    const call = { service: "route53resolver", method: "POST", path: "/", headers } as const;
    return signedCall(this.settings, { ...call, body: JSON.stringify(input) });
  }
}
