import type { CompanyProfile } from '#contracts';

type Cadence = NonNullable<CompanyProfile['ringCadence']>;

const of = (onSeconds: number, offSeconds: number): Cadence => ({ onSeconds, offSeconds });

/**
 * How telephones usually ring in a country: only those with one tone and one pause. Each was compared with the ringing tones that Asterisk ships
 * (`indications.conf`, which names ITU's list of 2003); ITU-T E.180 Supplement 2 itself was not verified. For Taiwan that file names two
 * cadences, and nothing is proposed. What the company's own telephones do may differ, so it is a proposal.
 */
const USUAL: Readonly<Record<string, Cadence>> = {
  ...{ CN: of(1, 4), US: of(2, 4), CA: of(2, 4), DE: of(1, 4), AT: of(1, 5), CH: of(1, 4), FR: of(1.5, 3.5) },
  ...{ IT: of(1, 4), ES: of(1.5, 3), NL: of(1, 4), BE: of(1, 3), SE: of(1, 5), JP: of(1, 2) },
};

/** null: nothing is proposed there. */
export const usualCadence = (region: string | undefined): Cadence | null => USUAL[region?.slice(0, 2) ?? ''] ?? null;
