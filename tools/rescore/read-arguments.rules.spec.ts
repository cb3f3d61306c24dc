import { readArguments } from './read-arguments.rules.js';

const ID = '018f0000-0000-7000-8000-00000000000a';

describe('the arguments of rescore', () => {
  it('reads a call, or days, and the language of the terminal', () => {
    expect(readArguments(['--call', ID], 'zh_CN.UTF-8')).toEqual({
      ...{ chosen: { callId: ID }, check: false, json: false, language: 'zh' },
    });
    expect(readArguments(['--check', '--from', '2026-03-01', '--to', '2026-03-31', '--lang', 'en'], 'zh')).toEqual({
      ...{ chosen: { from: '2026-03-01', to: '2026-03-31' }, check: true, json: false, language: 'en' },
    });
  });

  it('names everything that is wrong at once', () => {
    expect(() => readArguments([], 'en')).toThrow(/--call, or both/);
    expect(() => readArguments(['--call', 'x', '--from', '2026-02-30', '--lang', 'fr'], 'en')).toThrow(
      /"x"[\s\S]*stands alone[\s\S]*2026-02-30[\s\S]*--lang/,
    );
    expect(() => readArguments(['--from', '2026-03-02', '--to', '2026-03-01'], 'en')).toThrow('--from is after --to');
  });
});
