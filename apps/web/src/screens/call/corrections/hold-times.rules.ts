import type { Leg } from '#contracts';

/** A stretch on hold as the dialog shows it: minutes and seconds from the start of the recording. */
export interface HoldTimes {
  from: string;
  to: string;
}

/** `1:06`, or `1:06.4` where it is not a whole second. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`.replace(/0+$/, '');
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}${rest}`;
}

/** @returns milliseconds, or null where it is no such time */
export function clockMs(text: string): number | null {
  const [, minutes, seconds, rest = ''] = /^(\d{1,4})[:：]([0-5]\d)(?:\.(\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (minutes === undefined) return null;
  return (Number(minutes) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0'));
}

export const holdTimesOf = (spans: Leg['holdSpans']): HoldTimes[] =>
  spans.map(({ fromMs, toMs }) => ({ from: clockText(fromMs), to: clockText(toMs) }));

/** Lines that were left empty are none. @returns null where one is no stretch */
export function holdSpansOf(times: readonly HoldTimes[]): Leg['holdSpans'] | null {
  const spans: Leg['holdSpans'] = [];
  for (const { from, to } of times.filter((one) => one.from.trim() || one.to.trim())) {
    const [fromMs, toMs] = [clockMs(from), clockMs(to)];
    if (fromMs === null || toMs === null || toMs <= fromMs) return null;
    spans.push({ fromMs, toMs });
  }
  return spans;
}
