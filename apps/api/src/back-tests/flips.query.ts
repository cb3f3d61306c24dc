import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { checklistSchema, type FlipFilters, type FlipList } from '#contracts';
import { type Asker } from '#people';
import { QualityRun } from '#quality';
import { WithheldResults } from '#reviews';
import { AGENT } from '../call/list/call-row.js';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';
import { writeKey, keyFrom } from '../people/list-cursor.rules.js';
import { RunQuery } from './run.query.js';
import { apiRefusals } from '../refusals.js';

type Flip = FlipList['flips'][number];
type Row = Omit<Flip, 'startedAt' | 'title'> & { startedAt: Date };

/** The results that came out otherwise, each with the second where it can be heard; of legs that the asker may see. */
@Injectable()
export class FlipsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly runs: RunQuery,
    private readonly withheld: WithheldResults,
  ) {}

  /** @throws DomainError `not_found`, `bad_cursor` */
  async list(asker: Asker, runId: string, filters: FlipFilters): Promise<FlipList> {
    await this.runs.flipping(asker, runId);
    const run = await this.source.manager.findOneByOrFail(QualityRun, { id: runId });
    const items = checklistSchema.parse(run.definition).sections.flatMap((section) => section.items);
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    const parameters = new Parameters();
    const shown = resultShown(await this.withheld.of(asker), parameters);
    const where = [...conditions(asker, runId, filters, parameters), shown].join(' and ');
    const rows: Row[] = await this.source.query(
      `select call.id as "callId", leg.id as "legId",
         (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg,
         call.started_at as "startedAt", ${AGENT} as agent, item_id as "itemId", from_outcome as "from", to_outcome as "to", at_ms as "atMs"
       from back_test_flip flip join leg on leg.id = flip.leg_id join call on call.id = leg.call_id
       join person on person.id = leg.person_id join team on team.id = leg.team_id
       where ${where} order by item_id, leg.id limit ${parameters.add(filters.limit + 1)}`,
      parameters.values,
    );
    const page = rows.slice(0, filters.limit);
    const last = rows.length > filters.limit ? page.at(-1) : undefined;
    return {
      flips: page.map(({ startedAt, ...row }) => ({
        ...row,
        startedAt: startedAt.toISOString(),
        title: titles.get(row.itemId) ?? { zh: row.itemId, en: row.itemId },
      })),
      nextCursor: last ? writeKey(last.itemId, last.legId) : null,
    };
  }
}

function conditions(asker: Asker, runId: string, filters: FlipFilters, parameters: Parameters): string[] {
  const { item, from, to, agent, cursor } = filters;
  return [
    `run_id = ${parameters.add(runId)}`,
    visibleLegs('scorecards.read', asker, parameters),
    ...(item ? [`item_id = ${parameters.add(item)}`] : []),
    ...(from ? [`from_outcome = ${parameters.add(from)}`] : []),
    ...(to ? [`to_outcome = ${parameters.add(to)}`] : []),
    ...(agent ? [`leg.person_id = ${parameters.add(agent)}`] : []),
    ...(cursor === undefined ? [] : [after(cursor, parameters)]),
  ];
}

function after(cursor: string, parameters: Parameters): string {
  const [itemId, legId] = keyFrom(cursor, 2);
  if (!z.uuid().safeParse(legId).success) throw apiRefusals.bad_cursor();
  return `(item_id, leg.id) > (${parameters.add(itemId)}, ${parameters.add(legId)}::uuid)`;
}
