import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Stage } from '../model/scope.ts';
import type { Role } from './roles.ts';
import type { FilingState } from './filingStates.ts';

/** Set by the database, never written. */
type Made<T> = ColumnType<T, T | undefined, T>;
type Time = ColumnType<Date, Date | string | undefined, Date | string>;
type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json = ColumnType<unknown, string, string>;
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>;
type JsonRecord = JSONColumnType<Readonly<Record<string, unknown>>>;

interface RegionsTable {
  code: string;
  name: string;
  parent: string | null;
  finance_steps: Generated<number>;
}

interface DepartmentsTable {
  id: Made<string>;
  region: string;
  code: string;
  name: string;
}

interface UnitsTable {
  id: Made<string>;
  region: string;
  department_id: string;
  name: string;
  kind: 'administrative' | 'institution';
}

interface UsersTable {
  id: Made<string>;
  login: string;
  name: string;
  password_hash: string;
  must_change_password: Generated<boolean>;
  failed_logins: Generated<number>;
  locked_until: MaybeTime;
  disabled: Generated<boolean>;
  version: Generated<number>;
  created_at: Time;
  preferences: ColumnType<unknown, string | undefined, string>;
}

interface GrantsTable {
  id: Made<string>;
  user_id: string;
  role: Role;
  region: string | null;
  department_id: string | null;
  unit_id: string | null;
  granted_by: string | null;
  granted_at: Time;
}

interface SessionsTable {
  token_hash: Buffer;
  user_id: string;
  csrf: string;
  created_at: Time;
  seen_at: Time;
}

interface KnownBrowsersTable {
  token_hash: Buffer;
  user_id: string;
  failed_logins: Generated<number>;
  used_at: Time;
}

interface ApiTokensTable {
  id: Made<string>;
  token_hash: Buffer;
  user_id: string;
  name: string;
  created_at: Time;
  expires_at: Time;
  used_at: MaybeTime;
}

interface FilesTable {
  id: Made<string>;
  sha256: Buffer;
  media_type: string;
  bytes: number;
  content: Buffer;
  created_at: Time;
}

interface FilingsTable {
  id: Made<string>;
  region: string;
  year: number;
  stage: Stage;
  department_id: string;
  unit_id: string | null;
  form: string;
  state: ColumnType<FilingState, FilingState | undefined, FilingState>;
  version: Generated<number>;
  book_version: Generated<number>;
  disclosure_version: Generated<number>;
  submitted_by: string | null;
  reviewed_by: string | null;
  approved_at: MaybeTime;
  due_on: ColumnType<string | null, string | null | undefined, string | null>;
  created_by: string | null;
  created_at: Time;
  changed_at: Time;
}

interface VersionKey {
  region: string;
  year: number;
  filing_id: string;
  version: number;
}

interface BookVersionsTable extends VersionKey {
  content: Json;
  content_hash: Buffer;
  problems: number;
  author: string;
  reason: string;
  created_at: Time;
}

interface DisclosureVersionsTable extends VersionKey {
  book_version: number | null;
  /** Packed; null in versions from before, which have the next three. */
  content: Buffer | null;
  disclosure: MaybeJson;
  trace: MaybeJson;
  report: MaybeJson;
  content_hash: Buffer;
  verdict: string;
  author: string;
  reason: string;
  examined_with: string | null;
  created_at: Time;
}

interface DisclosureFilesTable extends VersionKey {
  position: number;
  name: string;
  file_id: string;
}

interface FiguresTable extends VersionKey {
  number: number;
  stage: Stage;
  department_id: string;
  origin: string;
  table_number: number | null;
  row_key: string | null;
  column_key: string | null;
  scope_key: string;
  scope_year: number | null;
  flow: string | null;
  fund: string | null;
  function_code: string | null;
  nature: string | null;
  dept_economic: string | null;
  item: string | null;
  project: string | null;
  fen: number;
  unit_fen: number;
  printed: string;
}

interface FindingsTable extends VersionKey {
  number: number;
  rule: string;
  severity: string;
  fingerprint: string;
  waived_in_settings: boolean;
  content: Json;
}

interface WaiversTable {
  id: Made<string>;
  region: string;
  filing_id: string;
  fingerprint: string;
  rule: string;
  reason: string;
  author: string;
  created_at: Time;
  revoked_at: MaybeTime;
  revoked_by: string | null;
  expires_on: string | null;
}

interface PublicationsTable {
  id: Made<string>;
  region: string;
  year: number;
  stage: Stage;
  filing_id: string;
  portal_region: string;
  portal_department: string;
  edition: number;
  disclosure_version: number;
  published_at: Time;
  published_by: string;
  withdrawn_at: MaybeTime;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
  summary: Json;
}

export interface SearchRecordsTable {
  region: string;
  year: number;
  publication_id: string;
  number: number;
  stage: Stage;
  department: string;
  kind: string;
  code: string | null;
  function_class: string | null;
  fen: number | null;
  title: string;
  body: string;
  grams: string[];
  record: Json;
}

interface StepsTable {
  id: Made<number>;
  region: string;
  filing_id: string;
  action: string;
  from_state: FilingState;
  to_state: FilingState;
  actor: string;
  comment: string;
  book_version: number;
  disclosure_version: number;
  at: Time;
}

interface CommentsTable {
  id: Made<string>;
  region: string;
  filing_id: string;
  place: ColumnType<unknown, string | null, string | null>;
  body: string;
  author: string;
  created_at: Time;
  resolved_at: MaybeTime;
  resolved_by: string | null;
}

interface ReaderQuestionsTable {
  id: Made<string>;
  region: string;
  filing_id: string;
  edition: number;
  line: string;
  words: string;
  address: string;
  body: string;
  asked_at: Time;
  resolved_at: MaybeTime;
  resolved_by: string | null;
}

interface NoticesTable {
  id: Made<number>;
  user_id: string;
  filing_id: string | null;
  kind: string;
  params: JsonRecord;
  created_at: Time;
  read_at: MaybeTime;
}

interface BatchesTable {
  id: Made<string>;
  region: string;
  name: string;
  created_by: string;
  created_at: Time;
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

interface JobsTable {
  id: Made<string>;
  kind: string;
  payload: JsonRecord;
  region: string | null;
  filing_id: string | null;
  batch_id: string | null;
  created_by: string;
  created_at: Time;
  state: ColumnType<JobState, JobState | undefined, JobState>;
  attempts: Generated<number>;
  worker: string | null;
  beat_at: MaybeTime;
  finished_at: MaybeTime;
  result: ColumnType<unknown, string | null | undefined, string | null>;
  problem: string | null;
}

interface AuditLogTable {
  number: number;
  at: Date;
  actor: string | null;
  action: string;
  object: string;
  details: JsonRecord;
  algorithm: string;
  previous_hash: Buffer;
  hash: Buffer;
}

interface SettingsTable {
  name: string;
  value: Json;
}

/** The tables as the migrations make them. */
interface PresencesTable {
  filing_id: string;
  user_id: string;
  part: string;
  editing: boolean;
  seen_at: Time;
}

export interface Tables {
  regions: RegionsTable;
  departments: DepartmentsTable;
  units: UnitsTable;
  users: UsersTable;
  grants: GrantsTable;
  sessions: SessionsTable;
  known_browsers: KnownBrowsersTable;
  api_tokens: ApiTokensTable;
  files: FilesTable;
  filings: FilingsTable;
  book_versions: BookVersionsTable;
  disclosure_versions: DisclosureVersionsTable;
  disclosure_files: DisclosureFilesTable;
  figures: FiguresTable;
  findings: FindingsTable;
  waivers: WaiversTable;
  publications: PublicationsTable;
  search_records: SearchRecordsTable;
  steps: StepsTable;
  comments: CommentsTable;
  notices: NoticesTable;
  reader_questions: ReaderQuestionsTable;
  presences: PresencesTable;
  batches: BatchesTable;
  jobs: JobsTable;
  audit_log: AuditLogTable;
  settings: SettingsTable;
}
