import { type DataSource } from 'typeorm';
import { QUALITY_SETTINGS, type ItemResult } from '#contracts';
import { CompanyService } from '#people';
import { WorkService, type JobContext } from '#platform';
import { Recording, StoredObject, VaultService } from '#recordings';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { ChecklistVersion } from '../checklists/checklist.entity.js';
import { loadChecklist } from '../checklists/load-checklist.js';
import { eraseEvidence } from '../erase-evidence.js';
import { ReplayService } from '../replay/replay.service.js';
import { Scorecard } from '../scorecard.entity.js';
import { ScoreLegService } from '../scoring/score-leg.service.js';
import { QualitySettingsService } from '../settings/quality-settings.service.js';
import { FoundActsRow } from './found-acts.entity.js';

let desk: UploadDesk;
let source: DataSource;
let manager: string;

const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });

beforeAll(async () => {
  desk = await UploadDesk.open();
  source = desk.api.source;
  await source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  manager = (await buildAccount(source, desk.organisation, { role: 'quality_manager', teamId: null })).personId;
  const { checklist, hash: sha256 } = loadChecklist('standard-inbound');
  const [checklistId, version] = [checklist.id, checklist.version];
  if (!(await source.manager.existsBy(ChecklistVersion, { checklistId, version }))) {
    const definition = checklist as object;
    await source.manager.insert(ChecklistVersion, {
      checklistId,
      version,
      sha256,
      definition,
      publishedAt: new Date(),
    });
  }
});
afterAll(async () => {
  await desk?.api.stop();
});

interface Made extends BuiltCall {
  readonly recordingId: string;
  readonly transcriptId: string;
}

async function callWithWords(): Promise<Made> {
  const { first: personId, teamA: teamId } = desk.organisation;
  const vault = get(VaultService);
  const call = await buildCall(source, { personId, teamId }, { stage: 'transcribed' });
  const { recordingId } = await buildRecording(source, vault, call, { durationMs: 2000 });
  const transcriptId = await buildTranscript(source, vault, recordingId, [
    { speaker: 'agent', text: 'Good morning, Northwind, this is David. How can I help you?' },
    { speaker: 'customer', text: 'My parcel has not come, and the driver marked it as delivered yesterday.' },
    {
      speaker: 'agent',
      text: "Couriers look after that. You'd be best off giving their desk a shout and asking them.",
    },
    { speaker: 'customer', text: 'They only have a robot on the line. So what do I do now?' },
  ]);
  return { ...call, recordingId, transcriptId };
}

async function score(legId: string): Promise<void> {
  const work = get(WorkService);
  const lease = await work.claim((await work.open(source.manager, 'score-leg', legId)) ?? '');
  if (!lease) throw new Error('no other worker should hold the work of the test');
  await get(ScoreLegService).score(legId, { lease, signal: new AbortController().signal } satisfies JobContext);
}

const cards = ({ legId }: BuiltCall): Promise<Scorecard[]> =>
  source.manager.find(Scorecard, {
    where: { legId, checklistId: 'standard-inbound' },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
const deflectionOf = ({ items }: Scorecard): ItemResult =>
  items.find(({ itemId }) => itemId === 'ownership.no_deflection')!;
const rowsOf = ({ transcriptId }: Made): Promise<FoundActsRow[]> =>
  source.manager.findBy(FoundActsRow, { transcriptId });

async function turn(on: boolean): Promise<void> {
  const settings = get(QualitySettingsService);
  await source.transaction(async (tx) => {
    const { version } = await settings.current(tx);
    await settings.change(tx, version, { ...QUALITY_SETTINGS, acts: { ...QUALITY_SETTINGS.acts, on } }, manager);
  });
}

describe('acts of a call', () => {
  it('are found once, kept sealed beside the words, and judged by', async () => {
    const call = await callWithWords();
    await score(call.legId);
    const [row] = await rowsOf(call);
    const object = await source.manager.findOneByOrFail(StoredObject, { id: row!.objectId });
    expect([object.kind, object.recordingId]).toEqual(['acts', call.recordingId]);
    const [card] = await cards(call);
    // In four turns acts ask a person, and accuse no one.
    expect(deflectionOf(card!)).toMatchObject({ outcome: 'insufficient', source: 'model' });
    expect(card!.inputs).toMatchObject({ acts: { engine: row!.engine, hash: row!.hash } });
    expect(JSON.stringify(card!.inputs)).not.toContain('sentences');
    await score(call.legId);
    expect(await rowsOf(call)).toEqual([row]);
  });

  it('are what a card is replayed by; without them it cannot be', async () => {
    const call = await callWithWords();
    await score(call.legId);
    const [card] = await cards(call);
    expect(await get(ReplayService).replay(card!)).toEqual({ verdict: 'same' });
    await source.manager.delete(FoundActsRow, { transcriptId: call.transcriptId });
    expect(await get(ReplayService).replay(card!)).toEqual({ verdict: 'cannot', why: 'inputs_unknown' });
  });

  it('go with the object that held them, as when card codes are cut out, and are found again', async () => {
    const call = await callWithWords();
    await score(call.legId);
    const [row] = await rowsOf(call);
    await source.transaction(async (tx) => {
      await get(VaultService).retire(tx, [await tx.findOneByOrFail(StoredObject, { id: row!.objectId })]);
    });
    expect(await get(ReplayService).replay((await cards(call))[0]!)).toEqual({
      ...{ verdict: 'cannot', why: 'inputs_unknown' },
    });
    await score(call.legId);
    const [again] = await rowsOf(call);
    expect(again!.objectId).not.toBe(row!.objectId);
    expect(await get(ReplayService).replay((await cards(call))[0]!)).toEqual({ verdict: 'same' });
  });

  it('are not looked for where the company turned the layer off; old cards replay', async () => {
    const call = await callWithWords();
    await turn(false);
    try {
      await score(call.legId);
      expect(await rowsOf(call)).toEqual([]);
      const [card] = await cards(call);
      expect(deflectionOf(card!).source).toBe('rule');
      expect(card!.inputs).not.toHaveProperty('acts');
      expect(await get(ReplayService).replay(card!)).toEqual({ verdict: 'same' });
    } finally {
      await turn(true);
    }
  });

  it('go with the words', async () => {
    const call = await callWithWords();
    await score(call.legId);
    await source.manager.update(Recording, call.recordingId, { destructionStartedAt: new Date() });
    const erased = await source.transaction((tx) => eraseEvidence(tx, call.recordingId));
    expect(erased).toMatchObject({ acts: 1 });
    expect(await rowsOf(call)).toEqual([]);
  });
});
