import { describe, expect, test } from "@jest/globals";
import { checkTools } from "../../cli/prerequisites";

function printing(versions: Readonly<Record<string, string>>) {
  return (program: string): Promise<string> => {
    const text = versions[program];
    return text === undefined ? Promise.reject(new Error("ENOENT")) : Promise.resolve(text);
  };
}

describe("tools a command needs", () => {
  test("are accepted from their minimum on", async () => {
    await checkTools(["terraform"], printing({ terraform: "Terraform v1.11.0\non linux_amd64" }));
    await checkTools(["terraform", "python"], printing({ terraform: "Terraform v2.0.1", python3: "Python 3.13.1" }));
  });

  test("are looked for under every usual name", async () => {
    await checkTools(["python"], printing({ python: "Python 3.12.0" }));
    await checkTools(["python"], printing({ python3: "Python 3.8.1", python: "Python 3.12.0" }));
  });

  test("that are too old are named with the version found", async () => {
    await expect(checkTools(["terraform"], printing({ terraform: "Terraform v1.9.8" }))).rejects.toThrow(
      "Terraform 1.11 or newer is needed; 1.9.8 was found on the PATH",
    );
  });

  test("that are missing are named", async () => {
    await expect(checkTools(["python"], printing({}))).rejects.toThrow(
      "Python 3.10 or newer is needed; none was found",
    );
  });
});
