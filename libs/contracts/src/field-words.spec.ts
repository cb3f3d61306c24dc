import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { z } from 'zod';
import { inWords, uploadMetadataSchema } from '#contracts';
import { fieldWords } from './field-words.js';

const wordsOf = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error?.issues.map(fieldWords) ?? [];
};

describe('what is wrong with a field', () => {
  const cases: [string, z.ZodType, unknown][] = [
    ['another type', z.string(), 5],
    ['missing', z.object({ a: z.number() }), {}],
    ['no whole number', z.number().int(), 1.5],
    ['too long', z.string().max(3), 'four'],
    ['empty', z.string().min(1), ''],
    ['too few', z.array(z.string()).min(2), ['a']],
    ['too small', z.number().min(5), 4],
    ['not positive', z.number().positive(), 0],
    ['too large', z.number().lt(5), 5],
    ['of another length', z.string().length(4), 'abc'],
    ['none of these', z.enum(['a', 'b']), 'c'],
    ['not that', z.literal('a'), 'b'],
    ['no id', z.uuid(), 'x'],
    ['no time', z.iso.datetime(), 'x'],
    ['another form', z.string().regex(/^a/), 'b'],
    ['unknown fields', z.object({}).strict(), { x: 1 }],
    ['no multiple', z.number().multipleOf(5), 3],
    ['none of the forms', z.union([z.string(), z.number()]), true],
    ['left out', z.nonoptional(z.string().optional()), undefined],
    ['never there', z.never(), 1],
    ['not undefined', z.undefined(), 1],
    ['nothing', z.void(), 1],
    ['no large number', z.bigint(), 'x'],
    ['no symbol', z.symbol(), 'x'],
    ['no function', z.custom((value) => typeof value === 'function'), 'x'],
    ['not not-a-number', z.nan(), 1],
    ['no date', z.date(), 'x'],
    ['no map', z.map(z.string(), z.string()), 'x'],
    ['no set', z.set(z.string()), 'x'],
    ['no tuple', z.tuple([z.string()]), 'x'],
    ['no record', z.record(z.string(), z.string()), 'x'],
    ['no file', z.file(), 'x'],
    ['no promise', z.instanceof(Promise), 'x'],
    ['of another template', z.templateLiteral(['a', z.number()]), 'b'],
    ['with unknown names', z.partialRecord(z.enum(['a']), z.string()), { b: 'x' }],
    ['with a bad entry', z.map(z.string(), z.number()), new Map([['a', 'x']])],
    ['of its own words', z.string().refine(() => false, inWords('不行', 'no')), 'x'],
    ['of no words', z.string().refine(() => false), 'x'],
  ];

  it.each(cases)('%s', (_, schema, value) => {
    const [words] = wordsOf(schema, value);
    expect(words?.zh).toMatch(/\p{Script=Han}/u);
    expect(words?.en).toMatch(/[a-z]/);
    expect(words?.en).not.toMatch(/\p{Script=Han}/u);
    // Names that zod has for itself are no words of a person's.
    const all = `${words?.zh} ${words?.en}`;
    expect(all).not.toMatch(
      /nonoptional|never|undefined|void|bigint|symbol|nan\b|template|promise|custom|record|tuple/i,
    );
  });

  it('says what a query lacks', () => {
    expect(wordsOf(z.object({ by: z.nonoptional(z.string().optional()) }), {})).toEqual([
      { zh: '必填', en: 'is required' },
    ]);
  });

  it('reads as a person would say it', () => {
    expect(wordsOf(z.string().min(1), '')).toEqual([{ zh: '不能为空', en: 'must not be empty' }]);
    expect(wordsOf(z.string().max(80), 'x'.repeat(81))).toEqual([
      { zh: '最多 80 个字符', en: 'must be at most 80 characters' },
    ]);
    expect(wordsOf(z.array(z.number()).max(1), [1, 2])).toEqual([{ zh: '最多 1 项', en: 'must be at most 1 entry' }]);
    expect(wordsOf(uploadMetadataSchema, {}).length).toBeGreaterThan(3);
  });
});

it('gives every check of the contracts words in both languages', () => {
  const dir = import.meta.dirname;
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!spec)\.ts$/.test(name));
  const refined = files.flatMap((name) => {
    const file = ts.createSourceFile(name, readFileSync(join(dir, name), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: [string, string][] = [];
    const look = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const words = node.arguments
          .slice(1)
          .map((argument) => argument.getText())
          .join();
        if (node.expression.name.text === 'refine') found.push([name, words]);
      }
      ts.forEachChild(node, look);
    };
    look(file);
    return found;
  });
  expect(refined.length).toBeGreaterThan(6);
  expect(refined.filter(([, words]) => !words.includes('inWords('))).toEqual([]);
});
