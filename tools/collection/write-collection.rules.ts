import { type KnownRoute } from '../client/read-routes.js';
import { type JsonSchema } from '../client/write-type.rules.js';
import { exampleOf } from './example.rules.js';

/** A Bruno collection: the text of each file by its place in the folder. One request for each route. */
export function writeCollection(
  routes: readonly KnownRoute[],
  schemas: Record<string, JsonSchema>,
): ReadonlyMap<string, string> {
  const seq = new Map<string, number>();
  const requests = routes.map((route): [string, string] => {
    const place = (seq.get(route.group) ?? 0) + 1;
    seq.set(route.group, place);
    return [`${route.group}/${route.name}.bru`, requestOf(route, schemas, place)];
  });
  return new Map([
    [
      'bruno.json',
      `${JSON.stringify({ version: '1', name: 'Shouwen 首问', type: 'collection', ignore: [] }, null, 2)}\n`,
    ],
    ['collection.bru', block('auth', 'mode: bearer') + block('auth:bearer', 'token: {{token}}')],
    ['environments/local.bru', `${block('vars', 'baseUrl: http://localhost:8080')}vars:secret [\n  token\n]\n`],
    ...requests,
  ]);
}

/** @param seq its place in the folder */
function requestOf(route: KnownRoute, schemas: Record<string, JsonSchema>, seq: number): string {
  const { declared, params, query, headers, body, form } = route;
  const { method, path, summary, access } = declared;
  const kind = form ? 'multipartForm' : body ? 'json' : 'none';
  const asked = query.filter(({ required }) => required).map(({ name, schema }) => [name, valueOf(schema, schemas)]);
  const search = asked.length > 0 ? `?${asked.map(([name, value]) => `${name}=${value}`).join('&')}` : '';
  const url = `{{baseUrl}}${path.replace(/\{(\w+)\}/g, ':$1')}${search}`;
  const rows = query.map(({ name, required, schema }) => `${required ? '' : '~'}${name}: ${valueOf(schema, schemas)}`);
  return [
    block('meta', `name: ${summary}`, 'type: http', `seq: ${seq}`),
    block(method.toLowerCase(), `url: ${url}`, `body: ${kind}`, `auth: ${'public' in access ? 'none' : 'inherit'}`),
    block('params:query', ...rows),
    block('params:path', ...params.map((name) => `${name}: `)),
    block('headers', ...headers.map((name) => `${name}: `)),
    body ? block('body:json', ...lines(JSON.stringify(exampleOf(body, schemas), null, 2))) : '',
    form ? block('body:multipart-form', ...partsOf(form, schemas)) : '',
    block('docs', ...docsOf(route)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const valueOf = (schema: JsonSchema, schemas: Record<string, JsonSchema>): string =>
  String(exampleOf(schema, schemas) ?? '');

/** `metadata` first: the API reads the parts as they come. */
const partsOf = ({ properties = {}, required = [] }: JsonSchema, schemas: Record<string, JsonSchema>): string[] =>
  Object.entries(properties).map(([name, schema]) => {
    const value = schema.format === 'binary' ? '@file()' : JSON.stringify(schema.example ?? exampleOf(schema, schemas));
    return `${required.includes(name) ? '' : '~'}${name}: ${value}`;
  });

function docsOf({ declared, scope }: KnownRoute): string[] {
  const { id, summary, description, access, refusals = [] } = declared;
  const session = 'A person who is signed in; a token is refused.';
  const who = 'public' in access ? 'Anyone.' : scope === null ? session : `A token with the scope \`${scope}\`.`;
  return [
    `\`${id}\`: ${summary}.`,
    ...(description === undefined ? [] : ['', ...lines(description)]),
    ...['', `Who: ${who}`],
    ...(refusals.length > 0 ? ['', `Refuses with: ${refusals.map((code) => `\`${code}\``).join(', ')}.`] : []),
  ];
}

const lines = (text: string): string[] => text.split('\n');

/** A block of Bruno's language; nothing where there is nothing in it. */
const block = (name: string, ...rows: string[]): string =>
  rows.length === 0 ? '' : `${name} {\n${rows.map((row) => `  ${row}`.trimEnd()).join('\n')}\n}\n`;
