import type { Draft } from "../draft/draft";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** An account is given the subnets of a shared VPC that exists, and then has no spoke of its own. */
export function checkSharedVpcs({ zone, accounts }: Draft): readonly Problem[] {
  const sharedVpcs = zone?.file.network?.sharedVpcs;
  if (!sharedVpcs) return [];
  const names = Object.keys(sharedVpcs);
  return accounts.flatMap(({ source, account: { sharedVpc, network } }): Problem[] => {
    if (sharedVpc === undefined) return [];
    const at = (code: Problem["code"], message: string): Problem => problemAt(source, ["sharedVpc"], code, message);
    if (network !== undefined && network !== "none")
      return [
        at("LF1519", "an account has a spoke of its own or the subnets of a shared VPC; drop network or sharedVpc"),
      ];
    if (names.includes(sharedVpc)) return [];
    const declared = names.length > 0 ? `; declared: ${listed(names)}` : "; network.sharedVpcs declares none";
    return [at("LF1518", `the shared VPC ${sharedVpc} is not declared${didYouMean(sharedVpc, names) || declared}`)];
  });
}
