import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { type AsideReason, type Bilingual, type FolderProblem } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { type SeenFile } from '#telephony/rules';
import { ENDED_AND_NAMED } from './call-of-pair.js';
import { asideName } from './moved-aside.js';
import { WatchedFile, WatchedLog, WatchedLook } from './watched-file.entity.js';

/** Why a file is put aside, and what would let it in without a person. */
export interface Aside {
  reason: AsideReason;
  about?: string[];
  said?: Bilingual;
  waits?: { extension?: string; staffNumber?: string; at: Date };
}

/** What is written down for good of where a file lies. */
export const placeOf = (name: string): Buffer => createHash('sha256').update(name).digest();

/** Whether the source of a file may speak for a person. */
const MAY_BE_SENT_FOR = `exists (select from telephony_source its where its.id = watched_file.source_id
  and (its.team_ids is null or person.team_id = any(its.team_ids)))`;

/** What is written down of the files of watched folders. */
@Injectable()
export class FolderLedger {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** What is known of these files, by their names. */
  async known(sourceId: string, names: readonly string[]): Promise<Map<string, WatchedFile>> {
    const places = new Map(names.map((name) => [placeOf(name).toString('hex'), name]));
    const rows = await this.source.manager.findBy(WatchedFile, { sourceId, place: In(names.map(placeOf)) });
    return new Map(rows.map((row) => [places.get(row.place.toString('hex')) ?? '', row]));
  }

  /** They were seen as they lie now, and are nothing else yet. */
  async see(sourceId: string, files: readonly SeenFile[]): Promise<void> {
    await this.write(this.source.manager, sourceId, files, { state: 'seen' });
  }

  /** Taken in, with what tells of it. */
  async taken(sourceId: string, files: readonly SeenFile[]): Promise<void> {
    await this.write(this.source.manager, sourceId, files, { state: 'taken' });
  }

  /** @param moves false: it stays where it lies */
  async putAside(sourceId: string, file: SeenFile, aside: Aside, moves: boolean): Promise<WatchedFile> {
    const { reason, about = [], said = null, waits } = aside;
    const id = newId();
    await this.source.transaction(async (tx) => {
      await this.journal.append(tx, 'watched_file.put_aside', { sourceId, fileId: id, reason });
      await this.write(tx, sourceId, [file], {
        ...{
          id,
          state: 'aside',
          name: file.name,
          movesTo: moves ? asideName(id, file.name) : null,
          reason,
          about,
          said,
        },
        ...{ waitsExtension: waits?.extension ?? null, waitsStaffNumber: waits?.staffNumber ?? null },
        waitsAt: waits?.at ?? null,
      });
    });
    return this.source.manager.findOneByOrFail(WatchedFile, { id });
  }

  /** It lies where it was to be moved to; its old place is free for another file. */
  async moved({ id, movesTo }: WatchedFile): Promise<void> {
    if (movesTo !== null) await this.source.manager.update(WatchedFile, id, { moved: true, place: placeOf(movesTo) });
  }

  /** Its next look is its first; a log is read from its beginning. */
  async forget({ id, sourceId, name }: WatchedFile): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.delete(WatchedFile, id);
      await tx.delete(WatchedLog, { sourceId, name: name ?? '' });
    });
  }

  /** A log turned out to be of this source after all. */
  async forgetName(sourceId: string, name: string): Promise<void> {
    await this.source.manager.delete(WatchedFile, { sourceId, place: placeOf(name) });
  }

  /** It was to be tried again, and cannot be: it stays aside. */
  async stays(id: string): Promise<void> {
    await this.source.manager.update(WatchedFile, id, { state: 'aside', since: this.clock.now() });
  }

  /** Files that a person wants tried again, or that are still to be moved. */
  async unsettled(sourceId: string, most: number): Promise<WatchedFile[]> {
    return this.source.manager.find(WatchedFile, {
      where: [
        { sourceId, state: 'again' },
        { sourceId, state: 'aside', moved: false, movesTo: Not('') },
      ],
      // What a person asked for comes first: of a folder that is not ours to write, nothing ever moves.
      order: { state: 'ASC', since: 'ASC' },
      take: most,
    });
  }

  /**
   * Lets those in whose extension has a person by now, whose staff number is known, or whose call is. A person of a team that the source may not
   * speak for counts as unknown, as they do when the file is sent. @returns how many
   */
  async letIn(sourceId: string): Promise<number> {
    const [, changed]: [unknown, number] = await this.source.query(
      `update watched_file set state = 'again', since = $2 where source_id = $1 and state = 'aside' and (
         exists (select from extension_assignment seat join person on person.id = seat.person_id and ${MAY_BE_SENT_FOR}
           where extension = waits_extension and starts_at <= waits_at and (ends_at is null or ends_at > waits_at))
         or exists (select from person where staff_number = waits_staff_number and ${MAY_BE_SENT_FOR})
         or (reason = 'call_unknown' and exists (select ${ENDED_AND_NAMED('(select name from telephony_source where id = source_id)', 'about[1]')})))`,
      [sourceId, this.clock.now()],
    );
    return changed;
  }

  /** The folder was looked into. */
  async looked(sourceId: string, problem: FolderProblem | null, waiting: number): Promise<void> {
    await this.source.manager.upsert(WatchedLook, { sourceId, at: this.clock.now(), problem, waiting }, ['sourceId']);
  }

  private async write(
    tx: EntityManager,
    sourceId: string,
    files: readonly SeenFile[],
    as: Pick<WatchedFile, 'state'> & Partial<WatchedFile>,
  ): Promise<void> {
    if (files.length === 0) return;
    const rows = files.map(({ name, size, modifiedAt }) => ({
      ...{ id: newId(), sourceId, place: placeOf(name), size: String(size), modifiedMs: String(modifiedAt) },
      ...{ name: null, movesTo: null, moved: false, reason: null, about: [], said: null },
      ...{ waitsExtension: null, waitsStaffNumber: null, waitsAt: null, since: this.clock.now() },
      ...as,
    }));
    await tx.upsert(WatchedFile, rows, ['sourceId', 'place']);
  }
}
