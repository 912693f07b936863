import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Name of the executable, without its directory. */
  readonly name: string;
}

const run = promisify(execFile);

/** Every process of the machine: from /proc where there is one (a container may lack `ps`), from `ps` elsewhere. */
export async function processTable(): Promise<readonly ProcessEntry[]> {
  return existsSync("/proc/self/stat") ? fromProc() : fromPs();
}

function fromProc(): ProcessEntry[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        // proc(5): pid (comm) state ppid …; the name in parentheses may hold spaces and parentheses itself.
        const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
        const end = stat.lastIndexOf(")");
        const [state, parent] = stat.slice(end + 2).split(" ");
        if (state === "Z") return [];
        return [{ pid: Number(entry), parent: Number(parent), name: stat.slice(stat.indexOf("(") + 1, end) }];
      } catch {
        return [];
      }
    });
}

async function fromPs(): Promise<ProcessEntry[]> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid=,comm="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.+)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), name: command.split("/").pop() ?? command }] : [];
  });
}

/** All processes below `pid`, parents before children; `pid` itself is not among them. */
export function descendantsOf(pid: number, table: readonly ProcessEntry[]): readonly ProcessEntry[] {
  const found: ProcessEntry[] = [];
  const parents = [pid];
  for (const parent of parents) {
    for (const entry of table) {
      if (entry.parent !== parent || parents.includes(entry.pid)) continue;
      found.push(entry);
      parents.push(entry.pid);
    }
  }
  return found;
}
