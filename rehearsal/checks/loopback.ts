import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { descendantsOf, processTable } from "../../delivery/process-table";
import { check, type Check } from "./check";

/** State `TCP_LISTEN` in /proc/net/tcp (Linux, include/net/tcp_states.h). */
const listening = "0A";

interface Listener {
  readonly inode: string;
  readonly address: string;
  readonly port: number;
}

/** Every listening TCP socket of the machine, from the kernel's tables (proc(5), /proc/net/tcp). */
function listeners(): Listener[] {
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) =>
    readFileSync(table, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === listening)
      .map((fields) => {
        const [address = "", port = "0"] = (fields[1] ?? "").split(":");
        return { inode: fields[9] ?? "", address, port: Number.parseInt(port, 16) };
      }),
  );
}

/** 127.0.0.0/8, ::1 or an IPv4-mapped loopback, in the byte order of /proc/net. */
function isLoopback(address: string): boolean {
  return address.length === 8
    ? address.endsWith("7F")
    : address === "00000000000000000000000001000000" || /^0{16}FFFF0000.{6}7F$/.test(address);
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** Listening sockets of a process and all its descendants. Linux only: it reads /proc. */
export async function listeningSockets(root: number): Promise<{ readonly port: number; readonly loopback: boolean }[]> {
  const family = [root, ...descendantsOf(root, await processTable()).map((entry) => entry.pid)];
  const owned = new Set(family.flatMap(socketsOf));
  return listeners()
    .filter((socket) => owned.has(socket.inode))
    .map((socket) => ({ port: socket.port, loopback: isLoopback(socket.address) }));
}

/** The rehearsal and everything it started listen on loopback alone. */
export function checkLoopback(): Promise<Check> {
  return check("nothing listens beyond loopback", "every listening socket is on loopback", async () =>
    (await listeningSockets(process.pid))
      .filter((socket) => !socket.loopback)
      .map((socket) => `port ${socket.port} is open to other machines`),
  );
}
