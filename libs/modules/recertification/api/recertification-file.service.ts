import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type Language, type RecertifiedItem, type RecertifiedKind } from '#contracts';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { BYTE_ORDER_MARK, csvLine } from '#platform/rules';
import { RecertificationQuery } from './recertification.query.js';

const HEAD: Record<Language, string[]> = {
  zh: [
    '种类',
    '姓名',
    '工号',
    '班组',
    '角色',
    '名称',
    '范围：班组',
    '范围：委托方',
    '状态',
    '答复人',
    '答复时间',
    '原因',
    '移除人',
    '移除时间',
  ],
  en: [
    ...['Kind', 'Name', 'Staff number', 'Team', 'Role', 'Called', 'Reach: team', 'Reach: client', 'State'],
    ...['Answered by', 'Answered at', 'Reason', 'Taken away by', 'Taken away at'],
  ],
};
const KIND: Record<RecertifiedKind, Bilingual> = {
  role: { zh: '角色', en: 'role' },
  grant: { zh: '常规授权', en: 'standing grant' },
  token: { zh: 'API 令牌', en: 'API token' },
  service_token: { zh: '服务令牌', en: 'token of a service' },
  group: { zh: '身份提供方群组', en: 'group at the identity provider' },
  deputy: { zh: '代理', en: 'deputy' },
};
const STATE = {
  open: { zh: '未答复', en: 'no answer' },
  kept: { zh: '保留', en: 'kept' },
  removal_asked: { zh: '待移除', en: 'to be taken away' },
  removed: { zh: '已移除', en: 'taken away' },
  gone: { zh: '答复前已结束', en: 'ended before an answer' },
} as const;
const PAGE = 200;

/** A round as a file. The journal says who took it, and how many rows. */
@Injectable()
export class RecertificationFile {
  constructor(
    private readonly source: DataSource,
    private readonly query: RecertificationQuery,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `recertification_not_found`, before anything is sent */
  async lines(asker: Asker, roundId: string, language: Language): Promise<AsyncGenerator<string>> {
    const items = await this.all(asker, roundId);
    await this.source.transaction((tx) =>
      this.journal.append(
        tx,
        'recertification.exported',
        { roundId, items: items.length },
        { actorPersonId: asker.personId },
      ),
    );
    return written(items, language);
  }

  private async all(asker: Asker, roundId: string): Promise<RecertifiedItem[]> {
    const found: RecertifiedItem[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await this.query.items(asker, roundId, { ...(cursor !== undefined && { cursor }), limit: PAGE });
      found.push(...page.items);
      if (page.nextCursor === null) return found;
      cursor = page.nextCursor;
    }
  }
}

async function* written(items: readonly RecertifiedItem[], language: Language): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(HEAD[language]);
  for (const item of items) {
    const { kind, person, role, grant, named, deputyFor, reach, state } = item;
    const { answeredBy, answeredAt, reason, removedBy, removedAt } = item;
    yield csvLine([
      ...[
        KIND[kind][language],
        person?.name[language] ?? null,
        person?.staffNumber ?? null,
        person?.team[language] ?? null,
      ],
      ...[role, grant ?? named ?? deputyFor?.name[language] ?? null],
      ...[reach.team?.[language] ?? null, reach.client?.[language] ?? null, STATE[state][language]],
      ...[answeredBy?.name[language] ?? null, answeredAt, reason, removedBy?.name[language] ?? null, removedAt],
    ]);
  }
}
