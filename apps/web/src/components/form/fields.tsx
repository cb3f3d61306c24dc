import { Checkbox, Input, InputNumber, Radio, Segmented } from 'antd';
import { Fragment, type AriaAttributes, type ChangeEvent, type ComponentType, type ReactNode, useId } from 'react';
import type { z } from 'zod';
import { Field } from '../admin-page.js';
import { Select } from '../opened/select.js';
import { TimeField } from '../time-field.js';
import { changeOf, limitsOf, type Limits, type Typed } from './schema.rules.js';

export interface Option {
  value: string | number | boolean;
  label: ReactNode;
  disabled?: boolean;
}

interface DrawnProps<T> {
  id: string;
  value: T;
  onChange: (value: T | null | undefined) => void;
  'aria-describedby'?: string;
}

/** A row of the table: which part of the body, what it is called, and how it is asked for where the schema does not say it. */
interface Row<V, K extends keyof V & string> {
  of: K;
  label: string;
  hint?: string | undefined;
  /** A stretch of `seconds` is milliseconds in the body, `until` the end of a day. */
  as?: Limits['kind'] | 'lines' | 'secret' | 'radios' | 'segments' | 'several' | 'seconds' | 'until';
  /** Names the options that the schema has. */
  words?: (option: NonNullable<V[K] extends readonly (infer O)[] ? O : V[K]> & string) => string;
  options?: readonly (Option | { label: string; options: readonly Option[] })[];
  placeholder?: string;
  /** Of words as long as a person likes: lines to begin with. */
  rows?: number;
  /** For the schema's, where a person should stay within others. */
  min?: number | string;
  max?: number | string;
  /** Said where it is still missing when the form is sent; the button can then be pressed without it. */
  missing?: string;
  /** It has the focus when the form opens. */
  first?: boolean;
  /** Its Enter sends, as the button does. */
  enters?: boolean;
  id?: string;
  /** Across all columns of a form that has several. */
  wide?: boolean;
  /** Below the control. */
  below?: ReactNode;
  /** Whatever else the control takes. */
  control?: Record<string, unknown>;
  /** Of a tick: the value of the part while it is set; without it, true. */
  whenOn?: V[K];
  /** Whether what is given, as the body has it, can be meant; else it is still missing. */
  holds?: (given: string) => boolean;
  /** What else changes with it. */
  also?: (value: V[K]) => Partial<V>;
  /** A control of its own. */
  draw?: (control: DrawnProps<V[K]>) => ReactNode;
}

export type FieldRow<S extends z.ZodObject> = { [K in keyof Typed<S> & string]: Row<Typed<S>, K> }[keyof Typed<S> &
  string];

/** Rows of a form; what is no row is drawn between them. */
export type FieldTable<S extends z.ZodObject> = readonly (FieldRow<S> | ReactNode)[];

export type AnyRow = Row<Record<string, unknown>, string>;

export const isRow = (one: unknown): one is AnyRow => typeof one === 'object' && one !== null && 'of' in one;

interface FieldsProps {
  schema: z.ZodObject;
  table: readonly unknown[];
  values: Record<string, unknown>;
  /** Before the name of each part, in the ids of the controls. */
  id: string;
  faultOf: (row: AnyRow) => string | undefined;
  onChange: (change: Record<string, unknown>) => void;
  go: () => void;
}

/** The fields of a form, one below the other. */
export function Fields({ schema, table, values, id, faultOf, onChange, go }: FieldsProps) {
  return table.map((row, at) => {
    if (!isRow(row)) return <Fragment key={at}>{row as ReactNode}</Fragment>;
    const limits = limitsOf(schema.shape[row.of] as z.ZodType | undefined);
    const control: DrawnProps<unknown> = {
      id: row.id ?? `${id}-${row.of}`,
      value: values[row.of],
      onChange: (value) => onChange({ ...row.also?.(value), [row.of]: value }),
    };
    const fault = faultOf(row);
    const Grouped = row.draw ? undefined : GROUPS[row.as ?? limits.kind];
    const field = Grouped ? (
      <Grouped {...{ row, limits, control, fault }} />
    ) : (
      <Field label={row.label} htmlFor={control.id} hint={row.hint} fault={fault}>
        {row.draw ? <Drawn draw={row.draw} {...control} /> : <Control {...{ row, limits, go, control }} />}
      </Field>
    );
    // What is below a control stays in its column.
    return row.wide || 'below' in row ? (
      <div key={row.of} className={row.wide ? 'whole-row' : 'grid gap-1 shrinks'}>
        {field}
        {!Grouped && row.below}
      </div>
    ) : (
      <Fragment key={row.of}>{field}</Fragment>
    );
  });
}

type RowOf<V> = { [K in keyof V & string]-?: Row<Required<V>, K> }[keyof V & string];

interface PartProps<V> {
  /** Limits and choices of what it has of a body. */
  body: z.ZodObject;
  fields: readonly (RowOf<V> | ReactNode)[];
  value: V;
  /** What is cleared comes as the body does without it; a part that it needs stays as it was. */
  onChange: (change: Partial<V>) => void;
  disabled?: boolean;
}

/** Fields of a form whose page keeps what is typed. */
export function FormPart<V extends object>({ body, fields, value, onChange, disabled }: PartProps<V>) {
  const table = (fields as readonly unknown[]).map((row) =>
    isRow(row) && disabled ? { ...row, control: { ...row.control, disabled } } : row,
  );
  const change = (parts: Record<string, unknown>) => {
    const kept = changeOf(body, parts);
    if (Object.keys(kept).length > 0) onChange(kept as Partial<V>);
  };
  const id = useId();
  return (
    <Fields
      schema={body}
      table={table}
      values={value as Record<string, unknown>}
      id={id}
      onChange={change}
      {...NO_SEND}
    />
  );
}

const NO_SEND = { faultOf: () => undefined, go: () => undefined };

/** A control of the dialog's own; what is beside it is read with it. */
const Drawn = ({ draw, ...control }: DrawnProps<unknown> & Required<Pick<AnyRow, 'draw'>>) => draw(control);

interface ControlProps {
  row: AnyRow;
  limits: Limits;
  control: DrawnProps<unknown>;
}

const optionsOf = ({ words, options }: AnyRow, limits: Limits) =>
  options ?? (limits.options ?? []).map((value) => ({ value, label: words?.(value as never) ?? value }));

/** One control with a label above it. */
function Control({ row, limits, control, go, ...aria }: ControlProps & { go: () => void } & AriaAttributes) {
  const { id, value, onChange } = control;
  const kind = row.as ?? limits.kind;
  const beside = { id, placeholder: row.placeholder, ...aria, ...row.control };
  const text = {
    ...beside,
    autoFocus: row.first ?? false,
    maxLength: (row.max as number | undefined) ?? limits.max,
    value: (value ?? '') as string,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(target.value),
    ...(row.enters && { onPressEnter: go }),
  };
  switch (kind) {
    case 'lines':
      return <Input.TextArea rows={row.rows ?? 3} {...text} />;
    case 'secret':
      return <Input.Password {...text} />;
    case 'number':
    case 'seconds': {
      const [min, max] = [row.min ?? limits.min, row.max ?? limits.max] as [number?, number?];
      const isSeconds = kind === 'seconds';
      const shown = (value ?? null) as number | null;
      return (
        <InputNumber
          {...(min !== undefined && { min })}
          {...(max !== undefined && !isSeconds && { max })}
          {...(isSeconds ? { step: 0.5 } : limits.whole && { precision: 0 })}
          {...beside}
          value={isSeconds && shown !== null ? Math.round(shown / 100) / 10 : shown}
          onChange={(to) => onChange(isSeconds && to !== null ? Math.round(to * 1000) : to)}
        />
      );
    }
    case 'choice':
    case 'several': {
      const options = optionsOf(row, limits) as { value: string; label: ReactNode }[];
      const isOption = value !== '' || options.some((one) => one.value === '');
      return (
        <Select
          {...(kind === 'several' && { mode: 'multiple' as const })}
          options={options}
          {...beside}
          value={isOption ? (value ?? null) : null}
          onChange={(to: unknown) => onChange(to ?? null)}
        />
      );
    }
    case 'segments':
      return (
        <Segmented
          aria-label={row.label}
          options={optionsOf(row, limits) as { value: string; label: ReactNode }[]}
          {...beside}
          value={(value ?? '') as string}
          onChange={onChange}
        />
      );
    case 'day':
    case 'until':
    case 'minute':
      return (
        <TimeField
          {...beside}
          exactness={kind === 'minute' ? 'minute' : 'day'}
          min={row.min as string | undefined}
          max={row.max as string | undefined}
          value={(value ?? '') as string}
          onChange={onChange}
        />
      );
    default:
      return <Input {...text} />;
  }
}

type GroupProps = ControlProps & { fault: string | undefined };

/** Choices that are all in sight, under one heading. */
function Choices({ row, limits, control: { value, onChange }, fault }: GroupProps) {
  const options = optionsOf(row, limits) as { value: string; label: ReactNode }[];
  return (
    <fieldset className="form-choices dense grid gap-1 shrinks">
      <legend>{row.label}</legend>
      {row.as === 'radios' ? (
        <Radio.Group
          {...row.control}
          value={value}
          options={options}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Checkbox.Group {...row.control} value={value as string[]} options={options} onChange={onChange} />
      )}
      {fault ? (
        <span className="admin-wrong" role="alert">
          {fault}
        </span>
      ) : (
        row.hint && <span className="admin-hint">{row.hint}</span>
      )}
      {row.below}
    </fieldset>
  );
}

/** Yes or no. */
function Tick({ row, control: { id, value, onChange } }: GroupProps) {
  const { label, hint, whenOn = true } = row;
  const noteId = `${id}-note`;
  const checked = value !== null && value !== undefined && value !== false;
  const change = (on: boolean) => onChange(on ? whenOn : whenOn === true ? false : null);
  return (
    <div>
      <Checkbox
        id={id}
        {...(hint && { 'aria-describedby': noteId })}
        checked={checked}
        onChange={({ target }) => change(target.checked)}
        {...row.control}
      >
        {label}
      </Checkbox>
      {hint && (
        <p className="admin-hint" id={noteId}>
          {hint}
        </p>
      )}
      {row.below}
    </div>
  );
}

const GROUPS: Partial<Record<string, ComponentType<GroupProps>>> = {
  choices: Choices,
  radios: Choices,
  tick: Tick,
};
