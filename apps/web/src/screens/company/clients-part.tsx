import type { Bilingual, ClientList, ClientView, TeamView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { Select } from '../../components/opened/select.js';
import { DataTable } from '../../components/data-table.js';
import { Field, WhenRead } from '../../components/admin-page.js';
import { NameDialog } from '../../components/dialogs.js';
import { useProved } from '../../components/step-up.js';
import {
  useChangeTeam,
  useClients,
  useClose,
  useCreateClient,
  useCreateTeam,
  useRenameClient,
} from '../../data/company.js';
import { useFormat } from '../../format/use-format.js';

const NO_NAME: Bilingual = { zh: '', en: '' };

/** Clients and their teams. */
export function ClientsPart() {
  return <WhenRead of={useClients()}>{(list) => <Clients {...list} />}</WhenRead>;
}

function Clients({ clients, wholeCompany }: ClientList) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const create = useCreateClient();
  return (
    <>
      <div className="admin-section">
        <p className="admin-hint">{t(wholeCompany ? 'clients.intro' : 'admin.wholeCompany')}</p>
        {clients.length === 0 && <p>{t('clients.none')}</p>}
        {wholeCompany && (
          <Acts>
            <Button onClick={() => setAdding(true)}>{t('clients.newClient')}</Button>
          </Acts>
        )}
      </div>
      {clients.map((client) => (
        <ClientSection key={client.clientId} client={client} clients={clients} mayChange={wholeCompany} />
      ))}
      {adding && (
        <NameDialog
          title={t('clients.newClient')}
          start={NO_NAME}
          onClose={() => setAdding(false)}
          save={create.mutateAsync}
        />
      )}
    </>
  );
}

function ClientSection(props: { client: ClientView; clients: ClientView[]; mayChange: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { client, clients } = props;
  const mayChange = props.mayChange && !client.closed;
  const [dialog, setDialog] = useState<'rename' | 'team' | null>(null);
  const rename = useRenameClient();
  const createTeam = useCreateTeam();
  const close = useProved(useClose());
  const name = format.text(client.name);
  const chosen = dialog === 'rename' ? rename : createTeam;
  const save = (given: Bilingual) => chosen.mutateAsync({ clientId: client.clientId, name: given });
  return (
    <section className="admin-section">
      <h2>
        {name} {client.closed && <span className="admin-tag">{t('admin.closed')}</span>}
      </h2>
      {client.teams.length === 0 ? (
        <p className="admin-hint">{t('clients.noTeams')}</p>
      ) : (
        <DataTable>
          {client.teams.map((team) => (
            <TeamLine key={team.teamId} team={team} client={client} clients={clients} mayChange={mayChange} />
          ))}
        </DataTable>
      )}
      {mayChange && (
        <Acts>
          <Button size="small" aria-label={t('clients.teamOf', { client: name })} onClick={() => setDialog('team')}>
            {t('clients.newTeam')}
          </Button>
          <Button size="small" onClick={() => setDialog('rename')}>
            {t('admin.rename')}
          </Button>
          <AskFirst
            ask={t('clients.closeClient', { name })}
            onYes={() => void close.send({ clientId: client.clientId })}
            loading={close.isPending}
          >
            {t('admin.close')}
          </AskFirst>
        </Acts>
      )}
      {close.said}
      {dialog && (
        <NameDialog
          title={dialog === 'team' ? t('clients.teamOf', { client: name }) : t('admin.rename')}
          start={dialog === 'rename' ? client.name : NO_NAME}
          onClose={() => setDialog(null)}
          save={save}
        />
      )}
    </section>
  );
}

function TeamLine(props: { team: TeamView; client: ClientView; clients: ClientView[]; mayChange: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { team, client, clients } = props;
  const [editing, setEditing] = useState(false);
  const [clientId, setClientId] = useState(client.clientId);
  const change = useChangeTeam();
  const close = useProved(useClose());
  const name = format.text(team.name);
  return (
    <tr className={team.closed ? 'quiet' : ''}>
      <td>{name}</td>
      <td>{team.closed ? t('admin.closed') : t('clients.people', { count: team.people })}</td>
      <td>
        {props.mayChange && !team.closed && (
          <>
            <Button size="small" aria-label={`${t('clients.edit')} ${name}`} onClick={() => setEditing(true)}>
              {t('clients.edit')}
            </Button>
            <AskFirst
              ask={t('clients.closeTeam', { name })}
              aria-label={`${t('admin.close')} ${name}`}
              onYes={() => void close.send({ teamId: team.teamId })}
              loading={close.isPending}
            >
              {t('admin.close')}
            </AskFirst>
          </>
        )}
        {close.said}
        {editing && (
          <NameDialog
            title={name}
            start={team.name}
            onClose={() => setEditing(false)}
            save={(given) => change.mutateAsync({ teamId: team.teamId, name: given, clientId })}
          >
            <Field htmlFor={`client-of-${team.teamId}`} label={t('clients.client')}>
              <Select
                id={`client-of-${team.teamId}`}
                value={clientId}
                onChange={setClientId}
                options={clients
                  .filter(({ closed }) => !closed)
                  .map((one) => ({ value: one.clientId, label: format.text(one.name) }))}
              />
            </Field>
          </NameDialog>
        )}
      </td>
    </tr>
  );
}
