import type { TaskHandle } from "../../../../../workloads/runtime";
import { type Offer, type Parcel, tariff } from "../quote";
import type { quotes } from "../service";

const price = tariff(700, 90);

export const askRail: TaskHandle<typeof quotes, "askRail", Parcel, Offer> = (parcel) => Promise.resolve(price(parcel));
