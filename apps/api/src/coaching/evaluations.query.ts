import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checklistSchema, type Checklist, type EvaluationEnd, type ItemResult, type SelfEvaluation } from '#contracts';
import { evaluationEnd, countSame } from '#coaching';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { WithheldResults } from '#reviews';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { LEG_NUMBER, shownCardSql } from './moments.query.js';

type Own = Pick<SelfEvaluation['items'][number], 'itemId' | 'own' | 'comment'>;

interface Row extends Pick<SelfEvaluation, 'evaluationId' | 'callId' | 'legId' | 'leg' | 'language' | 'customer'> {
  startedAt: Date;
  askedAt: Date;
  until: Date | null;
  submittedAt: Date | null;
  endedWhy: Exclude<EvaluationEnd, 'lapsed'> | null;
  asked: Checklist;
  results: ItemResult[] | null;
  answers: Own[];
}

/** What agents were asked to score themselves, and how it compares. */
@Injectable()
export class EvaluationsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  async of(asker: Asker, sessionId: string): Promise<SelfEvaluation[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const rows: Row[] = await this.source.query(evaluationsSql(parameters.add(sessionId), visible), parameters.values);
    // The agent's own until they have answered; a coach may be to judge the call blind.
    const hidden = await this.withheld.of(asker);
    return rows.map((row) => evaluationView(row, hidden.includes(row.legId), this.clock.now()));
  }
}

function evaluationView(
  { asked, results, answers, endedWhy, ...row }: Row,
  hidden: boolean,
  now: Date,
): SelfEvaluation {
  const { id, title, version, sections } = checklistSchema.parse(asked);
  const ended = evaluationEnd({ ...row, endedWhy }, now);
  const items = sections.flatMap((section) =>
    section.items.map((item) => {
      const { own = null, comment = null } = answers.find(({ itemId }) => itemId === item.id) ?? {};
      const result = hidden ? null : (results?.find(({ itemId }) => itemId === item.id)?.outcome ?? null);
      return { itemId: item.id, title: item.title, section: section.title, own, comment, result };
    }),
  );
  const { startedAt, askedAt, until, submittedAt } = row;
  return {
    ...row,
    checklist: { id, title, version },
    startedAt: startedAt.toISOString(),
    askedAt: askedAt.toISOString(),
    until: until?.toISOString() ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
    ended,
    items,
    same: submittedAt ? countSame(items) : null,
  };
}

const evaluationsSql = (session: string, visible: string): string => `
  select own.id as "evaluationId", own.call_id as "callId", own.leg_id as "legId", ${LEG_NUMBER} as leg, call.started_at as "startedAt",
    call.language, call.customer, own.asked_at as "askedAt", own.until, own.submitted_at as "submittedAt", own.ended_why as "endedWhy",
    asked.definition as asked, card.items as results,
    coalesce((select json_agg(json_build_object('itemId', said.item_id, 'own', said.outcome, 'comment', said.comment))
      from self_evaluation_answer said where said.evaluation_id = own.id), '[]') as answers
  from self_evaluation own join leg on leg.id = own.leg_id join call on call.id = own.call_id
  join checklist_version asked on asked.checklist_id = own.checklist_id and asked.version = own.checklist_version
  left join lateral (${shownCardSql('own.checklist_id')}) card on true
  where own.session_id = ${session} and ${visible} order by own.asked_at, own.id`;
