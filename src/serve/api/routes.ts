import './shapes/inOrder.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ApiContext } from './context.ts';
import { examinationsOf } from './examinations.ts';
import { registerAdministration } from './routes/administration.ts';
import { registerAudit } from './routes/audit.ts';
import { registerBackups } from './routes/backups.ts';
import { registerBooks } from './routes/books.ts';
import { registerCheckWaivers } from './routes/checkWaivers.ts';
import { registerCodeLists } from './routes/codeLists.ts';
import { registerComparison } from './routes/comparison.ts';
import { registerDescription } from './routes/description.ts';
import { registerDiscussion } from './routes/discussion.ts';
import { registerDisclosures } from './routes/disclosures.ts';
import { registerDownloads } from './routes/downloads.ts';
import { registerFilings } from './routes/filings.ts';
import { registerForms } from './routes/forms.ts';
import { registerImports } from './routes/imports.ts';
import { registerJobs } from './routes/jobs.ts';
import { registerOrganisation } from './routes/organisation.ts';
import { registerPictures } from './routes/pictures.ts';
import { registerPresence } from './routes/presence.ts';
import { registerPreviews } from './routes/previews.ts';
import { registerReference } from './routes/reference.ts';
import { registerRuleSettings } from './routes/ruleSettings.ts';
import { registerPreferences } from './routes/preferences.ts';
import { registerSession } from './routes/session.ts';
import { registerTokens } from './routes/tokens.ts';
import { registerUploads } from './routes/uploads.ts';
import { registerWorkbooks } from './routes/workbooks.ts';
import { registerWorksheets } from './routes/worksheets.ts';

/** Every endpoint of the API. An endpoint that does not say who may use it is a fault of the program. */
export function registerRoutes(app: FastifyInstance, context: ApiContext): void {
  app.addHook('onRoute', ({ config, method, url }) => {
    const access = config?.access;
    if (access === undefined) throw new Error(`${String(method)} ${url} says no access`);
    for (const each of [method].flat())
      if (each !== 'HEAD') app.endpoints.push({ method: each, url, access });
  });
  app.addHook('onSend', (_, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  const api = app.withTypeProvider<ZodTypeProvider>();
  registerDescription(api);
  registerSession(api, context);
  registerPreferences(api, context);
  registerTokens(api, context);
  registerOrganisation(api, context);
  registerAdministration(api, context);
  registerAudit(api, context);
  registerFilings(api, context);
  registerBooks(api, context);
  registerPresence(api, context);
  registerDisclosures(api, context);
  registerDiscussion(api, context);
  registerJobs(api, context);
  registerUploads(api, context);
  registerImports(api, context);
  const examinations = examinationsOf(context);
  registerDownloads(api, context, examinations);
  registerPictures(api, context, examinations);
  registerCheckWaivers(api, context, examinations);
  registerComparison(api, context);
  registerPreviews(api, context);
  registerReference(api, context);
  registerForms(api, context);
  registerRuleSettings(api, context);
  registerCodeLists(api, context);
  registerBackups(api, context);
  registerWorkbooks(api);
  registerWorksheets(api, context);
}
