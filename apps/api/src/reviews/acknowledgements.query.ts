import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { type AcknowledgementList, type AcknowledgementQuery as Query, type Bilingual } from '#contracts';
import { type Asker } from '#people';
import { WithheldResults } from '#reviews';
import { AGENT } from '../call/list/call-row.js';
import { writeKey, keyFrom } from '../people/list-cursor.rules.js';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';
import { apiRefusals } from '../refusals.js';

type Item = AcknowledgementList['items'][number];
interface Row extends Omit<Item, 'startedAt' | 'askedAt' | 'acknowledgedAt' | 'checklist'> {
  micros: string;
  startedAt: Date;
  askedAt: Date;
  acknowledgedAt: Date | null;
  checklistId: string;
  checklistTitle: Bilingual;
}

/** Reviews that their agents were asked to read, of the legs whose scores the asker may see: an agent’s own, a supervisor’s teams. */
@Injectable()
export class AcknowledgementsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
  ) {}

  /** @throws DomainError `bad_cursor` */
  async list(asker: Asker, { show, cursor, limit }: Query): Promise<AcknowledgementList> {
    const withheld = await this.withheld.of(asker);
    const counted = new Parameters();
    const [total]: { n: number }[] = await this.source.query(
      `select count(*)::int as n from ${reached(asker, show, withheld, counted)}`,
      counted.values,
    );
    const parameters = new Parameters();
    const [key, order, beyond] = show === 'read' ? ['acknowledged_at', 'desc', '<'] : ['asked_at', 'asc', '>'];
    let after = '';
    if (cursor !== undefined) {
      const [micros, id] = keyFrom(cursor, 2);
      if (!/^\d{1,17}$/.test(micros ?? '') || !z.uuid().safeParse(id).success) throw apiRefusals.bad_cursor();
      const at = `to_timestamp(0) + ${parameters.add(micros)}::bigint * interval '1 microsecond'`;
      after = `and (read.${key}, read.scorecard_id) ${beyond} (${at}, ${parameters.add(id)}::uuid)`;
    }
    const rows: Row[] = await this.source.query(
      `with read as (select read.* from ${reached(asker, show, withheld, parameters)} ${after}
         order by read.${key} ${order}, read.scorecard_id ${order} limit ${parameters.add(limit + 1)})
       ${columns(key)} order by read.${key} ${order}, read.scorecard_id ${order}`,
      parameters.values,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      total: total?.n ?? 0,
      items: page.map(itemOf),
      nextCursor: last ? writeKey(last.micros, last.scorecardId) : null,
    };
  }
}

const SHOWN: Record<Query['show'], string> = {
  unread: 'read.acknowledged_at is null and read.ended_at is null',
  read: 'read.acknowledged_at is not null',
};

const reached = (asker: Asker, show: Query['show'], withheld: readonly string[], parameters: Parameters): string =>
  `review_acknowledgement read join leg on leg.id = read.leg_id
   where ${SHOWN[show]} and ${visibleLegs('scorecards.read', asker, parameters)} and ${resultShown(withheld, parameters)}`;

const columns = (key: string): string => `
  select read.scorecard_id as "scorecardId", (extract(epoch from read.${key}) * 1000000)::bigint::text as micros, call.id as "callId",
    (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg,
    call.started_at as "startedAt", call.language, call.customer, matter.title as matter, ${AGENT} as agent,
    read.checklist_id as "checklistId", version.definition->'title' as "checklistTitle",
    json_build_object('zh', author.name_zh, 'en', author.name_en) as reviewer,
    read.asked_at as "askedAt", read.acknowledged_at as "acknowledgedAt", read.note
  from read join leg on leg.id = read.leg_id join call on call.id = leg.call_id left join matter on matter.id = call.matter_id
  join person on person.id = leg.person_id join team on team.id = leg.team_id
  join scorecard on scorecard.id = read.scorecard_id join person author on author.id = scorecard.author_person_id
  join checklist_version version on version.checklist_id = scorecard.checklist_id and version.version = scorecard.checklist_version`;

function itemOf({ micros: _, checklistId, checklistTitle, ...row }: Row): Item {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    askedAt: row.askedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    checklist: { id: checklistId, title: checklistTitle },
  };
}
