import { Injectable } from '@nestjs/common';
import { type AsideReason, type FolderRecordings } from '#contracts';
import { type TelephonySourceRow } from '#telephony';
import { type Arrival, type SeenFile } from '#telephony/rules';
import { AsideFiles } from './aside-files.service.js';
import { FolderLedger } from './folder-ledger.service.js';
import { JoinedPairs } from './joined-pairs.service.js';
import { type Taking } from './recordings-of-folders.service.js';
import { halvesOf, type Monitor } from './together.rules.js';

/** What the records of the call, or the file beside the pair, may still tell within the term. */
const MAY_COME: ReadonlySet<AsideReason> = new Set(['call_unknown', 'sides_unknown', 'incomplete']);

/** A monitor's files as one look saw them. */
export interface MonitorLook {
  monitor: Monitor;
  byName: ReadonlyMap<string, SeenFile>;
  /** What is to be done with each file by itself; one of which nothing is, is not in it. */
  due: ReadonlyMap<string, Arrival>;
}

/** The files that MixMonitor writes for each side of a call. */
@Injectable()
export class MonitorPairs {
  constructor(
    private readonly ledger: FolderLedger,
    private readonly aside: AsideFiles,
    private readonly joined: JoinedPairs,
  ) {}

  /** @returns false: they wait for another look; null: nothing is to be done with them */
  async settle(
    of: TelephonySourceRow,
    about: FolderRecordings,
    root: string,
    { monitor, byName, due }: MonitorLook,
  ): Promise<boolean | null> {
    const { receive, transmit, mix, sidecar, uniqueid } = monitor;
    // The first file represents both: metadata of the pair is stored with it.
    const lead = byName.get(receive ?? transmit ?? '');
    if (!lead || !due.has(lead.name)) return null;
    const arrivals = halvesOf(monitor).map((name) => due.get(name));
    const beside = sidecar === null ? undefined : due.get(sidecar);
    if (arrivals.some((one) => one && !isStill(one)) || (beside?.what === 'waits' && !isStill(beside))) return false;
    const late = arrivals.every((one) => one?.what !== 'waits');
    const [own, other] = [receive, transmit].map((name) =>
      name !== null && due.has(name) ? byName.get(name) : undefined,
    );
    const taking: Taking =
      receive === null || transmit === null || !own || !other
        ? { reason: 'without_twin' }
        : await this.joined.take(of, about, root, {
            pair: { uniqueid, receive, transmit, mix },
            files: { receive: own, transmit: other },
            sidecar,
          });
    if (taking === 'taken') {
      await this.ledger.taken(
        of.id,
        [receive, transmit, mix, sidecar].flatMap((name) => byName.get(name ?? '') ?? []),
      );
      return true;
    }
    if (taking === 'waits' || (!late && (taking.reason === 'without_twin' || MAY_COME.has(taking.reason))))
      return false;
    await this.aside.put(of.id, root, lead, taking);
    return true;
  }
}

/** It lay still; what waits for a file beside it does, too. */
const isStill = (arrival: Arrival): boolean =>
  arrival.what === 'recording' || (arrival.what === 'waits' && arrival.why === 'sidecar');
