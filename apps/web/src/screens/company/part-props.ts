import { type CompanyProfile } from '#contracts';

export interface PartProps {
  profile: CompanyProfile;
  change: (part: Partial<CompanyProfile>) => void;
}
