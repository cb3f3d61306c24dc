import {
  type CallDetail,
  type CallJournal,
  type CallList,
  type Problem,
  type ScorecardList,
  type TranscriptView,
} from '#contracts';
import { joinCall } from '#calls';
import { JournalService } from '#journal';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

/** Two uploads whose calls telephone records tell to be one, with an agent of one team each. */
describe('two calls that turned out to be one', () => {
  let desk: UploadDesk;
  let manager: TestAccount;
  let ofFirst: TestAccount;
  let ofSecond: TestAccount;
  let agents: [TestAccount, TestAccount];

  beforeAll(async () => {
    desk = await UploadDesk.open();
    const { api, organisation } = desk;
    const { teamA, teamB } = organisation;
    const account = (role: TestAccount['role'], teamId: string | null) =>
      buildAccount(api.source, organisation, { role, teamId });
    agents = [await account('agent', teamA), await account('agent', teamB)];
    [ofFirst, ofSecond] = [await account('supervisor', teamA), await account('supervisor', teamB)];
    manager = await account('quality_manager', null);
    for (const role of ['supervisor', 'quality_manager'] as const) await buildGrant(api.source, organisation, { role });
    for (const who of [manager, ofFirst, ofSecond]) await desk.prove(who);
  });
  afterAll(() => desk.api.stop());

  async function heard(agent: TestAccount, teamId: string, text: string) {
    const { source, app } = desk.api;
    const built = await buildCall(source, { personId: agent.personId, teamId }, { stage: 'scored' });
    const vault = app.get(VaultService);
    const { recordingId } = await buildRecording(source, vault, built, { channels: 2, agentChannel: 'left' });
    const transcriptId = await buildTranscript(source, vault, recordingId, [{ speaker: 'agent', text }]);
    await buildScorecard(source, built.legId, transcriptId);
    return { ...built, recordingId };
  }
  const get = async <T>(who: TestAccount, path: string) =>
    (await desk.ask<T & Partial<Problem>>(who, 'GET', `calls/${path}`)).body;

  it.each(['first', 'second'] as const)('is one under either id, where the %s stays', async (stays) => {
    const { teamA, teamB } = desk.organisation;
    const first = await heard(agents[0], teamA, 'Said by the first.');
    const second = await heard(agents[1], teamB, 'Said by the second.');
    const [into, other] = stays === 'first' ? [first, second] : [second, first];
    expect((await get<CallDetail>(ofFirst, second.callId)).code).toBe('not_found');
    await desk.api.source.transaction(async (tx) => {
      const joined = { id: other.callId, source: 'test' };
      await joinCall(tx, joined, into.callId, { legsMove: false, at: new Date() });
      const journal = desk.api.app.get(JournalService);
      await journal.append(tx, 'calls.joined', { joinedCallId: other.callId }, { callId: into.callId });
    });

    const whole = await get<CallDetail>(manager, into.callId);
    expect(await get<CallDetail>(manager, other.callId)).toEqual(whole);
    expect(whole.callId).toBe(into.callId);
    expect(whole.legs.map(({ legId, number }) => [legId, number])).toEqual([
      [into.legId, 1],
      [other.legId, 2],
    ]);
    expect(whole.legs.map(({ may }) => [may.listen, may.judge])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(new Set(whole.recordings.map(({ recordingId }) => recordingId))).toEqual(
      new Set([first.recordingId, second.recordingId]),
    );
    const journal = await get<CallJournal>(manager, into.callId + '/journal');
    expect(journal.entries.map(({ event }) => event)).toContain('calls.joined');
    expect(await get<CallJournal>(manager, other.callId + '/journal')).toEqual(journal);
    const cards = await get<ScorecardList>(manager, into.callId + '/scorecards');
    expect(new Set(cards.scorecards.map(({ legId }) => legId))).toEqual(new Set([first.legId, second.legId]));
    expect(await get<ScorecardList>(manager, other.callId + '/scorecards')).toEqual(cards);

    for (const { callId } of [first, second]) {
      for (const [who, leg, text] of [
        [ofFirst, first, 'Said by the first.'],
        [ofSecond, second, 'Said by the second.'],
      ] as const) {
        const part = await get<CallDetail>(who, callId);
        expect(part.legs.map(({ legId }) => legId)).toEqual([leg.legId]);
        expect(part.recordings.map(({ recordingId }) => recordingId)).toEqual([leg.recordingId]);
        const words = await get<TranscriptView>(who, `${callId}/transcript`);
        expect(words.transcript.turns.map((turn) => turn.text)).toEqual([text]);
        const note = { legId: leg.legId, atMs: 0, text: 'Here.', mentions: [] };
        expect(await desk.ask(who, 'POST', `calls/${callId}/comments`, note)).toMatchObject({ status: 201 });
      }
      const lost = await get<TranscriptView>(ofFirst, `${callId}/transcript?legId=${second.legId}`);
      expect(lost.code).toBe('not_found');
    }

    // In the list each recorded leg keeps its row, which says how many legs of the whole call the reader sees.
    const listed = async (who: TestAccount) =>
      (await desk.ask<CallList>(who, 'GET', 'calls')).body.items
        .filter(({ callId }) => [into.callId, other.callId].includes(callId))
        .map(({ callId, legs }) => [callId, legs]);
    expect(new Map((await listed(manager)) as [string, number][])).toEqual(
      new Map([
        [into.callId, 2],
        [other.callId, 2],
      ]),
    );
    expect(await listed(ofFirst)).toEqual([[first.callId, 1]]);
    expect(await listed(ofSecond)).toEqual([[second.callId, 1]]);
  });
});
