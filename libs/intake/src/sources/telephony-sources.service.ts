import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import {
  type ChangedTelephonySource,
  type NewTelephonySource,
  type TelephonySourceSettings,
  type WatchedFolder,
} from '#contracts';
import { JournalService } from '#journal';
import { peopleRefusals, reachOf, Team, type Asker } from '#people';
import { Clock, ENV, isUniqueViolation, newId, type Env } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { isZone, SOURCES } from '#telephony/rules';
import { groundsOf } from '../folders/folder-root.js';
import { mayWatch } from '../folders/ways.rules.js';
import { WatchedFile } from '../folders/watched-file.entity.js';
import { sourceRefusals } from './source-refusals.js';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Readers look for names in small letters. */
const lowered = ({ map, ...rest }: TelephonySourceSettings): TelephonySourceSettings => ({
  ...rest,
  map: Object.fromEntries(Object.entries(map).map(([theirs, ours]) => [theirs.toLowerCase(), ours])),
});

/** The telephone systems of the company: which there are, how each is read, and which folder is watched. */
@Injectable()
export class TelephonySourcesService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws DomainError `not_found` */
  async byId(id: string, tx: EntityManager = this.source.manager): Promise<TelephonySourceRow> {
    const row = await tx.findOneBy(TelephonySourceRow, { id });
    if (!row) throw peopleRefusals.not_found();
    return row;
  }

  /**
   * A system, by id or name, in whose name a programme sends records: it must be allowed to send calls of every team that the system may speak for. A token of
   * another system finds none.
   * @throws DomainError `not_found`, `source_ended`
   */
  async toSendFor(idOrName: string, asker: Pick<Asker, 'held' | 'personId' | 'sendsFor'>): Promise<TelephonySourceRow> {
    const which = UUID.test(idOrName) ? { id: idOrName } : { name: idOrName };
    const of = await this.source.manager.findOneBy(TelephonySourceRow, which);
    const { within } = reachOf('calls.ingest', asker.held, asker.personId);
    const reached = within === null || of?.teamIds?.every((team) => within.includes(team)) === true;
    const { sendsFor = of?.name } = asker;
    if (!of || !reached || of.name !== sendsFor) throw peopleRefusals.not_found();
    if (of.endedAt) throw sourceRefusals.source_ended();
    return of;
  }

  /** @throws DomainError `unknown_reader`, `unknown_zone`, `folder_not_allowed`, `source_of_unknown_team`, `source_name_taken` */
  async create(given: NewTelephonySource, actorPersonId: string): Promise<string> {
    const { name, reader, teamIds, folder } = given;
    const settings = lowered(given.settings);
    if (!SOURCES.some((one) => one.name === reader)) throw sourceRefusals.unknown_reader();
    this.assertUsable(settings.zone, folder);
    const id = newId();
    try {
      await this.source.transaction(async (tx) => {
        const teams = teamIds && (await tx.countBy(Team, { id: In(teamIds) }));
        if (teams !== null && teams !== new Set(teamIds).size) throw sourceRefusals.source_of_unknown_team();
        const row = { id, name, reader, settings, teamIds, folder, createdByPersonId: actorPersonId };
        await tx.insert(TelephonySourceRow, { ...row, house: null, createdAt: this.clock.now() } as object);
        await this.journal.append(tx, 'telephony_source.created', { sourceId: id, reader, teamIds }, { actorPersonId });
      });
    } catch (error) {
      throw isUniqueViolation(error) ? sourceRefusals.source_name_taken() : error;
    }
    return id;
  }

  /** @throws DomainError `not_found`, `source_ended`, `unknown_zone`, `folder_not_allowed` */
  async change(id: string, { settings, folder }: ChangedTelephonySource, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const before = await this.running(tx, id);
      const after = {
        settings: settings ? lowered(settings) : before.settings,
        folder: folder === undefined ? before.folder : folder,
      };
      this.assertUsable(after.settings.zone, folder ?? null);
      const parts = [
        ...(['zone', 'home', 'map'] as const).filter(
          (part) => !isDeepStrictEqual(after.settings[part], before.settings[part]),
        ),
        ...(isDeepStrictEqual(after.folder, before.folder) ? [] : (['folder'] as const)),
      ];
      if (parts.length === 0) return;
      await tx.update(TelephonySourceRow, id, after as object);
      await this.journal.append(tx, 'telephony_source.changed', { sourceId: id, parts }, { actorPersonId });
    });
  }

  /** @throws DomainError `not_found`, `source_ended` */
  async end(id: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.running(tx, id);
      await tx.update(TelephonySourceRow, id, { endedAt: this.clock.now() });
      await this.journal.append(tx, 'telephony_source.ended', { sourceId: id }, { actorPersonId });
    });
  }

  /** A person says what becomes of a file that was put aside. @throws DomainError `not_found` */
  async settleFile(sourceId: string, fileId: string, as: 'again' | 'away', actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const change = { state: as, since: this.clock.now(), ...(as === 'away' && { name: null }) };
      const { affected } = await tx.update(WatchedFile, { id: fileId, sourceId, state: 'aside' }, change);
      if (affected !== 1) throw peopleRefusals.not_found();
      const event = as === 'again' ? 'watched_file.tried_again' : 'watched_file.put_away';
      await this.journal.append(tx, event, { sourceId, fileId }, { actorPersonId });
    });
  }

  private async running(tx: EntityManager, id: string): Promise<TelephonySourceRow> {
    await tx.query('select from telephony_source where id = $1 for update', [id]);
    const row = await this.byId(id, tx);
    if (row.endedAt) throw sourceRefusals.source_ended();
    return row;
  }

  private assertUsable(zone: string, folder: WatchedFolder | null): void {
    if (!isZone(zone)) throw sourceRefusals.unknown_zone();
    if (folder && !mayWatch(folder.path, groundsOf(this.env)))
      throw sourceRefusals.folder_not_allowed(this.env.watchedDirs);
  }
}
