import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CompletenessSettings } from '#contracts';
import { ToLookAt, WorkService, type Looked } from '#platform';
import { GapLedger } from './gap-ledger.service.js';
import { findGaps, type Found, type FoundGap } from './gaps.rules.js';
import { knownCalls, type CallToLookAt } from './known-calls.js';
import { CompletenessSettingsDesk } from './settings.service.js';
import { SiteRules } from './site-rules.service.js';

/** Raised when the rules find something else in a call that has not changed. */
const RULES = 3;
const RUN_MS = 30_000;

/** Reconciles calls with recordings, words and scores: those that changed, those whose term is over, and once everything that there was before. */
@Injectable()
export class GapSweep {
  constructor(
    private readonly source: DataSource,
    private readonly looks: ToLookAt,
    private readonly settings: CompletenessSettingsDesk,
    private readonly ledger: GapLedger,
    private readonly known: SiteRules,
    private readonly work: WorkService,
  ) {}

  /** @returns how many gaps opened or closed */
  async run(): Promise<number> {
    const settings = await this.settings.current();
    const walk = {
      version: `${RULES}/${settings.toleranceSeconds}`,
      subjects: 'select id from call where id > $1 order by id limit $2',
    };
    return this.looks.run('gap', (ids) => this.look(ids, settings), { walk, runMs: RUN_MS });
  }

  private async look(ids: readonly string[], settings: CompletenessSettings): Promise<Looked> {
    const now = this.known.now();
    return this.source.transaction(async (tx) => {
      const calls = await knownCalls(tx, ids, (at) => this.known.internalExcluded(tx, at));
      const found = new Map(calls.map((call) => [call.id, findGaps(call, settings, now)]));
      const done = await this.ledger.write(tx, found, now);
      await this.count(tx, calls, found);
      const shared = [...found.values()].flatMap(({ gaps }) => gaps).filter(isToSplit);
      for (const { recordingId } of shared) await this.work.open(tx, 'split-recording', recordingId);
      const again = [...found].flatMap(([id, { lookAt }]): [string, number][] =>
        lookAt ? [[id, Math.max(1, (lookAt.getTime() - now.getTime()) / 1000)]] : [],
      );
      return { done, again: new Map(again) };
    });
  }

  /** What the board counts of each talk. */
  private async count(tx: EntityManager, calls: readonly CallToLookAt[], found: ReadonlyMap<string, Found>) {
    const dayOf = await this.known.days(tx);
    const rows = calls.flatMap(({ id: callId, source, startedAt }) =>
      found.get(callId)!.legs.map((leg) => ({ ...leg, callId, source, day: dayOf(startedAt) })),
    );
    await tx.query(`delete from leg_completeness where call_id = any($1::uuid[]) and leg_id <> all($2::uuid[])`, [
      calls.map(({ id }) => id),
      rows.map(({ legId }) => legId),
    ]);
    await tx.query(
      `insert into leg_completeness (leg_id, call_id, day, source, team_id, recorded, transcribed, scored)
       select "legId", "callId", day, source, "teamId", recorded, transcribed, scored from jsonb_to_recordset($1::jsonb)
         as row ("legId" uuid, "callId" uuid, day date, source text, "teamId" uuid, recorded boolean, transcribed boolean, scored boolean)
       on conflict (leg_id) do update set day = excluded.day, team_id = excluded.team_id, recorded = excluded.recorded,
         transcribed = excluded.transcribed, scored = excluded.scored, source = excluded.source, call_id = excluded.call_id
       where (leg_completeness.*) is distinct from (excluded.*)`,
      [JSON.stringify(rows)],
    );
  }
}

/** Records say where it is to be cut: a job does so, and the gap closes by its parts. */
const isToSplit = (gap: FoundGap): gap is FoundGap & { recordingId: string } =>
  gap.kind === 'several_agents' && gap.recordingId !== null && gap.facts.doubt === undefined;
