import type { TaskHandle } from "../../../../../workloads/runtime";
import { type Offer, type Parcel, tariff } from "../quote";
import type { quotes } from "../service";

const price = tariff(450, 160);

export const askRoad: TaskHandle<typeof quotes, "askRoad", Parcel, Offer> = (parcel) => Promise.resolve(price(parcel));
