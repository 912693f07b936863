interface Endpoint {
  readonly Address: string;
  readonly CachePeriodInMinutes: number;
}

interface Kept {
  readonly Address: string;
  readonly Expires: number;
}

/**
 * In the place of `@aws-sdk/endpoint-cache`, which brings a library of caches along, 8 kB. It is for endpoints that a service is asked for, which clients
 * of DynamoDB do where `AWS_ENABLE_ENDPOINT_DISCOVERY` says so alone.
 */
export class EndpointCache {
  readonly #kept = new Map<string, readonly Kept[]>();

  constructor(private readonly capacity: number) {}

  get(key: string): readonly Kept[] | undefined {
    const now = Date.now();
    const current = this.#kept.get(key)?.filter(({ Expires }) => now < Expires) ?? [];
    return current.length > 0 ? current : undefined;
  }

  getEndpoint(key: string): string | undefined {
    const endpoints = this.get(key) ?? [];
    return endpoints[Math.floor(Math.random() * endpoints.length)]?.Address;
  }

  set(key: string, endpoints: readonly Endpoint[]): void {
    const now = Date.now();
    this.#kept.delete(key);
    const [oldest] = this.#kept.size >= this.capacity ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(
      key,
      endpoints.map(({ Address, CachePeriodInMinutes }) => ({ Address, Expires: now + CachePeriodInMinutes * 60_000 })),
    );
  }

  delete(key: string): void {
    this.#kept.delete(key);
  }

  has(key: string): boolean {
    return (this.#kept.get(key)?.length ?? 0) > 0;
  }

  clear(): void {
    this.#kept.clear();
  }
}
