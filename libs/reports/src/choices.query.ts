import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type FilterChoices, type FilterChoicesQuery } from '#contracts';
import { scopeOf } from '#people';
import { type ReportAsker } from '#reviews';
import { Parameters, visibleLegs } from '#calls';

/** More than people read through; the rest is found by typing. */
const MOST_AGENTS = 200;

interface Named {
  id: string;
  zh: string;
  en: string;
}

/** What the list can be filtered by: teams, clients and agents within the asker's reach, and the items of the checklists. */
@Injectable()
export class ChoicesQuery {
  constructor(private readonly source: DataSource) {}

  async choices(asker: ReportAsker, { agentSearch, agent }: FilterChoicesQuery): Promise<FilterChoices> {
    const [teams, agents, reviewers, queues, items] = await Promise.all([
      this.teams(asker),
      this.agents(asker, agentSearch, agent),
      this.reviewers(asker),
      this.queues(asker),
      this.items(),
    ]);
    const clients = new Map(teams.map(({ client }) => [client.clientId, client]));
    return {
      teams: teams.map(({ teamId, name, client }) => ({ teamId, name, clientId: client.clientId })),
      clients: [...clients.values()],
      agents: agents.slice(0, MOST_AGENTS),
      everyAgent: agents.length <= MOST_AGENTS,
      reviewers,
      queues,
      items,
    };
  }

  /** The teams that the reach names; for one's own calls, those that one took them in. */
  private async teams(asker: ReportAsker) {
    const parameters = new Parameters();
    const scope = scopeOf('calls.read', asker.held, asker.personId);
    const own = scope.kind === 'some' && scope.ownPersonId;
    const condition =
      scope.kind === 'all'
        ? 'true'
        : scope.kind === 'none'
          ? 'false'
          : `(team.id = any(${parameters.add(scope.teamIds)}::uuid[])${
              own
                ? ` or exists (select 1 from listed_leg leg where leg.person_id = ${parameters.add(own)}::uuid and leg.team_id = team.id)`
                : ''
            })`;
    const rows: (Named & { client_id: string; client_zh: string; client_en: string })[] = await this.source.query(
      `select team.id, team.name_zh as zh, team.name_en as en, client.id as client_id, client.name_zh as client_zh,
         client.name_en as client_en
       from team join client on client.id = team.client_id where ${condition} order by team.name_zh, team.id limit 1000`,
      parameters.values,
    );
    return rows.map(({ id, client_id, client_zh, client_en, ...name }) => ({
      teamId: id,
      name: nameOf(name),
      client: { clientId: client_id, name: { zh: client_zh, en: client_en } },
    }));
  }

  /** People with a visible leg; one look into the index for each. Those asked for by id come first, so that a chip has its name. */
  private async agents(asker: ReportAsker, search: string | undefined, wanted: readonly string[] = []) {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const asked = parameters.add(wanted);
    const matching = search
      ? `and (person.id = any(${asked}::uuid[]) or position(lower(${parameters.add(search)}) in
          lower(concat_ws(' ', name_zh, name_en, staff_number))) > 0)`
      : '';
    const rows: (Named & { staff_number: string })[] = await this.source.query(
      `select person.id, name_zh as zh, name_en as en, staff_number from person
       where exists (select 1 from listed_leg leg where leg.person_id = person.id and ${visible}) ${matching}
       order by person.id = any(${asked}::uuid[]) desc, staff_number limit ${MOST_AGENTS + 1}`,
      parameters.values,
    );
    return rows.map(personOf);
  }

  private async reviewers(asker: ReportAsker) {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const rows: (Named & { staff_number: string })[] = await this.source.query(
      `select person.id, name_zh as zh, name_en as en, staff_number from person
       where exists (select 1 from listed_leg leg where leg.reviewer_person_id = person.id and ${visible})
       order by staff_number limit ${MOST_AGENTS}`,
      parameters.values,
    );
    return rows.map(personOf);
  }

  /** From name to next name in the index: no row is read twice, however many calls a queue has. */
  private async queues(asker: ReportAsker): Promise<string[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const rows: { queue: string }[] = await this.source.query(
      `with recursive named as (
         (select queue from listed_leg where queue is not null order by queue limit 1)
         union all
         select (select later.queue from listed_leg later where later.queue > named.queue order by later.queue limit 1)
         from named where named.queue is not null)
       select queue from named where queue is not null
         and exists (select 1 from listed_leg leg where leg.queue = named.queue and ${visible}) limit ${MOST_AGENTS}`,
      parameters.values,
    );
    return rows.map(({ queue }) => queue);
  }

  /** Also those that only older versions have: calls were judged by them, and reports open the list by them. */
  private async items(): Promise<FilterChoices['items']> {
    const rows: { itemId: string; title: Bilingual }[] = await this.source.query(
      `select distinct on (item->>'id') item->>'id' as "itemId", item->'title' as title
       from checklist_version, jsonb_array_elements(definition->'sections') section, jsonb_array_elements(section->'items') item
       order by item->>'id', published_at desc, version desc`,
    );
    return rows;
  }
}

const personOf = ({ id, staff_number, ...name }: Named & { staff_number: string }) => ({
  personId: id,
  staffNumber: staff_number,
  name: nameOf(name),
});

const nameOf = ({ zh, en }: Bilingual): Bilingual => ({ zh, en });
