import { type Bilingual, type Language, type PendingStep, type Permission, type ProofKind } from '#contracts';
import { type Acting } from '../acting/acting.js';
import { type HeldRole } from '../permissions.rules.js';

/** Who asks: a live session, or a token, with its account, person and roles, as the database says at this moment. */
export interface Asker {
  /** Of a token its own id, which no session has: what belongs to a session is out of its reach. */
  sessionId: string;
  /** The token that asks in place of a person; `held` is narrowed to what it may do. */
  tokenId: string | null;
  /** Of a token that sends calls and records of one telephone system alone: its name. */
  sendsFor?: string;
  /** A programme in its own name, and the permissions whose routes it may use. Then account and person are the token itself. */
  service?: { name: string; scopes: readonly Permission[] };
  accountId: string;
  personId: string;
  username: string;
  name: Bilingual;
  staffNumber: string;
  language: Language;
  /** The roles in force: those that wait for a second person are not here. */
  held: HeldRole[];
  /** null: for themselves. A token never acts for another. */
  acting: Acting | null;
  /** Do rights of theirs wait until a second person has confirmed who has the account? */
  suspended: boolean;
  /** Was the session left alone for the company's idle time, and lives on because a page of it looks on? Never a token's. */
  idle: boolean;
  /** What this session has to do before it may do anything else; null once it is open. */
  pending: PendingStep | null;
  /** When a session that owes its second factor ends. */
  pendingUntil: Date | null;
  /** From when on a sign-in leads to setting up a second factor: a role needs one, and this session has none. */
  secondFactorDue: Date | null;
  /** Does the account sign in with a second factor? */
  secondFactor: boolean;
  /** What the person may prove again with who they are. */
  proofs: readonly ProofKind[];
  /** When this session last proved its user's identity, by one of `proofs`. */
  steppedUpAt: Date | null;
}
