import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
/** Several clusters at once; a container of Docker's has 64 MB there unless it was given more. */
const ROOM_BYTES = 4 * 1024 ** 3;

/**
 * Where the servers of a run keep their files: in memory where there is room. Of a thousand small files that a database is copied from and
 * removed with, a file system on a disk costs as much processor time as all else that PostgreSQL does for a test file.
 */
export const placeForServers = (): string => (chosen ??= hasRoom() ? MEMORY : tmpdir());

/** One for all that a process makes, so that files can be moved from one to another. */
let chosen: string | undefined;

/** Where a run that was killed may have left some. */
export const placesForServers = (): string[] => [tmpdir(), ...(existsSync(MEMORY) ? [MEMORY] : [])];

/** It must also let programs run, which may be copied there for the server's user. */
function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const options = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === MEMORY && line.split(' ')[2] === 'tmpfs')
      ?.split(' ')[3];
    if (options === undefined || options.split(',').includes('noexec')) return false;
    return bavail * bsize >= ROOM_BYTES && availableBytes() >= ROOM_BYTES;
  } catch {
    return false;
  }
}

/** Of the machine's memory. */
const availableBytes = (): number =>
  Number(/^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? 0) * 1024;
