import pg from 'pg';
import { type DrawDetail, type SamplingPlan, type SamplingPlanView, type ScorecardList } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService } from '#people';
import { Clock } from '#platform';
import { SamplingDraws } from '#reviews';
import { VaultService } from '#recordings';
import { Assigning } from '../../libs/reviews/src/sampling/assigning.js';
import { buildAccount, buildGrant, type TestAccount } from '../factories/accounts.js';
import { buildCall, type BuiltCall } from '../factories/calls.js';
import { buildRecording, buildTranscript } from '../factories/recordings.js';
import { buildScorecard } from '../factories/scorecards.js';
import { UploadDesk } from './upload-desk.js';

/** Stands where the test puts it. */
export class MovedClock extends Clock {
  at = new Date();
  override now(): Date {
    return this.at;
  }
}

export const PLAN: SamplingPlan = {
  ...{ name: 'Two of each agent', kind: 'random', strata: 'agent', risks: [], lowScoreBelow: 60, silenceFrom: 20 },
  ...{ period: 'day', size: { n: 2, per: 'stratum' }, languages: [], teamIds: [], clientIds: [], checklistId: null },
  ...{ reviewers: [], dueDays: 5 },
};

/** The API with people who plan, read and judge draws, and draws by a clock that the test moves. */
export class SamplingDesk {
  manager!: TestAccount;
  auditor!: TestAccount;
  /** The first for the whole company, the second for team A. */
  analysts!: TestAccount[];
  /** Of team A and of team B. */
  agents!: TestAccount[];
  readonly clock = new MovedClock();
  draws!: SamplingDraws;

  private constructor(readonly desk: UploadDesk) {}

  static async open(): Promise<SamplingDesk> {
    const made = new SamplingDesk(await UploadDesk.open());
    const { api, organisation } = made.desk;
    const { teamA, teamB } = organisation;
    const person = (role: TestAccount['role'], teamId: string | null) => made.person(role, teamId);
    made.manager = await person('quality_manager', null);
    made.auditor = await person('auditor', null);
    made.analysts = [await person('quality_analyst', null), await person('quality_analyst', teamA)];
    made.agents = [await person('agent', teamA), await person('agent', teamB)];
    await buildGrant(api.source, organisation, { role: 'quality_analyst' });
    const { get } = made;
    made.draws = new SamplingDraws(api.source, get(CompanyService), get(Assigning), get(JournalService), made.clock);
    return made;
  }

  readonly get = <T>(type: new (...args: never[]) => T): T => this.desk.api.app.get(type, { strict: false });
  readonly ask = <T>(...asked: Parameters<UploadDesk['ask']>) => this.desk.ask<T>(...asked);
  readonly sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
    this.desk.api.source.query(text, values);
  readonly create = (over: Partial<SamplingPlan> = {}) =>
    this.ask<SamplingPlanView>(this.manager, 'POST', 'sampling/plans', { ...PLAN, ...over });

  person(role: TestAccount['role'], teamId: string | null): Promise<TestAccount> {
    const { api, organisation } = this.desk;
    return buildAccount(api.source, organisation, { role, teamId });
  }

  /** What the product itself may not change. */
  async asOwner(text: string, values: unknown[] = []): Promise<void> {
    const owner = new pg.Client({ connectionString: this.desk.api.ownerUrl });
    await owner.connect();
    try {
      await owner.query(text, values);
    } finally {
      await owner.end();
    }
  }

  /** So many hours after the period of a draw began. */
  async hoursInto(drawId: string): Promise<(hours: number) => Date> {
    const [row] = await this.sql<{ from_at: Date }>('select from_at from sampling_draw where id = $1', [drawId]);
    return (hours) => new Date(row!.from_at.getTime() + hours * 3_600_000);
  }

  readonly read = async (drawId: string): Promise<DrawDetail> =>
    (await this.ask<DrawDetail>(this.auditor, 'GET', `sampling/draws/${drawId}`)).body;

  /** A scored call with sound. */
  async scored(agent: TestAccount, teamId: string, startedAt: Date, over: Parameters<typeof buildCall>[2] = {}) {
    const { source } = this.desk.api;
    const vault = this.get(VaultService);
    const leg = { personId: agent.personId, teamId };
    const call: BuiltCall = await buildCall(source, leg, { stage: 'scored', startedAt, ...over });
    const { recordingId } = await buildRecording(source, vault, call, { durationMs: 1000 });
    const transcriptId = await buildTranscript(source, vault, recordingId, [{ speaker: 'agent', text: 'Hi.' }]);
    const scorecardId = await buildScorecard(source, call.legId, transcriptId);
    return { ...call, recordingId, scorecardId };
  }

  /** Publishes answers on the small checklist. @returns status and, where it was refused, the code */
  async publish(
    who: TestAccount,
    { callId, legId }: { callId: string; legId: string },
    outcomes: Record<string, 'met' | 'not_met'>,
    completes?: string,
  ): Promise<[number, string | undefined]> {
    const { body } = await this.ask<ScorecardList>(who, 'GET', `calls/${callId}/scorecards`);
    const answers = Object.entries(outcomes).map(([itemId, outcome]) => {
      return { itemId, outcome, places: [], reason: 'meaning_misread' };
    });
    const review = { legId, checklistId: 'small', basedOn: body.scorecards[0]!.scorecardId, answers };
    const sent = { ...review, ...(completes && { completes }) };
    const answer = await this.ask<{ code?: string }>(who, 'POST', `calls/${callId}/reviews`, sent);
    return [answer.status, answer.body.code];
  }
}
