import { type CompanyProfile, type CompanyProfileView, type IdentityFact, identityFactSchema } from '#contracts';
import { Button, Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts, FormBar } from '../../components/acts.js';
import { Field, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useChangeProfile, useProfile } from '../../data/company.js';
import { useFormat } from '../../format/use-format.js';
import { NamesSection, type PartProps, RingingSection } from './profile-sections.js';
import { QuietHoursSection, PlaceSection } from './place-section.js';

/** Names, cadence, place, what tells who calls, and quiet hours. */
export function ProfilePart() {
  const profile = useProfile();
  return <WhenRead of={profile}>{(view) => <ProfileForm view={view} />}</WhenRead>;
}

/** What is edited stays as it is, with the version that it began from, also when a colleague saves in the meantime. */
function ProfileForm({ view }: { view: CompanyProfileView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState<Pick<CompanyProfileView, 'version' | 'profile'> | null>(null);
  const save = useChangeProfile();
  const { version, profile } = draft ?? view;
  const changed = draft !== null && JSON.stringify(profile) !== JSON.stringify(view.profile);
  const change: PartProps['change'] = (part) => {
    setDraft({ version, profile: { ...profile, ...part } as CompanyProfile });
    save.reset();
  };
  const written =
    view.changedBy && view.changedAt
      ? t('company.changedBy', {
          version: view.version,
          name: format.text(view.changedBy),
          at: format.dateTime(view.changedAt),
        })
      : t('company.firstVersion', { version: view.version });
  return (
    <>
      <NamesSection profile={profile} change={change} />
      <PlaceSection profile={profile} change={change} />
      <RingingSection profile={profile} change={change} />
      <IdentitySection profile={profile} change={change} />
      <QuietHoursSection profile={profile} change={change} />
      <p className="admin-hint">
        <Link to="/company/small-house">{t('company.smallHouse')}</Link>
      </p>
      <Failed of={save} />
      <FormBar notes={<span role="status">{changed ? t('company.unsaved') : written}</span>}>
        <Button
          type="primary"
          disabled={!changed}
          loading={save.isPending}
          onClick={() => save.mutate({ version, profile }, { onSuccess: () => setDraft(null) })}
        >
          {t('admin.save')}
        </Button>
      </FormBar>
    </>
  );
}

const ALL = identityFactSchema.options;
const USUAL = 2;

/** What tells who calls, before anything of an account is told. Until the company says so, any two facts do. */
function IdentitySection({ profile, change }: PartProps) {
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
