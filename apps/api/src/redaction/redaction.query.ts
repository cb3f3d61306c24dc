import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type RedactionPolicy, type RedactionView } from '#contracts';
import { type Asker } from '#people';
import { RedactionPolicyService } from '#transcripts';

/** What is hidden now, and what waits for a second person. */
@Injectable()
export class RedactionQuery {
  constructor(
    private readonly source: DataSource,
    private readonly policy: RedactionPolicyService,
  ) {}

  async view(asker: Asker): Promise<RedactionView> {
    const [current, waiting] = await Promise.all([this.policy.current(), this.policy.waiting()]);
    return {
      version: current.version,
      policy: bare(current),
      byOnePerson: await this.ofOne(current.version),
      waiting: waiting && {
        version: waiting.version,
        policy: bare(waiting),
        proposedBy: await this.name(waiting.proposedByPersonId),
        proposedAt: waiting.proposedAt.toISOString(),
        mine: waiting.proposedByPersonId === asker.personId,
      },
    };
  }

  private async ofOne(version: number): Promise<boolean> {
    const [row]: { ofOne: boolean }[] = await this.source.query(
      'select weakens and by_one_person(proposed_by_person_id, decided_by_person_id, decided_at) as "ofOne" from redaction_policy where version = $1',
      [version],
    );
    return row?.ofOne ?? false;
  }

  private async name(personId: string | null): Promise<Bilingual | null> {
    const [row]: Bilingual[] = await this.source.query(
      'select name_zh as zh, name_en as en from person where id = $1',
      [personId],
    );
    return row ?? null;
  }
}

const bare = ({ mode, kinds, unchecked }: RedactionPolicy): RedactionPolicy => ({ mode, kinds, unchecked });
