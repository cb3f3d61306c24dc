import { type Answer } from './questions/question.js';

/** What a person reads at the end: each question, yes or no, and what was found. */
export function tableOf(answers: readonly Answer[]): string {
  const width = Math.max(...answers.map(({ question }) => question.length));
  const rows = answers.map(({ question, ok, found }) => {
    const [first = '', ...more] = found;
    const head = `${ok ? 'yes' : 'NO '}  ${question.padEnd(width)}  ${first}`;
    return [head, ...more.map((line) => `     ${' '.repeat(width)}  ${line}`)].join('\n');
  });
  return `\n${rows.join('\n')}\n`;
}
