import { mergeSides } from './schema-names.rules.js';

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('naming what requests and answers are made of', () => {
  it('keeps one name for what is the same on both ways', () => {
    const language = { type: 'string', enum: ['zh', 'en'] };
    const { schemas, inputNames } = mergeSides({ Language: language }, { Language: language });
    expect(schemas).toEqual({ Language: language });
    expect(inputNames.size).toBe(0);
  });

  it('does not mind that only requests refuse further properties', () => {
    const open = { type: 'object', properties: {} };
    expect(Object.keys(mergeSides({ A: { ...open, additionalProperties: false } }, { A: open }).schemas)).toEqual([
      'A',
    ]);
  });

  it('tells apart what differs, and everything that refers to it', () => {
    const outer = { type: 'object', properties: { inner: ref('Inner') } };
    const around = { type: 'array', items: ref('Outer') };
    const input = { Inner: { type: 'string', default: 'x' }, Outer: outer, Around: around };
    const output = { Inner: { type: 'string' }, Outer: outer, Around: around };
    const { schemas, inputNames } = mergeSides(input, output);
    expect([...inputNames.keys()].sort()).toEqual(['Around', 'Inner', 'Outer']);
    expect(schemas['OuterInput']).toEqual({ type: 'object', properties: { inner: component('InnerInput') } });
    expect(schemas['Outer']).toEqual({ type: 'object', properties: { inner: component('Inner') } });
  });
});
