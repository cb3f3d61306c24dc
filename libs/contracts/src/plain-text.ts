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
