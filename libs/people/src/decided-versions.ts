import { IsNull, type DataSource, type DeepPartial, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { type EventDetails, type EventName, type Permission } from '#contracts';
import { type JournalService } from '#journal';
import { type Clock, type DomainError } from '#platform';
import { type DecidedVersion } from './decided-version.js';
import { assertHeldForAll } from './rights-in-force.js';
import { assertTwoPeople } from './small-house/eyes.js';
import { markOf } from './small-house/eyes.rules.js';

/** In what the kinds of versions that two people publish differ. */
export interface DecidedKind<Row extends DecidedVersion> {
  entity: new () => Row;
  /** Key of the advisory lock under which one decides at a time. */
  lock: number;
  /** What the proposer must still hold everywhere when another agrees. */
  permission: Permission;
  refusals: Record<'changed' | 'waits' | 'notWaiting' | 'needsAnother', () => DomainError>;
  events: { proposed: (row: Row) => EventName; agreed: EventName; refused: EventName };
  /** What the journal tells of a version, beside its number. */
  told: (row: Row) => object;
}

type Content<Row> = Omit<Row, keyof DecidedVersion>;

/**
 * Versions of one of the company's rules that two people publish. One change waits at a time; until it is agreed to, and when it is
 * refused, the version before stays in force.
 */
export abstract class DecidedVersions<Row extends DecidedVersion> {
  constructor(
    private readonly kind: DecidedKind<Row>,
    protected readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The change that waits for a second person. */
  waiting(tx: EntityManager = this.source.manager): Promise<Row | null> {
    return tx.findOneBy(this.kind.entity, { decision: IsNull() } as FindOptionsWhere<Row>);
  }

  /** The number of the version in force; 0 before the first. */
  protected abstract versionInForce(tx: EntityManager): Promise<number>;

  /** Asks what else has to hold before a version is agreed to. @returns what is written on it then */
  protected async agree(_tx: EntityManager, _row: Row, _by: { byOnePerson: boolean; at: Date }): Promise<object> {
    return {};
  }

  /**
   * @param from the version that the editor started from
   * @param write what the new version says; null where it would say the same
   */
  protected async add(
    from: number,
    personId: string,
    write: (tx: EntityManager) => Promise<Content<Row> | null>,
  ): Promise<void> {
    const { entity, refusals, events, told } = this.kind;
    await this.source.transaction(async (tx) => {
      await this.alone(tx);
      if ((await this.versionInForce(tx)) !== from) throw refusals.changed();
      const content = await write(tx);
      if (!content) return;
      if (await this.waiting(tx)) throw refusals.waits();
      const [newest] = await tx.find(entity, { order: { version: 'DESC' } as never, take: 1 });
      const version = 1 + (newest?.version ?? 0);
      const proposed = { version, proposedByPersonId: personId, proposedAt: this.clock.now() };
      const row = tx.create(entity, { ...content, ...proposed } as unknown as DeepPartial<Row>);
      await tx.insert(entity, row as never);
      await this.note(tx, events.proposed(row), { version, ...told(row) }, personId);
    });
  }

  /**
   * Agrees to the change that waits, or refuses it; its proposer may only take it back.
   * @throws DomainError as the kind's refusals say, or `proposer_gone`
   */
  async decide(version: number, decision: 'agreed' | 'refused', personId: string): Promise<void> {
    const { entity, permission, refusals, events, told } = this.kind;
    await this.source.transaction(async (tx) => {
      await this.alone(tx);
      const row = await this.waiting(tx);
      if (row?.version !== version) throw refusals.notWaiting();
      const at = this.clock.now();
      const decided = { decision, decidedByPersonId: personId, decidedAt: at };
      if (decision === 'refused') {
        await tx.update(entity, version, decided as never);
        return this.note(tx, events.refused, { version, ...told(row) }, personId);
      }
      const first = { personId: row.proposedByPersonId, at: row.proposedAt };
      const eyes = await assertTwoPeople(tx, first, { personId, at }, refusals.needsAnother);
      await assertHeldForAll(tx, row.proposedByPersonId ?? '', permission);
      const more = await this.agree(tx, row, { ...eyes, at });
      await tx.update(entity, version, { ...decided, ...more } as never);
      await this.note(tx, events.agreed, { version, ...told(row), ...markOf(eyes) }, personId);
    });
  }

  private async note(tx: EntityManager, event: EventName, details: object, actorPersonId: string): Promise<void> {
    await this.journal.append(tx, event, details as EventDetails<typeof event>, { actorPersonId });
  }

  /** A version's number, and what it is compared with, must not move meanwhile. */
  private alone(tx: EntityManager): Promise<unknown> {
    return tx.query('select pg_advisory_xact_lock($1)', [this.kind.lock]);
  }
}
