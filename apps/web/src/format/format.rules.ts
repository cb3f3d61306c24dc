import type { Language } from '#contracts';

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

/** A place in the audio: `m:ss`, or `h:mm:ss` from an hour on. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

/** A length in words, in whole seconds that have passed as `clock` has them: `2分53秒`, `2 min 53 s`. */
export function duration(ms: number, language: Language): string {
  const total = Math.floor(ms / 1000);
  const units: [number, string][] =
    language === 'zh'
      ? [
          [Math.floor(total / 3600), '小时'],
          // 分 alone reads as points.
          [Math.floor(total / 60) % 60, total % 60 > 0 ? '分' : '分钟'],
          [total % 60, '秒'],
        ]
      : [
          [Math.floor(total / 3600), ' h'],
          [Math.floor(total / 60) % 60, ' min'],
          [total % 60, ' s'],
        ];
  const said = units.filter(([n]) => n > 0).map(([n, unit]) => `${n}${unit}`);
  if (said.length === 0) return language === 'zh' ? '0秒' : '0 s';
  return said.join(language === 'zh' ? '' : ' ');
}

/** A measured time: `7.2 秒`, `7.2 s`. */
export function measured(seconds: number, language: Language): string {
  return `${decimal(seconds, 1, language)} ${language === 'zh' ? '秒' : 's'}`;
}

export function decimal(value: number, digits: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: digits }).format(value);
}

/** A share of one as a percentage without its sign. */
export function percent(share: number, digits: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share * 100);
}

/** `14:02`, or `14:02:11` for facts and the journal; always the site's zone. */
export function timeOfDay(iso: string | number, zone: string, seconds = false): string {
  const p = parts(iso, zone, 'en');
  return seconds ? `${p.hour}:${p.minute}:${p.second}` : `${p.hour}:${p.minute}`;
}

/** `2月12日`, `12 Feb`; of another year than now's `2024年2月12日`, `12 Feb 2024`. */
export function day(iso: string | number, zone: string, language: Language, now: string | number = iso): string {
  const p = parts(iso, zone, language);
  const other = !sameYear(iso, now, zone);
  if (language === 'zh') return `${other ? `${p.year}年` : ''}${p.monthNumber}月${p.day}日`;
  return `${p.day} ${p.month}${other ? ` ${p.year}` : ''}`;
}

export function sameYear(a: string | number, b: string | number, zone: string): boolean {
  return parts(a, zone, 'en').year === parts(b, zone, 'en').year;
}

/** `2026年3月12日 周四 14:02`, `Thu 12 Mar 2026, 14:02`. */
export function dateTime(iso: string, zone: string, language: Language): string {
  const p = parts(iso, zone, language);
  return language === 'zh'
    ? `${p.year}年${p.monthNumber}月${p.day}日 ${p.weekday} ${p.hour}:${p.minute}`
    : `${p.weekday} ${p.day} ${p.month} ${p.year}, ${p.hour}:${p.minute}`;
}

export function sameDay(a: string | number, b: string | number, zone: string): boolean {
  return day(a, zone, 'en') === day(b, zone, 'en') && sameYear(a, b, zone);
}

/** `9f2c 81d0 … e41b`: enough of a hash to compare by eye. */
export function shortHash(hex: string): string {
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-4)}`;
}

function parts(iso: string | number, zone: string, language: Language) {
  const format = new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const found = Object.fromEntries(format.formatToParts(new Date(iso)).map((p) => [p.type, p.value]));
  const part = (type: string) => found[type] ?? '';
  return {
    year: part('year'),
    month: part('month').slice(0, 3),
    monthNumber: part('month').replace(/\D/g, ''),
    day: part('day'),
    weekday: part('weekday'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/** A time zone as people call it: `中国标准时间`, `China Standard Time`. Its own name, where there is no other. */
export function zoneName(timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(LOCALE[language], { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
