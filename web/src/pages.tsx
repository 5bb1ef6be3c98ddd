import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Frame } from './frame/frame.tsx';
import { Waiting } from './frame/waiting.tsx';
import { Home } from './home/home.tsx';

const CheckPage = lazy(async () => ({ default: (await import('./check/checkPage.tsx')).CheckPage }));
const FilingPage = lazy(async () => ({ default: (await import('./filing/filingPage.tsx')).FilingPage }));
const UsersPage = lazy(async () => ({ default: (await import('./administration/users.tsx')).UsersPage }));
const OrganisationPage = lazy(async () => ({
  default: (await import('./administration/organisation.tsx')).OrganisationPage,
}));
const RulesPage = lazy(async () => ({ default: (await import('./administration/rules.tsx')).RulesPage }));
const FormsPage = lazy(async () => ({ default: (await import('./administration/forms.tsx')).FormsPage }));
const CodeListsPage = lazy(async () => ({
  default: (await import('./administration/codeLists.tsx')).CodeListsPage,
}));
const BackupsPage = lazy(async () => ({
  default: (await import('./administration/backups.tsx')).BackupsPage,
}));
const AuditPage = lazy(async () => ({ default: (await import('./administration/audit.tsx')).AuditPage }));

/** Every address of the workbench. */
export function Pages(): ReactNode {
  return (
    <Frame>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route index element={<Home />} />
          <Route path="check/:job?" element={<CheckPage />} />
          <Route path="filings/:id/:part?" element={<FilingPage />} />
          <Route path="users" element={<UsersPage />} />
          <Route path="organisation" element={<OrganisationPage />} />
          <Route path="codes" element={<CodeListsPage />} />
          <Route path="forms" element={<FormsPage />} />
          <Route path="rules" element={<RulesPage />} />
          <Route path="backups" element={<BackupsPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
    </Frame>
  );
}
