import { type Bilingual, type Language } from '#contracts';
import { type JournalFault, type JournalFinding, type JournalVerdict } from '#journal';

/** What each fault means, after the place that it was found at. */
const FAULTS: Record<JournalFault, Bilingual> = {
  edited: {
    zh: '条目有改动，或不是封存在这里的那一条：哈希不一致',
    en: 'the entry was edited, or is not the one that was sealed here: its hash does not come out',
  },
  missing: { zh: '条目缺失：位置不连续', en: 'deleted: there is no entry here' },
  entry_gone: { zh: '条目已删除，只剩位置', en: 'the entry was deleted; only its place is left' },
  reordered: { zh: '条目的位置有改动', en: 'the entry was moved' },
  cut: {
    zh: '日志尾部缺失：已签名的日志头证明这些条目存在过',
    en: 'the tail was cut: a signed head proves that these entries were there',
  },
  details_edited: {
    zh: '细节有改动：与链上的承诺值不符',
    en: 'the details were edited: they do not answer to the commitment in the chain',
  },
  details_gone: {
    zh: '细节缺失，日志里没有删除它的记录',
    en: 'the details are gone, and no entry says that they were erased',
  },
  signature_invalid: { zh: '日志头的签名与公钥不符', en: 'the head’s signature is not by this key' },
  held_signature_invalid: {
    zh: '您持有的日志头与公钥不符，不能作为证明',
    en: 'the head that you hold is not signed by this key, and proves nothing',
  },
  rewritten: {
    zh: '这一段之后的链经过重写：与已签名的日志头不符',
    en: 'rewritten: within this stretch the chain leaves what a signed head vouches for',
  },
  never_sealed: {
    zh: '条目从未进入链，也不再排队：标记已删除',
    en: 'the entry was never sealed and is not waiting to be: its marker was removed',
  },
  unsealed_long: {
    zh: '条目超过一分钟没有封存：请检查 worker',
    en: 'the entry has waited for over a minute to be sealed: look at the worker',
  },
};

export function lineOf(finding: JournalFinding, language: Language): string {
  const { fault, position, toPosition, event, at, entryId } = finding;
  const zh = language === 'zh';
  const range = fault !== 'reordered' && toPosition !== undefined && toPosition !== position ? `–${toPosition}` : '';
  const place = position === null ? (zh ? '未封存' : 'unsealed') : `${zh ? '位置' : 'position'} ${position}${range}`;
  const origin = fault === 'reordered' ? (zh ? `，原在 ${toPosition}` : `, sealed at ${toPosition}`) : '';
  const what = [event, at?.toISOString(), entryId].filter((part) => part !== undefined).join(' ');
  return `${place}${what && ` (${what})`}: ${FAULTS[fault][language]}${origin}`;
}

export function summaryOf(verdict: JournalVerdict, language: Language): string {
  const { ok, entries, heads, held, erased, unsealed, findings, more } = verdict;
  const lines =
    language === 'zh'
      ? [
          `${entries} 个条目，${heads} 个日志头。`,
          held
            ? `与您持有的 ${held.heads} 个日志头核对，最远到位置 ${held.upTo}。`
            : '没有库外的日志头：只核对了日志自身，无法发现尾部缺失。',
          `细节已按规定删除：${erased} 条。未封存：${unsealed.count} 条${since(unsealed.oldestAt, '，最早 ')}。`,
          ok ? '日志完好。' : `发现 ${findings.length + more} 处问题。`,
        ]
      : [
          `${entries} entries, ${heads} heads.`,
          held
            ? `Compared with ${held.heads} heads that you hold, up to position ${held.upTo}.`
            : 'No head from outside: compared with itself alone, so that a cut tail would not show.',
          `Details erased, and said so: ${erased}. Not sealed yet: ${unsealed.count}${since(unsealed.oldestAt, ', oldest ')}.`,
          ok ? 'The journal is whole.' : `${findings.length + more} things are wrong.`,
        ];
  return lines.join('\n');
}

const since = (at: Date | null, word: string): string => (at === null ? '' : `${word}${at.toISOString()}`);
