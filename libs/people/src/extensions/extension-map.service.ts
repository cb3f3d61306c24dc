import { Injectable } from '@nestjs/common';
import {
  DataSource,
  IsNull,
  LessThanOrEqual,
  MoreThan,
  Column,
  Entity,
  PrimaryColumn,
  type EntityManager,
} from 'typeorm';
import { type ExtensionPreview } from '#contracts';
import { JournalService } from '#journal';
import { newId } from '#platform';
import { Person } from '../person.entity.js';
import { checkPlan, listed, planHash, sha256Of } from '../tables/plan-hash.js';
import { planExtensions, type ExtensionPlan, type KnownAssignment } from './extension-plan.rules.js';
import { readExtensionFile } from './read-extension-file.js';
import { peopleRefusals } from '../refusals.js';

/** Who sits at an extension, from a moment to another (exclusive); open while `endsAt` is null. A constraint keeps two people apart. */
@Entity('extension_assignment')
export class ExtensionAssignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  extension!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;
}

/** Which people a change may touch: those of these teams; all when null. */
export type WithinTeams = readonly string[] | null;

export interface NewAssignment {
  extension: string;
  staffNumber: string;
  from: Date;
  to: Date | null;
}

/**
 * Who sat at which extension, over time. At any moment an extension belongs to one person: one lock guards all changes, with a constraint
 * behind it.
 */
@Injectable()
export class ExtensionMapService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** Who was at an extension at a moment; null when it was not in use. */
  async personAt(extension: string, at: Date, tx: EntityManager = this.source.manager): Promise<Person | null> {
    const spans = [IsNull(), MoreThan(at)].map((endsAt) => ({ extension, startsAt: LessThanOrEqual(at), endsAt }));
    const found = await tx.findOneBy(ExtensionAssignment, spans);
    return found && tx.findOneBy(Person, { id: found.personId });
  }

  /** @throws DomainError `unknown_person`, `extension_taken` */
  async assign(given: NewAssignment, within: WithinTeams, actorPersonId: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      await lockMap(tx);
      const row = {
        line: 0,
        extension: given.extension,
        staffNumber: given.staffNumber,
        from: given.from,
        to: given.to,
      };
      const plan = planExtensions(
        [row],
        await peopleOf(tx, [given.staffNumber], within),
        await known(tx, [given.extension]),
      );
      const [problem] = plan.problems;
      if (problem) throw peopleRefusals.extension_not_planned(problem.words);
      const [assignmentId] = await this.write(tx, plan, actorPersonId);
      if (!assignmentId) throw peopleRefusals.alreadySo();
      return assignmentId;
    });
  }

  /** Ends a standing assignment. @throws DomainError `not_found`, `extension_refused` */
  async release(assignmentId: string, at: Date, within: WithinTeams, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockMap(tx);
      const row = await tx.findOneBy(ExtensionAssignment, { id: assignmentId });
      const person = row && (await tx.findOneBy(Person, { id: row.personId }));
      if (!row || !person || (within && !within.includes(person.teamId))) throw peopleRefusals.not_found();
      if (at <= row.startsAt || (row.endsAt && at >= row.endsAt)) throw peopleRefusals.extension_refused();
      await tx.update(ExtensionAssignment, assignmentId, { endsAt: at });
      await this.journal.append(tx, 'extension.released', { assignmentId, personId: row.personId }, { actorPersonId });
    });
  }

  async preview(bytes: Uint8Array, timeZone: string, within: WithinTeams): Promise<ExtensionPreview> {
    return (await this.plan(this.source.manager, bytes, timeZone, within)).preview;
  }

  /** @throws DomainError `import_has_problems`, `changed_since_preview` */
  async apply(
    bytes: Uint8Array,
    {
      plan: given,
      timeZone,
      within,
      actorPersonId,
    }: { plan: string; timeZone: string; within: WithinTeams; actorPersonId: string },
  ): Promise<ExtensionPreview> {
    return this.source.transaction(async (tx) => {
      await lockMap(tx);
      const { preview, plan } = await this.plan(tx, bytes, timeZone, within);
      checkPlan(given, preview.plan);
      await this.write(tx, plan, null);
      const details = {
        importId: newId(),
        sha256: sha256Of(bytes),
        added: plan.added.length,
        ended: plan.ended.length,
      };
      await this.journal.append(tx, 'extension_map.imported', details, { actorPersonId });
      return preview;
    });
  }

  private async plan(tx: EntityManager, bytes: Uint8Array, timeZone: string, within: WithinTeams) {
    const file = await readExtensionFile(bytes, timeZone);
    const people = await peopleOf(
      tx,
      file.rows.map(({ staffNumber }) => staffNumber),
      within,
    );
    const plan = planExtensions(
      file.rows,
      people,
      await known(
        tx,
        file.rows.map(({ extension }) => extension),
      ),
    );
    const problems = [...file.problems, ...plan.problems];
    const added = plan.added.map(({ from, to, personId: _, ...row }) => ({
      ...row,
      from: from.toISOString(),
      to: to?.toISOString() ?? null,
    }));
    const ended = plan.ended.map(({ extension, staffNumber, at }) => ({
      extension,
      staffNumber,
      at: at.toISOString(),
    }));
    const preview: ExtensionPreview = {
      plan: problems.length > 0 ? null : await planHash([...added, 'ended', ...ended]),
      encoding: file.encoding,
      ...listed(problems),
      added: added.slice(0, 200),
      ended: ended.slice(0, 200),
      addedCount: added.length,
      endedCount: ended.length,
      unchanged: plan.unchanged,
    };
    return { preview, plan };
  }

  /** @param actorPersonId null: the caller journals the whole */
  private async write(tx: EntityManager, plan: ExtensionPlan, actorPersonId: string | null): Promise<string[]> {
    for (const { assignmentId, at, personId } of plan.ended) {
      await tx.update(ExtensionAssignment, assignmentId, { endsAt: at });
      if (actorPersonId)
        await this.journal.append(tx, 'extension.released', { assignmentId, personId }, { actorPersonId });
    }
    const rows = plan.added.map(({ extension, personId, from, to }) => ({
      id: newId(),
      extension,
      personId,
      startsAt: from,
      endsAt: to,
    }));
    for (let at = 0; at < rows.length; at += 500) await tx.insert(ExtensionAssignment, rows.slice(at, at + 500));
    for (const { id: assignmentId, personId } of actorPersonId ? rows : [])
      await this.journal.append(tx, 'extension.assigned', { assignmentId, personId }, { actorPersonId });
    return rows.map(({ id }) => id);
  }
}

const lockMap = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock(7313)');

async function peopleOf(
  tx: EntityManager,
  staffNumbers: readonly string[],
  within: WithinTeams,
): Promise<Map<string, string>> {
  const rows: { id: string; staff_number: string }[] = await tx.query(
    `select id, staff_number from person where staff_number = any($1) and ($2::uuid[] is null or team_id = any($2))`,
    [[...new Set(staffNumbers)], within],
  );
  return new Map(rows.map(({ id, staff_number }) => [staff_number, id]));
}

async function known(tx: EntityManager, extensions: readonly string[]): Promise<KnownAssignment[]> {
  return tx.query(
    `select extension_assignment.id as "assignmentId", extension, person_id as "personId", staff_number as "staffNumber",
            starts_at as "from", ends_at as "to"
     from extension_assignment join person on person.id = person_id where extension = any($1) order by extension, starts_at`,
    [[...new Set(extensions)]],
  );
}
