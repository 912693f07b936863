/** As much of autocannon as the load uses; it brings no types. */
declare module "autocannon" {
  interface Request {
    readonly method: string;
    /** In absolute form where a proxy is asked. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly onResponse: (status: number, body: string) => void;
  }
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    /** Requests a second, of all connections together. */
    readonly overallRate: number;
    /** Seconds after which a request without an answer is an error. */
    readonly timeout: number;
    readonly requests: readonly Request[];
  }
  interface Result {
    readonly errors: number;
    readonly timeouts: number;
    readonly duration: number;
    readonly latency: { readonly p50: number; readonly p97_5: number; readonly p99: number; readonly max: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
