import { UserError } from "../../../declaration/user-error";
import { type Check, finding, ok } from "../check";

export const tools: Check = {
  id: "tools",
  asksAws: false,
  look: async ({ checkTools }) => {
    try {
      await checkTools();
      return [ok(`Node.js ${process.versions.node}, and a Terraform that will do`)];
    } catch (error) {
      if (error instanceof UserError) return [finding(error.message, error.remedy)];
      throw error;
    }
  },
};
