import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { noteGrantUse } from '#legal';
import { type Asker } from '#people';
import { Clock } from '#platform';

/** What one session reads of a transcript again within this time is the same look: a page asks several times, and again when something changes. */
const ONE_LOOK_MS = 5 * 60_000;

interface Look {
  readonly from: number;
  /** Settles once the entry is committed. */
  readonly written: Promise<void>;
}

export interface Reading {
  readonly transcriptId: string;
  readonly grantId: string;
  readonly callId: string;
}

/**
 * Writes down who reads which words, before they are opened: one entry a look, and one use of the grant. What a token reads, or what counts by
 * the reading, is written each time. Another process of the API, or a new session, begins a look of its own: there is never an entry too few.
 */
@Injectable()
export class ReadingLog {
  private readonly looks = new Map<string, Look>();

  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns once a committed entry says that these words are read in this look */
  async note(asker: Asker, reading: Reading, each = false): Promise<void> {
    if (each || asker.tokenId !== null) return this.write(asker, reading);
    const now = this.clock.now().getTime();
    this.forget(now);
    const key = [asker.sessionId, asker.personId, reading.transcriptId, reading.grantId].join(' ');
    const look = this.looks.get(key);
    if (look) return look.written;
    const written = this.write(asker, reading);
    this.looks.set(key, { from: now, written });
    written.catch(() => this.looks.delete(key));
    return written;
  }

  /** The oldest come first. */
  private forget(now: number): void {
    for (const [key, { from }] of this.looks) {
      if (Math.abs(now - from) < ONE_LOOK_MS) return;
      this.looks.delete(key);
    }
  }

  private async write({ personId, tokenId }: Asker, { callId, transcriptId, grantId }: Reading): Promise<void> {
    const details = { transcriptId, grantId, ...(tokenId !== null && { tokenId }) };
    await this.source.transaction(async (tx) => {
      await this.journal.append(tx, 'transcript.read', details, { callId, actorPersonId: personId });
      await noteGrantUse(tx, [{ grantId, personId, action: 'read' }]);
    });
  }
}
