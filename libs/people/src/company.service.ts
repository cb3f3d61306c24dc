import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { companyProfileSchema, type CompanyProfile } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { Company, CompanyProfileVersion } from './organisation.entity.js';
import { changedParts, profileHash, profileProblems } from './profile.rules.js';
import { peopleRefusals } from './refusals.js';

/** What the company calls itself, how its telephones ring, and where it is. Every change is a version that stays. */
@Injectable()
export class CompanyService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws when set-up has not written a profile yet */
  async profile(tx: EntityManager = this.source.manager): Promise<CompanyProfile> {
    const company = await tx.findOneByOrFail(Company, { id: 1 });
    return company.profile;
  }

  /** Writes the first profile, at set-up. */
  async setProfile(tx: EntityManager, given: CompanyProfile): Promise<void> {
    const profile = companyProfileSchema.parse(given);
    const before = await tx.findOneBy(Company, { id: 1 });
    await this.write(tx, profile, (before?.version ?? 0) + 1, null);
  }

  /**
   * Changes the profile.
   * @param version the one that the editor started from
   * @throws DomainError `profile_changed` when another version is in force by now, `profile_refused` when a part makes no sense
   */
  async changeProfile(given: CompanyProfile, version: number, actorPersonId: string): Promise<void> {
    const profile = companyProfileSchema.parse(given);
    const problems = profileProblems(profile);
    if (problems.length > 0) throw peopleRefusals.profile_refused(problems);
    await this.source.transaction(async (tx) => {
      const company = await tx.findOneOrFail(Company, { where: { id: 1 }, lock: { mode: 'pessimistic_write' } });
      if (company.version !== version) throw peopleRefusals.profile_changed();
      const parts = changedParts(company.profile, profile);
      if (parts.length === 0) return;
      await this.write(tx, profile, version + 1, actorPersonId);
      const details = { version: version + 1, parts, sha256: profileHash(profile) };
      await this.journal.append(tx, 'company.profile_changed', details, { actorPersonId });
    });
  }

  private async write(
    tx: EntityManager,
    profile: CompanyProfile,
    version: number,
    changedByPersonId: string | null,
  ): Promise<void> {
    await tx.upsert(Company, { id: 1, profile, version }, ['id']);
    const sha256 = profileHash(profile);
    await tx.insert(CompanyProfileVersion, {
      version,
      profile,
      sha256,
      changedByPersonId,
      changedAt: this.clock.now(),
    });
  }
}
