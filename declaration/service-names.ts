/** Names of the reference services. `workloads/services` holds the services themselves; a test checks that both agree. */
export const serviceNames: readonly string[] = ["orders", "payments"];
