import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as fold from '../libs/telephony/src/fold/fold.rules.js';
import * as tell from '../libs/telephony/src/fold/tell.rules.js';
import * as grouped from '../libs/telephony/src/records/grouped.rules.js';
import * as record from '../libs/telephony/src/records/record.rules.js';
import * as times from '../libs/telephony/src/records/times.rules.js';
import { callsByParts, inTurn, parts } from '../libs/telephony/src/sources/by-parts.fixture.js';
import { type TelephonySource } from '../libs/telephony/src/sources/source.js';

const PAGE = 'docs/how-to/add-a-telephony-source.md';
const FILE = join(import.meta.dirname, '../libs/telephony/src/sources/example/example.rules.ts');
const [, indented = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8')) ?? [];
const CODE = indented.replace(/^ {3}/gm, '');
const MODULES: Record<string, object> = { fold, tell, grouped, record, times };

/** What the compiler finds wrong with the example, as a file where the page puts it. */
function complaints(): string[] {
  const options: ts.CompilerOptions = {
    ...ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, '.').options,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === FILE || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === FILE ? ts.createSourceFile(name, CODE, ts.ScriptTarget.Latest) : getSourceFile(name, ...rest);
  const program = ts.createProgram([FILE], options, host);
  const of = program.getSourceFile(FILE);
  return [...program.getSyntacticDiagnostics(of), ...program.getSemanticDiagnostics(of)].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

/** The example, running. */
function example(): TelephonySource {
  const { outputText } = ts.transpileModule(CODE, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const exported: { example?: TelephonySource } = {};
  const load = (from: string) => MODULES[/([^/]+)\.rules\.js$/.exec(from)![1]!];
  new Function('require', 'exports', outputText)(load, exported);
  return exported.example!;
}

describe('the example of how a telephone system is added', () => {
  it('compiles as it stands', () => {
    expect(complaints()).toEqual([]);
  });

  it('reads its lines, names the one that it cannot read, and gives the same calls in any order and by their keys', () => {
    const options = { zone: 'UTC', home: null, map: {} };
    const source = example();
    const lines = ['EXAMPLE/1', 'a1\t2026-12-01 09:00:00\t201', 'a2\tsoon\t202', 'a3\t2026-12-01 09:05:00\t', ''];
    const read = source.read({ name: 'x', text: lines.join('\n') }, options)!;
    expect(read.unread).toEqual([{ line: 3, what: 'time' }]);
    const calls = inTurn(source.calls(read.records, options));
    expect(calls.map(({ id, legs }) => [id, legs.map(({ facts }) => facts.extension?.value)])).toEqual([
      ['a1', ['201']],
      ['a3', []],
    ]);
    expect(inTurn(source.calls([...read.records, ...read.records].reverse(), options))).toEqual(calls);
    expect(callsByParts(source, parts(source, read.records), options)).toEqual(calls);
    expect(source.read({ name: 'x', text: 'call,started_at' }, options)).toBeNull();
  });
});
