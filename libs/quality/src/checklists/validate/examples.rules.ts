import { type Bilingual, type ChecklistFinding, type Language } from '#contracts';
import { featuresOf } from '../../acts/features.rules.js';
import { MOST_EXAMPLE_CHARS } from '../../checks/examples.check.js';
import { faintFrom, LEAST_EXAMPLES, likenessOf, SIDES, type Side } from '../../examples/likeness.rules.js';
import { nodesIn, strings, type Node } from './read-checks.rules.js';
import { error, itemsOf, warning, type At, type Rule } from './told.rules.js';

const LANGUAGES = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
} as const satisfies Record<Language, Bilingual>;
const SIDE_WORDS = {
  met: { zh: '达成', en: 'meet the item' },
  notMet: { zh: '未达成', en: 'do not meet it' },
} as const satisfies Record<Side, Bilingual>;

const examplesOf = (node: Node, side: Side, language: Language): string[] =>
  strings((node[side] as Record<string, unknown> | undefined)?.[language]).filter((one) => one.trim() !== '');

/** More of a side are not compared with every save: a few hundred pairs are a few milliseconds. */
const MOST_COMPARED = 30;

function tooFew(at: At, place: string, side: Side, language: Language, count: number): ChecklistFinding {
  const [name, words] = [LANGUAGES[language], SIDE_WORDS[side]];
  const what = {
    zh: `${name.zh}的${words.zh}示例只有 ${count} 句，至少要 ${LEAST_EXAMPLES} 句，否则看不出界限。`,
    en: `There ${count === 1 ? 'is 1 sentence' : `are ${count} sentences`} in ${name.en} that ${words.en}; at least ${LEAST_EXAMPLES} are needed to show where it ends.`,
  };
  const remedy = {
    zh: '请补充示例，或删去这种语言的示例，由人工判断。',
    en: 'Add some, or take out those of this language: its calls are then left to a person.',
  };
  return error(at, { code: 'too_few_examples', place, what, remedy });
}

/** Examples of the two sides that cannot be told apart, the likest of them. */
function atOdds(at: At, path: string, node: Node, language: Language): ChecklistFinding[] {
  // What is too long is told of elsewhere, and must not hold up the save that tells it.
  const [met, notMet] = SIDES.map((side) =>
    examplesOf(node, side, language)
      .slice(0, MOST_COMPARED)
      .map((text) => ({ text, features: featuresOf(text.slice(0, MOST_EXAMPLE_CHARS), language) })),
  );
  let likest = { one: '', other: '', likeness: 0 };
  for (const { text: one, features } of met!)
    for (const { text: other, features: others } of notMet!) {
      const likeness = likenessOf(features, others);
      if (likeness > likest.likeness) likest = { one, other, likeness };
    }
  const { one, other, likeness } = likest;
  if (likeness < faintFrom(language)) return [];
  const place = `${path}.notMet.${language}`;
  if (likeness === 1000) {
    const what = {
      zh: `“${one}”和“${other}”一个算达成、一个算未达成，说法却相同。`,
      en: `“${one}” meets the item and “${other}” does not, yet they say it in the same words.`,
    };
    const remedy = { zh: '请只保留在一边。', en: 'Keep it on one side only.' };
    return [error(at, { code: 'examples_contradict', place, what, remedy })];
  }
  const what = {
    zh: `“${one}”算达成，“${other}”算未达成，两句太像。像它们的话会交人工判断，不会判未达成。`,
    en: `“${one}” meets the item and “${other}” does not, and they are much alike. What is like them is left to a person; nothing is called not met.`,
  };
  const remedy = {
    zh: '如果要判未达成，请把其中一句换成差别更大的说法。',
    en: 'For a result of “not met”, write one of them in other words.',
  };
  return [warning(at, { code: 'examples_alike', place, what, remedy })];
}

function ofLanguage(at: At, path: string, node: Node, language: Language): ChecklistFinding[] {
  const counts = SIDES.map((side) => ({ side, count: examplesOf(node, side, language).length }));
  if (counts.every(({ count }) => count === 0)) {
    const name = LANGUAGES[language];
    const what = {
      zh: `没有${name.zh}示例：${name.zh}通话的这一项都交人工判断。`,
      en: `There are no examples in ${name.en}: its calls are left to a person.`,
    };
    const remedy = {
      zh: `如果有${name.zh}通话，请补充${name.zh}示例。`,
      en: `Add some if there are calls in ${name.en}.`,
    };
    return [warning(at, { code: 'one_language', place: path, what, remedy })];
  }
  const few = counts.filter(({ count }) => count < LEAST_EXAMPLES);
  return [
    ...few.map(({ side, count }) => tooFew(at, `${path}.${side}.${language}`, side, language, count)),
    ...atOdds(at, path, node, language),
  ];
}

/** Examples show where an item begins and ends: there are enough of both sides, and they can be told apart. */
export const examplesCanTell: Rule = (draft) =>
  itemsOf(draft).flatMap(({ at, item }) =>
    nodesIn(item.check, 'check').flatMap(({ node, path }) => {
      if (node.kind !== 'examples') return [];
      const findings = (['zh', 'en'] as const).flatMap((language) => ofLanguage(at, path, node, language));
      return findings.filter(({ code }) => code === 'one_language').length < 2
        ? findings
        : [error(at, { code: 'no_examples', place: path, ...NO_EXAMPLES })];
    }),
  );

const NO_EXAMPLES = {
  what: { zh: '还没有示例。', en: 'There are no examples yet.' },
  remedy: {
    zh: `请写至少 ${LEAST_EXAMPLES} 句算达成的话，${LEAST_EXAMPLES} 句算未达成的话。`,
    en: `Write at least ${LEAST_EXAMPLES} sentences that meet it and ${LEAST_EXAMPLES} that do not.`,
  },
};
