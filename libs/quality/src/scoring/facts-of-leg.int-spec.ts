import { type DataSource } from 'typeorm';
import { CallCorrection, CallJoined, Leg } from '#calls';
import { nextJobs } from '#contracts';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { newestOfLeg } from '#transcripts';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { ChecklistVersion } from '../checklists/checklist.entity.js';
import { loadChecklist } from '../checklists/load-checklist.js';
import { Scorecard } from '../scorecard.entity.js';
import { FactsOfLeg } from './facts-of-leg.service.js';
import { ScoreLegService } from './score-leg.service.js';

let desk: UploadDesk;
let source: DataSource;

beforeAll(async () => {
  desk = await UploadDesk.open();
  source = desk.api.source;
  const { checklist, hash: sha256 } = loadChecklist('standard-inbound');
  const { id: checklistId, version } = checklist;
  const file = { checklistId, version, definition: checklist, sha256, publishedAt: new Date() };
  await source.manager.insert(ChecklistVersion, file);
});
afterAll(() => desk.api.stop());

const began = Date.parse('2026-11-24T01:30:00Z');
const at = (seconds: number): Date => new Date(began + seconds * 1000);

const WORDS = [
  ...['Good morning, card services, Lee speaking, how may I help you?', 'My card is blocked and I need it today.'],
  ...['I see. May I put you through to our technical team? They can unblock it.', 'Yes, please, that is fine with me.'],
  ...['Thank you. I am transferring you to the technical team now.', 'Thank you very much for your help.'],
].map((text, i) => ({ speaker: i % 2 === 0 ? ('agent' as const) : ('customer' as const), text }));

/**
 * A call as records tell it: the first agent spoke from 10 s to 70 s, asked a colleague from 50 s, and passed the customer on; the colleague
 * spoke on until 120 s. Both are recorded.
 */
async function transferred(how: 'warm' | 'blind', consult: boolean): Promise<BuiltCall & { second: string }> {
  const { first: personId, teamA: teamId } = desk.organisation;
  const told = { recordKey: newId(), ringSeconds: 6, transfer: how, consulted: null, transferTarget: '1002' };
  const times = { beganAt: at(4), alertedAt: null, answeredAt: at(10), endedAt: at(70) };
  const call = await buildCall(
    source,
    { personId, teamId, ...told, ...times, hangupParty: null, holds: [] },
    { stage: 'transcribed', startedAt: at(0) },
  );
  const second = newId();
  const of = { callId: call.callId, holdSpans: [], holds: [], hangupParty: null, transfer: null };
  await source.manager.insert(Leg, [
    ...(consult
      ? [
          {
            ...{ ...of, id: newId(), position: 1, kind: 'consult' as const, outcome: 'answered' as const },
            ...{ extension: '1002', beganAt: at(50), answeredAt: at(54), endedAt: at(70), recordKey: newId() },
          },
        ]
      : []),
    {
      ...{ ...of, id: second, position: 2, personId, teamId, outcome: 'answered' as const, extension: '1002' },
      ...{ beganAt: at(70), answeredAt: at(70), endedAt: at(120), recordKey: newId() },
      ...{ hangupParty: 'customer' as const, transfer: 'none' as const },
    },
  ]);
  await source.manager.update(Leg, call.legId, { transferredToLegId: second });
  const vault = desk.api.app.get(VaultService);
  for (const legId of [call.legId, second]) {
    const { recordingId } = await buildRecording(source, vault, { ...call, legId }, { beganAt: at(10) });
    await buildTranscript(source, vault, recordingId, WORDS);
  }
  return { ...call, second };
}

/** How the newest automatic card of the leg came out. */
async function verdicts(legId: string): Promise<Record<string, string>> {
  await source.transaction((tx) => desk.api.app.get(ScoreLegService).scoreAgain(tx, legId));
  const [card] = await source.manager.find(Scorecard, { where: { legId }, order: { createdAt: 'DESC' }, take: 1 });
  return Object.fromEntries(card!.items.map(({ itemId, outcome }) => [itemId, outcome]));
}

const askAgain = (callId: string): Promise<string[]> =>
  source.transaction((tx) => desk.api.app.get(FactsOfLeg).scoreAgain(tx, callId));

describe('the briefing before a transfer', () => {
  it('is told by the consultation, of the agent who asked, and of no other', async () => {
    const { legId, second } = await transferred('warm', true);
    expect(await verdicts(legId)).toMatchObject({ 'transfer.briefed': 'met', 'transfer.purpose_consent': 'met' });
    expect(await verdicts(second)).toMatchObject({ 'transfer.briefed': 'not_applicable' });
  });

  it('was not given where the customer was passed on blind and no one was asked', async () => {
    expect(await verdicts((await transferred('blind', false)).legId)).toMatchObject({ 'transfer.briefed': 'not_met' });
  });

  it('is not known where no record tells of the consultation', async () => {
    expect(await verdicts((await transferred('warm', false)).legId)).toMatchObject({
      'transfer.briefed': 'insufficient',
    });
  });
});

describe('a recorded call that was joined to another', () => {
  it('is judged by the consultation that records tell of there', async () => {
    const { callId, legId } = await transferred('blind', false);
    expect(await verdicts(legId)).toMatchObject({ 'transfer.briefed': 'not_met' });
    const into = await buildCall(source, { personId: desk.organisation.first, teamId: desk.organisation.teamA });
    await source.manager.insert(CallJoined, { callId, intoCallId: into.callId, at: new Date() });
    await source.manager.insert(Leg, {
      ...{ id: newId(), callId: into.callId, position: 1, kind: 'consult', outcome: 'answered', extension: '1002' },
      ...{ beganAt: at(50), answeredAt: at(54), endedAt: at(60), recordKey: newId(), holdSpans: [] },
    });
    expect(await askAgain(into.callId)).toEqual([legId]);
    expect(await verdicts(legId)).toMatchObject({ 'transfer.briefed': 'met' });
  });
});

describe('what a person said', () => {
  it('goes before what records say of the same: when it rang, and that there was no hold', async () => {
    const { callId, legId } = await transferred('warm', true);
    const facts = async () => {
      const { recordingId } = (await newestOfLeg(source.manager, legId))!;
      const leg = await source.manager.findOneByOrFail(Leg, { id: legId });
      return desk.api.app.get(FactsOfLeg).of(source.manager, leg, recordingId);
    };
    const held: [string, string][] = [[at(30).toISOString(), at(40).toISOString()]];
    await source.manager.update(Leg, legId, { holds: held });
    expect(await facts()).toMatchObject({ ringSeconds: 6, holdSpans: [{ fromMs: 20_000, toMs: 30_000 }] });
    await source.manager.update(Leg, legId, { alertedAt: at(1) });
    const said = { id: newId(), callId, legId, byPersonId: desk.organisation.second, at: new Date() };
    const after = { alertedAt: at(1).toISOString(), holdSpans: [] };
    await source.manager.insert(CallCorrection, {
      ...{ ...said, origin: 'person', reason: 'as I heard it', before: {}, after, moved: [], proposalId: null },
    });
    expect(await facts()).toMatchObject({ ringSeconds: 9, holdSpans: [] });
  });
});

describe('facts that are told after a call was judged', () => {
  it('ask for a new score of the legs that they change, and of no other; the card before keeps its own', async () => {
    const { callId, legId, second } = await transferred('blind', false);
    await verdicts(legId);
    await verdicts(second);
    expect(await askAgain(callId)).toEqual([]);

    await source.manager.insert(Leg, {
      ...{ id: newId(), callId, position: 3, kind: 'consult', outcome: 'answered', extension: '1002' },
      ...{ beganAt: at(50), answeredAt: at(54), endedAt: at(60), recordKey: newId(), holdSpans: [] },
    });
    expect(await askAgain(callId)).toEqual([legId]);
    const told = await source.query(
      `select details from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = 'call.facts_changed'`,
      [callId],
    );
    expect(told).toEqual([{ details: { legIds: [legId] } }]);
    expect(nextJobs('call.facts_changed', { legIds: [legId] }, callId)).toEqual([
      { job: 'score-leg', subjectId: legId },
    ]);

    expect(await verdicts(legId)).toMatchObject({ 'transfer.briefed': 'met' });
    const cards = await source.manager.find(Scorecard, { where: { legId }, order: { createdAt: 'ASC' } });
    const consulted = cards.map(({ inputs }) => (inputs as { facts: { consulted: boolean } }).facts.consulted);
    expect(consulted).toEqual([false, true]);
    expect(await askAgain(callId)).toEqual([]);
  });
});
