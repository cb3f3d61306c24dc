import { resolve } from 'node:path';

/** Commands that look into the installation: without its data folder they would look into, or make, another. */
const OF_AN_INSTALLATION =
  /npm (?:start\b|run (?:-s )?(?:backup|demo|doctor|erase-details|export-journal|first-administrator|import-folder|keys|migrate|models|rescore|restore|search-key|second-factor|secrets|verify-journal)\b)/g;

/** It was written with its settings already. */
const HAS_SETTINGS = /SHOUWEN_[A-Z_]+=\S+ $/;

/** A word as a shell takes it. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/**
 * Text for a person, in which every command of ours runs as it is printed: with the data folder, where it is not the one that the command
 * would take by itself.
 *
 * @param cwd where commands are run: the checkout, as npm does
 */
export function commandsAsRun(
  text: string,
  { SHOUWEN_DATA_DIR: given }: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  const folder = given ? resolve(cwd, given) : null;
  if (folder === null || folder === resolve(cwd, '.data')) return text;
  return text.replace(
    OF_AN_INSTALLATION,
    (command: string, at: number) => (HAS_SETTINGS.test(text.slice(0, at)) ? '' : prefixOf(folder)) + command,
  );
}

const prefixOf = (folder: string): string => `SHOUWEN_DATA_DIR=${quoted(folder)} `;
