/** Clocks of two systems may be apart by so much, in milliseconds. */
const APART = 60_000;

interface Span {
  beganAt: Date | null;
  alertedAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
}

/** Whether two may have been at the same time; where one does not say when it was, they may. */
export function overlap(a: Span, b: Span): boolean {
  const [from, to] = [(one: Span) => one.beganAt ?? one.alertedAt ?? one.answeredAt, (one: Span) => one.endedAt];
  const before = (end: Date | null, start: Date | null): boolean =>
    end !== null && start !== null && end.getTime() + APART < start.getTime();
  return !before(to(a), from(b)) && !before(to(b), from(a));
}
