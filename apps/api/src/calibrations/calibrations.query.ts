import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Bilingual,
  type Calibration,
  type CalibrationChoices,
  type CalibrationItem,
  type CalibrationList,
  type CalibrationListQuery,
  type ItemResult,
} from '#contracts';
import { type Leg } from '#calls';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { CalibrationAnswerRow, Calibrations, noteLooks, reviewsRefusals, WithheldResults } from '#reviews';
import { ChecklistRegister, Scorecard } from '#quality';
import { differing, differingFirst, judgedItems } from '#reviews/rules';
import { writeCursor, besideCursor } from '../reach/cursor.rules.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { apiRefusals } from '../refusals.js';
import { calibrationSql, summaryOf, type CalibrationRecord } from './calibration-record.js';

/** Reads calibrations for who takes part in them and who manages them. */
@Injectable()
export class CalibrationsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly calibrations: Calibrations,
    private readonly checklists: ChecklistRegister,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `bad_cursor` */
  async list(asker: Asker, { show, cursor, limit }: CalibrationListQuery): Promise<CalibrationList> {
    const parameters = new Parameters();
    const sql = visibleSql(asker, parameters);
    const [key, order, beyond] = show === 'closed' ? ['one.closed_at', 'desc', '<'] : ['one.due_at', 'asc', '>'];
    const conditions = [`one.closed_at is ${show === 'closed' ? 'not null' : 'null'}`];
    if (show === 'mine')
      conditions.push(`exists (select 1 from calibration_reviewer mine where mine.calibration_id = one.id
        and mine.person_id = ${parameters.add(asker.personId)} and mine.submitted_at is null)`);
    if (cursor !== undefined) {
      const { startedAtMicros: micros, callId: id } = besideCursor(cursor);
      const at = `timestamptz 'epoch' + ${parameters.add(micros)}::bigint * interval '1 microsecond'`;
      conditions.push(`(${key}, one.id) ${beyond} (${at}, ${parameters.add(id)}::uuid)`);
    }
    const keyed = `(extract(epoch from ${key}) * 1000000)::bigint::text as key`;
    const rows: (CalibrationRecord & { key: string })[] = await this.source.query(
      `${sql.replace('select ', `select ${keyed}, `)} and ${conditions.join(' and ')}
       order by ${key} ${order}, one.id ${order} limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map((row) => summaryOf(row, asker.personId)),
      nextCursor: last ? writeCursor({ startedAtMicros: last.key, callId: last.calibrationId }) : null,
    };
  }

  /** @throws DomainError `not_found` */
  async one(asker: Asker, calibrationId: string): Promise<Calibration> {
    const record = await this.record(asker, calibrationId);
    const { legId, closedAt } = record;
    const withheld = closedAt !== null && (await this.hides(asker, legId));
    const shown = closedAt !== null && !withheld;
    const items = await this.items(record, { personId: asker.personId, shown });
    // What was seen here cannot be judged blind any more.
    if (shown) await noteLooks(this.source.manager, [legId], asker.personId, this.clock.now());
    const summary = summaryOf(record, asker.personId);
    const may = withheld ? [] : summary.may;
    return { ...summary, may, withheld, recording: await this.recording(legId), items };
  }

  /** @throws DomainError `not_found` where the asker does not manage it, `calibration_withheld` where they have still to judge its leg */
  async managed(asker: Asker, calibrationId: string): Promise<void> {
    const { manages, closedAt, legId } = await this.record(asker, calibrationId);
    if (!manages) throw apiRefusals.not_found();
    if (closedAt !== null && (await this.hides(asker, legId))) throw reviewsRefusals.calibration_withheld();
  }

  /** The leg is the asker's to judge without its results: in a drawn review, or in another calibration. */
  private hides = async (asker: Asker, legId: string): Promise<boolean> =>
    (await this.withheld.of(asker)).includes(legId);

  async choices(legs: readonly Leg[]): Promise<CalibrationChoices> {
    const ids = legs.map(({ id }) => id);
    type Score = { legId: string; leg: number; checklistId: string; title: Bilingual; main: boolean };
    const scores: Score[] = await this.source.query(
      `select distinct on (array_position($1::uuid[], leg.id), card.checklist_id) leg.id as "legId", card.checklist_id as "checklistId", version.definition->'title' as title,
         judges_as_main(version.definition) as main,
         (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg
       from leg join scorecard card on card.leg_id = leg.id and card.author = 'automatic'
       join checklist_version version on version.checklist_id = card.checklist_id and version.version = card.checklist_version
       where leg.id = any($1::uuid[]) order by array_position($1::uuid[], leg.id), card.checklist_id, card.checklist_version desc`,
      [ids],
    );
    const found: CalibrationChoices['legs'] = [];
    for (const legId of new Set(scores.map((one) => one.legId))) {
      // The main checklist is what most sessions are about.
      const [first, ...others] = scores
        .filter((one) => one.legId === legId)
        .toSorted((a, b) => Number(b.main) - Number(a.main));
      const checklists = [first!, ...others].map(({ checklistId, title }) => ({ checklistId, title }));
      found.push({ legId, leg: first!.leg, checklists, reviewers: await this.calibrations.possible(legId) });
    }
    return { legs: found };
  }

  private async record(asker: Asker, calibrationId: string): Promise<CalibrationRecord> {
    const parameters = new Parameters();
    const sql = visibleSql(asker, parameters);
    const [record]: CalibrationRecord[] = await this.source.query(
      `${sql} and one.id = ${parameters.add(calibrationId)}`,
      parameters.values,
    );
    if (!record) throw apiRefusals.not_found();
    return record;
  }

  /** Unless all may be shown, nothing but the asker's own answers leaves here. */
  private async items(
    record: CalibrationRecord,
    { personId, shown }: { personId: string; shown: boolean },
  ): Promise<CalibrationItem[]> {
    const { calibrationId, scorecardId, checklistId, checklistVersion } = record;
    const { items } = await this.source.manager.findOneByOrFail(Scorecard, { id: scorecardId });
    const { checklist } = await this.checklists.version(checklistId, checklistVersion);
    const known = new Map(checklist.sections.flatMap((one) => one.items).map((item) => [item.id, item]));
    const submitted = new Set(record.reviewers.flatMap((one) => (one.submittedAt === null ? [] : [one.personId])));
    const answers = await this.source.manager.findBy(CalibrationAnswerRow, { calibrationId });
    const decisions = shown ? await this.decisions(calibrationId) : new Map<string, never>();
    const all = judgedItems(items).map(({ itemId, outcome, explanation }: ItemResult): CalibrationItem => {
      const item = known.get(itemId);
      const here = answers.filter((one) => one.itemId === itemId);
      const own = here.find((one) => one.personId === personId);
      const said = shown ? here.filter((one) => submitted.has(one.personId)) : [];
      return {
        itemId,
        title: item?.title ?? { zh: itemId, en: itemId },
        weight: item?.weight ?? 0,
        critical: item !== undefined && item.critical !== false,
        own: own ? { outcome: own.outcome, note: own.note, atMs: own.atMs } : null,
        said: said.map((one) => ({ personId: one.personId, outcome: one.outcome, note: one.note, atMs: one.atMs })),
        machine: shown ? { outcome, explanation } : null,
        differ: shown
          ? differing(
              said.map((one) => one.outcome),
              outcome,
            )
          : null,
        decision: decisions.get(itemId) ?? null,
      };
    });
    return shown ? differingFirst(all) : all;
  }

  private async decisions(calibrationId: string): Promise<Map<string, NonNullable<CalibrationItem['decision']>>> {
    type Row = Omit<NonNullable<CalibrationItem['decision']>, 'at'> & { itemId: string; at: Date };
    const rows: Row[] = await this.source.query(
      `select distinct on (said.item_id) said.item_id as "itemId", said.outcome, said.note, said.decided_at as at,
         json_build_object('zh', person.name_zh, 'en', person.name_en) as by
       from calibration_decision said join person on person.id = said.decided_by_person_id
       where said.calibration_id = $1 order by said.item_id, said.decided_at desc, said.id desc`,
      [calibrationId],
    );
    return new Map(rows.map(({ itemId, at, ...row }) => [itemId, { ...row, at: at.toISOString() }]));
  }

  private async recording(legId: string): Promise<Calibration['recording']> {
    const [found]: NonNullable<Calibration['recording']>[] = await this.source.query(
      `select id as "recordingId", duration_ms as "durationMs" from recording
       where leg_id = $1 and custody = 'sealed' and destruction_started_at is null and split_at is null order by id limit 1`,
      [legId],
    );
    return found ?? null;
  }
}

/** A person sees what they take part in while their right to judge reaches its leg, and what they manage. */
function visibleSql(asker: Asker, parameters: Parameters): string {
  const [judges, manages] = [
    visibleLegs('scorecards.judge', asker, parameters),
    visibleLegs('calibrations.manage', asker, parameters),
  ];
  const mine = `exists (select 1 from calibration_reviewer asked where asked.calibration_id = one.id
    and asked.person_id = ${parameters.add(asker.personId)})`;
  return `${calibrationSql(manages)} where ((${manages}) or ((${judges}) and ${mine}))`;
}
