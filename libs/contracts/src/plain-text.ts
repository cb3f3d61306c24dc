import { z } from 'zod';
import { inWords } from './language.js';

/** Marks that turn the direction of what follows: with them a title can read as something else than it is. No title needs one. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text that a database can hold and a screen can show: PostgreSQL refuses NUL, and no name, number or id has one; marks that turn the direction
 * of writing are taken out.
 */
export const plainText = () =>
  z
    .string()
    .overwrite((text) => text.replace(TURNING, ''))
    .refine((text) => !text.includes('\0'), inWords('不能含有 NUL 字符', 'must not contain a NUL character'));

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
