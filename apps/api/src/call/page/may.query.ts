import { Injectable } from '@nestjs/common';
import { DataSource, In, Not } from 'typeorm';
import { LISTED_STAGES, type Bilingual, type CallMay, type Permission } from '#contracts';
import { Leg as LegRow, type Call, type Leg } from '#calls';
import { partsIn } from '#intake';
import { GrantService, RequestGrants, SoundGate, type UsableGrant } from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { Clock } from '#platform';
import { type Recording } from '#recordings';
import { TranscriptRow } from '#transcripts';
import { listenRefusal } from './listen-refusal.rules.js';

/** What an account may do on one call's page, by the same rules as the routes that do it. */
@Injectable()
export class MayQuery {
  constructor(
    private readonly source: DataSource,
    private readonly grants: GrantService,
    private readonly gate: SoundGate,
    private readonly requestGrants: RequestGrants,
    private readonly clock: Clock,
  ) {}

  /** Of each of these legs: its own sound and words, by the rights that reach it. @param parts of the call: more than one where others were joined to it */
  async ofLegs(
    asker: Asker,
    parts: readonly Call[],
    legs: readonly [Leg, ...Leg[]],
    recordings: readonly Recording[],
  ): Promise<[CallMay, ...CallMay[]]> {
    const [first, ...rest] = await Promise.all(
      legs.map(async (leg) => {
        const own = recordings.filter(({ legId }) => legId === leg.id);
        const call = parts.find(({ id }) => id === leg.callId);
        return leg.personId === null || !call ? NOTHING : this.may(asker, { call, parts }, leg, own);
      }),
    );
    if (!first) throw new Error('a call that is seen has a leg that is seen');
    return [first, ...rest];
  }

  private async may(
    asker: Asker,
    { call, parts }: { call: Call; parts: readonly Call[] },
    leg: Leg,
    recordings: readonly Recording[],
  ): Promise<CallMay> {
    const legs = [leg];
    const requestGrants = await this.ofRequests(asker, recordings);
    const listen = await this.listen(asker, leg, recordings[0], requestGrants);
    const readWords = await this.readWords(asker, legs);
    const judgeRefusal = await this.judgeRefusal(asker, parts, legs);
    const mends = LISTED_STAGES.includes(call.stage) && (await this.mends(asker, call));
    return {
      ...listen,
      requestGrants: requestGrants.map(({ id, code, action, playsLeft }) => ({ grantId: id, code, action, playsLeft })),
      readWords,
      retry: retry(asker, call, legs) && isWorkLeft(legs, recordings),
      giveUp: giveUp(asker, call, legs),
      correct: reachesAny('calls.correct', asker, legs) && mends,
      correctWords: reachesAny('transcripts.correct', asker, legs) && readWords && mends,
      rehear: reachesAny('transcripts.rehear', asker, legs) && (await this.isHeardHere(recordings)),
      judge: judgeRefusal === null,
      judgeRefusal,
      rescore:
        call.stage === 'scored' &&
        recordings.some(({ destructionStartedAt }) => !destructionStartedAt) &&
        reachesAny('scorecards.rescore', asker, legs),
    };
  }

  /** A call that one took is for a colleague to judge, also the legs of it that others took. */
  private async judgeRefusal(asker: Asker, parts: readonly Call[], legs: readonly Leg[]) {
    if (!reachesAny('scorecards.judge', asker, legs)) return 'no_permission' as const;
    return (await this.isOwn(asker, parts)) ? ('own_call' as const) : null;
  }

  /** Whether the newest words of a recording are an engine's: those can be heard again. */
  private async isHeardHere(recordings: readonly Recording[]): Promise<boolean> {
    const open = recordings.filter(
      ({ custody, destructionStartedAt, rehearAskedAt }) =>
        custody === 'sealed' && !destructionStartedAt && !rehearAskedAt,
    );
    const recordingId = In(open.map(({ id }) => id));
    return this.source.manager.existsBy(TranscriptRow, { recordingId, engine: Not('provided') });
  }

  /** Who took the call, or has a part in an open dispute of it, corrects nothing of it, its words included. */
  private async mends(asker: Asker, call: Call): Promise<boolean> {
    const { own, disputed } = await partsIn(this.source.manager, asker.personId, call.id, this.clock.now());
    return !own && !disputed;
  }

  private isOwn(asker: Asker, parts: readonly Call[]): Promise<boolean> {
    return this.source.manager.existsBy(LegRow, { callId: In(parts.map(({ id }) => id)), personId: asker.personId });
  }

  /** What the asker's own requests gave for the recording that the page plays. */
  private async ofRequests(asker: Asker, [recording]: readonly Recording[]): Promise<Usable[]> {
    if (!recording || scopeOf('legal.request', asker.held, asker.personId).kind === 'none') return [];
    const of = { personId: asker.personId, recordingId: recording.id };
    const found = await Promise.all(
      (['listen', 'transcript'] as const).map(async (action) => {
        const [grant] = (await this.requestGrants.holding({ ...of, action })).filter(({ playsLeft }) => playsLeft > 0);
        return grant ? [{ ...grant, action }] : [];
      }),
    );
    return found.flat();
  }

  private async listen(asker: Asker, leg: Leg, recording: Recording | undefined, requestGrants: readonly Usable[]) {
    const permitted = reaches(scopeOf('audio.play', asker.held, asker.personId), leg);
    const answer = permitted ? await this.grants.liveGrant(asker, leg, 'listen') : null;
    const given = requestGrants.find(({ action }) => action === 'listen');
    const grant = answer?.allowed ? answer.grant : permitted ? (given ?? null) : null;
    const refusal = listenRefusal(recording, grant !== null, grant !== null && !answer?.allowed);
    const sound = recording && grant && refusal === null ? await this.gate.ask(recording, grant) : null;
    const checked = sound && 'refuse' in sound ? sound.refuse : refusal;
    return {
      listen: checked === null,
      listenRefusal: checked,
      grantCode: grant?.code ?? null,
      ask: checked === 'no_grant' ? await this.whomToAsk(leg) : [],
      sound: sound && 'sound' in sound ? sound.sound : null,
    };
  }

  /** People of legal whose role reaches the leg: some, by name. A person who may make a request of their own needs no one. */
  private async whomToAsk({ teamId }: Leg): Promise<Bilingual[]> {
    const rows: { name: Bilingual }[] = await this.source.query(
      `select json_build_object('zh', person.name_zh, 'en', person.name_en) as name from person
       where left_at is null and exists (
         select 1 from role_in_force held
         where held.person_id = person.id and held.role in ('legal_requester', 'legal_approver')
           and (held.team_id = $1 or held.client_id = (select client_id from team where id = $1)
             or (held.team_id is null and held.client_id is null)))
       order by person.name_en limit 3`,
      [teamId],
    );
    return rows.map(({ name }) => name);
  }

  private async readWords(asker: Asker, legs: readonly Leg[]): Promise<boolean> {
    const scope = scopeOf('transcripts.read', asker.held, asker.personId);
    for (const leg of legs) {
      if (reaches(scope, leg) && (await this.grants.liveGrant(asker, leg, 'read')).allowed) return true;
    }
    return false;
  }
}

/** A queue, a menu or an unknown telephone has no sound, no words and no score. */
const NOTHING: CallMay = {
  ...{ listen: false, listenRefusal: 'no_recording', sound: null, grantCode: null, ask: [], requestGrants: [] },
  ...{ readWords: false, retry: false, giveUp: false, correct: false, correctWords: false, rehear: false },
  ...{ judge: false, judgeRefusal: 'no_permission', rescore: false },
};

type Usable = UsableGrant & { action: 'listen' | 'transcript' };

/** Another try, also for a call that was given up. */
const retry = (asker: Asker, { stage }: Call, legs: readonly Leg[]): boolean =>
  (stage === 'needs_attention' || stage === 'given_up') && reachesAny('calls.retry', asker, legs);

/** Of a recording that is past its time, or gone, nothing is tried again: see `workableSubjects`. */
const isWorkLeft = (legs: readonly Leg[], recordings: readonly Recording[]): boolean =>
  legs.some(({ id }) => {
    const own = recordings.filter(({ legId }) => legId === id);
    return own.length === 0 || own.some(({ custody }) => custody !== 'expired' && custody !== 'destroyed');
  });

const giveUp = (asker: Asker, { stage }: Call, legs: readonly Leg[]): boolean =>
  stage === 'needs_attention' && reachesAny('calls.give_up', asker, legs);

function reachesAny(permission: Permission, asker: Asker, legs: readonly Leg[]): boolean {
  const scope = scopeOf(permission, asker.held, asker.personId);
  return legs.some((leg) => reaches(scope, leg));
}
