import autocannon from "autocannon";
import { proxiedRequest } from "../../rehearsal/proxied-request";

/** An orders service on a local AWS. */
export interface Target {
  /** The gateway, with its token. */
  readonly proxyUrl: string;
  readonly domain: string;
}

export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
}

export interface LoadResult {
  /** Seconds it took. */
  readonly seconds: number;
  /** Answers by status. */
  readonly answers: Readonly<Record<number, number>>;
  /** Requests without an answer. */
  readonly errors: number;
  /** Orders that were answered 2xx and are not there when they are read. */
  readonly lost: readonly string[];
  /** Milliseconds within which that part of the answers came. */
  readonly latency: { readonly p50: number; readonly p97_5: number; readonly p99: number; readonly max: number };
}

const order = {
  customerId: "customer-7",
  currency: "EUR",
  items: [{ sku: "TEA-100", quantity: 2, unitPrice: 450 }],
};
const connections = 4;
const timeoutSeconds = 30;

/** Places orders at a steady rate, then reads each one that was accepted. */
export async function loadOrders({ proxyUrl, domain }: Target, { perSecond, seconds }: Load): Promise<LoadResult> {
  const url = `http://${domain}/orders`;
  const proxy = new URL(proxyUrl);
  const token = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const answers: Record<number, number> = {};
  const accepted: string[] = [];
  const { errors, timeouts, duration, latency } = await autocannon({
    url: proxy.origin,
    connections,
    duration: seconds,
    overallRate: perSecond,
    timeout: timeoutSeconds,
    requests: [
      {
        method: "POST",
        path: url,
        headers: {
          host: domain,
          "content-type": "application/json",
          "proxy-authorization": `Basic ${Buffer.from(token).toString("base64")}`,
        },
        body: JSON.stringify(order),
        onResponse: (status, body) => {
          answers[status] = (answers[status] ?? 0) + 1;
          if (status >= 200 && status < 300) accepted.push(String(Reflect.get(Object(JSON.parse(body)), "orderId")));
        },
      },
    ],
  });
  const lost: string[] = [];
  for (const id of accepted) {
    const { status } = await proxiedRequest(proxyUrl, `${url}/${id}`, { method: "GET" });
    if (status !== 200) lost.push(id);
  }
  return { seconds: duration, answers, errors: errors + timeouts, lost, latency };
}
