import { type Language } from '#contracts';
import { type Replay } from '#quality';

/** What came of one card, or of one leg that was scored again. */
export type Line =
  | ({ readonly callId: string; readonly legId: string; readonly scorecardId: string } & Replay)
  | { readonly callId: string; readonly legId: string; readonly verdict: 'rescored'; readonly filed: number }
  | { readonly callId: string; readonly legId: string; readonly verdict: 'failed'; readonly error: string };

type Words = Record<Language, string>;

const ALTERED: Record<string, Words> = {
  card: { zh: '评分入档后有改动', en: 'the card was altered after it was filed' },
  checklist: { zh: '该版评分表有改动', en: 'the version of the checklist was altered' },
  lexicons: { zh: '词表有改动', en: 'the lexicons were altered' },
  profile: { zh: '该版公司资料有改动', en: 'the version of the company profile was altered' },
};

const CANNOT: Record<string, Words> = {
  engine_changed: { zh: '由另一版评分引擎得出', en: 'another version of the engine made it' },
  lexicons_unknown: { zh: '本机没有存下它的词表', en: 'its lexicons were never stored here' },
  profile_unknown: {
    zh: '没有它所依据的公司资料版本',
    en: 'the version of the company profile it names is not on file',
  },
  inputs_unknown: { zh: '它没有记下所依据的事实', en: 'it does not keep the facts it was judged by' },
  no_words: { zh: '它没有文字', en: 'it has no words' },
  words_destroyed: { zh: '文字已销毁', en: 'its words are destroyed' },
  words_damaged: { zh: '文字与封存时不一致', en: 'its words are not what was sealed' },
};

/** One line, or null for what needs none: a card that replays to the same bytes. */
export function lineOf(line: Line, language: Language): string | null {
  const zh = language === 'zh';
  if (line.verdict === 'same') return null;
  if (line.verdict === 'rescored')
    return line.filed === 0 ? null : `${line.callId} ${zh ? `新评分 ${line.filed} 份` : `${line.filed} new`}`;
  if (line.verdict === 'failed') return `${line.callId} ${zh ? '没有完成' : 'not scored'}: ${line.error}`;
  const card = `${line.callId} ${line.scorecardId}`;
  if (line.verdict === 'altered') return `${card} ${zh ? '有改动' : 'altered'}: ${ALTERED[line.what]?.[language]}`;
  if (line.verdict === 'cannot') return `${card} ${zh ? '无法复算' : 'cannot replay'}: ${CANNOT[line.why]?.[language]}`;
  const items = line.items.map(({ itemId, filed, replayed }) => `${itemId} ${filed ?? '–'}→${replayed ?? '–'}`);
  const what = items.length > 0 ? items.join(', ') : zh ? '依据或措辞不同' : 'evidence or wording differ';
  return `${card} ${zh ? '不一致' : 'differs'}: ${what}`;
}

/** The last line: how many of each. */
export function summaryOf(lines: readonly Line[], language: Language): string {
  const count = (verdict: Line['verdict']) => lines.filter((line) => line.verdict === verdict).length;
  const [same, differs, altered, cannot] = (['same', 'differs', 'altered', 'cannot'] as const).map(count);
  if (lines.some(({ verdict }) => verdict === 'rescored' || verdict === 'failed')) {
    const filed = lines.reduce((sum, line) => sum + (line.verdict === 'rescored' ? line.filed : 0), 0);
    const [done, failed] = [count('rescored'), count('failed')];
    return language === 'zh'
      ? `${done} 段已重新评分，新评分 ${filed} 份，${failed} 段没有完成。`
      : `${done} legs scored again, ${filed} new cards, ${failed} not scored.`;
  }
  return language === 'zh'
    ? `${lines.length} 份评分：${same} 份逐字节一致，${differs} 份不一致，${altered} 份有改动，${cannot} 份无法复算。`
    : `${lines.length} cards: ${same} the same byte for byte, ${differs} differ, ${altered} altered, ${cannot} cannot be replayed.`;
}

/** A difference, an altered card or a leg that could not be scored needs a person; what cannot be replayed is only reported. */
export const needsPerson = (lines: readonly Line[]): boolean =>
  lines.some(({ verdict }) => verdict === 'differs' || verdict === 'altered' || verdict === 'failed');
