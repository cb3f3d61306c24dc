/**
 * A wall-clock time of the site (`2026-03-12T14:02`) as an instant. The zone's offset is found by asking what the clock shows at a guess,
 * twice, because the guess may lie on the other side of a change of time. An hour that the clocks skip is taken as if they had not.
 */
export function instantOf(local: string, timeZone: string): string {
  const wanted = new Date(`${local.slice(0, 16)}:00Z`).getTime();
  let guess = wanted;
  for (let step = 0; step < 2; step++) guess += wanted - shown(guess, timeZone);
  return new Date(guess).toISOString();
}

/** What the site's clock shows at an instant, read as if it were UTC. */
function shown(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute']);
}
