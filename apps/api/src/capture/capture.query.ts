import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { captureFiguresSchema, type CaptureConnection, type CapturedStreamView } from '#contracts';
import { CaptureReports } from '#intake';
import { Clock } from '#platform';

const STREAMS = 20;

/** How calls are taken as they happen, as administrators see it. */
@Injectable()
export class CaptureQuery {
  constructor(
    private readonly source: DataSource,
    private readonly reports: CaptureReports,
    private readonly clock: Clock,
  ) {}

  async connection(): Promise<CaptureConnection> {
    const reports = await this.reports.all();
    const processes = reports.map(({ process, reportedAt, figures }) => ({
      ...{ process, reportedAt: reportedAt.toISOString() },
      figures: captureFiguresSchema.safeParse(figures).data ?? null,
    }));
    return { at: this.clock.now().toISOString(), processes, streams: await this.streams() };
  }

  /** Ids are in the order of time: so an index has the newest, however many there are. */
  private async streams(): Promise<CapturedStreamView[]> {
    const rows: StreamRow[] = await this.source.query(
      `select recording_id, source, coalesce(began_at, created_at) as began_at, label, role, codecs, packets, lost, longest_gap_ms, jitter_ms, undecoded
       from recording_track join recording on recording.id = recording_id
       order by recording_track.recording_id desc, recording_track.channel limit $1`,
      [STREAMS],
    );
    return rows.map((row) => ({
      ...{ recordingId: row.recording_id, source: row.source, beganAt: row.began_at.toISOString(), label: row.label },
      ...{ role: row.role, codecs: row.codecs, packets: row.packets, lost: row.lost, undecoded: row.undecoded },
      ...{ longestGapMs: row.longest_gap_ms, jitterMs: row.jitter_ms },
    }));
  }
}

interface StreamRow {
  recording_id: string;
  source: string;
  began_at: Date;
  label: string;
  role: CapturedStreamView['role'];
  codecs: string[];
  packets: number;
  lost: number;
  longest_gap_ms: number;
  jitter_ms: number;
  undecoded: number;
}
