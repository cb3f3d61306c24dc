import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LEAST_DECIDED, type Bilingual, type Outcome, type ReviewerAgreementList } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Clock } from '#platform';
import { driftOf, kappaOfAnswers, type DecidedAnswer } from '#reviews/rules';
import { wilson } from '#quality/rules';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

interface Row extends DecidedAnswer {
  personId: string;
  name: Bilingual;
  calibrationId: string;
  month: string;
  said: Outcome;
  decided: Outcome;
}

/** How often reviewers said what was decided. */
@Injectable()
export class ReviewerAgreementQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  /** Of calibrations that closed in the last months; the asker's own where they manage none. No one is measured by what they decided themselves. */
  async list(asker: Asker, months: number): Promise<ReviewerAgreementList> {
    const { timeZone } = await this.company.profile();
    const parameters = new Parameters();
    const managed = visibleLegs('calibrations.manage', asker, parameters);
    const judged = visibleLegs('scorecards.judge', asker, parameters);
    const since = parameters.add(monthsBefore(this.clock.now(), months));
    const me = parameters.add(asker.personId);
    const rows: Row[] = await this.source.query(
      `select person.id as "personId", json_build_object('zh', person.name_zh, 'en', person.name_en) as name, one.id as "calibrationId",
         to_char(one.closed_at at time zone ${parameters.add(timeZone)}, 'YYYY-MM') as month, answer.outcome as said, right_one.outcome as decided
       from calibration one join leg on leg.id = one.leg_id
       join calibration_reviewer asked on asked.calibration_id = one.id and asked.submitted_at is not null
       join person on person.id = asked.person_id
       join calibration_answer answer on answer.calibration_id = one.id and answer.person_id = asked.person_id
       join lateral (select said.outcome, said.decided_by_person_id as by from calibration_decision said where said.calibration_id = one.id and said.item_id = answer.item_id
         order by said.decided_at desc, said.id desc limit 1) right_one on true
       where one.closed_at >= ${since} and right_one.by <> asked.person_id and ((${managed}) or ((${judged}) and asked.person_id = ${me}))
       order by person.name_en, person.id, month desc`,
      parameters.values,
    );
    const people = [...together(rows, ({ personId }) => personId).values()];
    return { months, items: people.map(agreementOf) };
  }
}

function agreementOf(rows: Row[]): ReviewerAgreementList['items'][number] {
  const { personId, name } = rows[0]!;
  const kappa = driftOf(rows).answers < LEAST_DECIDED ? null : kappaOfAnswers(rows);
  return {
    ...{ personId, name, sessions: new Set(rows.map(({ calibrationId }) => calibrationId)).size },
    ...agreed(rows),
    kappa: kappa && { value: kappa.kappa, low: kappa.low, high: kappa.high },
    months: [...together(rows, ({ month }) => month)].map(([month, of]) => ({ month, ...agreed(of) })),
  };
}

/** Few answers have a number, but no share: chance would be read as drift. */
function agreed(rows: readonly Row[]) {
  const { answers, agreed: same } = driftOf(rows);
  return { answers, agreed: same, rate: answers < LEAST_DECIDED ? null : wilson(same, answers) };
}

function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  return then;
}

function together(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return found;
}
