import { createHash } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { INVENTED_SOURCE, type Checklist, type ItemResult } from '#contracts';
import { Call, Leg, Matter } from '#calls';
import { ConsentDecision } from '#consent';
import { newId } from '#platform';
import { CountingScorecard, Scorecard } from '#quality';
import { addPoints, countOutcomes, worstItem } from '#quality/rules';
import { type InventedCall } from './invented-calls.rules.js';

/** A person and the team that they are in. */
export interface Seat {
  readonly personId: string;
  readonly teamId: string;
}

export interface InventedScore {
  readonly call: InventedCall;
  readonly checklist: Checklist;
  readonly items: readonly ItemResult[];
}

/** Written in one statement. */
const AT_ONCE = 200;

/** Writes invented calls with their scores: rows only, marked by their source, without recordings, words or journal entries. */
export async function writeHistory(
  tx: EntityManager,
  scores: readonly InventedScore[],
  seats: ReadonlyMap<string, Seat>,
): Promise<void> {
  const written = scores.map((score) => ({ callId: newId(), legId: newId(), matterId: newId(), score }));
  const insert = async <T>(entity: new () => T, rows: object[]) => {
    for (let at = 0; at < rows.length; at += AT_ONCE) await tx.insert(entity, rows.slice(at, at + AT_ONCE) as never);
  };
  await insert(
    Matter,
    written.map(({ matterId, score: { call } }) => {
      return { id: matterId, source: INVENTED_SOURCE, externalId: call.key, title: call.matter };
    }),
  );
  await insert(Call, written.map(callRow));
  await insert(ConsentDecision, written.map(consentRow));
  await insert(
    Leg,
    written.map(({ callId, legId, score: { call } }) => legRow(callId, legId, call, seats)),
  );
  const cards = written.map(({ legId, score }) => cardRow(legId, score));
  await insert(Scorecard, cards);
  await insert(
    CountingScorecard,
    cards.map(({ id, legId, checklistId, trusted }) => ({ legId, checklistId, scorecardId: trusted ? id : null })),
  );
}

const after = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);

const endOf = ({ startedAt, queueSeconds, ringSeconds, talkSeconds }: InventedCall): Date =>
  after(startedAt, queueSeconds + ringSeconds + talkSeconds);

function callRow({ callId, matterId, score: { call } }: { callId: string; matterId: string; score: InventedScore }) {
  const { key: externalId, direction, language, customer, startedAt } = call;
  return {
    ...{ id: callId, source: INVENTED_SOURCE, externalId, matterId, direction, language, customer, startedAt },
    ...{ classification: 'business', languageTold: null, region: 'CN', purpose: null, outcome: null },
    ...{ stage: 'scored', stageReason: null, stageSaid: null, stageAt: endOf(call), createdAt: startedAt },
  };
}

/** Nothing was recorded, and nothing was to be: so it is missing nowhere. */
function consentRow({ callId, score: { call } }: { callId: string; score: InventedScore }) {
  return {
    ...{ id: newId(), callId, state: 'unknown', ruleId: 'demonstration', mayRecord: false, reason: null },
    ...{ rulesVersion: 1, ground: null },
    ...{ evidenceKind: null, evidenceAt: null, evidenceReference: null, decidedAt: call.startedAt },
  };
}

function legRow(callId: string, legId: string, call: InventedCall, seats: ReadonlyMap<string, Seat>) {
  const seat = seats.get(call.username);
  if (!seat) throw new Error(`the demonstration has no person ${call.username}`);
  const inbound = call.direction === 'inbound';
  const alertedAt = after(call.startedAt, inbound ? call.queueSeconds : 0);
  return {
    ...{ id: legId, callId, position: 0, ...seat, alertedAt, hangupParty: call.hangupParty, transfer: 'none' },
    queueSeconds: inbound ? call.queueSeconds : null,
    queue: inbound ? call.queue : null,
    answeredAt: after(alertedAt, call.ringSeconds),
    endedAt: endOf(call),
    ...{ consulted: null, holdSpans: [] },
  };
}

function cardRow(legId: string, { call, checklist, items }: InventedScore) {
  const { points, maxPoints, coverage, pointsCount } = addPoints(checklist, items);
  return {
    ...{ id: newId(), legId, checklistId: checklist.id, checklistVersion: checklist.version, transcriptId: null },
    // No engine judged it, so none is named that could be asked to judge it again.
    ...{ lexiconHash: 'invented', engineHash: 'invented', profileHash: null, inputs: null, basedOnId: null },
    ...{ author: 'automatic' as const, authorPersonId: null, items: [...items], counts: countOutcomes(items) },
    worst: worstItem(checklist, items),
    points: pointsCount ? points : null,
    maxPoints: pointsCount ? maxPoints : null,
    ...{ coverage, trusted: pointsCount, createdAt: endOf(call) },
    resultSha256: createHash('sha256').update(JSON.stringify(items)).digest('hex'),
  };
}
