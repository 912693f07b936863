/**
 * Kinds of policy the engine reads. They share one grammar; what an element may hold differs: a service control policy has no
 * Principal, a resource control policy denies only and has `Principal: "*"`, an identity policy has no Principal.
 */
export type PolicyKind = "service-control-policy" | "resource-control-policy" | "identity-policy";
