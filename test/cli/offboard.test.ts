import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { landfallIn } from "../e2e/landfall";
import { lockedZone } from "../synth/synthesise";

/** Nobody is signed in, wherever the SDK looks. */
const nobody = {
  ...{ AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "", AWS_SESSION_TOKEN: "", AWS_PROFILE: "" },
  ...{ AWS_WEB_IDENTITY_TOKEN_FILE: "", AWS_ROLE_ARN: "", AWS_EC2_METADATA_DISABLED: "true" },
  ...{ AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "", AWS_CONTAINER_CREDENTIALS_FULL_URI: "" },
  AWS_CONFIG_FILE: join(__dirname, "no-such-file"),
  AWS_SHARED_CREDENTIALS_FILE: join(__dirname, "no-such-file"),
};

const zone = lockedZone(join(__dirname, "../../zone"));

describe("landfall offboard, when nobody is signed in", () => {
  test.concurrent.each([[["--dry-run"]], [["--yes"]]])(
    "%s ends with 2 before any step is looked at",
    async (options) => {
      const { code, output } = await landfallIn(nobody, "offboard", "orders-dev", "--zone", zone, ...options);
      expect(output).toContain("AWS does not know who you are");
      expect(output).not.toMatch(/could not|done stays done|leaves the landing zone/);
      expect(code).toBe(2);
    },
  );

  test("an account that is not declared is named first", async () => {
    const { code, output } = await landfallIn(nobody, "offboard", "order-dev", "--zone", zone);
    expect(output).toContain("orders-dev");
    expect(output).not.toContain("AWS does not know");
    expect(code).toBe(2);
  });
});
