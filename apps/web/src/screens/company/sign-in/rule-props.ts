import type { SignInPolicy } from '#contracts';

/** What the fields of the rules share. */
export interface RuleProps {
  policy: SignInPolicy;
  change: (part: Partial<SignInPolicy>) => void;
}
