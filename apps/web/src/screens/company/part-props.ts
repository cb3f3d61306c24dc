import { type CompanyProfile } from '#contracts';

export interface PartProps {
  profile: CompanyProfile;
  /** A part that is undefined is left out: the company does not say it. */
  change: (part: { [P in keyof CompanyProfile]?: CompanyProfile[P] | undefined }) => void;
}
