import { describe, expect, it } from '@jest/globals';
import { uploadLegSchema, withRingTimes } from '../upload.js';
import { metadataOf, type BatchForm } from './metadata.rules.js';
import { startFromName } from './start-time.rules.js';

const form: BatchForm = {
  source: 'upload',
  direction: 'inbound',
  region: 'cn',
  language: 'zh',
  consent: 'announced',
  consentReason: '',
  consentEvidence: 'announcement',
  consentReference: 'notice-3',
  agentBy: 'staffNumber',
  agent: ' 3071 ',
  agentChannel: 'left',
  startedBy: 'name',
  ...{ transfer: '', hangupParty: '' },
};
const file = { path: 'march/2026-03-12 14.02.11.wav', lastModified: Date.parse('2026-04-01T00:00:00Z') };
const zone = 'Asia/Shanghai';

describe('the start of a call', () => {
  it.each([
    ['20260312-140211.wav', '2026-03-12T06:02:11.000Z'],
    ['rec_2026_03_12_1402_x.mp3', '2026-03-12T06:02:00.000Z'],
    ['客户来电 2026-03-12.mp3', '2026-03-11T16:00:00.000Z'],
    ['2026-03-12T14:02:11.wav', '2026-03-12T06:02:11.000Z'],
  ])('is read from %s in the site’s zone', (name, instant) => {
    expect(startFromName(name, zone)?.toISOString()).toBe(instant);
  });

  it.each(['call.wav', '13800002046.wav', '20261332-140211.wav', '2026-02-30.wav', '120260312140211.wav'])(
    'is not guessed from %s',
    (name) => {
      expect(startFromName(name, zone)).toBeNull();
    },
  );

  it('knows that clocks are put back and forward', () => {
    expect(startFromName('20260701-120000', 'America/New_York')?.toISOString()).toBe('2026-07-01T16:00:00.000Z');
    expect(startFromName('20260101-120000', 'America/New_York')?.toISOString()).toBe('2026-01-01T17:00:00.000Z');
    expect(startFromName('20261101-030000', 'America/New_York')?.toISOString()).toBe('2026-11-01T08:00:00.000Z');
  });
});

describe('the metadata of a file', () => {
  it('comes from the form, its name and its place', () => {
    expect(metadataOf(form, null, file, zone)).toEqual({
      metadata: {
        source: 'upload',
        externalId: 'march/2026-03-12 14.02.11.wav',
        direction: 'inbound',
        classification: 'business',
        startedAt: '2026-03-12T06:02:11.000Z',
        language: 'zh',
        region: 'CN',
        consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-3' } },
        customer: {},
        legs: [{ staffNumber: '3071', holdSpans: [] }],
        agentChannel: 'left',
      },
    });
  });

  it('believes its line of the manifest before the form, and lends it no evidence that was not its own', () => {
    const entry = { file: 'x', extension: '801', consent: 'declined', language: 'en', customerNumber: '13800002046' };
    const made = metadataOf(form, entry, file, zone);
    expect(made).toMatchObject({
      metadata: { language: 'en', customer: { number: '13800002046' }, consent: { state: 'declined' } },
    });
    expect('metadata' in made && made.metadata.consent.evidence).toBeUndefined();
    expect('metadata' in made && made.metadata.legs[0]).toEqual({ extension: '801', holdSpans: [] });
  });

  it('says which parts a person has to correct', () => {
    expect(metadataOf({ ...form, agent: '', consent: '' }, null, file, zone)).toEqual({ faults: ['consent', 'agent'] });
    const entry = { file: 'x', startedAt: 'yesterday', queueSeconds: 'four', language: 'fr' };
    expect(metadataOf(form, entry, file, zone)).toEqual({ faults: ['startedAt', 'language', 'times'] });
  });

  it('has the facts that are known of the call, its own before those of the batch, and none that are not', () => {
    const legOf = (changed: Partial<BatchForm>, entry: object) => {
      const made = metadataOf({ ...form, ...changed }, { file: 'x', ...entry }, file, zone);
      return 'metadata' in made ? made.metadata.legs[0] : made;
    };
    const batch = { transfer: 'none', hangupParty: 'unknown' };
    expect(legOf(batch, { ringSeconds: '6,5' })).toMatchObject({ ringSeconds: 6.5, transfer: 'none' });
    expect(legOf(batch, {})).toEqual({ staffNumber: '3071', transfer: 'none', holdSpans: [] });
    expect(legOf(batch, { transfer: 'unknown', hangupParty: 'agent' })).toEqual({
      ...{ staffNumber: '3071', hangupParty: 'agent', holdSpans: [] },
    });
    expect(legOf({}, { ringSeconds: 'long' })).toEqual({ faults: ['times'] });
    expect(legOf({}, { transfer: 'lukewarm' })).toEqual({ faults: ['times'] });
  });

  it('stands with its seconds of ringing for the times from which they are counted', () => {
    const made = metadataOf(form, { file: 'x', ringSeconds: '6' }, file, zone);
    const metadata = 'metadata' in made ? withRingTimes(made.metadata) : null;
    expect(metadata?.legs[0]).toEqual({
      ...{ staffNumber: '3071', holdSpans: [] },
      ...{ alertedAt: '2026-03-12T06:02:11.000Z', answeredAt: '2026-03-12T06:02:17.000Z' },
    });
    const both = { ringSeconds: 6, answeredAt: '2026-03-12T06:02:17Z' };
    const leg = uploadLegSchema.safeParse({ staffNumber: '3071', ...both });
    expect(leg.error?.issues[0]?.path).toEqual(['ringSeconds']);
  });

  it('takes the date of the file where the name has none, or is not to be asked', () => {
    const at = (changed: Partial<BatchForm>, path: string) => {
      const made = metadataOf({ ...form, ...changed }, null, { ...file, path }, zone);
      return 'metadata' in made ? made.metadata.startedAt : null;
    };
    expect(at({}, 'a/call.wav')).toBe('2026-04-01T00:00:00.000Z');
    expect(at({ startedBy: 'file_date' }, file.path)).toBe('2026-04-01T00:00:00.000Z');
  });
});
