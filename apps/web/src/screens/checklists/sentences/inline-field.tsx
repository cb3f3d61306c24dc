import { FACT_VALUES, QUERY_SENTENCE, type SentenceField } from '#quality/screens';
import { type SentenceOption } from '#quality/screens';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../components/opened/select.js';
import { useLanguage } from '../../../format/use-format.js';
import { BoundField } from './bound-field.js';
import { Kept } from './node-editor.js';
import { useKnownLists } from './known-lists.js';
import { useNested } from './condition-list.js';

interface Props {
  field: SentenceField;
  label: string;
  value: unknown;
  /** What the field is part of: the values of a fact depend on which fact it is. */
  node: object;
  disabled: boolean;
  onChange: (value: unknown) => void;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const emptied = <T,>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** The control of one field of a sentence. What stands below sentences is in `block-field.tsx`. */
export function InlineField({ field, ...props }: Props) {
  switch (field.type) {
    case 'lists':
      return <ListsField {...props} />;
    case 'number':
      return <NumberField field={field} {...props} />;
    case 'bound':
      return <BoundField {...props} />;
    case 'choice':
    case 'choices':
      return (
        <ChoiceField {...props} options={field.options} many={field.type === 'choices'} standard={field.standard} />
      );
    case 'values':
      return <ValuesField {...props} />;
    case 'query':
      return <QueryField {...props} />;
    case 'queries':
      return <QueriesField {...props} />;
    default:
      return null;
  }
}

function ListsField({ label, value, disabled, onChange }: Omit<Props, 'field'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lists = useKnownLists();
  return (
    <Select
      mode="multiple"
      size="small"
      aria-label={label}
      className="sentence-lists"
      placeholder={t('checklists.chooseLists')}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      value={listOf(value).map(String)}
      disabled={disabled}
      options={lists.map(({ name, title, own }) => ({
        value: name,
        label: own ? `${title[language]} (${t('checklists.ownList')})` : title[language],
        title: name,
      }))}
      onChange={(names: string[]) => onChange(names)}
    />
  );
}

function NumberField({
  field,
  label,
  value,
  disabled,
  onChange,
}: Props & { field: SentenceField & { type: 'number' } }) {
  const by = field.percent ? 100 : 1;
  return (
    <InputNumber
      size="small"
      aria-label={label}
      className="sentence-number"
      min={field.least === undefined ? undefined : field.least * by}
      max={field.most === undefined ? undefined : field.most * by}
      precision={0}
      placeholder="–"
      value={typeof value === 'number' ? Math.round(value * by) : null}
      disabled={disabled}
      onChange={(next) => onChange(next === null ? undefined : next / by)}
    />
  );
}

interface ChoiceProps extends Omit<Props, 'field'> {
  options: readonly SentenceOption[];
  many: boolean;
  standard?: unknown;
}

/** Values of a choice may be numbers and truths: the list holds their places. */
function ChoiceField({ label, value, disabled, onChange, options, many, standard }: ChoiceProps) {
  const language = useLanguage();
  const at = (one: unknown): number => options.findIndex((option) => option.value === one);
  const now = value ?? standard;
  const props = {
    size: 'small' as const,
    'aria-label': label,
    popupMatchSelectWidth: false,
    disabled,
    options: options.map((option, i) => ({ value: i, label: option[language] })),
  };
  if (many) {
    return (
      <Select
        {...props}
        mode="multiple"
        className="sentence-lists"
        value={listOf(now)
          .map(at)
          .filter((place) => place >= 0)}
        onChange={(places: number[]) => onChange(places.map((place) => options[place]!.value))}
      />
    );
  }
  return (
    <Select
      {...props}
      allowClear={standard === undefined && value !== undefined}
      placeholder="–"
      className="sentence-choice"
      value={at(now) >= 0 ? at(now) : undefined}
      onChange={(place: number | undefined) => onChange(place === undefined ? undefined : options[place]?.value)}
    />
  );
}

/** The values of the fact that is named beside it; a fact that is a number takes numbers. */
function ValuesField({ value, node, onChange, ...props }: Omit<Props, 'field'>) {
  const options = FACT_VALUES[String((node as Record<string, unknown>)['name'])];
  if (options)
    return (
      <ChoiceField
        {...props}
        node={node}
        value={value}
        options={options}
        many
        onChange={(next) => onChange(emptied(listOf(next)))}
      />
    );
  return (
    <Select
      mode="tags"
      size="small"
      className="sentence-lists"
      aria-label={props.label}
      disabled={props.disabled}
      value={listOf(value).map(String)}
      onChange={(texts: string[]) => onChange(emptied(texts.map(Number).filter(Number.isFinite)))}
    />
  );
}

const KNOWN = Object.keys(QUERY_SENTENCE.fields);

function QueryField({ value, disabled, onChange }: Omit<Props, 'field'>) {
  const { Line } = useNested();
  const query = (value ?? {}) as Record<string, unknown>;
  const more = Object.fromEntries(Object.entries(query).filter(([key]) => !KNOWN.includes(key)));
  return (
    <>
      {QUERY_SENTENCE.lines.map((line, i) => (
        <Line key={i} line={line} node={query} fields={QUERY_SENTENCE.fields} disabled={disabled} onChange={onChange} />
      ))}
      <Kept value={more} />
    </>
  );
}

function QueriesField({ value, disabled, onChange, ...props }: Omit<Props, 'field'>) {
  const { t } = useTranslation();
  const steps = listOf(value);
  return (
    <>
      {steps.map((step, i) => (
        <span key={i} className="sentence-step">
          {i + 1}.{' '}
          <QueryField
            {...props}
            value={step}
            disabled={disabled}
            onChange={(next) => onChange(steps.map((one, at) => (at === i ? next : one)))}
          />
          {!disabled && steps.length > 1 && (
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('checklists.removeStep', { count: i + 1 })}
              onClick={() => onChange(steps.filter((_, at) => at !== i))}
            />
          )}
        </span>
      ))}
      {!disabled && (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...steps, { lookFor: [] }])}>
          {t('checklists.addStep')}
        </Button>
      )}
    </>
  );
}
