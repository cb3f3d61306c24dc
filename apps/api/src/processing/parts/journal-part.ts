import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual } from '#contracts';
import { probing, type Probed } from '#platform';

/** An entry may be unsealed for 5 s; a restart of the one sealer takes a few more. */
const UNSEALED_ALARM_SECONDS = 30;

interface Facts {
  unsealed: number;
  oldest: number | null;
  position: string | null;
  signed: Date | null;
}

/** The journal: what is not sealed yet, and how far the last signed head reaches. */
@Injectable()
export class JournalPart {
  constructor(private readonly source: DataSource) {}

  look(): Promise<Probed> {
    return probing(
      'journal',
      () => this.read(),
      () => AWAY,
    );
  }

  private async read(): Promise<Probed> {
    const [row]: Facts[] = await this.source.query(
      `select unsealed, oldest, head.position, head.signed_at as signed
       from (select count(*)::int as unsealed, extract(epoch from now() - min(at))::float8 as oldest
             from journal_pending join journal_entry on id = entry_id where purpose = 'seal') waiting
       left join (select position, signed_at from journal_head order by position desc limit 1) head on true`,
    );
    const { unsealed = 0, oldest = null, position = null, signed = null } = row ?? {};
    const facts = {
      kind: 'journal',
      unsealed,
      unsealedSeconds: oldest === null ? null : Math.max(0, Math.round(oldest)),
      headPosition: position === null ? null : Number(position),
      headSignedAt: signed?.toISOString() ?? null,
    };
    const late = oldest !== null && oldest > UNSEALED_ALARM_SECONDS;
    return { ok: !late, detail: late ? LATE : position === null ? NOTHING : SEALED, facts };
  }
}

const SEALED: Bilingual = { zh: '日志按时封存。', en: 'The journal is sealed in time.' };
const NOTHING: Bilingual = { zh: '日志还没有封存的条目。', en: 'No entry of the journal is sealed yet.' };
const LATE: Bilingual = {
  zh: '日志条目没有按时封存：可能没有工作进程在运行，或签名密钥不可用。请查看 worker 日志。',
  en: 'Journal entries are not sealed in time: no worker runs, or the signing key cannot be used. See the log of the worker.',
};
const AWAY: Bilingual = { zh: '数据库没有响应。', en: 'The database does not answer.' };
