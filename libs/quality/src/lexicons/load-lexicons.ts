import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Language } from '#contracts';
import { contentHash } from '../content-hash.rules.js';
import { packageRoot } from '#platform';
import { readYaml } from '../shipped-yaml.js';
import { confidenceFileSchema } from './confidence.rules.js';
import { lexiconFileSchema, type Lexicon, type LexiconEntry, type Lexicons } from './lexicon.rules.js';

function loadLanguage(folder: string, language: Language): Lexicon {
  const entries: Record<string, LexiconEntry> = {};
  let classes: Lexicon['classes'] | undefined;
  for (const file of readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const read = lexiconFileSchema.safeParse(readYaml(join(folder, language, file)));
    if (!read.success) throw new Error(`lexicon ${language}/${file}: ${read.error.message}`);
    for (const [name, entry] of Object.entries(read.data.entries)) {
      if (entries[name]) throw new Error(`lexicon ${language}/${file}: "${name}" is defined twice`);
      entries[name] = entry;
    }
    classes = read.data.classes ?? classes;
  }
  if (!classes) throw new Error(`lexicon ${language}: no file gives its word classes`);
  return { language, entries, classes };
}

function loadConfidence(folder: string): Pick<Lexicons, 'confidence'> {
  const file = join(folder, 'confidence.yaml');
  if (!existsSync(file)) return {};
  const read = confidenceFileSchema.safeParse(readYaml(file));
  if (!read.success) throw new Error(`lexicon confidence.yaml: ${read.error.message}`);
  return { confidence: read.data.tables };
}

const SHIPPED = join(packageRoot(), 'libs/quality/lexicons');
/** Read once: several services of a process want them. */
let shipped: Lexicons | undefined;

/**
 * Reads the phrase lists of every language, and how reliable answers are that rest on them.
 *
 * @param folder where `zh/` and `en/` lie; the shipped lists by default
 * @throws Error naming the file and what is wrong in it
 */
export function loadLexicons(folder?: string): Lexicons {
  if (folder === undefined) return (shipped ??= loadLexicons(SHIPPED));
  const content = { zh: loadLanguage(folder, 'zh'), en: loadLanguage(folder, 'en'), ...loadConfidence(folder) };
  return { hash: contentHash(content), ...content };
}
