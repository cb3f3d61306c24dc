import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  checklistSchema,
  type AgentRef,
  type BackTest,
  type Bilingual,
  type FiledOutcome,
  type Outcome,
  type OutcomeMove,
} from '#contracts';
import { type Asker } from '#people';
import { kappaOf, QualityRun, toldKappa, type AgreementCell } from '#quality';
import { AGENT } from '../call/list/call-row.js';
import { PointChangesQuery } from './point-changes.query.js';
import { RunQuery } from './run.query.js';
import { WithheldOfRunQuery, type WithheldOfRun } from './withheld-of-run.query.js';

interface CountRow extends OutcomeMove {
  itemId: string;
  personId: string;
}

interface AgreementRow extends AgreementCell {
  itemId: string;
}

/** What a back-test found, by item and by agent; without the legs that the reader is to judge blind. */
@Injectable()
export class BackTestQuery {
  constructor(
    private readonly source: DataSource,
    private readonly runs: RunQuery,
    private readonly points: PointChangesQuery,
    private readonly withheld: WithheldOfRunQuery,
  ) {}

  /** @throws DomainError `not_found` */
  async one(asker: Asker, runId: string): Promise<BackTest> {
    const run = await this.runs.flipping(asker, runId);
    const withheld = await this.withheld.of(asker, run);
    const [counts, agents, said, titles, points] = await Promise.all([
      this.counts(runId, withheld),
      this.agents(runId),
      this.agreements(runId, withheld),
      this.titles(runId),
      this.points.of(asker, runId, withheld),
    ]);
    const items = [...titles].map(([itemId, title]) => {
      const moves = movesOf(counts.filter((row) => row.itemId === itemId));
      return {
        itemId,
        title,
        flips: flipsOf(moves),
        moves,
        agreement: toldKappa(kappaOf(said.filter((row) => row.itemId === itemId))),
      };
    });
    const moves = movesOf(counts);
    const flips = flipsOf(moves);
    return {
      run,
      points,
      judged: run.done - run.leftOut - withheld.count,
      withheld: withheld.count,
      flips,
      moves,
      agreement: toldKappa(kappaOf(said)),
      items,
      agents: agents.map((agent) => {
        const own = movesOf(counts.filter(({ personId }) => personId === agent.personId));
        return { agent, flips: flipsOf(own), moves: own };
      }),
    };
  }

  private async counts(runId: string, { legIds, all }: WithheldOfRun): Promise<CountRow[]> {
    if (all) return [];
    return this.source.query(
      `select item_id as "itemId", person_id as "personId", from_outcome as "from", to_outcome as "to", sum(legs)::int as legs from (
         select item_id, person_id, from_outcome, to_outcome, legs from back_test_count where run_id = $1
         union all select split_part(move, ' ', 1), person_id, split_part(move, ' ', 2), split_part(move, ' ', 3), -1
         from back_test_leg, unnest(moves) move where run_id = $1 and leg_id = any($2)
       ) counted group by item_id, person_id, from_outcome, to_outcome having sum(legs) > 0`,
      [runId, legIds],
    );
  }

  /** Each agent once, with the team of the newest of their counts, in the order of their numbers. */
  private async agents(runId: string): Promise<AgentRef[]> {
    const rows: { agent: AgentRef }[] = await this.source.query(
      `select distinct on (person.staff_number) ${AGENT} as agent from back_test_count counted
       join person on person.id = counted.person_id join team on team.id = counted.team_id
       where run_id = $1 order by person.staff_number, team.id`,
      [runId],
    );
    return rows.map(({ agent }) => agent);
  }

  private async agreements(runId: string, { legIds, all }: WithheldOfRun): Promise<AgreementRow[]> {
    if (all) return [];
    return this.source.query(
      `select item_id as "itemId", human_outcome as human, to_outcome as "to", sum(legs)::int as legs from (
         select item_id, human_outcome, to_outcome, legs from back_test_agreement where run_id = $1
         union all select split_part(said, ' ', 1), split_part(said, ' ', 2), split_part(said, ' ', 3), -1
         from back_test_leg, unnest(agreements) said where run_id = $1 and leg_id = any($2)
       ) counted group by item_id, human_outcome, to_outcome having sum(legs) > 0`,
      [runId, legIds],
    );
  }

  /** The items of what was tested, in its order. */
  private async titles(runId: string): Promise<Map<string, Bilingual>> {
    const run = await this.source.manager.findOneByOrFail(QualityRun, { id: runId });
    const { sections } = checklistSchema.parse(run.definition);
    return new Map(sections.flatMap(({ items }) => items.map(({ id, title }) => [id, title])));
  }
}

const isFlip = ({ from, to }: OutcomeMove): boolean => from !== 'none' && from !== to;
const flipsOf = (moves: readonly OutcomeMove[]): number =>
  moves.filter(isFlip).reduce((sum, { legs }) => sum + legs, 0);

/** Rows of the same move as one; the most frequent first. */
function movesOf(rows: readonly OutcomeMove[]): OutcomeMove[] {
  const sums = new Map<string, OutcomeMove>();
  for (const { from, to, legs } of rows) {
    const key = `${from satisfies FiledOutcome} ${to satisfies Outcome}`;
    sums.set(key, { from, to, legs: (sums.get(key)?.legs ?? 0) + legs });
  }
  return [...sums.values()].sort((a, b) => b.legs - a.legs || (a.from + a.to < b.from + b.to ? -1 : 1));
}
