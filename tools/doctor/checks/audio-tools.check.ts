import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { messageOf, words, type Finding, type MachineCheck } from '../finding.js';

const run = promisify(execFile);

/** What recordings of telephone systems are coded in, as ffmpeg names its decoders. */
const DECODERS = [
  ...['pcm_s16le', 'pcm_mulaw', 'pcm_alaw', 'gsm_ms', 'mp3float', 'aac', 'flac', 'vorbis', 'amrnb', 'amrwb'],
];
/** The listening copy. */
const ENCODERS = ['libopus'];

/** Where ffmpeg is: fixed, so that a setting cannot point it elsewhere. */
export function audioToolsCheck(folder = '/usr/bin'): MachineCheck {
  return {
    name: 'audio',
    look: async () => (await Promise.all([ffmpeg(`${folder}/ffmpeg`), ffprobe(`${folder}/ffprobe`)])).flat(),
  };
}

async function ffmpeg(path: string): Promise<Finding[]> {
  const [decoders, encoders] = await Promise.all([listed(path, '-decoders'), listed(path, '-encoders')]);
  if (decoders === null || encoders === null) return [missing(path)];
  const lacking = [
    ...DECODERS.filter((name) => !decoders.has(name)),
    // Both decoders of Opus do.
    ...(decoders.has('opus') || decoders.has('libopus') ? [] : ['opus']),
    ...ENCODERS.filter((name) => !encoders.has(name)),
  ];
  if (lacking.length === 0)
    return [
      { check: 'audio', level: 'ok', what: words('ffmpeg 及所需编解码器都在。', 'ffmpeg has every codec it needs.') },
    ];
  const names = lacking.join(', ');
  return [
    {
      check: 'audio',
      level: 'fault',
      what: words(`ffmpeg 缺少 ${names}。`, `ffmpeg lacks ${names}.`),
      why: words(
        '这些格式的录音无法解码，或无法生成收听副本。',
        'Recordings in these formats are not decoded, or get no listening copy.',
      ),
      todo: words(
        '请安装发行版的完整 ffmpeg：apt-get install ffmpeg。',
        'Install the distribution’s full ffmpeg: apt-get install ffmpeg.',
      ),
    },
  ];
}

async function ffprobe(path: string): Promise<Finding[]> {
  return run(path, ['-version']).then(
    () => [],
    () => [missing(path)],
  );
}

async function listed(path: string, what: string): Promise<Set<string> | null> {
  try {
    const { stdout } = await run(path, ['-hide_banner', what], { maxBuffer: 4_000_000 });
    return new Set([...stdout.matchAll(/^ [A-Z.]{6} (\S+)/gm)].map(([, name]) => name ?? ''));
  } catch (error) {
    return messageOf(error) === '' ? new Set() : null;
  }
}

const missing = (path: string): Finding => ({
  check: 'audio',
  level: 'fault',
  what: words(`${path} 不能运行。`, `${path} cannot be run.`),
  why: words('录音不能解码，通话停在“需要处理”。', 'No recording is decoded; calls stop at “needs attention”.'),
  todo: words('apt-get install ffmpeg', 'apt-get install ffmpeg'),
});
