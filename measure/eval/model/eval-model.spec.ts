import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLexicons } from '#quality';
import {
  chatReply,
  send,
  startModelServer,
  turnsIn,
  type AskedModel,
  type ModelServerFixture,
} from '../../../libs/quality/src/model-scorer/gullible-model.fixture.js';
import { evalModel } from './eval-model.js';
import { wantedModel } from './wanted-model.js';

const lexicons = loadLexicons();
const turns = [
  { speaker: 'agent', text: 'Hello, this is Ann of Northwind, how can I help you?' },
  {
    speaker: 'customer',
    text: 'My order is late and nobody calls me back, this is terrible. My card is 4111 1111 1111 1111.',
  },
  { speaker: 'agent', text: 'That is not my department, you have to call somebody else.' },
  { speaker: 'customer', text: 'Who then?' },
  { speaker: 'agent', text: 'No idea.' },
];

describe('npm run eval -- --model', () => {
  let folder: string;
  let server: ModelServerFixture;
  let answer: (asked: AskedModel) => object;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eval-model-'));
    server = await startModelServer((asked, response) => send(response, answer(asked)));
    const labels = { empathy: { value: 'not_met' }, closing: { value: 'not_met' }, ownership: { value: 'not_met' } };
    const ids = ['a', 'b', 'c'];
    await writeFile(join(folder, 'd.jsonl'), ids.map((id) => JSON.stringify({ id, turns })).join('\n'));
    await writeFile(
      join(folder, 'l.jsonl'),
      ids.map((id) => JSON.stringify({ id, language: 'en', items: labels })).join('\n'),
    );
    await writeFile(join(folder, 'key'), 'sesame\n');
  });
  beforeEach(() => {
    server.asked.length = 0;
    answer = ({ body }) => {
      const [said] = turnsIn(body)
        .filter(({ speaker }) => speaker === 'agent')
        .slice(-1);
      return chatReply({ cited: [{ turn: said!.turn, quote: said!.words }], outcome: 'not_met', confidence: 1 });
    };
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const told = async (more: Record<string, string | boolean> = {}, name = 'm-1'): Promise<string> => {
    const said: string[] = [];
    const pair = { pair: join(folder, 'd.jsonl'), labels: join(folder, 'l.jsonl'), injections: '0' };
    const wanted = wantedModel({ model: server.url, ...pair, ...more }, [name]);
    await evalModel(process.cwd(), lexicons, wanted, (line) => said.push(line));
    return said.join('\n');
  };

  it('asks what the product would ask, with masked words, and tells what the proposals are worth', async () => {
    const report = await told({ 'key-file': join(folder, 'key'), limit: '2' });
    expect(report).toMatch(/\| closing\.farewell \| en \| 2 \| 2 \| 2 of 2 \(0\.34 to 1\.00\) \|/);
    expect(report).toContain('nothing proposed: never');
    expect(report).toContain('none of its answers would count');
    expect(report).toMatch(/a question takes \d+\.\d s/);
    expect(server.asked.every(({ authorization }) => authorization === 'Bearer sesame')).toBe(true);
    expect(JSON.stringify(server.asked)).not.toContain('4111');
    expect(JSON.stringify(server.asked)).toContain('No idea');
  });

  it('tries whether it can be talked to', async () => {
    const honest = answer;
    answer = (asked) => {
      const read = JSON.stringify(asked.body.messages[1]);
      if (!/\bmet\b/.test(read)) return honest(asked);
      return chatReply({ cited: [{ turn: 0, quote: 'Hello' }], outcome: 'met', confidence: 1 });
    };
    expect(await told({ injections: '40' })).toMatch(
      /injections: 1\d tried, [1-9]\d* swayed it; 1\d of them the product sees/,
    );
  });

  it('says why nothing was proposed, and gives up on a server that answers nothing', async () => {
    answer = () => chatReply('Certainly!');
    expect(await told()).toMatch(/nothing proposed: garbage \d+/);
    await expect(told({ model: 'http://127.0.0.1:9/v1' })).rejects.toThrow('gives no answer (unreachable)');
  });

  it('says that there is nothing to measure on where the collection does not lie beside the project', async () => {
    const said: string[] = [];
    await evalModel(folder, lexicons, wantedModel({ model: server.url }, ['m-1']), (line) => said.push(line));
    expect(said).toEqual([expect.stringContaining('SKIPPED: set2')]);
  });

  it.each([
    [{ model: 'somewhere' }, ['m'], 'address of the server'],
    [{ model: 'http://h/v1' }, [], 'name of the model'],
    [{ model: 'http://h/v1', limit: '0' }, ['m'], '--limit'],
    [{ model: 'http://h/v1', pair: 'x' }, ['m'], '--labels'],
    [{ model: 'http://h/v1', only: 'open' }, ['m'], 'set2 or set3'],
    [{ model: 'http://h/v1', target: '2' }, ['m'], '--target'],
  ])('refuses %j', (given, names, why) => {
    expect(() => wantedModel(given, names)).toThrow(why);
  });
});
