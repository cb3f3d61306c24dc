export interface PastedTurn {
  speaker: 'agent' | 'customer';
  text: string;
}

const SPEAKERS: readonly [RegExp, PastedTurn['speaker']][] = [
  [/^\s*(坐席|客服|员工|agent|a)\s*[:：]\s*/i, 'agent'],
  [/^\s*(客户|顾客|用户|customer|caller|c)\s*[:：]\s*/i, 'customer'],
];

/** A pasted dialogue as turns: every line names its speaker; a line that does not goes on with the turn before it. */
export function turnsOf(text: string): PastedTurn[] {
  const turns: PastedTurn[] = [];
  for (const line of text.split('\n')) {
    const named = SPEAKERS.find(([pattern]) => pattern.test(line));
    const said = named ? line.replace(named[0], '').trim() : line.trim();
    const last = turns.at(-1);
    if (said === '') continue;
    if (named) turns.push({ speaker: named[1], text: said });
    else if (last) last.text = `${last.text} ${said}`;
  }
  return turns;
}

/** Mostly Chinese characters, or not. */
export const languageOf = (text: string): 'zh' | 'en' => (/[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en');
