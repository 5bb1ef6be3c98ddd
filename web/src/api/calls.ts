import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { currentLanguage } from '../language.tsx';
import { ApiRefusal, apiClient, type CallOptions, type ItemOf, type Listing } from './client.ts';
import type { Endpoints } from './schema.ts';

/** The only client of the page: it keeps the session's token. */
export const api = apiClient(currentLanguage);

export type Name = keyof Endpoints;
export type Reading = Extract<Name, `GET ${string}`>;

/** A question to the API and how it is remembered. */
export function question<Asked extends Reading>(name: Asked, options: CallOptions<Asked>) {
  return queryOptions({
    queryKey: [name, options],
    queryFn: async ({ signal }): Promise<Endpoints[Asked]['answer']> =>
      (await api.call(name, { ...options, signal })).data,
  });
}

interface AskOptions {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  /** How long an answer is remembered after nothing shows it. */
  readonly gcTime?: number;
  readonly refetchInterval?: number;
}

/** What the API answers, kept up to date. */
export function useAnswer<Asked extends Reading>(
  name: Asked,
  options: CallOptions<Asked>,
  { enabled = true, ...more }: AskOptions = {},
): UseQueryResult<Endpoints[Asked]['answer']> {
  return useQuery({ ...question(name, options), enabled, ...more });
}

/** Nobody looks through more; what is beyond is found with the filters of the server. */
const mostItems = 10_000;

/** A whole list, page by page. */
export function useAll<Asked extends Listing>(
  name: Asked,
  options: CallOptions<Asked>,
  { most = mostItems, enabled = true, ...more }: AskOptions & { readonly most?: number } = {},
): UseQueryResult<readonly ItemOf<Asked>[]> {
  return useQuery({
    queryKey: [name, options, most],
    queryFn: ({ signal }) => api.all(name, { ...options, signal }, most),
    enabled,
    ...more,
  });
}

/** A change; afterwards everything that is shown is asked again. */
export function useChange<Changed extends Name>(
  name: Changed,
): UseMutationResult<Endpoints[Changed]['answer'], Error, CallOptions<Changed>> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (options: CallOptions<Changed>) => (await api.call(name, options)).data,
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Why something was refused, in words; a lost connection is told as such. */
export function reasonOf(error: unknown): string {
  if (error instanceof ApiRefusal) return error.problem.title;
  return currentLanguage() === 'zh'
    ? '连不上服务器。请检查网络，稍后再试；没有保存的内容还在这个页面上。'
    : 'The server cannot be reached. Check the network and try again; what is not saved is still on this page.';
}

export function problemCode(error: unknown): string | null {
  return error instanceof ApiRefusal ? error.problem.code : null;
}
