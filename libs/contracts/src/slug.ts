import { z } from 'zod';
import { inWords } from './language.js';

/** A short name that a house gives to what it calls by name: a telephone system, a purpose, how a call ended. */
export const slugSchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,62}$/,
    inWords(
      '只能用小写字母、数字、“.”、“_”、“-”，最多 63 个',
      'lower-case letters, digits, ".", "_" and "-", at most 63',
    ),
  );
