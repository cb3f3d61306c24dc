import { type Bilingual } from '#contracts';
import { type LooksLike } from './formats/sniff-audio.rules.js';
import { type SoundProblem } from './formats/sound-counter.js';
import { type Unsupported } from './sound-watch.js';

/** What a file is, by its content. */
const KINDS: Readonly<Record<LooksLike, Bilingual>> = {
  empty: { zh: '空文件', en: 'an empty file' },
  wav: { zh: 'WAV 文件', en: 'a WAV file' },
  mp3: { zh: 'MP3 文件', en: 'an MP3 file' },
  ogg: { zh: 'Ogg 文件', en: 'an Ogg file' },
  flac: { zh: 'FLAC 文件', en: 'a FLAC file' },
  amr: { zh: 'AMR 文件', en: 'an AMR file' },
  adts: { zh: 'AAC 文件', en: 'an AAC file' },
  mp4: { zh: 'MP4/M4A 文件', en: 'an MP4 or M4A file' },
  webm: { zh: 'WebM 或 Matroska 文件', en: 'a WebM or Matroska file' },
  au: { zh: 'AU（.snd）文件', en: 'an AU (.snd) file' },
  aiff: { zh: 'AIFF 文件', en: 'an AIFF file' },
  asf: { zh: 'Windows Media 文件（WMA 或 WMV）', en: 'a Windows Media file (WMA or WMV)' },
  raw_gsm: { zh: '没有文件头的 GSM 声音', en: 'GSM sound without a header' },
  video: { zh: '视频（AVI、MPEG、Flash 等）', en: 'a video container (AVI, MPEG, Flash or the like)' },
  playlist: { zh: '播放列表，里面没有声音', en: 'a playlist, which holds no sound itself' },
  html: { zh: '网页', en: 'a web page' },
  archive: { zh: '压缩包', en: 'an archive' },
  pdf: { zh: 'PDF 文档', en: 'a PDF document' },
  text: { zh: '文本', en: 'text' },
  unknown: { zh: '无法识别的内容', en: 'nothing that is known here' },
};

/** What is wrong with a file of a kind that is taken, as the end of a sentence, and what to do about it. */
export function problemWords(problem: SoundProblem): { what: Bilingual; todo: Bilingual } {
  switch (problem.code) {
    case 'unsupported_channels':
      return {
        what: { zh: `有 ${problem.channels} 个声道`, en: `it has ${problem.channels} channels` },
        todo: {
          zh: '请导出单声道，或坐席与客户各一个声道。',
          en: 'Export one channel, or two: the agent on one and the customer on the other.',
        },
      };
    case 'unsupported_sample_rate':
      return {
        what: { zh: `采样率为 ${problem.sampleRate} Hz`, en: `its sample rate is ${problem.sampleRate} Hz` },
        todo: { zh: '请以 8 到 48 kHz 导出。', en: 'Export it at 8 to 48 kHz.' },
      };
    case 'unsupported_coding':
      return codec(`WAVE ${problem.formatTag}/${problem.bitsPerSample}`);
    case 'unsupported_codec':
      return codec(problem.name);
    case 'several_streams':
      return {
        what: { zh: '里面有多路声音', en: 'it holds more than one stream' },
        todo: { zh: '请只导出一路，最多两个声道。', en: 'Export one stream of at most two channels.' },
      };
    case 'moving_pictures':
      return {
        what: { zh: '里面有画面', en: 'there are pictures in it' },
        todo: { zh: '请只导出声音，例如 M4A。', en: 'Export only the audio, for example as M4A.' },
      };
    case 'index_missing':
      return {
        what: { zh: '索引缺失，多半没有传完', en: 'its index is missing; most likely it was not copied whole' },
        todo: { zh: '请从来源重新复制该文件。', en: 'Copy the file again from where it was recorded.' },
      };
    default:
      return {
        what: { zh: '文件头不完整或前后矛盾', en: 'its header is cut short or contradicts itself' },
        todo: { zh: '请检查导出录音的系统。', en: 'Check the system that exported it.' },
      };
  }
}

/** Two sentences about a file that is not taken: what it is, and what to do. */
export function unsupportedWords({ looksLike, problem }: Unsupported): Bilingual {
  const kind = KINDS[looksLike];
  const convert = CONVERT[looksLike];
  if (convert !== undefined) {
    return {
      zh: `这种录音不能接收：按内容看是${kind.zh}。请先转换，例如 ${convert}。`,
      en: `This kind of recording is not taken: by its content it is ${kind.en}. Convert it first, for example ${convert}.`,
    };
  }
  if (looksLike === 'unknown') {
    return {
      zh: `按内容看，这不是能识别的录音。如果是没有文件头的声音（μ 律、A 律或 PCM），请先加上 WAV 文件头，例如 ${RAW}；否则请上传 ${TAKEN.zh}。`,
      en: `By its content this is no recording that is known here. If it is sound without a header (µ-law, A-law or PCM), give it a WAV header first, for example ${RAW}; else send ${TAKEN.en}.`,
    };
  }
  if (!problem) {
    return {
      zh: `这不是录音：按内容看是${kind.zh}。请上传 ${TAKEN.zh}。`,
      en: `This is no recording: by its content it is ${kind.en}. Send ${TAKEN.en}.`,
    };
  }
  const { what, todo } = problemWords(problem);
  return {
    zh: `这段录音不能接收：按内容看是${kind.zh}，但${what.zh}。${todo.zh}`,
    en: `This recording cannot be taken: by its content it is ${kind.en}, but ${what.en}. ${todo.en}`,
  };
}

/** How sound of these kinds becomes a WAV file. */
const CONVERT: Partial<Record<LooksLike, string>> = {
  asf: 'ffmpeg -i OLD.wma -vn NEW.wav',
  raw_gsm: 'ffmpeg -f gsm -i OLD.gsm NEW.wav',
};
const RAW = 'ffmpeg -f mulaw -ar 8000 -i OLD.ul -c copy NEW.wav';

const TAKEN: Bilingual = {
  zh: 'WAV（PCM、G.711、GSM）、AU、AIFF、MP3、Ogg 或 WebM（Opus 或 Vorbis）、FLAC、AMR、AAC 或 M4A',
  en: 'WAV (PCM, G.711, GSM), AU, AIFF, MP3, Ogg or WebM (Opus or Vorbis), FLAC, AMR, AAC or M4A',
};

const codec = (name: string): { what: Bilingual; todo: Bilingual } => ({
  what: { zh: `编码（${name}）不支持`, en: `its coding (${name}) is not supported` },
  todo: { zh: `请转换为 ${TAKEN.zh}。`, en: `Convert it to ${TAKEN.en}.` },
});
