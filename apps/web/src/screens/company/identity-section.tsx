import { identityFactSchema, type IdentityFact } from '#contracts';
import { Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Field } from '../../components/admin-page.js';
import type { PartProps } from './part-props.js';

const ALL = identityFactSchema.options;
const USUAL = 2;

/** What tells who calls, before anything of an account is told. Until the company says so, any two facts do. */
export function IdentitySection({ profile, change }: PartProps) {
  const { t } = useTranslation();
  const { identity } = profile;
  const choose = (facts: IdentityFact[]) => {
    // The last stays: a list of none would tell no one apart.
    if (facts.length > 0) change({ identity: { facts, enough: Math.min(identity?.enough ?? USUAL, facts.length) } });
  };
  return (
    <section className="admin-section">
      <h2>{t('company.identity')}</h2>
      <p className="admin-hint">{t('company.identityHint')}</p>
      <Acts>
        <Checkbox
          checked={identity !== undefined}
          onChange={({ target }) =>
            change({ identity: target.checked ? { facts: [...ALL], enough: USUAL } : undefined })
          }
        >
          {t('company.identityOwn')}
        </Checkbox>
      </Acts>
      {identity && (
        <div className="admin-row" role="group" aria-label={t('company.identity')}>
          <Checkbox.Group
            value={identity.facts}
            options={ALL.map((fact) => ({ value: fact, label: t(`company.identityFact.${fact}`) }))}
            onChange={(facts) => choose(ALL.filter((fact) => facts.includes(fact)))}
          />
          <Field htmlFor="identity-enough" label={t('company.identityEnough')}>
            <InputNumber
              id="identity-enough"
              min={1}
              max={identity.facts.length}
              precision={0}
              value={identity.enough}
              onChange={(enough) => change({ identity: { ...identity, enough: enough ?? 1 } })}
            />
          </Field>
        </div>
      )}
    </section>
  );
}
