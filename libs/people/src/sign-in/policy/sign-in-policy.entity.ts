import { Column, Entity } from 'typeorm';
import { type SignInPolicy } from '#contracts';
import { DecidedVersion } from '../../decided-version.js';

/** A version of what signing in asks of everyone. It holds once a second person has agreed. */
@Entity('sign_in_policy')
export class SignInPolicyRow extends DecidedVersion {
  @Column('jsonb')
  policy!: SignInPolicy;

  /** By role, since when it needs a second factor. */
  @Column('jsonb')
  requiredSince!: Record<string, string>;
}
