import { readFileSync } from 'node:fs';
import { type Sample } from '../questions/memory.rules.js';
import { type ProductProcess } from './house.js';

/** How much each process of the product held in memory, look by look. */
export class Memory {
  readonly samples: Sample[] = [];

  look(processes: readonly ProductProcess[], at: Date): void {
    for (const { name, pid } of processes) {
      const mb = residentMb(pid);
      if (mb !== null) this.samples.push({ process: name, pid, at: at.getTime(), mb });
    }
  }
}

function residentMb(pid: number): number | null {
  try {
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb === undefined ? null : Number(kb) / 1024;
  } catch {
    return null;
  }
}
