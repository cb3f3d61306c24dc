import type { CompanyProfile, SignInPolicy } from '#contracts';

export interface PartProps {
  profile: CompanyProfile;
  /** A part that is undefined is left out: the company does not say it. */
  change: (part: { [P in keyof CompanyProfile]?: CompanyProfile[P] | undefined }) => void;
}

/** Every zone that this browser knows, for a list to search in. */
export const TIME_ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

/** What the fields of the rules share. */
export interface RuleProps {
  policy: SignInPolicy;
  change: (part: Partial<SignInPolicy>) => void;
}
