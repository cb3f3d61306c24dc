import { spokenLanguageSchema, type SpokenLanguage } from '#contracts';
import { InputError } from './input-error.js';

const USAGE = `usage: npm run -s score -- FILE.jsonl [--facts FACTS.jsonl] [--profile PROFILE.json]
       npm run -s score -- FOLDER --agent left|right [--language zh|en|unknown] [--facts FACTS.jsonl] [--profile PROFILE.json]
FILE.jsonl holds written dialogues. FOLDER holds recordings, NAME.wav or of another kind, and NAME.lang with zh or en where
--language does not hold. Where neither is there, or they say unknown, the language is told from the sound.`;

export interface ScoreArguments {
  /** A file of dialogues, or a folder of recordings. */
  place: string;
  facts?: string;
  profile?: string;
  /** On which channel the agent speaks. */
  agent?: 'left' | 'right';
  /** Of recordings that have no file that says so; where none is given, it is told from the sound. */
  language?: SpokenLanguage;
}

const ALLOWED: Readonly<Record<string, readonly string[] | undefined>> = {
  facts: undefined,
  profile: undefined,
  agent: ['left', 'right'],
  language: spokenLanguageSchema.options,
};

/** @throws InputError with the usage */
export function readArguments(args: readonly string[]): ScoreArguments {
  const options: Record<string, string> = {};
  const places: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const given = args[i]!;
    const [, name = '', joined] = /^--([a-z]+)(?:=(.*))?$/.exec(given) ?? [];
    if (name in ALLOWED) options[name] = valueOf(name, joined ?? args[++i]);
    else if (given.startsWith('-')) throw new InputError(`unknown option ${given}\n${USAGE}`);
    else places.push(given);
  }
  if (places.length !== 1) throw new InputError(USAGE);
  return { place: places[0]!, ...options };
}

function valueOf(name: string, value: string | undefined): string {
  const allowed = ALLOWED[name];
  if (value === undefined) throw new InputError(`--${name} needs ${allowed?.join(' or ') ?? 'a file'}\n${USAGE}`);
  if (allowed && !allowed.includes(value))
    throw new InputError(`--${name} is ${allowed.join(' or ')}, not ${value}\n${USAGE}`);
  return value;
}
