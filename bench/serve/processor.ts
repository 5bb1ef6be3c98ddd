import { readdirSync, readFileSync } from 'node:fs';

/** Processor seconds that a process and those it started have used (Linux; elsewhere 0). */
export function processorSeconds(process: number): number {
  const children = childrenByParent();
  const of = (id: number): number => {
    const below = (children.get(id) ?? []).reduce((sum, child) => sum + of(child), 0);
    return own(id) + below;
  };
  return of(process);
}

/** The processor seconds of the process itself and of its children that have ended. */
export function ownSeconds(process: number): number {
  return own(process);
}

const ticksPerSecond = 100;

function own(process: number): number {
  // utime, stime, cutime, cstime
  const ticks = fieldsOf(process).slice(11, 15);
  return ticks.reduce((sum, field) => sum + Number(field), 0) / ticksPerSecond;
}

/** The fields of /proc/N/stat behind the name, from the state on. */
function fieldsOf(process: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${process}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has ended meanwhile, or the system has no such files.
    return [];
  }
}

function childrenByParent(): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const name of processNames()) {
    const parent = Number(fieldsOf(Number(name))[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

function processNames(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
