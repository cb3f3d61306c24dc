import { folderRecordingsSchema } from '#contracts';
import { factsOf, startByEnd } from './recording-facts.rules.js';

const about = folderRecordingsSchema.parse({
  ...{ region: 'CN', language: 'zh', direction: 'inbound', consent: { state: 'announced' } },
});
const file = (name: string) => ({ name, size: 1, modifiedAt: Date.parse('2026-11-30T12:10:00Z') });
const factsBy = (reader: string, name: string, beside: string | null = null) =>
  factsOf(file(name), beside, { source: 'pbx', about, zone: 'Asia/Shanghai', reader });
const began = (facts: ReturnType<typeof factsOf>) =>
  'metadata' in Object(facts)
    ? (facts as { metadata: { recordingBeganAt?: string } }).metadata.recordingBeganAt
    : facts;

const beside = (more: object) => JSON.stringify({ agentId: '8001', ...more });

describe('when a recording of a folder began', () => {
  it('is said by the file beside it', () => {
    expect(began(factsBy('asterisk', 'a.wav', beside({ recordingBeganAt: '2026-11-30 20:09:37' })))).toBe(
      '2026-11-30T12:09:37.000Z',
    );
    expect(began(factsBy('asterisk', 'a.wav', beside({ RecordingStartTime: '2026-11-30 20:09:37' })))).toBe(
      '2026-11-30T12:09:37.000Z',
    );
  });

  it('is said by the name that VICIdial gives, and by that of no other system', () => {
    const name = '20261130-200937_5551230001_8001-all.wav';
    expect(began(factsBy('vicidial', name, beside({})))).toBe('2026-11-30T12:09:37.000Z');
    expect(began(factsBy('asterisk', name, beside({})))).toBeUndefined();
  });

  it('is so long before the end of the talk as the file sounds, where it was written until then', () => {
    const written = { modifiedAt: Date.parse('2026-11-30T12:10:00.500Z'), durationMs: 20_000 };
    expect(startByEnd(written, '2026-11-30T12:10:00.000Z')).toBe('2026-11-30T12:09:40.500Z');
    expect(startByEnd(written, '2026-11-30T12:09:50.000Z')).toBeNull();
    expect(startByEnd(written, undefined)).toBeNull();
  });
});

describe('whose channel a recording of a folder has', () => {
  const channel = (reader: string, name: string, more: object = {}) => {
    const facts = factsBy(reader, name, beside(more));
    return (facts as { metadata: { agentChannel?: string } }).metadata.agentChannel;
  };

  it('is said by the name of a stereo recording of VICIdial, unless the file beside it says otherwise', () => {
    for (const name of ['S_20261130-200937_5551230001.wav', 'CM_S_20261130-200937_5551230001_8001.wav'])
      expect(channel('vicidial', name)).toBe('left');
    expect(channel('vicidial', 'S_20261130-200937_5551230001.wav', { agentChannel: 'right' })).toBe('right');
    expect(began(factsBy('vicidial', 'S_20261130-200937_5551230001.wav', beside({})))).toBe('2026-11-30T12:09:37.000Z');
  });

  it('is marked where the name alone says it: the sound may have one channel', () => {
    const marked = (more: object) => factsBy('vicidial', 'S_20261130-200937_5551230001.wav', beside(more));
    expect(marked({})).toMatchObject({ channelByName: true });
    expect(marked({ agentChannel: 'left' })).toMatchObject({ channelByName: false });
    expect(factsBy('vicidial', '20261130-200937_5551230001_8001-all.wav', beside({}))).toMatchObject({
      channelByName: false,
    });
  });

  it('is said by no other name', () => {
    expect(channel('vicidial', '20261130-200937_5551230001_8001-all.wav')).toBeUndefined();
    expect(channel('asterisk', 'S_20261130-200937_5551230001.wav')).toBeUndefined();
  });
});
