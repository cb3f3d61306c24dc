/*
 * One look into a watched folder
 *   1. What a person wants tried again, or what was to be moved aside, is settled first; what waited for a person's extension is let in.
 *   2. Every directory is gone through in pieces. What lay still since the last look is taken, what can never be taken is put aside.
 *   3. Logs are read on from where they were left.
 * A file is marked after it was taken: killed between, it is taken again, and is the same call and the same recording.
 */
import { Injectable } from '@nestjs/common';
import { type WatchedFolder } from '#contracts';
import { type TelephonySourceRow } from '#telephony';
import { arrivals, fileKey, isRecords, type Arrival, type SeenFile } from '#telephony/rules';
import { AsideFiles } from './aside-files.service.js';
import { FolderLedger } from './folder-ledger.service.js';
import { lookAt, type FolderWalk, type WalkedFile } from './folder-walk.js';
import { LogsOfFolders } from './logs-of-folders.service.js';
import { RecordingsOfFolders } from './recordings-of-folders.service.js';
import { MonitorPairs } from './monitor-pairs.service.js';
import { halvesOf, monitorsIn, togetherBy, type Monitor } from './together.rules.js';
import { type WatchedFile } from './watched-file.entity.js';
import { WholeRecords } from './whole-records.service.js';

/** Files that are taken in one look; the next comes in seconds. */
const AT_MOST = 200;
const MOST_FAILING = 20;

export interface Looking {
  root: string;
  walk: FolderWalk;
  /** Milliseconds since 1970. */
  at: number;
}

@Injectable()
export class FolderLook {
  constructor(
    private readonly ledger: FolderLedger,
    private readonly aside: AsideFiles,
    private readonly recordings: RecordingsOfFolders,
    private readonly pairs: MonitorPairs,
    private readonly whole: WholeRecords,
    private readonly logs: LogsOfFolders,
  ) {}

  /** @returns how many files and records were taken */
  async into(of: TelephonySourceRow, folder: WatchedFolder, looking: Looking): Promise<number> {
    const { root, walk, at } = looking;
    for (const name of await this.aside.settle(of.id, root)) walk.wakes(directoryOf(name));
    const known = await this.logs.known(of.id);
    const logs = new Map(
      (
        await lookAt(
          root,
          known.map(({ name }) => name),
        )
      ).map((log) => [log.name, log]),
    );
    const inodes = new Set(known.map(({ inode }) => inode));
    let [done, waiting] = [0, 0];
    const failures: unknown[] = [];
    for await (const { directory, files } of walk.walk(root, at)) {
      const grown = files.filter(({ name, inode }) => isRecords(name) || inodes.has(inode));
      for (const log of grown) logs.set(log.name, log);
      const seen = await this.piece(of, folder, looking, {
        files: files.filter((one) => !grown.includes(one)),
        most: AT_MOST - done,
        failures,
      });
      [done, waiting] = [done + seen.done, waiting + seen.waiting];
      if (seen.waiting > 0) walk.keepsBusy(directory);
      walk.rest(directory, files, (file) => seen.settled.has(fileKey(file)), at);
    }
    const records = await this.logs.readOn(of.id, root, [...logs.values()]);
    await this.ledger.looked(of.id, null, waiting);
    if (failures.length > 0) throw failures[0];
    return done + records;
  }

  /** Files of one directory, with all that belongs to each. */
  private async piece(
    of: TelephonySourceRow,
    { stillFor, sidecarWithin, recordings }: WatchedFolder,
    { root, at }: Looking,
    { files, most, failures }: { files: readonly WalkedFile[]; most: number; failures: unknown[] },
  ): Promise<{ done: number; waiting: number; settled: ReadonlySet<string> }> {
    const byName = new Map(files.map((file) => [file.name, file]));
    const rows = await this.ledger.known(of.id, [...byName.keys()]);
    // If the folder’s recordings are not read, no sidecar files are expected.
    const settings = { stillFor, sidecarWithin: recordings ? sidecarWithin : 0 };
    const monitors = recordings ? monitorsIn(of.reader, [...byName.keys()]) : [];
    const reopened = reopenedOf(monitors, rows);
    const isDone = (file: WalkedFile): boolean =>
      !reopened.has(file.name) && isSettled(file, rows.get(file.name), files, togetherBy(of.reader));
    const settled = new Set(files.filter(isDone).map(fileKey));
    const before = files.filter((file) => isAsBefore(file, rows.get(file.name)));
    const due = arrivals(before, files, { at, settings, taken: settled });
    const changed = files.filter((file) => !settled.has(fileKey(file)) && !isAsBefore(file, rows.get(file.name)));
    await this.ledger.see(of.id, changed);
    let [done, waiting] = [0, 0];
    const arrived = new Map(due.map((arrival) => [arrival.name, arrival]));
    const settle = async (how: () => Promise<boolean | null>): Promise<void> => {
      try {
        const became = await how();
        if (became !== null) [done, waiting] = [done + Number(became), waiting + Number(!became)];
      } catch (error) {
        waiting++;
        // One file keeps no others from being taken; where many fail it is no fault of theirs.
        if (failures.push(error) >= MOST_FAILING) throw error;
      }
    };
    for (const monitor of monitors) {
      const look = { monitor, byName, due: arrived };
      if (done >= most) waiting++;
      else await settle(async () => recordings && this.pairs.settle(of, recordings, root, look));
    }
    const isPairs = partsOf(monitors);
    for (const arrival of due.filter((one) => !isPairs(one))) {
      const file = byName.get(arrival.name);
      if (!file || arrival.what === 'waits' || (arrival.what !== 'quarantine' && done >= most)) waiting++;
      else await settle(() => this.settle(of, root, { arrival, file, byName, recordings }));
    }
    return { done, waiting, settled };
  }

  /** @returns false: it waits for another look */
  private async settle(of: TelephonySourceRow, root: string, due: Due): Promise<boolean> {
    const { arrival, file, byName, recordings } = due;
    if (arrival.what === 'waits') return false;
    if (arrival.what === 'quarantine') {
      await this.aside.put(of.id, root, file, { reason: arrival.why });
      return true;
    }
    const taking =
      arrival.what === 'records'
        ? await this.whole.take(of.id, root, file)
        : recordings && (await this.recordings.take(of, recordings, root, { file, sidecar: arrival.sidecar }));
    if (taking === 'waits') return false;
    const beside = arrival.what === 'recording' && arrival.sidecar !== null ? byName.get(arrival.sidecar) : undefined;
    // A folder that is watched for records alone: its recordings are none of ours.
    if (taking === null || taking === 'taken') await this.ledger.taken(of.id, beside ? [file, beside] : [file]);
    else await this.aside.put(of.id, root, file, taking);
    return true;
  }
}

interface Due {
  arrival: Arrival;
  file: SeenFile;
  byName: ReadonlyMap<string, WalkedFile>;
  recordings: WatchedFolder['recordings'];
}

const directoryOf = (name: string): string => (name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '');

const isSame = ({ size, modifiedAt }: SeenFile, row: WatchedFile): boolean =>
  Number(row.size) === size && Number(row.modifiedMs) === modifiedAt;

const isAsBefore = (file: SeenFile, row: WatchedFile | undefined): boolean =>
  row !== undefined && row.state === 'seen' && isSame(file, row);

/** A file is finished unless the file that describes it was written after it was set aside. */
function isSettled(
  file: SeenFile,
  row: WatchedFile | undefined,
  files: readonly SeenFile[],
  stemOf: (name: string) => string,
): boolean {
  if (!row || row.state === 'seen' || !isSame(file, row)) return false;
  if (row.state !== 'aside') return true;
  const since = row.since.getTime();
  return !files.some(
    ({ name, modifiedAt }) => name !== file.name && stemOf(name) === stemOf(file.name) && modifiedAt > since,
  );
}

/** A half that was put aside alone, and whose other half has come. */
const reopenedOf = (monitors: readonly Monitor[], rows: ReadonlyMap<string, WatchedFile>): Set<string> =>
  new Set(
    monitors
      .filter(({ receive, transmit }) => receive !== null && transmit !== null)
      .flatMap(halvesOf)
      .filter((name) => rows.get(name)?.reason === 'without_twin'),
  );

/** Whether a file is a monitor's, and done with as such; a half that is empty is put aside by itself. */
function partsOf(monitors: readonly Monitor[]): (arrival: Arrival) => boolean {
  const halves = new Set(monitors.flatMap(halvesOf));
  const beside = new Set(monitors.flatMap(({ mix, sidecar }) => [mix, sidecar]));
  return ({ name, what }) => beside.has(name) || (halves.has(name) && what !== 'quarantine');
}
