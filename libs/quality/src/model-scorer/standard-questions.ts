import { join } from 'node:path';
import { bilingualSchema, type Bilingual } from '#contracts';
import { z } from 'zod';
import { packageRoot } from '#platform';
import { readYaml } from '../shipped-yaml.js';

const fileSchema = z.strictObject({
  format: z.literal('shouwen.questions/1'),
  items: z.record(z.string(), bilingualSchema),
});

let shipped: ReadonlyMap<string, Bilingual> | undefined;

/** The questions that come with the product, by item. @throws Error when the file is not what it should be */
export const standardQuestions = (): ReadonlyMap<string, Bilingual> =>
  (shipped ??= new Map(
    Object.entries(fileSchema.parse(readYaml(join(packageRoot(), 'libs/quality/questions.yaml'))).items),
  ));

/** The questions that the installation switched on: those of its items that have one. */
export const switchedOn = (items: readonly string[]): ReadonlyMap<string, Bilingual> =>
  new Map([...standardQuestions()].filter(([itemId]) => items.includes(itemId)));
