import { type Language } from '#contracts';
import { POLITE_EN } from './polite-en.fixture.js';
import { POLITE_ZH } from './polite-zh.fixture.js';

/**
 * What a courteous agent may say and a hasty rule takes for forbidden wording: each has words in it that once accused an agent wrongly, or
 * nearly did. Written by us; real sentences are read beside them where they lie.
 */
export const POLITE: Readonly<Record<Language, readonly string[]>> = { en: POLITE_EN, zh: POLITE_ZH };
