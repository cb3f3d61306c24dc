import { parseArgs } from 'node:util';
import { type Language } from '#contracts';

/** Which cards: of one call, or of the calls that began on these days (site's time zone, the last one included). */
export type Chosen = { readonly callId: string } | { readonly from: string; readonly to: string };

export interface RescoreArguments {
  readonly chosen: Chosen;
  /** Replay what is on file and compare, instead of filing new cards. */
  readonly check: boolean;
  readonly json: boolean;
  readonly language: Language;
}

export const USAGE = `npm run rescore -- --check --from 2026-03-01 --to 2026-03-31
npm run rescore -- --call ID

--check          replays every automatic scorecard with the versions that it names, and compares byte for byte; writes nothing
without          scores again by what is in force now; new cards lie beside the old ones
--call ID        one call
--from, --to     calls of these days, YYYY-MM-DD
--json           one JSON line for each card or leg
--lang zh|en     the language of the report`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws Error that names every argument that cannot be used */
export function readArguments(args: readonly string[], locale: string): RescoreArguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { call: text, from: text, to: text, check: flag, json: flag, lang: text };
  const { values } = parseArgs({ args: [...args], options });
  const { call, from, to, lang } = values;
  const problems = [
    ...(call !== undefined && !UUID.test(call) ? [`--call "${call}": it must be the id of a call`] : []),
    ...(call !== undefined && (from ?? to) !== undefined ? ['--call stands alone, without --from and --to'] : []),
    ...(call === undefined && (from === undefined || to === undefined) ? ['say --call, or both --from and --to'] : []),
    ...[from, to].flatMap((day) =>
      day !== undefined && !isDay(day) ? [`"${day}": it must be a day, YYYY-MM-DD`] : [],
    ),
    ...(from !== undefined && to !== undefined && from > to ? ['--from is after --to'] : []),
    ...(lang !== undefined && lang !== 'zh' && lang !== 'en' ? ['--lang: zh or en'] : []),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const language = lang === 'zh' || lang === 'en' ? lang : locale.startsWith('zh') ? 'zh' : 'en';
  const chosen = call === undefined ? { from: from ?? '', to: to ?? '' } : { callId: call.toLowerCase() };
  return { chosen, check: values.check, json: values.json, language };
}

const isDay = (day: string): boolean =>
  DAY.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
