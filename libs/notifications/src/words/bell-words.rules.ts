import { alarmWords } from './alarm-words.rules.js';
import { shareBelow, type AlarmKind, type Bilingual, type FigureMeasure } from '#contracts';
import { noticeOf, type NotificationKind } from '../kinds/notifications.rules.js';

/** Both languages write figures alike. */
const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const SIGNED = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** What the words under the bell name. */
export interface BellFacts {
  kind: NotificationKind;
  /** What it says is waiting waits no longer. */
  over: boolean;
  code: string | null;
  alarm: { kind: AlarmKind; subject: string } | null;
  person: { name: Bilingual } | null;
  figure: { team: Bilingual; day: string; measure: FigureMeasure; value: number; of: number; line: number } | null;
  rescore: { calls: number; points: number } | null;
}

/** What a person reads under the bell. */
export function bellWords({ kind, over, code, alarm, person, figure, rescore }: BellFacts): Bilingual {
  if (alarm) return alarmWords(alarm.kind, alarm.subject, kind === 'alarm_cleared');
  const notice = noticeOf(kind);
  const [zh, en] = (over ? notice.over : notice.bell) ?? ['', ''];
  const filled = (words: string, language: 'zh' | 'en'): string => {
    const parts: Record<string, string | number | undefined> = {
      code: code ?? '',
      name: person?.name[language],
      team: figure?.team[language],
      ...(figure && { day: figure.day, value: NUMBER.format(figure.value), line: NUMBER.format(figure.line) }),
      ...(figure && { percent: (100 * shareBelow(figure.value, figure.of)).toFixed(1) }),
      ...(rescore && { count: rescore.calls, points: SIGNED.format(rescore.points) }),
    };
    return words.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(parts[name] ?? ''));
  };
  return { zh: filled(zh, 'zh'), en: filled(en, 'en') };
}
