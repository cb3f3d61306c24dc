import { eventRowOf, FLOOR_ALARM_WORDS, GAP_WORDS, roleSchema, type FloorAlarmKind, type GapKind } from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { closedUp, PLACE, sayingOf } from './saying.rules.js';
import { useFormat } from './use-format.js';

interface Speaking {
  t: TFunction;
  format: ReturnType<typeof useFormat>;
}

/** How a sentence of the table of events writes a detail that is there and as the event has it: `{{dueAt|time}}`. */
export const HOW = {
  duration: (ms: number, { format }) => format.duration(ms),
  percent: (share: number, { format }) => format.percent(share),
  time: (at: string, { format }) => format.dateTime(at),
  spans: (spans: [number, number][], { t, format }) =>
    spans.map(([from, to]) => `${format.clock(from)}–${format.clock(to)}`).join(t('journal.and')),
  sum: (found: Record<string, number>) => String(Object.values(found).reduce((sum, count) => sum + count, 0)),
  engines: (others: { engine: string }[], { t }) => others.map(({ engine }) => engine).join(t('journal.and')),
  fields: (fields: 'language'[], { t }) =>
    fields.map((field) => t(`call.correct.named.${field}`)).join(t('journal.and')),
  spoken: (language: 'zh', { t }) => t(`calls.spoken.${language}`),
  attention: (reason: 'other', { t }) => t(`attention.${reason}.what`),
  givenUp: (reason: 'not_needed', { t }) => t(`giveUp.why.${reason}`),
  destruction: (reason: 'schedule', { t }) => t(`destroyed.${reason}`),
  promise: (kind: 'call_back', { t }) => t(`promises.kind.${kind}`),
  promiseAnswer: (answer: 'kept', { t }) => t(`promises.answer.${answer}`),
  setAside: (reason: 'no_speech', { t }) => t(`review.aside.${reason}`),
  role: (role: string, { t }) => {
    const known = roleSchema.safeParse(role).data;
    return known ? t(`shell.role.${known}`) : '';
  },
  gapKind: (kind: GapKind, { format }) => format.text(GAP_WORDS[kind]),
  floorAlarm: (kind: FloorAlarmKind, { format }) => format.text(FLOOR_ALARM_WORDS[kind]),
  part: (of: 'journal', { t }) => t(`audit.of.${of}`),
} satisfies Record<string, (value: never, speaking: Speaking) => string>;

/** Who acted, whom it was done to, and the number of what it is about. */
type Named = Partial<Record<'who' | 'whom' | 'ref', string>>;

/** Says an entry of the journal in the screen's language; null where this release does not know the event, or not enough of it. */
export function useEntrySentence(): (event: string, details: Record<string, unknown>, named: Named) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return (event, details, named) => {
    const row = eventRowOf(event);
    if (!row) return null;
    const saying = sayingOf(row, details, named);
    if (!saying) return null;
    const { data, whole } = saying;
    const write = (name: string, how: string | undefined): string => {
      if (name in named) return named[name as keyof Named] ?? '';
      const value = data[name];
      if (how === undefined || !whole || value === undefined || value === null) return plain(value);
      const written = HOW[how as keyof typeof HOW] as (value: unknown, speaking: Speaking) => string;
      return written(value, { t, format });
    };
    const filled = format.text(saying.sentence).replace(PLACE, (_, name: string, how?: string) => write(name, how));
    const said = closedUp(filled);
    return details['byOnePerson'] === true ? t('smallHouse.marked', { said }) : said;
  };
}

/** Numbers and words as they are, lists as how many there are. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return String(value.length);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
