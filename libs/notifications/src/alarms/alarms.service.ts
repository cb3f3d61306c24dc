import { Injectable } from '@nestjs/common';
import { DataSource, Column, Entity, PrimaryColumn } from 'typeorm';
import { type AlarmKind } from '#contracts';
import { JournalService } from '#journal';

/** Something about the installation that administrators were told of and that is not over. */
@Entity('alarm')
export class Alarm {
  /** Only one kind of alarm about it at a time. */
  @PrimaryColumn('text')
  subject!: string;

  @Column('text')
  kind!: AlarmKind;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('timestamptz')
  raisedAt!: Date;
}

/** How something is: an alarm, or well. */
export interface Watched {
  readonly subject: string;
  readonly kind: AlarmKind | null;
  readonly code: string | null;
}

/**
 * Raises an alarm once and takes it back once, however often and by however many processes it is looked at. The journal entry tells the
 * administrators: see `told/recipients.rules.ts`.
 */
@Injectable()
export class Alarms {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** @returns how many changed */
  async set(watched: readonly Watched[]): Promise<number> {
    const open: Pick<Alarm, 'subject' | 'kind'>[] = await this.source.query('select subject, kind from alarm');
    const known = new Map(open.map(({ subject, kind }) => [subject, kind]));
    let changed = 0;
    for (const one of watched.filter(({ subject, kind }) => (known.get(subject) ?? null) !== kind))
      changed += one.kind === null ? await this.clear(one.subject) : await this.raise(one);
    return changed;
  }

  private async raise({ subject, kind, code }: Watched): Promise<0 | 1> {
    return this.source.transaction(async (tx) => {
      const [raised]: { kind: string }[] = await tx.query(
        `insert into alarm (subject, kind, code, raised_at) values ($1, $2, $3, now())
         on conflict (subject) do update set kind = excluded.kind, code = excluded.code, raised_at = excluded.raised_at
           where alarm.kind <> excluded.kind returning kind`,
        [subject, kind, code],
      );
      if (!raised || kind === null) return 0;
      await this.journal.append(tx, 'alarm.raised', { alarm: kind, subject, code });
      return 1;
    });
  }

  private async clear(subject: string): Promise<0 | 1> {
    return this.source.transaction(async (tx) => {
      const [[was]]: [{ kind: AlarmKind }[], number] = await tx.query(
        'delete from alarm where subject = $1 returning kind',
        [subject],
      );
      if (!was) return 0;
      await this.journal.append(tx, 'alarm.cleared', { alarm: was.kind, subject });
      return 1;
    });
  }
}
