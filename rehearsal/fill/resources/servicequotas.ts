import type { ServiceRows } from "../row";
import { verbs } from "../verbs";

/** Service Quotas: moto 5.2.5 lists none. The one here is what a new organisation has (Organizations User Guide, "Quotas and service limits"). */
export const serviceQuotas: ServiceRows = {
  service: "servicequotas",
  model: "service-quotas",
  resources: [
    {
      resource: "quota",
      key: ["ServiceCode", "QuotaCode"],
      initial: {
        ServiceCode: "organizations",
        QuotaCode: "L-E619E033",
        QuotaName: "Maximum number of accounts",
        Value: 10,
      },
      operations: verbs("list ListServiceQuotas>Quotas"),
    },
  ],
};
