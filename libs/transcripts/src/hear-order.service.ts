import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { WorkService } from '#platform';
import { Recording } from '#recordings';
import { firstToHear, isShort } from './hear-order.rules.js';

/** Of a longer queue those that wait longest are looked at: the others have come too lately to be long overdue. */
const LOOKED_AT = 1000;

/** In what order recordings are heard. */
@Injectable()
export class HearOrder {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
  ) {}

  /** @returns the work to take next; `none` where none is due, or none of this kind */
  async first(kind: 'any' | 'short'): Promise<string> {
    const due = await this.work.claimable('transcribe-recording', LOOKED_AT);
    if (due.length === 0) return 'none';
    const recordings = await this.source.manager.find(Recording, {
      where: { id: In(due.map(({ subjectId }) => subjectId)) },
      select: { id: true, durationMs: true },
    });
    const lengths = new Map(recordings.map(({ id, durationMs }) => [id, durationMs]));
    const waiting = due.map((one) => ({ ...one, durationMs: lengths.get(one.subjectId) ?? 0 }));
    return firstToHear(kind === 'any' ? waiting : waiting.filter(isShort))?.id ?? 'none';
  }
}
