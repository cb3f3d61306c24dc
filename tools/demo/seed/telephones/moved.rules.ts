/** When the demonstration begins, on the clock of the records beside this file. */
export const RECORDED_AT = Date.parse('2026-01-15T02:00:00Z');

/**
 * Records, or what tells of a recording, as if they were written later: their times, and the ids that Asterisk makes of the second in which
 * a channel was opened.
 * @param seconds whole ones, since ids and `queue_log` know no parts of them
 */
export function moved(text: string, seconds: number): string {
  const later = (whole: string): string => String(Number(whole) + seconds);
  return text
    .replace(/\b2026-01-1\dT[\d:.]+/g, (time) => laterBy(time, seconds))
    .replace(/(?<=\bpbx1-)\d{10}\b/g, later)
    .replace(/^\d{10}(?=\|)/gm, later);
}

/** With as many digits after the second as it had. */
function laterBy(time: string, seconds: number): string {
  const [whole, part] = time.split('.');
  const then = new Date(Date.parse(`${whole}Z`) + seconds * 1000).toISOString().slice(0, 19);
  return part === undefined ? then : `${then}.${part}`;
}
