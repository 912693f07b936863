export function userPoolName(service: string, pool: string): string {
  return `${service}-${pool}`;
}

/** The pool's domain name below `auth.<region>.amazoncognito.com`, which all of AWS's customers share. */
export function userPoolDomain(accountId: string, service: string, pool: string): string {
  return `${userPoolName(service, pool)}-${accountId}`;
}
