import type { ClientSettings } from "./aws-client";
import { signedCall } from "./signed-call";

/**
 * Lists what REST APIs are made of, for which no client is installed. A collection is `{ item: […], position }` (API Gateway API Reference, "Get…");
 * the emulators leave `position` out.
 */
export class ApiGatewayApi {
  constructor(private readonly settings: ClientSettings) {}

  /**
   * All items of all pages of a collection, `/restapis` for one.
   *
   * @returns nothing of what is not there
   * @throws Error with the service's answer when it refuses
   */
  async list<Item>(path: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    let position: string | undefined;
    do {
      const query = { limit: "500", ...(position === undefined ? {} : { position }) };
      const headers = { accept: "application/json" };
      const page = await signedCall(this.settings, {
        ...{ service: "apigateway", method: "GET", path, query, headers, body: "" },
      });
      items.push(...((page["item"] ?? []) as readonly Item[]));
      position = page["position"] as string | undefined;
    } while (position !== undefined);
    return items;
  }

  destroy(): void {
    this.settings.requestHandler.destroy();
  }
}
