/** A call that may be heard. */
export interface CallToAdmit {
  readonly id: string;
  readonly personId: string;
  readonly beganAt: Date;
  /** When a person chose it; null: none did. */
  readonly askedAt: Date | null;
}

export interface Admission {
  /** How many at once. */
  readonly room: number;
  /** Where no person chose: calls as they begin, of the agents who were heard the longest ago. */
  readonly byTurns: boolean;
  /** Calls that are heard now. */
  readonly heard: ReadonlySet<string>;
  /** When each agent was last heard, ms since 1970. */
  readonly lastHeard: ReadonlyMap<string, number>;
  readonly now: Date;
}

/** A call that began so long ago is not begun with by turns: what hints ask lies at its beginning. */
const BEGAN_MS = 10_000;

/** Which calls are heard: those that people chose, in the order in which they did, and then by turns. One that is heard goes on to its end. */
export function admitted(
  calls: readonly CallToAdmit[],
  { room, byTurns, heard, lastHeard, now }: Admission,
): CallToAdmit[] {
  const chosen = calls
    .filter(({ askedAt }) => askedAt !== null)
    .toSorted((a, b) => Number(a.askedAt) - Number(b.askedAt) || a.id.localeCompare(b.id));
  if (!byTurns) return chosen.slice(0, room);
  const others = calls.filter(({ askedAt }) => askedAt === null);
  const going = others.filter(({ id }) => heard.has(id));
  const begun = others
    .filter(({ id, beganAt }) => !heard.has(id) && now.getTime() - beganAt.getTime() < BEGAN_MS)
    .toSorted(
      (a, b) => (lastHeard.get(a.personId) ?? 0) - (lastHeard.get(b.personId) ?? 0) || a.id.localeCompare(b.id),
    );
  return [...chosen, ...going, ...begun].slice(0, room);
}
