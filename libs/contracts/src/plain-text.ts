import { z } from 'zod';

/** Text that a database can hold: PostgreSQL refuses NUL, and no name, number or id has one. */
export const plainText = () => z.string().refine((text) => !text.includes('\0'), 'must not contain a NUL character');
