/** An inbound rule of a network ACL. Without a port it is about every protocol and port. */
export interface AclRule {
  readonly number: number;
  readonly action: "allow" | "deny";
  readonly from: string;
  readonly tcpPort?: number;
}
