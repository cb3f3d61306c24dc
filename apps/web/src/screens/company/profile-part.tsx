import type { CompanyProfile, CompanyProfileView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormBar } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useChangeProfile, useProfile } from '../../data/company.js';
import { useFormat } from '../../format/use-format.js';
import type { PartProps } from './part-props.js';
import { NamesSection } from './names-section.js';
import { IdentitySection } from './identity-section.js';
import { QuietHoursSection } from './quiet-hours-section.js';
import { RingingSection } from './ringing-section.js';
import { PlaceSection } from './place-section.js';

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
