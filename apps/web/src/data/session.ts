import { authRoutes, type Language, type LoginRequest, type Me, type Permission } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { send } from './api.js';
import { ME, nowIs, settle } from './forgetting.js';
import { RequestFailure } from './http.js';

export { ME };

const ASK_AGAIN_MS = 5_000;

/** The signed-in person; null when signed out. */
export function useSession() {
  const client = useQueryClient();
  return useQuery({
    queryKey: ME,
    queryFn: async ({ signal }) => settle(client, await whoAmI(signal)),
    staleTime: Infinity,
    // Another page of this browser may have signed out, or another person in, while this one was behind.
    refetchOnWindowFocus: 'always',
    // A page that was opened while the server was away finds it by itself.
    refetchInterval: ({ state }) => (state.status === 'error' ? ASK_AGAIN_MS : false),
  });
}

export const MeContext = createContext<Me | null>(null);

/** The signed-in account, anywhere inside the shell. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe needs a signed-in account above it');
  return me;
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}

/** What answers who is signed in from then on. */
export function useMeChange<T>(change: (value: T) => Promise<Me>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (me) => nowIs(client, me) });
}

export const useSignIn = () => useMeChange((body: LoginRequest) => send(authRoutes.login, { body }));

export const useChooseLanguage = () =>
  useMeChange((language: Language) => send(authRoutes.chooseLanguage, { body: { language } }));

async function whoAmI(signal: AbortSignal): Promise<Me | null> {
  try {
    return await send(authRoutes.me, { signal, of: null });
  } catch (error) {
    if (error instanceof RequestFailure && error.status === 401) return null;
    throw error;
  }
}
