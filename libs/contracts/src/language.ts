import { z } from 'zod';

/** A spoken language, as BCP 47 primary subtag. Mandarin is `zh`. */
export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** A text that people read, in both of the product's languages. */
export const bilingualSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingualSchema>;
