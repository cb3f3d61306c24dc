import { type Bilingual } from './language.js';
import { type WordsPosition, type WordsRefusal, type WordsRefusalCode } from './provided-words.js';

/** What is wrong with words that came with a call, and what to do about it. */
const WORDS: Record<WordsRefusalCode, Bilingual> = {
  too_large: { zh: '文字超过 4 MB', en: 'The words are over 4 MB' },
  empty: { zh: '文件里没有文字', en: 'There are no words in the file' },
  not_utf8: { zh: '文件不是 UTF-8 编码。请以 UTF-8 重新导出', en: 'The file is not UTF-8. Export it again as UTF-8' },
  unknown_format: {
    zh: '无法识别文件格式。支持的格式：Whisper 系列的 JSON、WebVTT、SubRip、Contact Lens 和本系统的 JSON',
    en: 'The format of the file is not known. Send JSON of Whisper and its kin, WebVTT, SubRip, Contact Lens or our own JSON',
  },
  invalid_json: { zh: '不是有效的 JSON，文件可能不完整', en: 'This is not valid JSON; the file may be cut off' },
  invalid_shape: { zh: '缺少必需的字段，或类型不对', en: 'A field that is needed is missing, or is of another type' },
  invalid_time: { zh: '时间无法读取', en: 'A time cannot be read' },
  time_runs_backwards: { zh: '结束早于开始', en: 'Something ends before it begins' },
  time_beyond_recording: {
    zh: '时间超出录音的长度。请核对文字是否属于这段录音',
    en: 'A time lies after the end of the recording. Check that the words belong to it',
  },
  overlapping_turns: {
    zh: '同一个说话人同时说了两段话',
    en: 'One speaker says two things at the same time',
  },
  too_many_turns: { zh: '超过 50,000 段', en: 'There are more than 50,000 turns' },
  too_many_characters: {
    zh: '文字总共超过 250,000 个汉字（或 750,000 个其他字符），比连续说十二小时还多。请只附上这通电话的文字',
    en: 'The words have more than 750,000 characters (or 250,000 Han characters), more than twelve hours of talk. Send only the words of this call',
  },
  turn_too_long: { zh: '一段超过 10,000 个字符。请分段', en: 'A turn has more than 10,000 characters. Divide it' },
  too_many_speakers: { zh: '说话人超过 12 个', en: 'There are more than 12 speakers' },
  language_mismatch: {
    zh: '文字的语言与通话的语言不同。请更正其中之一',
    en: 'The words are in another language than the call. Correct one of the two',
  },
};

/** Why words cannot be used, with the place, as a sentence. */
export function wordsRefusalWords({ code, at }: WordsRefusal): Bilingual {
  const place = placeWords(at);
  const { zh, en } = WORDS[code];
  return place ? { zh: `${zh}（${place.zh}）。`, en: `${en} (${place.en}).` } : { zh: `${zh}。`, en: `${en}.` };
}

function placeWords({ line, turn, path, byte, channel }: WordsPosition): Bilingual | null {
  const parts: Bilingual[] = [];
  if (channel) parts.push({ zh: channel === 'left' ? '左声道' : '右声道', en: `${channel} channel` });
  if (line !== undefined) parts.push({ zh: `第 ${line} 行`, en: `line ${line}` });
  else if (byte !== undefined) parts.push({ zh: `第 ${byte} 字节`, en: `byte ${byte}` });
  if (turn !== undefined) parts.push({ zh: `第 ${turn + 1} 段`, en: `turn ${turn + 1}` });
  if (path) parts.push({ zh: path, en: path });
  if (parts.length === 0) return null;
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}
