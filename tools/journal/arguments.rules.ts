import { parseArgs } from 'node:util';
import { type Language } from '#contracts';
import { type Erasable, type ErasureReason } from '#journal';

export interface VerifyArguments {
  /** Signed heads that were kept outside: one as JSON, or one a line. */
  readonly head: string | undefined;
  /** An exported journal, in place of the live database. */
  readonly file: string | undefined;
  /** The public key that heads are signed by, PEM. */
  readonly key: string | undefined;
  readonly json: boolean;
  readonly language: Language;
}

export const VERIFY_USAGE = `npm run verify-journal -- [--head FILE|FOLDER] [--export FILE] [--key FILE]

--head FILE      signed heads that you hold, or a FOLDER of them; without it those of SHOUWEN_JOURNAL_HEADS_DIR
--export FILE    an exported journal in place of the live database; needs --key and --head
--key FILE       public key, PEM; without it the one beside SHOUWEN_JOURNAL_KEY_FILE
--json           the verdict as JSON
--lang zh|en     the language of the report

Exit code 0: nothing is wrong. 1: something is, and it is named. 2: nothing could be verified.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** @throws Error that says what cannot be used */
export function readVerifyArguments(args: readonly string[], locale: string): VerifyArguments {
  const options = { head: text, export: text, key: text, json: flag, lang: text };
  const { values } = parseArgs({ args: [...args], options });
  const { head, export: file, key, json, lang } = values;
  if (file !== undefined && (key === undefined || head === undefined))
    throw new Error('--export: an exported journal is verified with a key and a head that you hold: --key and --head');
  return { head, file, key, json, language: languageOf(lang, locale) };
}

/** @throws Error */
export function languageOf(lang: string | undefined, locale: string): Language {
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new Error('--lang: zh or en');
  return lang ?? (locale.startsWith('zh') ? 'zh' : 'en');
}

export const ERASE_USAGE = `npm run erase-details -- (--person ID | --call ID | --entry ID) --reason erasure_request|retention|correction|order

Erases the details of journal entries for good, as owner of the database. The entries, their order and their signatures stay and verify.`;

const REASONS = ['erasure_request', 'retention', 'correction', 'order'] as const satisfies readonly ErasureReason[];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws Error that says what cannot be used */
export function readEraseArguments(args: readonly string[]): { which: Erasable; reason: ErasureReason } {
  const { values } = parseArgs({ args: [...args], options: { person: text, call: text, entry: text, reason: text } });
  const { person, call, entry } = values;
  const reason = REASONS.find((one) => one === values.reason);
  const ids = [person, call, entry].filter((id) => id !== undefined);
  const [id] = ids;
  if (ids.length !== 1 || id === undefined) throw new Error('say one of --person, --call and --entry');
  if (!UUID.test(id)) throw new Error(`"${id}" is no id`);
  if (!reason) throw new Error(`--reason: one of ${REASONS.join(', ')}`);
  const which = person ? { personId: id } : call ? { callId: id } : { entryId: id };
  return { which, reason };
}
