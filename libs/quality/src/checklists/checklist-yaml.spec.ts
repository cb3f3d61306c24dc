import { type ChecklistDraftDefinition } from '#contracts';
import { draftOf } from './draft-definition.rules.js';
import { fromYaml, toYaml } from './checklist-yaml.rules.js';
import { fileOver } from './file-over.rules.js';
import { loadChecklist, readChecklist } from './load-checklist.js';
import { SHIPPED } from './publish-shipped.js';

const problemsOf = (text: string) => {
  const read = fromYaml(text);
  return 'problems' in read ? read.problems : [];
};
/** Over what was there; throws where the file cannot be a draft. */
function taken(text: string, was: ChecklistDraftDefinition | null = null): ChecklistDraftDefinition {
  const read = fromYaml(text);
  const over = 'file' in read ? fileOver(read.file, was) : read;
  if ('problems' in over) throw new Error(over.problems.map(({ path, message }) => `${path} ${message.en}`).join('; '));
  return over.definition;
}
/** Every key that occurs anywhere. */
const flat = (value: unknown): Record<string, true> =>
  typeof value !== 'object' || value === null
    ? {}
    : Object.assign({}, ...Object.entries(value).map(([key, one]) => ({ [key]: true, ...flat(one) })));
const small = `
format: shouwen.checklist/1
id: own
title: { zh: 自订, en: Own }
requiredCoverage: 0.8
minimumWords: { zh: 0, en: 0 }
sections: []
`;

describe('a checklist as YAML', () => {
  it.each(SHIPPED)('comes back as it went: %s', (name) => {
    const definition = draftOf(loadChecklist(name).checklist);
    expect(readChecklist({ ...taken(toYaml(definition)), version: 1 })).toEqual(
      readChecklist({ ...definition, version: 1 }),
    );
    // The database hands keys out in an order of its own.
    const shuffled = JSON.parse(JSON.stringify(definition, Object.keys(flat(definition)).sort())) as typeof definition;
    expect(toYaml(shuffled)).toBe(toYaml(definition));
  });

  it('names the line that is not YAML, and the place that is no checklist', () => {
    expect(problemsOf(`${small}title: { zh: 又, en: Again }`)).toEqual([
      { path: '8', message: expect.objectContaining({ en: expect.stringContaining('Line 8') as string }) as object },
    ]);
    const typo = small.replace('requiredCoverage', 'requiredCover');
    expect(problemsOf(typo).map(({ path, message }) => [path, message.en])).toEqual([
      ['', 'has unknown fields: requiredCover'],
    ]);
    expect(() => taken(small.replace('requiredCoverage: 0.8\n', ''))).toThrow('requiredCoverage must be a number');
    expect(problemsOf('just words')).toHaveLength(1);
  });

  it('keeps what is written there, aliases and all', () => {
    const shared = small
      .replace('{ zh: 自订, en: Own }', '&t { zh: 自订, en: Own }')
      .replace('sections: []', 'sections: [{ id: a, title: *t, items: [] }]');
    expect(taken(shared)).toMatchObject({ sections: [{ title: { en: 'Own' } }] });
  });

  it('keeps what it does not speak of, and takes away what it says there is none of', () => {
    const was: ChecklistDraftDefinition = {
      ...taken(small),
      requiredCoverage: 0.6,
      totalWeight: 40,
      judges: { directions: ['outbound'], main: false, appliesWhen: [{ kind: 'heard' }] },
      phraseLists: [{ name: 'own.list_1', title: { zh: '谢', en: 'Thanks' }, zh: ['谢谢'], en: [] }],
    };
    const { format, id } = was;
    expect(taken(`format: ${format}\nid: ${id}\nrequiredCoverage: 0.9`, was)).toEqual({
      ...was,
      requiredCoverage: 0.9,
    });
    const main = taken(`format: ${format}\nid: ${id}\njudges: { main: true }`, was);
    expect(main.judges).toEqual({ ...was.judges, main: true });
    const bare = taken(toYaml({ ...taken(small), judges: { directions: ['inbound'], main: true } }), was);
    expect(bare).not.toHaveProperty('phraseLists');
    expect(bare.judges).toEqual({ directions: ['inbound'], main: true, appliesWhen: [] });
    expect(bare.totalWeight).toBe(40);
  });
});

describe('a hostile file', () => {
  it('is not unfolded', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
    );
    const bomb = `l0: &l0 [x]\n${levels.join('\n')}`;
    expect(problemsOf(bomb)[0]!.message.en).toContain('aliases');
  });

  it('is not followed down', () => {
    expect(problemsOf('['.repeat(100_000))[0]!.message.en).toContain('nested');
    expect(problemsOf('- '.repeat(100_000))[0]!.message.en).toMatch(/nested|valid YAML/);
    const maps = Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(problemsOf(maps)[0]!.message.en).toContain('nested');
  });

  it('is not read when it is too large, or holds too much', () => {
    expect(problemsOf(small + '#'.repeat(400_000))[0]!.message.en).toContain('too large');
    expect(problemsOf(`x: [${'1,'.repeat(30_000)}]`)[0]!.message.en).toContain('too much');
  });

  it('makes nothing but plain values', () => {
    expect(problemsOf('!!js/function "return 1"')).not.toEqual([]);
    expect(problemsOf(`${small}__proto__: { admin: true }`)).not.toEqual([]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
