import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { giveUpRequestSchema, momentChangeSchema, newAbsenceSchema, newWallSchema } from '#contracts';
import { bodyOf, changeOf, faultsOf, limitsOf, unsaid } from './schema.rules.js';

describe('what a schema says of its fields', () => {
  it.each([
    ['a text with its most characters', newWallSchema.shape.device, { kind: 'text', max: 60 }],
    ['whole numbers between two', newWallSchema.shape.days, { kind: 'number', min: 1, max: 366, whole: true }],
    ['a text behind a pipe that may be left out', giveUpRequestSchema.shape.note, { kind: 'text', max: 500 }],
    ['a day', newAbsenceSchema.shape.firstOn, { kind: 'day' }],
    ['a moment with its zone', z.iso.datetime({ offset: true }).nullable(), { kind: 'minute' }],
    ['yes or no', z.boolean().default(false), { kind: 'tick' }],
    ['one of several', z.enum(['a', 'b']).optional(), { kind: 'choice', options: ['a', 'b'] }],
  ])('%s', (_, schema, limits) => expect(limitsOf(schema)).toEqual(limits));

  it('several of several, which begin empty', () => {
    expect(limitsOf(newAbsenceSchema.shape.works)).toMatchObject({ kind: 'choices' });
    expect(unsaid(newAbsenceSchema)).toEqual({ deputyPersonId: '', firstOn: '', lastOn: '', works: [] });
    expect(unsaid(momentChangeSchema)).toEqual({ fromMs: null, toMs: null, note: '' });
  });
});

describe('the body of what was typed', () => {
  it('has no spaces around its texts, and leaves out what may be left out', () => {
    expect(bodyOf(giveUpRequestSchema, { reason: 'other', note: ' no audio ' })).toEqual({
      reason: 'other',
      note: 'no audio',
    });
    expect(bodyOf(giveUpRequestSchema, { reason: 'not_needed', note: '  ' })).toEqual({ reason: 'not_needed' });
  });

  it('says null where the contract has it, and keeps what has to be given', () => {
    expect(bodyOf(momentChangeSchema, { fromMs: null, toMs: null, note: '' })).toEqual({
      fromMs: null,
      toMs: null,
      note: null,
    });
    expect(bodyOf(newWallSchema, { device: ' ', elsewhere: 'x' })).toEqual({ device: '' });
  });
});

describe('a part that is cleared', () => {
  const schema = z.object({
    without: z.number().optional(),
    none: z.number().nullable(),
    needed: z.number(),
    filled: z.number().default(10),
  });

  it.each([
    ['is left out where the body can be without it', { without: null }, { without: undefined }],
    ['is null where the body has that', { none: null }, { none: null }],
    ['stays where the body needs it', { needed: null }, {}],
    ['stays where the body would fill in another number', { filled: null }, {}],
    ['changes with what is given beside it', { filled: 3, needed: null }, { filled: 3 }],
  ])('%s', (_, change, kept) => expect(changeOf(schema, change)).toStrictEqual(kept));
});

describe('why it cannot be sent', () => {
  const faults = (body: Record<string, unknown>) => faultsOf(giveUpRequestSchema, body);

  it('what is still missing, also where another part asks for it', () => {
    expect([...faults({}).missing]).toEqual(['reason']);
    expect([...faults({ reason: 'other' }).missing]).toEqual(['note']);
    expect([...faults({ reason: 'not_needed' }).missing]).toEqual([]);
  });

  it('what is wrong with what was given, in the contract’s words of both languages', () => {
    const { missing, wrong } = faultsOf(momentChangeSchema, { fromMs: 5000, toMs: 1000, note: null });
    expect([...missing]).toEqual([]);
    expect(wrong.get('toMs')?.en).toContain('in this order');
    expect(wrong.get('toMs')?.zh).toContain('结束不早于开始');
  });
});
