import { Injectable } from '@nestjs/common';
import { ExitGate, type WordsAnswer, type WordsExit } from '#legal';
import { type Asker } from '#people';
import { VaultService, type Warrant } from '#recordings';
import { type TranscriptRow } from '#transcripts';
import { unwrapFailure } from '../audio/opened-stream.js';
import { WhyShut } from '../page/why-shut.js';

/** Who wants words on which way out, under which grant. */
export interface WordsWanted {
  exit: WordsExit;
  asker: Pick<Asker, 'personId' | 'held'>;
  grantId: string;
}

/** Takes sealed words out of the vault, as they were sealed. The caller masks them before a person sees them. */
@Injectable()
export class SealedWords {
  constructor(
    private readonly exits: ExitGate,
    private readonly vault: VaultService,
    private readonly whyShut: WhyShut,
  ) {}

  /** @throws DomainError `key_destroyed` | `restricted` | `expired` | `no_grant` */
  async admit({ recordingId }: TranscriptRow, wanted: WordsWanted): Promise<Exclude<WordsAnswer, { refuse: unknown }>> {
    const answer = await this.exits.words({ ...wanted, recordingId });
    if ('refuse' in answer) throw await this.whyShut.refused(answer.refuse, recordingId);
    return answer;
  }

  /** @throws DomainError `key_destroyed` | `key_missing` | `object_damaged` */
  async unwrap({ objectId }: TranscriptRow, warrant: Warrant): Promise<Buffer> {
    try {
      return await this.vault.readAll(await this.vault.named(objectId), warrant);
    } catch (error) {
      throw unwrapFailure(error);
    }
  }
}
