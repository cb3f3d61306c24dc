import { z } from 'zod';
import { inWords } from './refusal-words.js';

/** Text that a database can hold: PostgreSQL refuses NUL, and no name, number or id has one. */
export const plainText = () =>
  z.string().refine((text) => !text.includes('\0'), inWords('不能含有 NUL 字符', 'must not contain a NUL character'));
