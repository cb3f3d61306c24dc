/*
 * Two files of MixMonitor become one recording
 *   1. The records of the call tell whose side each file is, and whose talk it was. Where they do not, nothing is joined.
 *   2. Each file is read to its end: its hash is what is said of it as received, and what it sounds like is told from its frames.
 *   3. Both are decoded in the sandbox, and what comes out is taken by the one way in, the agent's side left. The journal names both hashes.
 * The same two files give the same bytes, and so the same recording.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CompletenessSettingsDesk } from '#completeness';
import { withRingTimes, type Bilingual, type FolderRecordings } from '#contracts';
import { ENV, type Env } from '#platform';
import { UnsupportedAudioError } from '#recordings';
import { KeptRecords, type TelephonySourceRow } from '#telephony';
import { type MonitorPair, type SeenFile } from '#telephony/rules';
import { notTaken } from '../arrivals/not-taken.js';
import { callOfPair, type CallOfPair } from './call-of-pair.js';
import { openWithin, isAsSeen, readSmall, StillWritten, type OpenFile } from './folder-root.js';
import { JoinedSound, joinedSize, lengthOf, receiveSide, type ReceivedSide } from './received-sides.js';
import { factsOf, startByEnd } from './recording-facts.rules.js';
import { aboutOf, LARGEST_SIDECAR, RecordingsOfFolders, type Taking } from './recordings-of-folders.service.js';
import { togetherBy } from './together.rules.js';

const UNDECODABLE: Bilingual = {
  zh: '双方的文件之一无法完整解码，没有保存。',
  en: 'A file of one side could not be decoded whole; nothing was stored.',
};

/** Both halves of a pair, still, with what lies beside them. */
export interface StillPair {
  pair: MonitorPair;
  files: Record<'receive' | 'transmit', SeenFile>;
  sidecar: string | null;
}

@Injectable()
export class JoinedPairs {
  constructor(
    private readonly source: DataSource,
    private readonly kept: KeptRecords,
    private readonly recordings: RecordingsOfFolders,
    private readonly completeness: CompletenessSettingsDesk,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async take(of: TelephonySourceRow, about: FolderRecordings, root: string, still: StillPair): Promise<Taking> {
    const { pair, files } = still;
    if (Math.max(files.receive.size, files.transmit.size) > this.env.maxUploadBytes) return { reason: 'too_large' };
    const { toleranceSeconds } = await this.completeness.current();
    const known = { of, kept: this.kept, toleranceMs: toleranceSeconds * 1000 };
    const call = await callOfPair(this.source.manager, known, pair);
    if (typeof call === 'string') return { reason: call, about: call === 'call_unknown' ? [pair.uniqueid] : [] };
    const [receive, transmit] = [await opened(root, files.receive), await opened(root, files.transmit)];
    try {
      if (!receive || !transmit) return 'waits';
      return await this.join(of, about, root, { still, call, open: { receive, transmit } });
    } finally {
      await receive?.handle.close();
      await transmit?.handle.close();
    }
  }

  private async join(
    of: TelephonySourceRow,
    about: FolderRecordings,
    root: string,
    { still, call, open }: { still: StillPair; call: CallOfPair; open: Record<'receive' | 'transmit', OpenFile> },
  ): Promise<Taking> {
    const { pair, files, sidecar } = still;
    const beside = sidecar === null ? null : await readSmall(root, sidecar, LARGEST_SIDECAR);
    if (sidecar !== null && beside === null) return { reason: 'sidecar' };
    // The name as it were without its side.
    const whole = { ...files.receive, name: togetherBy(of.reader)(pair.receive) };
    const facts = factsOf(whole, beside, aboutOf(of, about), call.told);
    if (facts === 'sidecar') return { reason: 'sidecar' };
    if ('faults' in facts) return { reason: 'incomplete', about: facts.faults };
    const received = await bothSides(open, files);
    if (received === 'waits' || 'reason' in received) return received;
    const [agent, customer] =
      call.sides.agent === pair.receive ? [received.receive, received.transmit] : [received.transmit, received.receive];
    const size = joinedSize([agent, customer]);
    if (size > this.env.maxUploadBytes) return { reason: 'too_large' };
    const sound = new JoinedSound({ agent, customer }, { allowUnsandboxed: this.env.allowUnsandboxed });
    const sides = { agent: fileOf(agent), customer: fileOf(customer) };
    const began = startByEnd(
      {
        modifiedAt: Math.max(files.receive.modifiedAt, files.transmit.modifiedAt),
        durationMs: lengthOf([agent, customer]),
      },
      call.lastEndedAt,
    );
    // Where it is not known when they began, no one could tell one agent's talk from another's.
    if (call.talks > 1 && began === null) return { reason: 'several_agents' };
    const metadata = { ...(began !== null && { recordingBeganAt: began }), ...facts.metadata };
    const taking = await this.recordings.send(of, withRingTimes(metadata), {
      ...{ size, bytes: () => sound.bytes(), sides },
    });
    return taking === 'waits' && sound.failed ? { reason: 'refused', said: UNDECODABLE } : taking;
  }
}

const fileOf = ({ sha256, bytes }: ReceivedSide) => ({ sha256, bytes });

async function opened(root: string, file: SeenFile): Promise<OpenFile | null> {
  const open = await openWithin(root, file.name);
  if (!open || isAsSeen(open, file)) return open;
  await open.handle.close();
  return null;
}

/** Both files as they sound; or why they are not the two sides of a call. */
async function bothSides(
  open: Record<'receive' | 'transmit', OpenFile>,
  files: Record<'receive' | 'transmit', SeenFile>,
): Promise<Record<'receive' | 'transmit', ReceivedSide> | Exclude<Taking, 'taken'>> {
  try {
    const receive = await receiveSide(open.receive, files.receive);
    const transmit = await receiveSide(open.transmit, files.transmit);
    // Two channels in one of them: whose they are is not known.
    if (receive.sound.channels !== 1 || transmit.sound.channels !== 1) return { reason: 'sides_unknown' };
    if ([receive, transmit].some(({ sound }) => sound.state === 'damaged'))
      return { reason: 'refused', said: UNDECODABLE };
    return { receive, transmit };
  } catch (error) {
    if (error instanceof StillWritten) return 'waits';
    if (error instanceof UnsupportedAudioError) return { reason: 'refused', said: notTaken(error).words };
    throw error;
  }
}
