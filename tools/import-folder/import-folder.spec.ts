import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNamesBy } from '#contracts';
import { wavOf, webmBomb } from '../../test/fixtures/audio-files.js';
import { synthWav } from '../../test/fixtures/wav.js';
import { Transport } from '../sending/transport.js';
import { fromProfile } from './from-profile.js';
import { readArguments } from './read-arguments.rules.js';
import { readFolder } from './read-folder.js';
import { sendFolder, type Sending } from './send-folder.js';

const GIVEN = ['calls', '--url', 'https://host', '--source', 'pbx', '--region', 'CN', '--consent', 'announced'];

describe('the arguments', () => {
  it('say what is true of every file', () => {
    const read = readArguments([...GIVEN, '--extension', '8001', '--at-once', '5', '--name', '{externalId}']);
    expect(read).toMatchObject({
      folder: 'calls',
      atOnce: 5,
      names: ['{externalId}'],
      timeZone: null,
      dryRun: false,
    });
    expect(read.form).toMatchObject({
      agentBy: 'extension',
      agent: '8001',
      // It decides the rule of consent: the file says it, or the person who imports.
      direction: '',
      consent: 'announced',
    });
  });

  it.each([
    [['calls', '--url', 'https://host', '--source', 'pbx', '--region', 'CN'], '--consent is missing'],
    [[...GIVEN, 'more'], 'name one folder'],
    [[...GIVEN, '--at-once', '9'], '--at-once: 1 to 8'],
    [[...GIVEN, '--time-zone', 'Peking'], '"Peking" is not known'],
    [[...GIVEN, '--staff-number', '1', '--extension', '2'], 'not both'],
    [[...GIVEN.slice(0, 1), ...GIVEN.slice(3)], '--url: the address of the product'],
  ])('%j are refused: %s', (args, says) => {
    expect(() => readArguments(args)).toThrow(says);
  });
});

describe('region and zone', () => {
  const said = (...more: string[]) =>
    readArguments(['calls', '--source', 'pbx', '--consent', 'given', '--dry-run', ...more]);
  const server = (profile: object) =>
    new Transport({
      ...{ baseUrl: 'https://host', token: 'sw_1', retries: 0 },
      fetch: async () =>
        Response.json({ region: null, language: null, timeZone: 'Asia/Tokyo', agents: [], ...profile }),
    });

  it('are as the command line says, and else as the company profile does', async () => {
    const of = async (...asked: Parameters<typeof fromProfile>) => {
      const { form, timeZone } = await fromProfile(...asked);
      return [form.region, timeZone];
    };
    expect(await of(said(), server({ region: 'JP' }), 'UTC')).toEqual(['JP', 'Asia/Tokyo']);
    expect(await of(said('--region', 'CN'), server({ region: 'JP' }), 'UTC')).toEqual(['CN', 'Asia/Tokyo']);
    expect(await of(said('--time-zone', 'Asia/Seoul'), server({ region: 'JP' }), 'UTC')).toEqual(['JP', 'Asia/Seoul']);
    expect(await of(said('--region', 'CN'), null, 'UTC')).toEqual(['CN', 'UTC']);
  });

  it('are refused where nothing says which consent is needed', async () => {
    await expect(fromProfile(said(), server({}), 'UTC')).rejects.toThrow('the company profile names none');
    await expect(fromProfile(said(), null, 'UTC')).rejects.toThrow('--region is missing');
  });
});

describe('names', () => {
  it('of Asterisk and FreePBX are read by a pattern', () => {
    const read = readNamesBy([
      '{direction}-{customerNumber}-{extension}-{*}-{*}-{externalId}',
      '{extension}_{customerNumber}_{*}',
    ]);
    expect(read('2026/11/24/out-13800002046-8001-20261124-093000-1732412345.12.wav')).toEqual({
      ...{ direction: 'outbound', customerNumber: '13800002046', extension: '8001', externalId: '1732412345.12' },
    });
    expect(read('8001_13800002046_20261124.mp3')).toEqual({ extension: '8001', customerNumber: '13800002046' });
    expect(read('notes.wav')).toBeNull();
  });

  it('refuse a part that no manifest has', () => {
    expect(() => readNamesBy(['{agent}'])).toThrow('{agent} is no column of the manifest');
  });

  it('are read in one pass, however a stranger chose them', () => {
    const read = readNamesBy([
      '{direction}-{*}-{*}-{*}-{*}-{*}-{customerNumber}_{externalId}.x',
      '{extension}-{customerNumber}x',
    ]);
    expect(read(`${'-'.repeat(250)}.wav`)).toBeNull();
    expect(read('a-1x.x2x.wav')).toEqual({ extension: 'a', customerNumber: '1x.x2' });
    expect(read('-1x.wav')).toBeNull();
  });
});

describe('a folder', () => {
  let folder: string;
  const put = (path: string, text: string | Buffer) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    utimesSync(join(folder, path), 1, 1_700_000_000);
  };
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'shouwen-folder-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives each recording what its own file, the manifest and its name say, in this order', async () => {
    put('march/manifest.csv', 'file,externalId,staffNumber\na.wav,M-1,3071\nlost.wav,M-9,3071\n');
    put('march/a.wav', 'RIFF');
    put('march/a.meta.json', '{"externalId": "META-1", "queueSeconds": 12}');
    put('march/b-8001.wav', 'RIFF');
    put('march/b-8001.json', '{"direction": "outbound"}');
    put('march/c.wav', 'RIFF');
    put('march/c.json', '{"text": "hello", "segments": []}');
    put('march/index.xml', '<x/>');
    put('march/alone.srt', '1');
    put('.DS_Store', '');
    const { found, skipped, faults } = await readFolder(folder, readNamesBy(['{*}-{extension}']));
    expect(found).toMatchObject([
      { path: 'march/a.wav', bytes: 4, words: null, saidBy: 'own file, manifest line 2' },
      {
        path: 'march/b-8001.wav',
        words: null,
        entry: { direction: 'outbound', extension: '8001' },
        saidBy: 'own file, name',
      },
      { path: 'march/c.wav', words: 'march/c.json', entry: null, lastModified: 1_700_000_000_000 },
    ]);
    expect(found[0]?.entry).toMatchObject({ externalId: 'META-1', staffNumber: '3071', queueSeconds: '12' });
    expect(skipped.map(({ path }) => path).sort()).toEqual(['.DS_Store', 'march/alone.srt', 'march/index.xml']);
    expect(faults).toEqual([{ path: 'march/manifest.csv', fault: { line: 3, what: 'not_there', about: 'lost.wav' } }]);
  });

  it('names links, which are not followed', async () => {
    put('a.wav', 'RIFF');
    symlinkSync(join(folder, 'a.wav'), join(folder, 'b.wav'));
    symlinkSync(folder, join(folder, 'round'));
    const { found, skipped } = await readFolder(folder, () => null);
    expect(found.map(({ path }) => path)).toEqual(['a.wav']);
    expect(skipped.map(({ path }) => path).sort()).toEqual(['b.wav', 'round']);
  });

  it('goes on after any number of files that cannot be read here', async () => {
    for (const name of ['1', '2', '3', '4', '5']) put(`${name}.wav`, synthWav());
    const args = [...GIVEN, '--extension', '8001', '--started-by', 'file_date', '--dry-run', '--direction', 'inbound'];
    const given = await fromProfile(readArguments(args), null, 'UTC');
    const read = await readFolder(folder, () => null);
    for (const name of ['1', '2', '3', '4']) rmSync(join(folder, `${name}.wav`));
    const progress = { unchanged: () => null, sameBytes: () => null } as unknown as Sending['progress'];
    const on = { progress, given: { ...given, folder, atOnce: 1 }, language: 'en', onRow: () => undefined } as const;
    const rows = await sendFolder(read, { ...on, transport: null as never });
    expect(rows.map(({ code, result }) => code || result)).toEqual([
      ...['unreadable', 'unreadable', 'unreadable', 'unreadable', 'would_send'],
    ]);
  });

  it('tried without sending refuses what the server would refuse, in its words, and looks into files of any name', async () => {
    const pcm = Buffer.alloc(9_600, 1);
    put('browser.webm', webmBomb(1));
    put('without-a-name', synthWav());
    put('empty.wav', '');
    put('notes.mp3', 'The customer wants to be called back.');
    put('three.wav', wavOf({ channels: 3, sampleRate: 8_000 }, pcm));
    put('two.wav', wavOf({ channels: 2, sampleRate: 8_000 }, pcm));
    put('silent.wav', wavOf({ channels: 1, sampleRate: 8_000 }, Buffer.alloc(0)));
    put('mono.wav', synthWav());
    put('mono.meta.json', '{"agentChannel": "left"}');
    put('export.log', 'x');
    const args = [...GIVEN, '--extension', '8001', '--started-by', 'file_date', '--dry-run', '--direction', 'inbound'];
    const tried = async (...more: string[]) => {
      const given = await fromProfile(readArguments([...args, ...more]), null, 'UTC');
      const progress = { unchanged: () => null, sameBytes: () => null } as unknown as Sending['progress'];
      const on = { progress, given: { ...given, folder }, language: 'zh', onRow: () => undefined } as const;
      const rows = await sendFolder(await readFolder(folder, () => null), { ...on, transport: null as never });
      return Object.fromEntries(rows.map(({ path, result, code, why }) => [path, [result, code, why]]));
    };
    const rows = await tried();
    const refused = (code: string, says: string) => ['would_refuse', code, expect.stringContaining(says)];
    expect(rows).toEqual({
      'browser.webm': ['would_send', '', ''],
      'without-a-name': ['would_send', '', ''],
      'empty.wav': refused('recording_empty', '0 字节'),
      'notes.mp3': refused('recording_unsupported', '按内容看是文本'),
      'three.wav': refused('recording_unsupported', '有 3 个声道。请导出单声道，或坐席与客户各一个声道'),
      'two.wav': refused('agent_channel_missing', 'agentChannel'),
      'silent.wav': refused('recording_without_sound', '没有音频'),
      'mono.wav': refused('agent_channel_on_mono', '只有一个声道'),
      'export.log': ['skipped', '', 'not a recording, by its name and its content'],
    });
    const sided = await tried('--agent-channel', 'left');
    expect([sided['two.wav']?.[0], sided['without-a-name']?.[0]]).toEqual(['would_send', 'would_send']);
  });

  it('says where a file of metadata cannot be read', async () => {
    put('a.wav', 'RIFF');
    put('a.meta.json', '{"agent": "3071"}');
    const { faults } = await readFolder(folder, () => null);
    expect(faults).toEqual([{ path: 'a.meta.json', fault: { line: 1, what: 'unreadable', about: '' } }]);
  });
});
