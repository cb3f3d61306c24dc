import { Injectable } from '@nestjs/common';
import { type CallDetail, type Permission } from '#contracts';
import { type Call, type Leg } from '#calls';
import { GrantService } from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { type Recording } from '#recordings';
import { listenRefusal } from './listen-refusal.rules.js';

/** What an account may do on one call's page, by the same rules as the routes that do it. */
@Injectable()
export class MayQuery {
  constructor(private readonly grants: GrantService) {}

  async may(
    asker: Asker,
    call: Call,
    legs: readonly Leg[],
    recordings: readonly Recording[],
  ): Promise<CallDetail['may']> {
    const listen = await this.listen(asker, legs, recordings);
    const readWords = await this.readWords(asker, legs);
    return { ...listen, readWords, retry: retry(asker, call, legs), giveUp: giveUp(asker, call, legs) };
  }

  private async listen(asker: Asker, legs: readonly Leg[], recordings: readonly Recording[]) {
    const recording = recordings[0];
    const leg = legs.find(({ id }) => id === recording?.legId) ?? legs[0];
    const permitted = leg && reaches(scopeOf('audio.play', asker.held, asker.personId), leg);
    const answer = permitted ? await this.grants.liveGrant(asker, leg, 'listen') : null;
    const grant = answer?.allowed ? answer.grant : null;
    const refusal = listenRefusal(recording, grant !== null);
    return { listen: refusal === null, listenRefusal: refusal, grantCode: grant?.code ?? null };
  }

  private async readWords(asker: Asker, legs: readonly Leg[]): Promise<boolean> {
    const scope = scopeOf('transcripts.read', asker.held, asker.personId);
    for (const leg of legs) {
      if (reaches(scope, leg) && (await this.grants.liveGrant(asker, leg, 'read')).allowed) return true;
    }
    return false;
  }
}

/** Another try, also for a call that was given up. */
const retry = (asker: Asker, { stage }: Call, legs: readonly Leg[]): boolean =>
  (stage === 'needs_attention' || stage === 'given_up') && reachesAny('calls.retry', asker, legs);

const giveUp = (asker: Asker, { stage }: Call, legs: readonly Leg[]): boolean =>
  stage === 'needs_attention' && reachesAny('calls.give_up', asker, legs);

function reachesAny(permission: Permission, asker: Asker, legs: readonly Leg[]): boolean {
  const scope = scopeOf(permission, asker.held, asker.personId);
  return legs.some((leg) => reaches(scope, leg));
}
