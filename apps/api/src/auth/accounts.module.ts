import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { ServiceTokenQuery } from '../tokens/service-token.query.js';
import { ServiceTokensController } from '../tokens/service-tokens.controller.js';
import { TokenQuery } from '../tokens/token.query.js';
import { TokensController } from '../tokens/tokens.controller.js';
import { AccountController } from './account.controller.js';
import { AddressLetters } from './address-letters.js';
import { AuthController } from './auth.controller.js';
import { DeviceCookies } from './device-cookies.js';
import { MeQuery } from './me.js';
import { PasskeysController } from './passkeys.controller.js';
import { ProviderController } from './provider.controller.js';
import { ProviderSetupController } from './provider-setup.controller.js';
import { ProviderSetupQuery } from './provider-setup.query.js';
import { ProvisioningController } from '../scim/provisioning.controller.js';
import { ProvisioningQuery } from '../scim/provisioning.query.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SignInPolicyController } from './sign-in-policy.controller.js';
import { SignInPolicyQuery } from './sign-in-policy.query.js';
import { StepUpController } from './step-up.controller.js';

/** Signing in, one's own account, and tokens for programmes. */
@Module({
  imports: [PeopleModule, NotificationsModule],
  controllers: [
    AuthController,
    StepUpController,
    AccountController,
    SecondFactorController,
    ServiceTokensController,
    TokensController,
    PasskeysController,
    ProviderController,
    ProviderSetupController,
    SignInPolicyController,
    ProvisioningController,
  ],
  providers: [
    ...[AddressLetters, DeviceCookies, MeQuery, ServiceTokenQuery, TokenQuery],
    ...[ProviderSetupQuery, SignInPolicyQuery, ProvisioningQuery],
  ],
})
export class AccountsModule {}
