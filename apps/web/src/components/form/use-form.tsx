import { useId, useState, type ReactNode } from 'react';
import type { z } from 'zod';
import { useMe } from '../../data/session.js';
import { useTyped } from '../../data/use-typed.js';
import { instantOf } from '../../format/site-time.rules.js';
import { useLanguage } from '../../format/use-format.js';
import { wallTime } from '../../format/wall-time.rules.js';
import { isMeant } from '../time-field.js';
import { Fields, isRow, type AnyRow, type FieldTable } from './fields.js';
import { bodyOf, faultsOf, limitsOf, unsaid, type Typed } from './schema.rules.js';

export interface FormProps<S extends z.ZodObject> {
  /** The body that the route takes, and what it holds of it. */
  body: S;
  fields: FieldTable<S> | ((typed: Typed<S>, set: (change: Partial<Typed<S>>) => void) => FieldTable<S>);
  /** What the form begins with. */
  start?: Partial<Typed<S>> | undefined;
  /** Parts of the body that no field asks for. */
  beside?: Partial<z.input<S>> | ((typed: Typed<S>) => Partial<z.input<S>>) | undefined;
  /** Of its page: what is typed is set aside under it when the page locks. Secrets are typed in a form without one. */
  name?: string | undefined;
}

/** What is typed in a form, its fields, and the body once it is whole. */
export function useForm<S extends z.ZodObject>({ body: schema, fields, start, beside, name }: FormProps<S>) {
  const { timeZone } = useMe();
  const language = useLanguage();
  const [tried, setTried] = useState(false);
  const [first] = useState(() => ({ ...unsaid(schema), ...start }));
  // Pages of earlier versions set other shapes aside under the plain name.
  const kept = useTyped(name === undefined ? '' : `form ${name}`, first);
  const own = useState(first);
  const [typed, setTyped] = name === undefined ? own : kept;
  const id = useId();
  const set = (change: Partial<Typed<S>>) => setTyped((before) => ({ ...before, ...change }));
  const table = typeof fields === 'function' ? fields(typed, set) : fields;
  const rows = (table as readonly unknown[]).filter(isRow);
  const values: Record<string, unknown> = typed;
  const given = Object.fromEntries(rows.map((row) => [row.of, said(row, values[row.of], schema, timeZone)]));
  // A secret is sent as it is typed: whether spaces count is for the account to say.
  const secrets = Object.fromEntries(
    rows.filter(({ as, of }) => as === 'secret' && values[of] !== '').map(({ of }) => [of, values[of]]),
  );
  const body = { ...bodyOf(schema, given), ...secrets, ...(typeof beside === 'function' ? beside(typed) : beside) };
  const { missing: left, wrong } = faultsOf(schema, body);
  // A time that was typed and cannot be meant is still to be given, also where the body may do without one.
  const unread = rows.filter(({ of }) => given[of] === undefined && typeof values[of] === 'string');
  const missing = new Set([...left, ...unread.map(({ of }) => of)]);
  const says = rows.some((row) => row.missing !== undefined);
  const faultOf = (row: AnyRow): string | undefined =>
    tried ? (missing.has(row.of) ? row.missing : wrong.get(row.of)?.[language]) : undefined;
  const draw = (go: () => void): ReactNode => (
    <Fields {...{ schema, table, values, id, faultOf, go }} onChange={(change) => set(change as Partial<Typed<S>>)} />
  );
  return {
    typed,
    set,
    draw,
    /** Something is still to be given, and no field says so when it is sent. */
    isMissing: missing.size > 0 && !says,
    /** @returns whether it can be sent; from then on the fields say why it cannot */
    ready: (): boolean => {
      setTried(true);
      return missing.size === 0 && !rows.some((row) => wrong.has(row.of));
    },
    body: (): z.output<S> => (schema.safeParse(body).data ?? body) as z.output<S>,
  };
}

/** What was typed, as the body has it. */
function said(row: AnyRow, value: unknown, schema: z.ZodObject, timeZone: string): unknown {
  const kind = row.as ?? limitsOf(schema.shape[row.of] as z.ZodType | undefined).kind;
  if (kind !== 'day' && kind !== 'minute' && kind !== 'until') return value;
  const exactness = kind === 'minute' ? 'minute' : 'day';
  const text = value as string;
  if (text.trim() === '') return '';
  const wall = isMeant(text, exactness, row.min as string, row.max as string) ? wallTime(text, exactness) : null;
  if (wall === null) return undefined;
  if (kind === 'day') return wall;
  // A day ends with the site's midnight, wherever the browser is.
  const at = instantOf(kind === 'until' ? `${wall}T23:59` : wall, timeZone);
  return row.holds?.(at) === false ? undefined : at;
}
