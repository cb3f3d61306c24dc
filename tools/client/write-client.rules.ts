import { type KnownRoute } from './read-routes.js';
import { commentOf, fieldName, typeOf, type JsonSchema } from './write-type.rules.js';

const BANNER = '// Written by `npm run client` from the declaration of the routes. Do not edit.\n';

/** Every shape that the routes name, as a type of its name. */
export function writeTypes(schemas: Record<string, JsonSchema>): string {
  const types = Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`);
  return `${BANNER}${types.join('\n')}\n`;
}

/** The codes with which each route refuses, by the route's id. */
export function writeRefusals(routes: readonly KnownRoute[], usual: (route: KnownRoute) => readonly string[]): string {
  const rows = routes.map((route) => {
    const codes = [...new Set([...(route.declared.refusals ?? []), ...usual(route)])];
    return `  ${route.declared.id}: ${codes.map((code) => `'${code}'`).join(' | ')};`;
  });
  return `${BANNER}export interface Refusals {\n${rows.join('\n')}\n}\n`;
}

/** The client: a group of methods for each group of routes. */
export function writeClient(routes: readonly KnownRoute[]): string {
  const groups = [...new Set(routes.map(({ group }) => group))];
  const members = groups.map((group) => `  readonly ${group};`).join('\n');
  const made = groups.map((group) => `    this.${group} = ${groupName(group)}(transport);`).join('\n');
  const makers = groups.map((group) =>
    writeGroup(
      group,
      routes.filter((route) => route.group === group),
    ),
  );
  return `${BANNER}import type * as T from './types.js';
import { Transport, type CallOptions, type ShouwenOptions, type WireRoute } from './runtime/transport.js';

${makers.join('\n')}
/** The API, in the name of one token: a method for each route. */
export class Shouwen {
${members.replace(/readonly (\w+);/g, (_, name: string) => `readonly ${name}: ReturnType<typeof ${groupName(name)}>;`)}

  constructor(options: ShouwenOptions) {
    const transport = new Transport(options);
${made}
  }
}
`;
}

const groupName = (group: string): string => `${group}Methods`;

function writeGroup(group: string, routes: readonly KnownRoute[]): string {
  const methods = routes.flatMap((route) => [writeMethod(route), ...(route.rows === null ? [] : [writeEach(route)])]);
  return `const ${groupName(group)} = (transport: Transport) => ({\n${methods.join('\n')}\n});\n`;
}

function writeMethod(route: KnownRoute): string {
  const { name, declared } = route;
  const { type, optional } = sentType(route);
  return `  ${aboutRoute(route)}
  ${fieldName(name)}: (sent${optional ? '?' : ''}: ${type}): Promise<${answerType(route)}> =>
    transport.send(${wireOf(route)}, sent) as Promise<${answerType(route)}>, // ${declared.method} ${declared.path}`;
}

function writeEach(route: KnownRoute): string {
  const { type, optional } = sentType(route);
  const row = `${answerType(route)}['${route.rows}'][number]`;
  return `  /** The rows of \`${route.name}\`, page after page: \`for await (const row of …)\`. */
  ${fieldName(`${route.name}Each`)}: (sent${optional ? '?' : ''}: ${type}): AsyncGenerator<${row}, void, undefined> =>
    transport.each(${wireOf(route)}, '${route.rows}', sent) as AsyncGenerator<${row}, void, undefined>,`;
}

function aboutRoute({ declared, scope }: KnownRoute): string {
  const { access, summary, description = '' } = declared;
  const who = 'public' in access ? 'Public.' : scope === null ? SESSION : `Takes a token with \`${scope}\`.`;
  const told = [`${summary}.`, description, who].filter((part) => part !== '').join(' ');
  return commentOf(told).trimEnd();
}

const SESSION = 'Only a person who is signed in may do this: a token is refused.';

/** What a method takes. */
function sentType(route: KnownRoute): { type: string; optional: boolean } {
  const { params, query, headers, body, form } = route;
  const asked = query.map(
    ({ name, required, schema }) => `${fieldName(name)}${required ? '' : '?'}: ${queryType(schema)};`,
  );
  const needsQuery = query.some(({ required }) => required);
  const fields = [
    ...params.map((name) => `${fieldName(name)}: string | number;`),
    ...(asked.length > 0 ? [`query${needsQuery ? '' : '?'}: { ${asked.join(' ')} };`] : []),
    ...(body ? [`body: ${inTypes(typeOf(body))};`] : []),
    ...(headers.length > 0 ? [`headers: { ${headers.map((name) => `${fieldName(name)}: string;`).join(' ')} };`] : []),
    ...(form ? [formType(form)] : []),
  ];
  const optional = params.length === 0 && !needsQuery && !body && headers.length === 0 && !form;
  return { type: `${fields.length > 0 ? `{ ${fields.join(' ')} } & ` : ''}CallOptions`, optional };
}

/** Numbers and truths may be given as what they are: an address holds texts. */
const queryType = (schema: JsonSchema): string => inTypes(typeOf(schema));

function formType({ properties = {}, required = [] }: JsonSchema): string {
  return Object.entries(properties)
    .map(([name, schema]) => {
      const type = name === 'metadata' ? 'T.UploadMetadata' : inTypes(typeOf(schema));
      return `${commentOf(schema.description)}${fieldName(name)}${required.includes(name) ? '' : '?'}: ${type};`;
    })
    .join(' ');
}

/** The name of a shape, as the client's file knows it. */
const inTypes = (type: string): string => (/^[A-Z]\w*$/.test(type) && type !== 'Blob' ? `T.${type}` : type);

function answerType({ answer, declared }: KnownRoute): string {
  if (answer) return inTypes(typeOf(answer));
  return declared.answer ? 'Response' : 'void';
}

function wireOf({ declared, form, body, answer }: KnownRoute): string {
  const upload = form?.properties?.['metadata'] !== undefined;
  const wire = {
    id: declared.id,
    method: declared.method,
    path: declared.path,
    ...(form ? { sends: upload ? 'upload' : 'file' } : body ? { sends: 'json' } : {}),
    ...(!answer && { answers: declared.answer ? 'response' : 'nothing' }),
    // The API knows a call by source and id: the same bytes twice are taken once.
    ...(upload && { twice: true }),
  };
  return `${JSON.stringify(wire)} as WireRoute`;
}
