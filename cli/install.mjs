import { spawn } from "child_process";
import { createHash } from "crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "fs";
import { join } from "path";

const pollMilliseconds = 250;

/**
 * Runs `npm ci` in `root` when node_modules is missing or not what package-lock.json says. Two processes take turns.
 * A package installed from a registry carries no lock file, and npm has installed its dependencies already.
 * @param {string} root directory of package.json
 * @returns {Promise<number>} exit code: 0 when everything is installed
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return 0;
  const release = await takeLock(join(root, ".landfall", "install.lock"));
  try {
    if (isInstalled(root)) return 0;
    console.error("landfall: installing dependencies (npm ci) …");
    const code = await npmCi(root);
    if (code === 0) writeFileSync(marker(root), lockHash(root));
    else console.error("landfall: npm ci failed; its output is above.");
    return code;
  } finally {
    release();
  }
}

function marker(root) {
  return join(root, "node_modules", ".landfall-lock-hash");
}

function lockHash(root) {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function isInstalled(root) {
  if (!existsSync(join(root, "package-lock.json"))) return true;
  if (existsSync(marker(root)) && readFileSync(marker(root), "utf8") === lockHash(root)) return true;
  if (!sameAsNpmsOwnRecord(root)) return false;
  writeFileSync(marker(root), lockHash(root));
  return true;
}

/**
 * Somebody ran npm by hand: its record of what it installed must agree with the lock file. Packages for other platforms
 * are in the lock file only, and are all optional.
 */
function sameAsNpmsOwnRecord(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = packages(join(root, "package-lock.json"));
  const found = packages(record);
  return (
    Object.entries(wanted).every(
      ([path, item]) => path === "" || item.optional || item.devOptional || found[path]?.version === item.version,
    ) && Object.entries(found).every(([path, item]) => wanted[path]?.version === item.version)
  );
}

function packages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

function npmCi(root) {
  return new Promise((done) => {
    const child = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: root,
      stdio: ["ignore", process.stderr, process.stderr],
      shell: process.platform === "win32",
    });
    // npm is in our process group and gets the terminal's Ctrl-C itself: waiting for it keeps node_modules whole.
    const wait = () => undefined;
    process.on("SIGINT", wait);
    child.once("error", (error) => {
      console.error(`landfall: cannot run npm: ${error.message}`);
      done(2);
    });
    child.once("exit", (code, signal) => {
      process.off("SIGINT", wait);
      done(code ?? (signal === "SIGINT" ? 130 : 1));
    });
  });
}

/** A directory is the lock (mkdir is atomic); it names its owner, so that a killed owner's lock can be taken over. */
async function takeLock(directory) {
  mkdirSync(join(directory, ".."), { recursive: true });
  const owner = join(directory, "pid");
  for (let told = false; ; told = true) {
    try {
      mkdirSync(directory);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(directory, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isAbandoned(owner)) rmSync(directory, { recursive: true, force: true });
    else if (!told) console.error("landfall: another run is installing dependencies; waiting for it …");
    await new Promise((resume) => setTimeout(resume, pollMilliseconds));
  }
}

function isAbandoned(owner) {
  try {
    const pid = Number(readFileSync(owner, "utf8"));
    if (pid === 0) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
