import type { ClientSettings } from "./aws-client";
import { signedCall } from "./signed-call";

/** A web ACL of a region, as ListWebACLs tells of it. */
export interface WebAcl {
  readonly Id: string;
  readonly Name: string;
}

/** Lists web ACLs of AWS WAF, for which no client is installed (AWS WAF API Reference, "ListWebACLs"). */
export class WebAclApi {
  constructor(private readonly settings: ClientSettings) {}

  /** Those of the region. @throws Error with the service's answer when it refuses */
  async list(): Promise<readonly WebAcl[]> {
    const acls: WebAcl[] = [];
    let NextMarker: string | undefined;
    do {
      const input = { Scope: "REGIONAL", Limit: 100, ...(NextMarker === undefined ? {} : { NextMarker }) };
      const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AWSWAF_20190729.ListWebACLs" };
      const call = { service: "wafv2", method: "POST", path: "/", headers } as const;
      const page = await signedCall(this.settings, { ...call, body: JSON.stringify(input) });
      const found = (page["WebACLs"] ?? []) as readonly WebAcl[];
      acls.push(...found);
      // The marker comes with the last page too, which is then followed by an empty one.
      NextMarker = found.length === 0 ? undefined : (page["NextMarker"] as string | undefined);
    } while (NextMarker !== undefined);
    return acls;
  }

  destroy(): void {
    this.settings.requestHandler.destroy();
  }
}
