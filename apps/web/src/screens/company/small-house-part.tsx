import {
  type OwnRole,
  ROLES_OF_ONE,
  SMALL_HOUSE_MOST,
  type SmallHousePeriodView,
  type SmallHouseView,
} from '#contracts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { useProved } from '../../components/step-up.js';
import { useMay } from '../../data/session.js';
import {
  useAgreeSmallHouse,
  useChooseSmallHouse,
  useEndSmallHouse,
  useSmallHouse,
  useTakeRoles,
} from '../../data/company-settings.js';
import { useFormat } from '../../format/use-format.js';

/** Whether one person may decide twice here: what it means, how it stands, and what may be done about it. */
export function SmallHousePart() {
  return <WhenRead of={useSmallHouse()}>{(view) => <SmallHouse view={view} />}</WhenRead>;
}

function SmallHouse({ view }: { view: SmallHouseView }) {
  const { t } = useTranslation();
  const mayManage = useMay('company.manage');
  const { period, people } = view;
  const open = period !== null && period.state !== 'over';
  return (
    <section className="admin-section" aria-labelledby="small-house">
      <h2 id="small-house">{t('smallHouse.title')}</h2>
      <p className="admin-hint">{t('smallHouse.about')}</p>
      <p>{t('smallHouse.people', { count: people })}</p>
      {period ? <SmallHousePeriod period={period} /> : <p role="status">{t('smallHouse.state.none')}</p>}
      {!open && mayManage && people > SMALL_HOUSE_MOST && <p className="admin-hint">{t('smallHouse.tooMany')}</p>}
      {!open && mayManage && people <= SMALL_HOUSE_MOST && <Choose atOnce={view.atOnce} />}
      {open && view.ownRoles.length > 0 && <Take roles={view.ownRoles} />}
    </section>
  );
}

const OWN_ROLES = [
  'supervisor',
  'legal_approver',
  'quality_manager',
  'agent',
  'legal_requester',
  'quality_analyst',
  'auditor',
] as const satisfies readonly OwnRole[];

interface OwnRolesProps {
  name: string;
  of: readonly OwnRole[];
  chosen: readonly OwnRole[];
  onChange: (roles: OwnRole[]) => void;
}

function OwnRoles(props: OwnRolesProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{props.name}</legend>
      <p className="admin-hint">{t('smallHouse.ownRolesAbout')}</p>
      <Checkbox.Group
        value={[...props.chosen]}
        onChange={(roles) => props.onChange(roles)}
        options={OWN_ROLES.filter((role) => props.of.includes(role)).map((role) => ({
          value: role,
          label: t(`shell.role.${role}`),
        }))}
      />
    </fieldset>
  );
}

/** Before the first recording with the roles of the first person; later it waits for another. */
function Choose({ atOnce }: { atOnce: boolean }) {
  const { t } = useTranslation();
  const [roles, setRoles] = useState<OwnRole[]>([...ROLES_OF_ONE]);
  const choose = useProved(useChooseSmallHouse());
  return (
    <>
      <p>{t(atOnce ? 'smallHouse.atOnce' : 'smallHouse.later')}</p>
      {atOnce && <OwnRoles name={t('smallHouse.ownRoles')} of={OWN_ROLES} chosen={roles} onChange={setRoles} />}
      {choose.said}
      <Acts>
        <Button
          type="primary"
          loading={choose.isPending}
          onClick={() => void choose.send({ ownRoles: atOnce ? roles : [] })}
        >
          {t(atOnce ? 'smallHouse.choose' : 'smallHouse.propose')}
        </Button>
      </Acts>
    </>
  );
}

/** Roles that the first person did not take when they chose it. */
function Take({ roles }: { roles: readonly OwnRole[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<OwnRole[]>([]);
  const take = useProved(useTakeRoles());
  const send = async () => {
    if (await take.send({ ownRoles: chosen })) setChosen([]);
  };
  return (
    <>
      <OwnRoles name={t('smallHouse.take')} of={roles} chosen={chosen} onChange={setChosen} />
      {take.said}
      <Acts>
        <Button disabled={chosen.length === 0} loading={take.isPending} onClick={() => void send()}>
          {t('smallHouse.take')}
        </Button>
      </Acts>
    </>
  );
}

const SECOND_ADMINISTRATOR = 'npm run first-administrator -- --second "10002,chen.wei,陈伟,Wei Chen"';

/** The latest small house: how it stands, who chose and agreed to it, and what ends when it is over. */
function SmallHousePeriod({ period }: { period: SmallHousePeriodView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const agree = useProved(useAgreeSmallHouse());
  const end = useProved(useEndSmallHouse());
  const { state, mine, agreedBy, agreedAt, inForceFrom, endedAt, rightsEndAt } = period;
  const at = (moment: string | null) => (moment === null ? '' : format.dateTime(moment));
  const words = {
    name: format.text(period.chosenBy),
    from: at(inForceFrom),
    at: at(state === 'over' ? endedAt : period.chosenAt),
  };
  return (
    <>
      <p role="status">{t(`smallHouse.state.${state}`, words)}</p>
      {agreedBy && <p>{t('smallHouse.agreedBy', { name: format.text(agreedBy), at: at(agreedAt) })}</p>}
      {state === 'over' && (
        <p>
          {period.endedBy ? t('smallHouse.endedBy', { name: format.text(period.endedBy) }) : t('smallHouse.endedBySix')}
        </p>
      )}
      {state === 'over' && rightsEndAt && (
        <>
          <p>{t('smallHouse.rightsEnd', { at: at(rightsEndAt) })}</p>
          <pre>{SECOND_ADMINISTRATOR}</pre>
        </>
      )}
      {agree.said}
      {end.said}
      {state !== 'over' && (
        <Acts>
          {state === 'waiting' && !mine && (
            <Button type="primary" loading={agree.isPending} onClick={() => void agree.send()}>
              {t('smallHouse.agree')}
            </Button>
          )}
          <AskFirst size="middle" ask={t('smallHouse.endAsk')} loading={end.isPending} onYes={() => void end.send()}>
            {t(state === 'in_force' ? 'smallHouse.end' : mine ? 'smallHouse.takeBack' : 'smallHouse.stop')}
          </AskFirst>
        </Acts>
      )}
    </>
  );
}
