import { readFileSync } from 'node:fs';

/** Ticks of the kernel's clock in a second, as it counts them in /proc. */
const TICKS = 100;

/**
 * Seconds of processor time that a process has taken so far, with the programs that it started and that have ended; null
 * where the system does not tell. Linux does.
 */
export function processSeconds(pid: number | undefined): number | null {
  const ticks = ticksIn(`/proc/${pid}/stat`);
  return ticks && (ticks.own + ticks.children) / TICKS;
}

/** The same of all threads of this process but the main one. Where the system does not tell threads apart, of all. */
export function threadSeconds(): number {
  const { user, system } = process.cpuUsage();
  const main = ticksIn(`/proc/self/task/${process.pid}/stat`);
  const all = (user + system) / 1e6;
  return main ? all + (main.children - main.own) / TICKS : all;
}

function ticksIn(path: string): { readonly own: number; readonly children: number } | null {
  try {
    const stat = readFileSync(path, 'latin1');
    // The name stands in brackets, and may hold anything, brackets too. Behind it: state, ppid, ..., utime, stime, cutime, cstime.
    const [user, system, childUser, childSystem] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number) as [number, number, number, number];
    return { own: user + system, children: childUser + childSystem };
  } catch {
    return null;
  }
}
