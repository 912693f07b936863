import { replaceText } from "./amendment";
import type { Amendment } from "./amendment";

/** Every amendment, each with its evidence. */
export const amendments: readonly Amendment[] = [
  {
    service: "sso",
    evidence:
      "moto 5.2.5 names a permission set arn:aws:sso:::instance/ssoins-…/ps-…; the model's pattern and AWS have arn:aws:sso:::permissionSet/ssoins-…/ps-…",
    request: (call) => ({
      ...call,
      body: replaceText(call.body, /:permissionSet\/(ssoins-\w+\/ps-)/g, ":instance/$1"),
    }),
    response: (response) => ({
      ...response,
      body: replaceText(response.body, /:instance\/(ssoins-\w+\/ps-)/g, ":permissionSet/$1"),
    }),
  },
];
