import { ROUTES } from '#contracts';
import { readRoutes } from '../client/read-routes.js';
import { exampleOf } from './example.rules.js';
import { writeCollection } from './write-collection.rules.js';

const { routes, schemas } = readRoutes();
const files = writeCollection(routes, schemas);
const requests = [...files].filter(([place]) => /^\w+\/\w+\.bru$/.test(place) && !place.startsWith('environments/'));

describe('the collection', () => {
  it('names every route once, and no other', () => {
    const named = requests.map(([, text]) => {
      const [, method = '', url = ''] =
        /^(get|post|put|patch|delete) \{\n {2}url: \{\{baseUrl\}\}([^?\n]*)/m.exec(text) ?? [];
      return `${method.toUpperCase()} ${url.replace(/:(\w+)/g, '{$1}')}`;
    });
    expect(named.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('says who may ask, what is sent, and how it is refused', () => {
    const upload = files.get('upload/upload.bru') ?? '';
    expect(upload).toMatch(/body: multipartForm\n {2}auth: inherit/);
    expect(upload).toMatch(
      /body:multipart-form \{\n {2}metadata: \{"source":"pbx-1".*\n {2}audio: @file\(\)\n {2}~transcript: @file\(\)/,
    );
    expect(upload).toContain('A token with the scope `calls.ingest`');
    expect(upload).toContain('`recording_conflict`');
    expect(files.get('health/live.bru')).toMatch(/auth: none/);
    expect(files.get('calls/detail.bru')).toContain('url: {{baseUrl}}/api/v1/calls/:callId');
  });

  it('keeps to the language: no line of a block ends it, and secrets stay out', () => {
    for (const [place, text] of requests)
      expect([place, text.replace(/^[\w:-]+ \{\n([\s\S]*?)^\}\n/gm, '').trim()]).toEqual([place, '']);
    expect(files.get('environments/local.bru')).toBe(
      'vars {\n  baseUrl: http://localhost:8080\n}\nvars:secret [\n  token\n]\n',
    );
  });
});

it('shows what a body must have', () => {
  const schema = {
    type: 'object',
    required: ['name', 'state', 'rows'],
    properties: {
      name: { type: 'string' },
      state: { enum: ['open', 'shut'] },
      rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
      note: { type: 'string' },
    },
  };
  const rows = {
    Row: { type: 'object', required: ['n'], properties: { n: { type: 'integer', exclusiveMinimum: 0 } } },
  };
  expect(exampleOf(schema, rows)).toEqual({ name: '', state: 'open', rows: [{ n: 1 }] });
});
