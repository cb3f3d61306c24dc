import { z } from 'zod';
import { callDirectionSchema, type CallDirection } from './checklist.js';
import { inWords } from './language.js';
import { plainText } from './plain-text.js';

/** Grounds on which a source may say that no consent was needed. A ground that is not listed here is accepted by no rule. */
export const CONSENT_GROUNDS = ['one-party', 'contract', 'statutory-duty'] as const;
export type ConsentGround = (typeof CONSENT_GROUNDS)[number];

/** Statements that a rule may accept. What was declined, withdrawn or is unknown is never accepted. */
export const ACCEPTABLE_CONSENT = ['announced', 'given', 'not_required'] as const;
export type AcceptableConsent = (typeof ACCEPTABLE_CONSENT)[number];

/** For which calls a rule speaks. */
interface Speaks {
  readonly regions: readonly string[];
  readonly directions: readonly CallDirection[];
}

const distinct = <T extends z.ZodType>(of: T, most: number) =>
  z
    .array(of)
    .max(most)
    .refine((all) => new Set(all).size === all.length, inWords('同一项写了两次', 'the same is named twice'));

/** For which calls a rule speaks, and which statements let them be recorded. Data, not code; its id is journalled with each decision. */
export const consentRuleSchema = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9-]{0,39}$/,
        inWords(
          '只能用小写字母、数字和“-”，最多 40 个字符',
          'lower-case letters, digits and "-", 40 characters at most',
        ),
      ),
    /** ISO 3166 codes; `US` covers every subdivision that no earlier rule names. `*` fits everywhere. */
    regions: distinct(
      z
        .string()
        .regex(
          /^(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?)$/,
          inWords('国家或地区代码，如 CN、US-CA，或 *', 'a country like CN, a subdivision like US-CA, or *'),
        ),
      100,
    ).min(1),
    directions: distinct(callDirectionSchema, 3).min(1),
    /** What must be true before a byte is kept; empty: never recorded. */
    accepts: distinct(z.enum(ACCEPTABLE_CONSENT), 3),
    /** On which grounds `not_required` is accepted. */
    acceptedExemptions: distinct(z.enum(CONSENT_GROUNDS), CONSENT_GROUNDS.length),
    /** Where the rule comes from: the law, or a policy. */
    source: plainText().trim().min(3).max(300),
  })
  .refine(({ accepts, acceptedExemptions }) => accepts.includes('not_required') === acceptedExemptions.length > 0, {
    path: ['acceptedExemptions'],
    ...inWords('“无需同意”须写明依据，也只有它才写依据', '"not required" names its grounds, and nothing else does'),
  })
  .refine((rule) => !loosensTheStrictest(rule), {
    path: ['accepts'],
    ...inWords(
      '适用于所有地区的呼入、呼出规则，只能要求明确同意',
      'a rule for every region may accept nothing but consent that was given',
    ),
  });
export type ConsentRule = z.infer<typeof consentRuleSchema>;

/** The rule that comes last in every version, and holds alone where the rules cannot be read. No version holds it, so that none can change it. */
export const STRICTEST_CONSENT_RULE: ConsentRule = {
  id: 'elsewhere',
  regions: ['*'],
  directions: ['inbound', 'outbound'],
  accepts: ['given'],
  acceptedExemptions: [],
  source: 'GDPR art. 6(1)(a) as the strictest reading until a rule for the region is written',
};

/** A rule for everywhere takes the place of the strictest one: it may accept no more than that does. */
function loosensTheStrictest(rule: Speaks & { accepts: readonly AcceptableConsent[] }): boolean {
  const covers = rule.regions.includes('*') && rule.directions.some((one) => one !== 'internal');
  return covers && rule.accepts.some((one) => one !== 'given');
}

/** Rules that decide nothing, 0-based: an earlier one fits every call that they speak for. */
export function unreachedRules(rules: readonly Speaks[]): number[] {
  return rules.flatMap(({ regions, directions }, at) => {
    const earlier = rules.slice(0, at);
    const taken = (region: string, direction: CallDirection) =>
      earlier.some((one) => one.directions.includes(direction) && one.regions.some((r) => coversRegion(r, region)));
    return regions.every((region) => directions.every((direction) => taken(region, direction))) ? [at] : [];
  });
}

/** `US` covers `US-CA`, and `*` everything. */
export const coversRegion = (rule: string, region: string): boolean =>
  rule === '*' || rule === region || rule === region.split('-')[0];

/** Keys by which a customer answers an announcement, of the telephone system that plays it; `*`: of every one that is not named. */
export const consentKeysSchema = z
  .strictObject({
    line: z
      .string()
      .regex(
        /^(\*|[a-z0-9][a-z0-9._-]{0,62})$/,
        inWords('电话系统的名称，或 *', 'the name of a telephone system, or *'),
      ),
    yes: z.string().regex(/^[0-9*#]$/, inWords('一个按键：0–9、* 或 #', 'one key: 0–9, * or #')),
    no: z.string().regex(/^[0-9*#]$/, inWords('一个按键：0–9、* 或 #', 'one key: 0–9, * or #')),
  })
  .refine(({ yes, no }) => yes !== no, {
    path: ['no'],
    ...inWords('同意和不同意不能是同一个键', 'yes and no cannot be the same key'),
  });
export type ConsentKeys = z.infer<typeof consentKeysSchema>;

/** A version of the rules. They are tried in order; the first that fits decides, and after them all the strictest one. */
export const consentRuleSetSchema = z
  .strictObject({
    rules: z.array(consentRuleSchema).max(100),
    /** `never`: internal calls are left out; `by_rules`: the rules decide about them. Private calls are always left out. */
    internalCalls: z.enum(['never', 'by_rules']),
    /** Absent: no key says anything. */
    keys: z
      .array(consentKeysSchema)
      .max(20)
      .refine(
        (all) => new Set(all.map(({ line }) => line)).size === all.length,
        inWords('同一项写了两次', 'the same is named twice'),
      )
      .optional(),
  })
  .refine(({ rules }) => new Set([STRICTEST_CONSENT_RULE, ...rules].map(({ id }) => id)).size === rules.length + 1, {
    path: ['rules'],
    ...inWords('有两条规则的代号相同', 'two rules have the same id'),
  })
  .refine(({ rules }) => unreachedRules(rules).length === 0, {
    path: ['rules'],
    ...inWords(
      '有一条规则永远用不上：它适用的通话都先由前面的规则决定',
      'a rule never decides: earlier rules fit every call that it speaks for',
    ),
  });
export type ConsentRuleSet = z.infer<typeof consentRuleSetSchema>;
