import { writtenTranscript } from '#quality';
import { heardTable, differences, itemRows, type HeardModelCall } from './model-calls.rules.js';
import { chosenCalls, verdictsOnModelCalls } from './model-calls.js';

const EXPECT = { 'greeting.name': 'met', 'closing.farewell': 'not_met' };
const errors = { substitutions: 1, deletions: 0, insertions: 0, units: 10 };
const call = (
  written: Record<string, 'met' | 'not_met' | 'insufficient'>,
  heard: Record<string, 'met' | 'not_met' | 'insufficient'>,
): HeardModelCall => ({
  call: { id: 'one', fault: 'closing.farewell', language: 'zh', expect: EXPECT },
  ...{ written: new Map(Object.entries(written)), heard: new Map(Object.entries(heard)), errors },
});

describe('verdicts on heard model calls', () => {
  it('count as accused only what the agent did, and tell what mishearing alone does', () => {
    const calls = [
      call(
        { 'greeting.name': 'met', 'closing.farewell': 'not_met' },
        { 'greeting.name': 'not_met', 'closing.farewell': 'insufficient' },
      ),
    ];
    const told = heardTable('zh', calls).join('\n');
    expect(told).toContain('10.0 of 100 units misheard');
    expect(told).toMatch(
      /accused though clean: heard 100 % \(1 of 1.*written 0 % \(0 of 1.*on heard words only 1 .*missed/,
    );
    expect(told).toMatch(/heard as written: 0 % \(0 of 2.*missed/);
    expect(told).toMatch(/left open: heard 50 % \(1 of 2.*written 0 %/);
    expect(itemRows(calls).slice(1)).toEqual([
      expect.stringMatching(/greeting\.name +1 +1 +0 +0$/),
      expect.stringMatching(/closing\.farewell +1 +0 +0 +1$/),
    ]);
    expect(differences(calls)).toEqual([
      expect.stringMatching(/ACCUSED one greeting.name: met as written, not_met as heard/),
      expect.stringMatching(/^ {10}one closing.farewell: not_met as written, insufficient as heard/),
    ]);
  });

  it('are the written ones where every word is heard', () => {
    const read = {
      ...{ id: 'zh-1', language: 'zh' as const, fault: null, company: '绿谷银行', agent: '李敏' },
      turns: [
        { speaker: 'agent' as const, text: '您好，绿谷银行，我是李敏，请问有什么可以帮您？' },
        { speaker: 'customer' as const, text: '没有了，谢谢。' },
        { speaker: 'agent' as const, text: '感谢您的来电，再见。' },
      ],
      expect: { 'greeting.company': 'met', 'closing.farewell': 'met' },
    };
    const calls = { calls: new Map([[read.id, read]]), hotwordsOf: () => [] };
    const heard = new Map([[read.id, writtenTranscript(read)]]);
    const told = verdictsOnModelCalls(calls, heard).join('\n');
    expect(told).toMatch(/0\.0 of 100 units misheard/);
    expect(told).toMatch(/heard as written: 100 % \(2 of 2.*reached/);
    expect(told).not.toContain('as written, ');
  });

  it('are of every second model call, with two variants that leave out what was left out least', () => {
    const written = (id: string, base: string, fault: string | null) => ({
      ...{ id, base, fault, language: 'en' as const, company: 'Dawn Telecom', agent: 'Tess', turns: [], expect: {} },
    });
    const all = ['a', 'b', 'c'].flatMap((base) => [
      written(base, base, null),
      ...['name', 'offer', 'farewell'].map((fault, at) => written(`${base}-${at}`, base, fault)),
    ]);
    const calls = { calls: new Map(all.map((one) => [one.id, one])), hotwordsOf: () => [] };
    expect(chosenCalls(calls).map(({ id }) => id)).toEqual(['a', 'a-0', 'a-1', 'c', 'c-2', 'c-0']);
  });
});
