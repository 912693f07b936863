import type { Draft } from "../draft/draft";
import { dottedServices, gatewayServices, isKnownService } from "../endpoint-services";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** Interface endpoints are for services that spokes have no way to of their own, and whose DNS name is known. */
export function checkEndpoints({ zone }: Draft): readonly Problem[] {
  if (!zone) return [];
  return (zone.file.network?.endpoints?.services ?? []).flatMap((service, index) => {
    const at = (code: Problem["code"], message: string): readonly Problem[] => [
      problemAt(zone.source, ["network", "endpoints", "services", index], code, message),
    ];
    if (gatewayServices.some((each) => each === service))
      return at(
        "LF1522",
        `every spoke reaches ${service} by a gateway endpoint of its own, which is free; leave it out`,
      );
    if (isKnownService(service)) return [];
    const remedy = didYouMean(service, dottedServices) || `; with a dot there are ${listed(dottedServices)}`;
    return at("LF1524", `the DNS name of ${service} is not known${remedy}`);
  });
}
