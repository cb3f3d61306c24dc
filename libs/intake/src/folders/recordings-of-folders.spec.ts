import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderRecordingsSchema } from '#contracts';
import { type TelephonySourceRow } from '#telephony';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { type Upload } from '../arrivals/ingest.service.js';
import { RecordingsOfFolders } from './recordings-of-folders.service.js';

const NAME = 'S_20261130-200937_5551230001.wav';
const about = folderRecordingsSchema.parse({
  ...{ region: 'CN', language: 'zh', direction: 'inbound', consent: { state: 'announced' } },
});
const source = { name: 'pbx', reader: 'vicidial', settings: { zone: 'Asia/Shanghai' } } as TelephonySourceRow;

describe('a stereo name of VICIdial', () => {
  const root = mkdtempSync(join(tmpdir(), 'recordings-of-folders-'));
  afterAll(() => rmSync(root, { recursive: true }));

  async function channelTaken(tones: number[], beside: object = {}) {
    writeFileSync(join(root, NAME), synthWav({ tones, sampleRate: 8000, seconds: 1, amplitude: 0.5 }));
    writeFileSync(join(root, 'beside.json'), JSON.stringify({ agentId: '8001', ...beside }));
    const { size, mtimeMs } = statSync(join(root, NAME), { bigint: true });
    const taken: Upload[] = [];
    const ingest = { take: async (upload: Upload) => void taken.push(upload) };
    const clock = { now: () => new Date('2026-12-01T00:00:00Z') };
    const env = { maxUploadBytes: 1e6, clockSkewMs: 60_000 };
    const recordings = new RecordingsOfFolders(
      ...([ingest, { assert: async () => undefined }, clock, env] as unknown as ConstructorParameters<
        typeof RecordingsOfFolders
      >),
    );
    const file = { name: NAME, size: Number(size), modifiedAt: Number(mtimeMs) };
    expect(await recordings.take(source, about, root, { file, sidecar: 'beside.json' })).toBe('taken');
    return taken[0]?.metadata.agentChannel;
  }

  it('says whose channel is which where the sound has two, and nothing of sound in one', async () => {
    expect(await channelTaken([400, 1000])).toBe('left');
    expect(await channelTaken([400])).toBeUndefined();
  });

  it('leaves what the file beside it says as it is: sound that is unlike it is refused', async () => {
    expect(await channelTaken([400], { agentChannel: 'right' })).toBe('right');
  });
});
