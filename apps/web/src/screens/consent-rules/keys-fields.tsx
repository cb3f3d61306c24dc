import { consentKeysSchema, type ConsentKeys } from '#contracts';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';

interface Props {
  keys: readonly ConsentKeys[];
  onChange: (keys: ConsentKeys[]) => void;
}

const NEW_KEY: ConsentKeys = { line: '*', yes: '1', no: '2' };
const FIELDS = ['line', 'yes', 'no'] as const;

/** Which key means yes and which no, by the telephone system whose announcement asks. */
export function KeysFields({ keys, onChange }: Props) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<ConsentKeys>) =>
    onChange(keys.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="consent-keys">
      <legend>{t('consentRules.keys.title')}</legend>
      <p className="admin-hint">{t('consentRules.keys.hint')}</p>
      {keys.map((one, at) => (
        <div className="consent-keys-line grid at-end gap-2 around-2" key={at}>
          {FIELDS.map((field) => (
            <label key={field}>
              {t(`consentRules.keys.${field}`)}
              <Input
                value={one[field]}
                maxLength={field === 'line' ? 63 : 1}
                status={
                  consentKeysSchema.safeParse(one).error?.issues.some(({ path }) => path[0] === field) ? 'error' : ''
                }
                onChange={({ target }) => change(at, { [field]: target.value })}
              />
            </label>
          ))}
          <Button
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('consentRules.keys.remove', { line: one.line })}
            onClick={() => onChange(keys.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <Acts>
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={keys.length >= 20}
          onClick={() => onChange([...keys, NEW_KEY])}
        >
          {t('consentRules.keys.add')}
        </Button>
      </Acts>
    </fieldset>
  );
}
