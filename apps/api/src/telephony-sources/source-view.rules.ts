import {
  type FolderProblem,
  type SourceHealth,
  type TelephonySourceSettings,
  type TelephonySourceView,
  type WatchedFolder,
} from '#contracts';
import { SOURCES } from '#telephony/rules';

export interface SourceRow {
  id: string;
  name: string;
  reader: string;
  settings: TelephonySourceSettings;
  teams: TelephonySourceView['teams'];
  folder: WatchedFolder | null;
  created_at: Date;
  ended_at: Date | null;
  last_record_at: Date | null;
  last_received_at: Date | null;
  records: string;
  unread: string;
  today: number;
  aside: number;
  behind: number;
  looked_at: Date | null;
  problem: FolderProblem | null;
  waiting: number | null;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function sourceViewOf(row: SourceRow, health: SourceHealth): TelephonySourceView {
  const name = row.reader;
  const reader = SOURCES.find((one) => one.name === name);
  const { title, label } = reader ?? { title: { zh: name, en: name }, label: 'from documentation' as const };
  const { problem, waiting, behind } = row;
  return {
    ...{ sourceId: row.id, name: row.name, reader: { name, title, label } },
    ...{ settings: row.settings, teams: row.teams, folder: row.folder, health },
    ...{ createdAt: row.created_at.toISOString(), endedAt: iso(row.ended_at) },
    ...{ lastRecordAt: iso(row.last_record_at), lastReceivedAt: iso(row.last_received_at) },
    ...{ records: Number(row.records), recordsToday: row.today, unread: Number(row.unread), aside: row.aside },
    look:
      row.folder && row.looked_at
        ? { at: row.looked_at.toISOString(), problem, waiting: waiting ?? 0, behindBytes: behind }
        : null,
  };
}
