import type { Role } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { useProved } from '../../components/step-up.js';
import { useAddGroup } from '../../data/provider.js';
import { reachFrom, ReachSelect, RoleSelect } from '../people/reach-select.js';

/** Which role the people of a group are proposed for. */
export function NewGroupRole() {
  const { t } = useTranslation();
  const add = useProved(useAddGroup());
  const [group, setGroup] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [reach, setReach] = useState('all');
  const send = async () => {
    if (await add.send({ group: group.trim(), role, ...reachFrom(role, reach) })) setGroup('');
  };
  return (
    <>
      <div className="admin-row">
        <Field htmlFor="group" label={t('providerSetup.group')}>
          <Input id="group" value={group} maxLength={200} onChange={({ target }) => setGroup(target.value)} />
        </Field>
        <RoleSelect role={role} onChange={setRole} />
        <ReachSelect role={role} reach={reach} onChange={setReach} />
        <Button disabled={!group.trim()} loading={add.isPending} onClick={() => void send()}>
          {t('providerSetup.groupAdd')}
        </Button>
      </div>
      {add.said}
    </>
  );
}
