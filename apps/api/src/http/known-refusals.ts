import { type Bilingual } from '#contracts';
import { callsRefusals } from '#calls/rules';
import { coachingRefusals } from '#coaching/rules';
import { consentRefusals } from '#consent/rules';
import { correctionRefusals, sourceRefusals, uploadRefusals } from '#intake/rules';
import { legalRefusals } from '#legal/rules';
import { peopleRefusals } from '#people/rules';
import { HOUSE_MODULES } from '#modules';
import { platformRefusals, type Refusal } from '#platform/rules';
import { commitmentsRefusals } from '#commitments/rules';
import { qualityRefusals } from '#quality/rules';
import { reviewsRefusals } from '#reviews/rules';
import { recordingsRefusals } from '#recordings/rules';
import { notificationsRefusals } from '#notifications/rules';
import { completenessRefusals } from '#completeness/rules';
import { floorRefusals } from '#floor/rules';
import { reportsRefusals } from '#reports/rules';
import { retentionRefusals } from '#retention/rules';
import { transcriptsRefusals } from '#transcripts/rules';
import { webhooksRefusals } from '#webhooks/rules';
import { multipartRefusals } from '../call/upload/multipart-refusals.js';
import { apiRefusals } from '../refusals.js';
import { FRAMEWORK_CODES } from './framework-words.js';
import { BAD_INPUT, STATUS } from './problem.js';

/** A code, as one row or several tell of it: `…` is what is filled in when it is said. */
export interface KnownRefusal {
  code: string;
  status: number;
  words: readonly Bilingual[];
}

/** Anything that a row may be filled in with: what is read or called of it is `…` again. */
const ANYTHING: never = new Proxy(() => undefined, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '…' : ANYTHING),
  apply: () => ANYTHING,
}) as never;

const TABLES = [
  ...[platformRefusals, peopleRefusals, callsRefusals, recordingsRefusals, transcriptsRefusals],
  ...[commitmentsRefusals, qualityRefusals, reviewsRefusals],
  ...[
    consentRefusals,
    coachingRefusals,
    legalRefusals,
    retentionRefusals,
    notificationsRefusals,
    completenessRefusals,
    floorRefusals,
    reportsRefusals,
    webhooksRefusals,
    apiRefusals,
    correctionRefusals,
    multipartRefusals,
    uploadRefusals,
    sourceRefusals,
  ],
  ...HOUSE_MODULES.map(({ refusals }) => refusals),
];

/** Every refusal of every table, and what the framework refuses before our own code is asked. */
export const REFUSAL_ROWS = [
  ...TABLES.flatMap((table) => Object.values<Refusal<never[]>>(table)).map(({ row: { code, kind, words } }) => {
    const { zh, en } = typeof words === 'function' ? words(ANYTHING, ANYTHING, ANYTHING) : words;
    return { code, status: STATUS[kind], words: { zh: shown(zh), en: shown(en) } };
  }),
  ...FRAMEWORK_CODES,
  { code: 'bad_input', status: 400, words: BAD_INPUT },
];

/** What was reckoned out of `…` is as little known. */
function shown(text: string): string {
  return String(text).replaceAll('NaN', '…');
}

/** By code. A code has one status. */
export const KNOWN_REFUSALS: ReadonlyMap<string, KnownRefusal> = new Map(
  REFUSAL_ROWS.map(({ code, status }) => {
    const same = REFUSAL_ROWS.filter((row) => row.code === code);
    return [code, { code, status, words: [...new Map(same.map(({ words }) => [words.en, words])).values()] }];
  }),
);

/** @throws where no table has the code that the route declares */
export function knownRefusal(code: string, routeId: string): KnownRefusal {
  const known = KNOWN_REFUSALS.get(code);
  if (!known) throw new Error(`${routeId} declares the refusal ${code}, which is in no table of refusals.`);
  return known;
}
