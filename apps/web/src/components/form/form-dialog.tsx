import { z } from 'zod';
import type { SendDialogProps } from '../send-dialog.js';
import { ActionDialog } from '../action-dialog.js';
import { bodyOf, faultsOf, limitsOf, type Typed, unsaid } from './schema.rules.js';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useProved } from '../step-up.js';
import { useMe } from '../../data/session.js';
import { useTyped } from '../../data/use-typed.js';
import { wallTime, instantOf } from '../../format/wall-time.rules.js';
import { useLanguage, useNameOrder } from '../../format/use-format.js';
import { isMeant } from '../time-field.js';
import { type AnyRow, Fields, type FieldTable, isRow } from './fields.js';
import { giveUpRequestSchema, type GiveUpRequest, asGiven, type Bilingual } from '#contracts';
import { useTranslation } from 'react-i18next';

export { FormPart } from './fields.js';

export interface FormDialogProps<S extends z.ZodObject>
  extends FormProps<S>, Omit<SendDialogProps, 'send' | 'children' | 'disabled' | 'ready'> {
  /** Something else is missing. */
  disabled?: boolean | ((typed: Typed<S>) => boolean);
  send: (body: z.output<S>) => Promise<unknown>;
}

/** The one dialog that asks for something: a route's own body and a table of fields give the form, its errors and what is sent. */
export function FormDialog<S extends z.ZodObject>(props: FormDialogProps<S>) {
  const { body, fields, start, beside, name, disabled = false, send, ...dialog } = props;
  const form = useForm<S>({ body, fields, start, beside, name });
  const isOff = typeof disabled === 'function' ? disabled(form.typed) : disabled;
  return (
    <ActionDialog {...dialog} disabled={isOff || form.isMissing} ready={form.ready} send={() => send(form.body())}>
      {form.draw}
    </ActionDialog>
  );
}

interface FormRowProps<S extends z.ZodObject, B> extends Omit<FormProps<S>, 'name'> {
  /** On the button. */
  ok: string;
  primary?: boolean;
  /** What sends it, and the body that it takes where it is not the form's. */
  change: { mutateAsync: (body: B) => Promise<unknown>; isPending: boolean };
  as?: (body: z.output<S>) => B;
  /** What stays as it was chosen when it begins again: the next is mostly of the same kind. */
  keeps?: readonly (keyof Typed<S>)[];
}

/** A form in a line of its page, for one more of something: Enter and its button send it, and then it begins again. */
export function FormRow<S extends z.ZodObject, B = z.output<S>>(row: FormRowProps<S, B>) {
  const { ok, primary, change, as = (body) => body as unknown as B, keeps, ...props } = row;
  const form = useForm<S>(props);
  const proved = useProved(change);
  const send = async () => {
    if (form.ready() && (await proved.send(as(form.body())))) form.clear(keeps);
  };
  return (
    <>
      <form
        className="admin-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (!form.isMissing) void send();
        }}
      >
        {form.draw(() => void send())}
        <Button
          htmlType="submit"
          type={primary ? 'primary' : 'default'}
          disabled={form.isMissing}
          loading={change.isPending}
        >
          {ok}
        </Button>
      </form>
      {proved.said}
    </>
  );
}

interface FormProps<S extends z.ZodObject> {
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
function useForm<S extends z.ZodObject>({ body: schema, fields, start, beside, name }: FormProps<S>) {
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
  // An impossible time must be corrected even if the field is optional.
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
    clear: (keeps: readonly (keyof Typed<S>)[] = []) => {
      setTyped((before) => ({ ...first, ...Object.fromEntries(keeps.map((of) => [of, before[of]])) }));
      setTried(false);
    },
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

interface Props extends Pick<FormDialogProps<z.ZodObject>, 'title' | 'okText' | 'danger' | 'width' | 'onClose'> {
  /** What follows from it, above the reason. */
  intro?: ReactNode;
  label: string;
  hint: string;
  /** Something else is missing. */
  disabled?: boolean;
  /** Room for words: fewest and most characters, and lines to begin with. */
  minLength?: number;
  maxLength?: number;
  rows?: number;
  send: (reason: string) => Promise<unknown>;
}

/** Takes the reason that an action needs. */
export function ReasonDialog({ intro, label, hint, minLength = 3, maxLength = 500, rows = 3, send, ...dialog }: Props) {
  return (
    <FormDialog
      {...dialog}
      name={`reason ${label} ${dialog.title}`}
      body={z.object({ reason: z.string().trim().min(minLength).max(maxLength) })}
      fields={[intro, { of: 'reason', as: 'lines', label, hint, rows, first: true }]}
      send={({ reason }) => send(reason)}
    />
  );
}

interface GiveUpProps {
  title: string;
  send: (why: GiveUpRequest) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why a call, or a group of them, is given up. There is no undo but a retry, so it takes a reason. */
export function GiveUpDialog({ title, send, onClose }: GiveUpProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={title}
      okText={t('giveUp.confirm')}
      name="give up"
      body={giveUpRequestSchema}
      fields={[
        <p>{t('giveUp.consequence')}</p>,
        {
          of: 'reason',
          as: 'radios',
          label: t('giveUp.reason'),
          missing: t('giveUp.reasonMissing'),
          words: (option) => t(`giveUp.why.${option}`),
        },
        {
          of: 'note',
          as: 'lines',
          rows: 2,
          label: t('giveUp.note'),
          hint: t('giveUp.noteHint'),
          missing: t('giveUp.noteMissing'),
        },
      ]}
      send={send}
      onClose={onClose}
    />
  );
}

interface NameProps {
  title: string;
  start: Bilingual;
  children?: ReactNode;
  save: (name: Bilingual) => Promise<unknown>;
  onClose: () => void;
}

const language = z.string().trim().max(60);
const bothSchema = z.object({ zh: language, en: language });

/** Asks for a name, in one language or in both. */
export function NameDialog({ title, start, children, save, onClose }: NameProps) {
  const { t } = useTranslation();
  const names = useNameOrder().map((lang, at) => ({
    of: lang,
    label: t(lang === 'zh' ? 'admin.nameZh' : 'admin.nameEn'),
    control: { lang },
    ...(at === 1 && { hint: t('admin.oneName') }),
  }));
  return (
    <FormDialog
      title={title}
      okText={t('admin.save')}
      body={bothSchema}
      start={asGiven(start)}
      fields={[...names, children]}
      disabled={({ zh, en }) => !zh.trim() && !en.trim()}
      send={save}
      onClose={onClose}
      width={440}
    />
  );
}
