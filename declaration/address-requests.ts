import { type AddressRequest, egressRangeName } from "./addresses";
import type { AccountFile } from "./schema/account";

/** Ranges a zone wants, in the order they are allocated: the egress VPC, then accounts by name. */
export function addressRequests(
  egressPrefixLength: number,
  accounts: readonly { readonly name: string; readonly network: Exclude<AccountFile["network"], "none"> | undefined }[],
): readonly AddressRequest[] {
  const spokes = accounts
    .flatMap(({ name, network }) => (network ? [{ name, prefixLength: network.prefixLength }] : []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [{ name: egressRangeName, prefixLength: egressPrefixLength }, ...spokes];
}
