import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { companyProfileSchema, type CompanyProfile } from '#contracts';
import { Company } from './organisation.entity.js';

/** What the company calls itself, how its telephones ring, and where it is. */
@Injectable()
export class CompanyService {
  constructor(private readonly source: DataSource) {}

  /** @throws when set-up has not written a profile yet */
  async profile(tx: EntityManager = this.source.manager): Promise<CompanyProfile> {
    const company = await tx.findOneByOrFail(Company, { id: 1 });
    return company.profile;
  }

  async setProfile(tx: EntityManager, profile: CompanyProfile): Promise<void> {
    await tx.upsert(Company, { id: 1, profile: companyProfileSchema.parse(profile) }, ['id']);
  }
}
