import { type Bilingual } from '#contracts';
import { type Env, type Probed } from '#platform';

/** `fault`: something does not work, or work or keys can be lost. `warning`: it works, and an operator should know. */
export type Level = 'ok' | 'warning' | 'fault';

/** One line of the doctor's: what is, why it matters and what to do. None of it holds a secret. */
export interface Finding {
  check: string;
  level: Level;
  what: Bilingual;
  why?: Bilingual;
  todo?: Bilingual;
}

/** Looks at one thing. May throw: what it throws becomes a fault. */
export interface Check {
  name: string;
  look(env: Env): Promise<Finding[]>;
}

/** The same for what needs no settings, and so works before there are any. */
export interface MachineCheck {
  name: string;
  look(): Promise<Finding[]>;
}

export const words = (zh: string, en: string): Bilingual => ({ zh, en });

/** A probe's answer as findings: its words say what to do already. */
export function findingsOf(check: string, { ok, detail, warning }: Probed): Finding[] {
  const answer: Finding = { check, level: ok ? 'ok' : 'fault', what: detail };
  return warning ? [answer, { check, level: 'warning', what: warning }] : [answer];
}

/** The part of an error that a person can use; never a stack. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).split('\n')[0]?.slice(0, 300) ?? '';
