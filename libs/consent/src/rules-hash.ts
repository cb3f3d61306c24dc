import { createHash } from 'node:crypto';
import { type ConsentRuleSet } from '#contracts';
import { canonicalJson } from '#journal';

/** The same rules have the same hash, in whatever order their parts are written. */
export const hashOf = (rules: ConsentRuleSet): string =>
  createHash('sha256').update(canonicalJson(rules)).digest('hex');
