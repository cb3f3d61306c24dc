import { SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { newPersonSchema, type PersonRow, staffFileRoutes } from '#contracts';
import { Select } from '../../components/opened/select.js';
import { DataList } from '../../components/data-table.js';
import { AdminPage } from '../../components/admin-page.js';
import { useClear } from '../../components/use-clear.js';
import { addressOf } from '../../data/api.js';
import { useClients } from '../../data/company.js';
import { useCreatePerson, usePeople } from '../../data/people.js';
import { useFormat, useNameOrder } from '../../format/use-format.js';
import { AbsencesSection } from './absences-section.js';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { TeamSelect } from './team-select.js';

/** The people whom this account may manage. */
export function PeopleScreen() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const acts = (
    <>
      <Button href={addressOf(staffFileRoutes.export)}>{t('people.export')}</Button>
      <Link to="/people/import">
        <Button tabIndex={-1}>{t('people.import')}</Button>
      </Link>
      <Button type="primary" onClick={() => setAdding(true)}>
        {t('people.add')}
      </Button>
    </>
  );
  return (
    <AdminPage title={t('people.title')} needs="people.manage" head={<Filters />} acts={acts}>
      <PeopleList />
      <AbsencesSection waiting={false} />
      {adding && <NewPersonDialog onClose={() => setAdding(false)} />}
    </AdminPage>
  );
}

/** Filters live in the address. */
function useFilters() {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) =>
    setSearch((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const filters = { search: search.get('search') ?? undefined, teamId: search.get('teamId') ?? undefined };
  return { filters, set, clear: () => setSearch({}) };
}

function Filters() {
  const { t } = useTranslation();
  const clear = useClear();
  const format = useFormat();
  const { filters, set } = useFilters();
  const teams = useClients().data?.clients.flatMap((client) => client.teams) ?? [];
  return (
    <>
      <Input.Search
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        title={t('people.search')}
        defaultValue={filters.search}
        allowClear={clear}
        searchIcon={<SearchOutlined aria-label={t('shell.search')} />}
        maxLength={80}
        style={{ width: 230 }}
        onSearch={(text) => set('search', text.trim())}
      />
      <Select
        aria-label={t('people.team')}
        value={filters.teamId ?? ''}
        popupMatchSelectWidth={false}
        style={{ minWidth: 130 }}
        onChange={(teamId: string) => set('teamId', teamId)}
        options={[
          { value: '', label: t('people.allTeams') },
          ...teams.map(({ teamId, name }) => ({ value: teamId, label: format.text(name) })),
        ]}
      />
    </>
  );
}

function PeopleList() {
  const { t } = useTranslation();
  const { filters, clear } = useFilters();
  const people = usePeople(filters);
  const filtered = Object.values(filters).some(Boolean);
  const none = (
    <>
      {t(filtered ? 'people.noneFound' : 'people.none')}
      {filtered && (
        <button type="button" className="plain link" onClick={clear}>
          {t('people.clear')}
        </button>
      )}
    </>
  );
  return (
    <DataList
      of={people}
      rowsOf={({ items }) => items}
      empty={none}
      head={(['staffNumber', 'name', 'team', 'account', 'roles'] as const).map((column) => t(`people.${column}`))}
      row={(row) => <PersonLine key={row.personId} row={row} />}
    />
  );
}

function PersonLine({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { account } = row;
  return (
    <tr className={row.left ? 'quiet' : ''} onDoubleClick={() => void navigate(`/people/${row.personId}`)}>
      <td>{row.staffNumber}</td>
      <td>
        <Link to={`/people/${row.personId}`}>{format.text(row.name)}</Link>
        {row.left && <small>{t('people.left')}</small>}
        {row.suspended && <small>{t('suspension.tag')}</small>}
      </td>
      <td>
        {format.text(row.team.name)}
        <small>{format.text(row.client.name)}</small>
      </td>
      <td>
        {account ? account.username : t('people.noAccount')}
        {account && <small>{t(`people.states.${account.state}`)}</small>}
        {account?.lockedUntil && <small>{t('people.locked', { until: format.dateTime(account.lockedUntil) })}</small>}
      </td>
      <td className="ruled">
        {row.roles.map((role) => (
          <span key={role}>{t(`shell.role.${role}`)}</span>
        ))}
      </td>
    </tr>
  );
}

const name = z.string().trim().max(60);
const askedSchema = newPersonSchema.omit({ name: true }).extend({ nameZh: name, nameEn: name });

/** One new person, who is opened afterwards. */
function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreatePerson();
  const names = useNameOrder().map((language, at) => {
    const of = language === 'zh' ? ('nameZh' as const) : ('nameEn' as const);
    return { of, id: `new-${of}`, label: t(`people.${of}`), ...(at === 1 && { hint: t('admin.oneName') }) };
  });
  return (
    <FormDialog
      title={t('people.add')}
      okText={t('admin.add')}
      body={askedSchema}
      fields={[
        { of: 'staffNumber', id: 'new-staffNumber', label: t('people.staffNumber') },
        ...names,
        { of: 'email', label: t('people.email'), hint: t('people.emailHint') },
        {
          of: 'teamId',
          id: 'new-team',
          label: t('people.team'),
          draw: ({ id, value, onChange }) => <TeamSelect id={id} value={value || undefined} onChange={onChange} />,
        },
      ]}
      disabled={({ nameZh, nameEn }) => !nameZh.trim() && !nameEn.trim()}
      send={async ({ nameZh: zh, nameEn: en, ...body }) => {
        const { id } = await create.mutateAsync({ ...body, name: { zh, en } });
        void navigate(`/people/${id}`);
      }}
      onClose={onClose}
      width={440}
    />
  );
}
