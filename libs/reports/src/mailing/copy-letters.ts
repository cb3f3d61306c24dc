import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Language, type MailedFormat, type MailedReport, type ReportCopyReason } from '#contracts';
import { Mailer, type Letter } from '#notifications';
import { heldNow, scopeOf } from '#people';
import { QualitySettingsService } from '#quality';
import { ReportsQuery, type ReportAsker } from '#reviews';
import { ReportFiles } from '../files/report-file.service.js';
import { copyBody, copyText, type CopyFacts } from './copy-words.rules.js';
import { read } from './subscriptions.service.js';

/** A copy that a worker holds. */
export interface CopyToSend extends Pick<MailedReport, 'by' | 'filters' | 'format' | 'language'> {
  readonly copyId: string;
  readonly subscriptionId: string;
  readonly personId: string;
  readonly tries: number;
  /** A worker began to send it, and did not say what became of it. */
  readonly sendingSince: Date | null;
  readonly from: string;
  readonly to: string;
}

/** A letter that is ready, and what went with it. */
export interface Written {
  readonly letter: Omit<Letter, 'mailId'>;
  readonly format: MailedFormat;
  /** Of the file; null without one. */
  readonly rows: number | null;
}

interface Reader {
  nameZh: string;
  nameEn: string;
  email: string | null;
  /** Did they prove that the address is theirs? */
  proved: boolean;
  left: boolean;
}

/** Writes one person's copy with what that person may see now. */
@Injectable()
export class CopyLetters {
  constructor(
    private readonly source: DataSource,
    private readonly reports: ReportsQuery,
    private readonly files: ReportFiles,
    private readonly settings: QualitySettingsService,
    private readonly mailer: Mailer,
  ) {}

  /** @returns why nothing is to be sent, where nothing is */
  async write(copy: CopyToSend): Promise<Written | ReportCopyReason> {
    const { personId, by, from, to, language } = copy;
    const [reader]: Reader[] = await this.source.query(
      'select name_zh as "nameZh", name_en as "nameEn", email, email_proved_at is not null as proved, left_at is not null as left from person where id = $1',
      [personId],
    );
    if (!reader || reader.left) return 'left';
    const held = await heldNow(this.source.manager, personId);
    const asker: ReportAsker = { held, personId };
    if (scopeOf('reports.read', held, personId).kind === 'none') return 'no_right';
    if (reader.email === null) return 'no_address';
    const filters = read(copy.filters);
    const { total } = await this.reports.calls(asker, { ...filters, by: 'day', from, to }, 'calls.read');
    const { file, rows, says } = await this.file(copy, asker, reader.proved);
    const link = this.linkTo(copy);
    const narrowed = Object.keys(copy.filters).length > 0;
    const text = copyText({ by, from, to, language, total, narrowed, file: says, link });
    return {
      letter: {
        to: { name: nameIn(reader, language), address: reader.email },
        subject: text.subject,
        ...copyBody(text, link, language),
        ...(file && { attachment: file }),
      },
      format: file ? copy.format : 'link',
      rows,
    };
  }

  private async file(
    { by, filters, from, to, format, language }: CopyToSend,
    asker: ReportAsker,
    proved: boolean,
  ): Promise<{ file: Letter['attachment'] | null; rows: number | null; says: CopyFacts['file'] }> {
    if (format === 'link') return { file: null, rows: null, says: null };
    const { settings } = await this.settings.current(this.source.manager);
    if (!settings.reports.filesByMail) return { file: null, rows: null, says: 'stays' };
    if (scopeOf('calls.export', asker.held, asker.personId).kind === 'none')
      return { file: null, rows: null, says: 'no_right' };
    if (!proved) return { file: null, rows: null, says: 'unproved' };
    const query = { ...read(filters), by, from, to, exportLanguage: language };
    const { file, rows } = await this.files.of(asker, query, format);
    return { file, rows, says: 'attached' };
  }

  /** A queue or a person that it is narrowed by is not named in the address either: the screen asks for the filters after signing in. */
  private linkTo({ by, filters, from, to, subscriptionId }: CopyToSend): string {
    const asked = new URLSearchParams({ from, to, by });
    const path = Object.keys(filters).length > 0 ? `/reports/mail/${subscriptionId}` : '/reports';
    return `${this.mailer.ready().publicUrl.replace(/\/+$/, '')}${path}?${asked.toString()}`;
  }
}

const nameIn = ({ nameZh, nameEn }: Reader, language: Language): string => (language === 'zh' ? nameZh : nameEn);
