import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { CompanyService } from './company.service.js';
import { NoticeService } from './notice/notice.service.js';
import { PeopleService } from './people.service.js';
import { PasswordService } from './sign-in/password.service.js';
import { SessionService } from './sign-in/session.service.js';
import { SignInService } from './sign-in/sign-in.service.js';

@Module({
  imports: [JournalModule],
  providers: [CompanyService, NoticeService, PeopleService, PasswordService, SessionService, SignInService],
  exports: [CompanyService, NoticeService, PeopleService, PasswordService, SessionService, SignInService],
})
export class PeopleModule {}
