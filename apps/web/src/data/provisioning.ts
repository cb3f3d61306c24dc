import { provisioningRoutes } from '#contracts';
import { useRead } from './queries.js';

/** What the company's directory has sent. */
export const useProvisioning = () => useRead(['provisioning'], provisioningRoutes.view);
