/** How one function fails for one order. */
export interface Fault {
  readonly at: string;
  /** Before its effect; after it; or it is given up by its caller, and has its effect when all else is over. */
  readonly when: "before" | "after" | "late";
  /** Twice, or whenever it is called. */
  readonly lasting: "transient" | "permanent";
}

/** Something wrong that no function declares. */
export class Injected extends Error {
  constructor({ at, when }: Fault) {
    super(`${at} fails ${when} its effect`);
    this.name = when === "late" ? "States.Timeout" : "Injected";
  }
}

/** Makes functions fail for the orders that have faults, around handlers that know nothing of it. */
export function faulty(faults: ReadonlyMap<string, readonly Fault[]>) {
  const calls = new Map<string, number>();
  const late: (() => Promise<unknown>)[] = [];
  let mended = false;
  return {
    run: async <Result>(name: string, orderId: string, work: () => Promise<Result>): Promise<Result> => {
      const fault = mended ? undefined : faults.get(orderId)?.find(({ at }) => at === name);
      if (fault === undefined) return work();
      const call = `${orderId} ${name}`;
      const count = (calls.get(call) ?? 0) + 1;
      calls.set(call, count);
      if (fault.lasting === "transient" && count > 2) return work();
      if (fault.when === "after") await work();
      if (fault.when === "late") late.push(work);
      throw new Injected(fault);
    },
    /** Nothing fails any more. */
    mend: () => void (mended = true),
    /** What was given up has its effect now, if that is still to be had. @returns how many were refused */
    arrive: async (): Promise<number> => {
      const outcomes = await Promise.allSettled(late.splice(0).map((work) => work()));
      return outcomes.filter(({ status }) => status === "rejected").length;
    },
  };
}

const whens = ["before", "after"] as const;
const lastings = ["transient", "permanent"] as const;

/** Every way in which a function can fail. */
export function faultsAt(at: string, among: readonly Fault["when"][] = whens): readonly Fault[] {
  return among.flatMap((when) => lastings.map((lasting) => ({ at, when, lasting })));
}
