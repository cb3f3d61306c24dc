import { type Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { withRingTimes, type FolderRecordings, type UploadMetadata } from '#contracts';
import { Clock, DomainError, ENV, type Env } from '#platform';
import { SoundWatch } from '#recordings';
import { type TelephonySourceRow } from '#telephony';
import { type SeenFile } from '#telephony/rules';
import { IngestService, type Upload } from '../arrivals/ingest.service.js';
import { watched } from '../arrivals/sound-stream.js';
import { assertPossibleTimes, timesOf } from '../gate/possible-times.js';
import { isLasting, RoomForUploads } from '../arrivals/not-taken.js';
import { senderOf } from '../sender.js';
import { type Aside } from './folder-ledger.service.js';
import { asSeen, isAsSeen, openWithin, readSmall } from './folder-root.js';
import { factsOf } from './recording-facts.rules.js';

/** A file of metadata is small. */
export const LARGEST_SIDECAR = 64 * 1024;

/** What became of a recording: `taken`, also where the consent gate kept nothing of it; `waits`: another look. */
export type Taking = 'taken' | 'waits' | Aside;

/** Takes recordings of a watched folder in, by the one way in. The same bytes again give the same ids, so that it may be killed anywhere. */
@Injectable()
export class RecordingsOfFolders {
  constructor(
    private readonly ingest: IngestService,
    private readonly room: RoomForUploads,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async take(
    of: TelephonySourceRow,
    about: FolderRecordings,
    root: string,
    { file, sidecar }: { file: SeenFile; sidecar: string | null },
  ): Promise<Taking> {
    if (file.size > this.env.maxUploadBytes) return { reason: 'too_large' };
    const beside = sidecar === null ? null : await readSmall(root, sidecar, LARGEST_SIDECAR);
    if (sidecar !== null && beside === null) return { reason: 'sidecar' };
    const facts = factsOf(file, beside, aboutOf(of, about));
    if (facts === 'sidecar') return { reason: 'sidecar' };
    if ('faults' in facts) return { reason: 'incomplete', about: facts.faults };
    const open = await openWithin(root, file.name);
    if (!open) return 'waits';
    try {
      if (!isAsSeen(open, file)) return 'waits';
      const bytes = () => asSeen(open, file);
      const { agentChannel, ...others } = withRingTimes(facts.metadata);
      const isBelieved = agentChannel && !(facts.channelByName && (await isMono(bytes())));
      const metadata = { ...others, ...(isBelieved && { agentChannel }) };
      return await this.send(of, metadata, { size: file.size, bytes });
    } finally {
      await open.handle.close();
    }
  }

  /** Sends what is known of a recording, and its sound, by the one way in. */
  async send(of: TelephonySourceRow, metadata: UploadMetadata, { size, bytes, sides }: Sent): Promise<Taking> {
    try {
      await this.room.assert(size);
      assertPossibleTimes(timesOf(metadata), this.clock.now(), this.env.clockSkewMs);
      const audio = async () => ({ bytes: bytes(), truncated: () => false });
      const limitBytes = this.env.maxUploadBytes;
      const upload = { metadata, asker: senderOf(of), limitBytes, audio, transcript: async () => null };
      await this.ingest.take({ ...upload, ...(sides && { sides }) });
      return 'taken';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'upload_cut_short') return 'waits';
      const aside = asideOf(error, metadata);
      if (!aside) throw error;
      return aside;
    }
  }
}

/** Whether it is sound in one channel, by all of it. Of what is no sound, or still written, those say so who take it in. */
async function isMono(bytes: Readable): Promise<boolean> {
  const watch = new SoundWatch();
  try {
    for await (const _ of watched(bytes, watch));
    return watch.verdict().channels === 1;
  } catch {
    return false;
  }
}

/** What of a source says something of its recordings. */
export const aboutOf = ({ name, reader, settings }: TelephonySourceRow, about: FolderRecordings) => ({
  ...{ source: name, reader, about, zone: settings.zone },
});

/** Sound that is ready to be sent. */
export interface Sent {
  /** Bytes, about as many as come. */
  size: number;
  /** Asked once at most. */
  bytes: () => Readable;
  sides?: NonNullable<Upload['sides']>;
}

/** null: it is no fault of the file. */
function asideOf(refused: DomainError, metadata: UploadMetadata): Aside | null {
  if (!isLasting(refused)) return null;
  const { code, words } = refused;
  const [leg] = metadata.legs;
  const at = new Date(leg?.answeredAt ?? leg?.alertedAt ?? metadata.startedAt);
  const { extension, staffNumber } = leg ?? {};
  if (code === 'unknown_extension' && extension !== undefined)
    return { reason: code, about: [extension], waits: { extension, at } };
  if (code === 'unknown_staff_number' && staffNumber !== undefined)
    return { reason: code, about: [staffNumber], waits: { staffNumber, at } };
  return { reason: 'refused', said: words };
}
