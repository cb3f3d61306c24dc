import { type Language } from '#contracts';
import { type Finding, type Level } from './finding.js';

const LEVELS: Record<Language, Record<Level, string>> = {
  zh: { ok: '正常', warning: '注意', fault: '故障' },
  en: { ok: 'ok', warning: 'warning', fault: 'fault' },
};

/** One line for each finding, the gravest last, where a terminal shows them. */
export function report(findings: readonly Finding[], language: Language): string {
  const order: Level[] = ['ok', 'warning', 'fault'];
  const lines = order.flatMap((level) => findings.filter((finding) => finding.level === level));
  return `${lines.map((finding) => line(finding, language)).join('\n')}\n`;
}

function line({ check, level, what, why, todo }: Finding, language: Language): string {
  const said = [what, why, todo].flatMap((part) => (part ? [part[language]] : []));
  const mark = LEVELS[language][level];
  return `${language === 'zh' ? mark.padEnd(4) : mark.padEnd(8)} ${check.padEnd(9)} ${said.join(language === 'zh' ? '' : ' ')}`;
}

export const hasFault = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'fault');
