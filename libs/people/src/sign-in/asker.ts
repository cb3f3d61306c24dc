import { type Bilingual, type Language, type PendingStep } from '#contracts';
import { type HeldRole } from '../permissions.rules.js';

/** Who asks: a live session with its account, person and roles, as the database says at this moment. */
export interface Asker {
  sessionId: string;
  accountId: string;
  personId: string;
  username: string;
  name: Bilingual;
  staffNumber: string;
  language: Language;
  held: HeldRole[];
  /** What this session has to do before it may do anything else; null once it is open. */
  pending: PendingStep | null;
}
