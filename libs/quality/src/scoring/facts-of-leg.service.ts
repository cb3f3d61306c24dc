import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type CompanyProfile, type ScoringFacts } from '#contracts';
import { withCorrections, Call, Leg, directionOf, legsOfCalls, rowsOfCall } from '#calls';
import { lastDecision } from '#consent';
import { JournalService } from '#journal';
import { Company, isQuietHour } from '#people';
import { Recording, RecordingUnheard } from '#recordings';
import { legFacts } from '#telephony';
import { newestOfLeg } from '#transcripts';
import { canonicalJson } from '#journal/rules';
import { INPUTS_AS_THEY_LIE } from '../packed/packed-card.js';

/** What checks may rely on of a leg beside its words and sound, and new scores where that changed. */
@Injectable()
export class FactsOfLeg {
  constructor(private readonly journal: JournalService) {}

  /** @param recordingId the recording that is judged: holds are counted from its start */
  async of(manager: EntityManager, stored: Leg, recordingId: string): Promise<ScoringFacts> {
    const [leg] = await withCorrections(manager, [stored]);
    const { incomplete, beganAt } = await manager.findOneByOrFail(Recording, { id: recordingId });
    const call = await manager.findOneByOrFail(Call, { id: leg.callId });
    // A recorded leg stays where it was when its call was joined to another; whom its agent consulted is then a leg of that one.
    const legs = await legsOfCalls(manager, await rowsOfCall(manager, call.id));
    const consent = await lastDecision(manager, call.id);
    const known = { ...leg, source: call.source, direction: directionOf(call), consent };
    return {
      ...legFacts(known, { call: legs, recordingBeganAt: beganAt }),
      quietHours: await quietHours(manager, call),
      talkSeconds: talkSeconds(leg),
      ...(incomplete && { cutShort: true }),
      ...(await notHeard(manager, recordingId, { answeredAt: leg.answeredAt, beganAt })),
    };
  }

  /**
   * Asks for a new score of each leg of a call, and of calls joined with it, whose newest automatic cards rest on other facts than are known now. A caller that writes
   * facts of legs calls it in the same transaction; cards that are there keep theirs.
   * @returns the legs that are scored again
   */
  async scoreAgain(tx: EntityManager, callId: string): Promise<string[]> {
    const judged: { leg_id: string; call_id: string; inputs: object }[] = await tx.query(
      `select distinct on (card.leg_id, card.checklist_id) card.leg_id, leg.call_id, card.inputs
       from scorecard card join leg on leg.id = card.leg_id
       where leg.call_id = any($1) and card.author = 'automatic' and card.inputs is not null
       order by card.leg_id, card.checklist_id, card.created_at desc, card.id desc`,
      [await rowsOfCall(tx, callId)],
    );
    const legIds: string[] = [];
    for (const legId of new Set(judged.map(({ leg_id }) => leg_id))) {
      const words = await newestOfLeg(tx, legId);
      if (!words) continue;
      const now = await this.of(tx, await tx.findOneByOrFail(Leg, { id: legId }), words.recordingId);
      if (judged.some((card) => card.leg_id === legId && !sameFacts(factsIn(card.inputs), now))) legIds.push(legId);
    }
    const changed = judged.filter((card) => legIds.includes(card.leg_id));
    for (const id of new Set(changed.map((card) => card.call_id))) {
      const its = legIds.filter((legId) => changed.some((card) => card.call_id === id && card.leg_id === legId));
      await this.journal.append(tx, 'call.facts_changed', { legIds: its }, { callId: id });
    }
    return legIds;
  }
}

const factsIn = (inputs: object): ScoringFacts => (INPUTS_AS_THEY_LIE.from(inputs) as { facts: ScoringFacts }).facts;

/** A recording that begins so soon after the answer holds its first word. */
const AT_ONCE_MS = 500;

/** What of a captured call is not in its recording. */
async function notHeard(
  manager: EntityManager,
  recordingId: string,
  { answeredAt, beganAt }: { answeredAt: Date | null; beganAt: Date | null },
): Promise<Pick<ScoringFacts, 'unheard'>> {
  const spans = await manager.find(RecordingUnheard, { where: { recordingId }, order: { fromMs: 'ASC', toMs: 'ASC' } });
  const unheard = spans.map(({ fromMs, toMs }) => ({ fromMs, toMs }));
  const late = answeredAt && beganAt ? beganAt.getTime() - answeredAt.getTime() : 0;
  if (late > AT_ONCE_MS) unheard.unshift({ fromMs: -late, toMs: 0 });
  return unheard.length > 0 ? { unheard } : {};
}

/** A matter of the calls that the company places; the profile says when customers of a region are left in peace. */
async function quietHours(manager: EntityManager, { direction, region, startedAt }: Call): Promise<boolean | null> {
  if (direction !== 'outbound') return null;
  const profile = await companyProfile(manager);
  return profile?.quietHours ? isQuietHour(startedAt, region, profile.quietHours) : null;
}

/** @returns null until set-up has written a company profile */
export async function companyProfile(manager: EntityManager): Promise<CompanyProfile | null> {
  const company = await manager.findOneBy(Company, { id: 1 });
  return company?.profile ?? null;
}

const talkSeconds = ({ answeredAt, endedAt }: Leg): number | null =>
  answeredAt && endedAt ? Math.max(0, (endedAt.getTime() - answeredAt.getTime()) / 1000) : null;

/** Whether a leg would be judged by the same. Older cards lack what was not asked then, which is as good as unknown. */
export function sameFacts(judged: ScoringFacts, now: ScoringFacts): boolean {
  const names = [...Object.keys(judged), ...Object.keys(now)] as (keyof ScoringFacts)[];
  return names.every((name) => canonicalJson(judged[name] ?? null) === canonicalJson(now[name] ?? null));
}
