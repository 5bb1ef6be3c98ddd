/* eslint-disable max-lines -- one file of types for the whole API */

/** RFC 9457 problem details */
export type Problem = {
  readonly type: string;
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly [key: string]: unknown;
};
export type Region = {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly financeSteps: number;
};
export type Department = {
  readonly id: string;
  readonly region: string;
  readonly code: string;
  readonly name: string;
};
export type Unit = {
  readonly id: string;
  readonly region: string;
  readonly department: string;
  readonly name: string;
  readonly kind: 'administrative' | 'institution';
};
export type User = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly locked: boolean;
  readonly mustChangePassword: boolean;
  readonly version: number;
};
export type Grant = {
  readonly id: string;
  readonly user: string;
  readonly role:
    | 'preparer'
    | 'unitHead'
    | 'departmentReviewer'
    | 'financeReviewer'
    | 'approver'
    | 'publisher'
    | 'systemAdministrator'
    | 'securityAdministrator'
    | 'auditAdministrator';
  readonly region: string | null;
  readonly department: string | null;
  readonly unit: string | null;
};
export type Session = {
  readonly user: { readonly id: string; readonly login: string; readonly name: string };
  readonly grants: readonly Grant[];
  readonly mustChangePassword: boolean;
  /** Send it as X-CSRF-Token with every changing request */
  readonly csrf: string | null;
  readonly idleMinutes: number;
};
export type Filing = {
  readonly id: string;
  readonly region: string;
  readonly regionName: string;
  readonly department: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly year: number;
  readonly stage: 'budget' | 'adjusted' | 'finalAccounts';
  readonly form: string;
  readonly financeSteps: number;
  readonly state:
    | 'drafting'
    | 'unitReview'
    | 'departmentReview'
    | 'collected'
    | 'financeReview'
    | 'financeRecheck'
    | 'approval'
    | 'approved'
    | 'published'
    | 'withdrawn'
    | 'archived';
  readonly stateName: string;
  readonly version: number;
  readonly bookVersion: number;
  readonly disclosureVersion: number;
  readonly approvedAt: string | null;
  /** The last day for publishing, YYYY-MM-DD */
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly changedAt: string;
  /** What the caller may do now */
  readonly actions: readonly (
    'submit' | 'recall' | 'pass' | 'return' | 'approve' | 'publish' | 'withdraw' | 'correct' | 'archive'
  )[];
};
export type BookProblem = { readonly path: string; readonly message: string };
export type BookVersionSummary = {
  readonly version: number;
  readonly hash: string;
  readonly problems: number;
  readonly author: string;
  readonly authorName: string;
  readonly reason: string;
  readonly createdAt: string;
};
export type Book = {
  readonly version: number;
  readonly hash: string;
  readonly problems: number;
  readonly author: string;
  readonly authorName: string;
  readonly reason: string;
  readonly createdAt: string;
  readonly content: { readonly [key: string]: unknown };
  /** What must be put right, each with its field */
  readonly list: readonly BookProblem[];
};
export type Difference = {
  readonly path: string;
  /** The place in words */
  readonly words: string;
  readonly before: unknown;
  readonly after: unknown;
};
export type Conflict = {
  readonly path: string;
  /** The place in words */
  readonly words: string;
  readonly base: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
  /** Both added this line: both may stay */
  readonly both: boolean;
};
export type MergeView = {
  readonly current: number;
  /** Who saved it */
  readonly author: string;
  /** Yours and theirs together; where both changed the same, theirs */
  readonly merged: { readonly [key: string]: unknown };
  readonly conflicts: readonly Conflict[];
  /** What was saved since your version */
  readonly theirs: readonly Difference[];
};
export type Step = {
  readonly id: number;
  readonly action: string;
  readonly from:
    | 'drafting'
    | 'unitReview'
    | 'departmentReview'
    | 'collected'
    | 'financeReview'
    | 'financeRecheck'
    | 'approval'
    | 'approved'
    | 'published'
    | 'withdrawn'
    | 'archived';
  readonly to:
    | 'drafting'
    | 'unitReview'
    | 'departmentReview'
    | 'collected'
    | 'financeReview'
    | 'financeRecheck'
    | 'approval'
    | 'approved'
    | 'published'
    | 'withdrawn'
    | 'archived';
  readonly actor: string;
  readonly actorName: string;
  readonly comment: string;
  readonly bookVersion: number;
  readonly disclosureVersion: number;
  readonly at: string;
};
export type Comment = {
  readonly id: string;
  readonly place: unknown;
  readonly body: string;
  readonly author: string;
  readonly authorName: string;
  readonly createdAt: string;
  readonly resolvedAt: string | null;
};
export type Notice = {
  readonly id: number;
  readonly filing: string | null;
  readonly kind: string;
  readonly params: { readonly [key: string]: unknown };
  readonly createdAt: string;
  readonly readAt: string | null;
};
export type ReaderQuestion = {
  readonly id: string;
  /** The published version that was read */
  readonly edition: number;
  readonly line: string;
  /** The line in words */
  readonly words: string;
  /** Where it stands in the portal */
  readonly address: string;
  /** What the reader wrote; may be empty */
  readonly body: string;
  readonly askedAt: string;
  readonly resolvedAt: string | null;
};
export type DisclosureVersionSummary = {
  readonly version: number;
  readonly bookVersion: number | null;
  readonly verdict: 'errors' | 'warnings' | 'clean' | 'unreadable';
  readonly hash: string;
  readonly author: string;
  readonly authorName: string;
  readonly reason: string;
  readonly createdAt: string;
};
export type Place = { readonly file: string; readonly [key: string]: unknown };
export type Finding = {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly remedy: string;
  readonly part: string;
  readonly tied: boolean;
  readonly group: string | null;
  readonly culprits: readonly {
    readonly reported: { readonly text: string; readonly fen: number | null } | null;
    readonly expected: { readonly text: string; readonly fen: number | null } | null;
    readonly support: number;
    readonly slip: string | null;
    readonly place: Place;
    readonly [key: string]: unknown;
  }[];
  readonly evidence: readonly {
    readonly role: string;
    readonly text: string;
    readonly fen: number | null;
    readonly place: Place;
    readonly [key: string]: unknown;
  }[];
  readonly difference: string | null;
  readonly allowed: string | null;
  readonly waiver: {
    readonly reason: string;
    readonly by: string;
    readonly date: string;
    readonly expires: string | null;
  } | null;
  readonly [key: string]: unknown;
};
export type Report = {
  readonly file: string;
  readonly department: string | null;
  readonly year: number | null;
  readonly stage: 'budget' | 'adjusted' | 'finalAccounts';
  readonly form: string | null;
  readonly verdict: 'errors' | 'warnings' | 'clean' | 'unreadable';
  readonly error: string | null;
  readonly coverage: {
    readonly figures: number;
    readonly verified: number;
    readonly contradicted: number;
    readonly unverified: number;
    readonly indicators: number;
  };
  readonly checks: readonly {
    readonly rule: string;
    readonly pass: number;
    readonly rounding: number;
    readonly fail: number;
    readonly notApplicable: number;
    readonly unreadable: number;
  }[];
  readonly findings: readonly Finding[];
  readonly [key: string]: unknown;
};
export type Examined = {
  readonly disclosure: { readonly [key: string]: unknown } | null;
  readonly report: Report;
  readonly trace: { readonly [key: string]: unknown } | null;
};
export type FindingRecord = {
  readonly number: number;
  readonly severity: string;
  readonly rule: string;
  /** Names the finding in a waiver */
  readonly fingerprint: string;
  readonly finding: Finding;
  readonly waiver: {
    readonly id: string;
    readonly reason: string;
    readonly author: string;
    readonly authorName: string;
    readonly createdAt: string;
    /** The last day it holds */
    readonly expiresOn: string | null;
  } | null;
};
export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly filing: string | null;
  readonly batch: string | null;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly attempts: number;
  readonly name: string | null;
  readonly result: unknown;
  readonly problem: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
};
export type Batch = {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  readonly createdAt: string;
  readonly counts: {
    readonly queued: number;
    readonly running: number;
    readonly done: number;
    readonly failed: number;
    readonly cancelled: number;
  };
};
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
};
export type ApiToken = {
  readonly id: string;
  readonly name: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
};
export type AuditRecord = {
  readonly number: number;
  readonly at: string;
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly object: string;
  /** Of a person, budget, department or unit, as it is called now */
  readonly objectName: string | null;
  readonly details: { readonly [key: string]: unknown };
  readonly hash: string;
};
export type Comparison = {
  readonly figures: readonly {
    readonly part: string;
    readonly row: string;
    readonly column: string;
    readonly unit: string;
    readonly old: { readonly text: string; readonly fen: number } | null;
    readonly new: { readonly text: string; readonly fen: number } | null;
    readonly changeFen: number;
  }[];
  readonly projects: readonly {
    readonly change: 'new' | 'ended' | 'renamed' | 'changed';
    readonly name: string;
    readonly oldName: string | null;
    readonly oldFen: number | null;
    readonly newFen: number | null;
  }[];
  readonly indicators: readonly {
    readonly project: string;
    readonly horizon: 'period' | 'annual';
    readonly path: readonly string[];
    readonly old: string | null;
    readonly new: string | null;
  }[];
  readonly texts: readonly {
    readonly where: readonly string[];
    readonly old: string | null;
    readonly new: string | null;
    readonly marks: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }[] | null;
  }[];
};
export type AuditVerdict = {
  readonly entries: number;
  /** Of the last entry: kept elsewhere it proves that nothing was cut off */
  readonly hash: string;
  readonly broken: { readonly number: number; readonly reason: 'missing' | 'altered' } | null;
};
export type Backup = {
  readonly name: string;
  readonly madeAt: string;
  readonly program: string;
  readonly rows: number;
  readonly bytes: number;
  readonly auditEntries: number;
  /** Of the last entry: kept elsewhere it proves that nothing was cut off */
  readonly auditHash: string;
};
export type CodeListDifference = {
  readonly axis: 'function' | 'deptEconomic' | 'govEconomic' | 'revenue';
  readonly year: number;
  readonly items: number;
  readonly same: number;
  readonly added: readonly { readonly code: string; readonly name: string }[];
  /** Known until now, and not in this list */
  readonly removed: readonly { readonly code: string; readonly name: string }[];
  readonly renamed: readonly { readonly code: string; readonly name: string; readonly before: string }[];
};
export type CodeListSummary = {
  readonly axis: 'function' | 'deptEconomic' | 'govEconomic' | 'revenue';
  readonly year: number | null;
  readonly items: number;
  readonly official: boolean;
};
export type Form = {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  /** Books can be composed in it */
  readonly composable: boolean;
  /** Added here; the others come with the program */
  readonly own: boolean;
  readonly tables: readonly {
    readonly number: number;
    readonly key: string;
    readonly title: string;
    readonly unit: string;
    readonly required: boolean;
  }[];
  readonly sections: readonly { readonly key: string; readonly title: string }[];
};
/** What was understood of a file; nothing is kept of it */
export type ImportView = {
  readonly source: 'disclosure' | 'book';
  readonly name: string;
  readonly fileYear: number;
  readonly fileDepartment: string;
  readonly as: 'thisYear' | 'lastYear';
  /** The version that it was compared with */
  readonly base: number;
  /** The book that the file gives, for this department and year */
  readonly content: { readonly [key: string]: unknown };
  readonly parts: readonly {
    /** The part of the book */
    readonly field: string;
    /** Lines or fields that the file gives */
    readonly count: number;
    /** Those of the book now */
    readonly present: number;
    /** Places where the two differ */
    readonly changes: number;
    /** The first of them */
    readonly differences: readonly Difference[];
  }[];
  readonly notes: readonly string[];
  readonly unread: readonly { readonly reason: string; readonly place: string }[];
  readonly cells: readonly string[];
  readonly contradictions: readonly string[];
  readonly problems: readonly BookProblem[];
};
export type PageMap = {
  readonly pages: readonly { readonly page: number; readonly width: number; readonly height: number }[];
  /** By the number of the figure in the trace: page, x, y, width, height; points from the top left */
  readonly spots: { readonly [key: string]: readonly number[] };
};
export type Presence = {
  /** The newest version: a page that shows an older one may take it over */
  readonly bookVersion: number;
  readonly others: readonly {
    readonly user: string;
    readonly name: string;
    /** The part of the book that they have open */
    readonly part: string;
    readonly editing: boolean;
  }[];
};
export type Code = { readonly code: string; readonly name: string; readonly fund: string | null };
export type FindingCounts = {
  readonly filing: string;
  readonly verdict: 'errors' | 'warnings' | 'clean' | 'unreadable';
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly waived: number;
};
export type RuleDecision = {
  /** Null: the one of the rule */
  readonly severity: ('error' | 'warning' | 'info' | 'off') | null;
  readonly thresholds: { readonly [key: string]: number };
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};
export type RuleSetting = {
  readonly rule: string;
  readonly title: string;
  readonly help: string;
  readonly authority: string | null;
  /** The usual one; null where it depends on what is found */
  readonly severity: ('error' | 'warning' | 'info' | 'off') | null;
  readonly thresholds: readonly {
    readonly name: string;
    readonly words: string;
    readonly usual: number;
    readonly least: number;
    readonly most: number;
  }[];
  readonly decision: RuleDecision | null;
};
export type Preferences = {
  /** The tour through the book editor was taken or declined */
  readonly tourSeen: boolean;
  /** The unit in which amounts are typed */
  readonly amountUnit: 'yuan' | 'wan';
};

/** Every endpoint by method and path. */
export interface Endpoints {
  /** The version of the program */
  'GET /api/v1/version': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: { readonly version: string };
  };
  /** The titles of the rules */
  'GET /api/v1/rules': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: { readonly [key: string]: { readonly zh: string; readonly en: string } };
  };
  /** Sign in */
  'POST /api/v1/session': {
    path: undefined;
    query: undefined;
    body: { readonly login: string; readonly password: string };
    answer: Session;
  };
  /** Who is signed in */
  'GET /api/v1/session': { path: undefined; query: undefined; body: undefined; answer: Session };
  /** Sign out */
  'DELETE /api/v1/session': { path: undefined; query: undefined; body: undefined; answer: undefined };
  /** Change the own password */
  'PUT /api/v1/session/password': {
    path: undefined;
    query: undefined;
    body: { readonly current: string; readonly next: string };
    answer: Session;
  };
  /** What one chose for oneself */
  'GET /api/v1/session/preferences': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: Preferences;
  };
  /** Choose for oneself */
  'PUT /api/v1/session/preferences': {
    path: undefined;
    query: undefined;
    body: {
      /** The tour through the book editor was taken or declined */
      readonly tourSeen: boolean;
      /** The unit in which amounts are typed */
      readonly amountUnit: 'yuan' | 'wan';
    };
    answer: undefined;
  };
  /** Own tokens */
  'GET /api/v1/tokens': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly ApiToken[]; readonly next: string | null };
  };
  /** A new token */
  'POST /api/v1/tokens': {
    path: undefined;
    query: undefined;
    body: { readonly name: string; readonly days?: number };
    answer: {
      readonly id: string;
      readonly name: string;
      readonly expiresAt: string;
      readonly usedAt: string | null;
      /** Shown only once */
      readonly secret: string;
    };
  };
  /** End a token */
  'DELETE /api/v1/tokens/{id}': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Regions */
  'GET /api/v1/regions': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly Region[]; readonly next: string | null };
  };
  /** Add a region */
  'POST /api/v1/regions': {
    path: undefined;
    query: undefined;
    body: {
      readonly code: string;
      readonly name: string;
      readonly parent?: string | null;
      readonly financeSteps?: number;
    };
    answer: Region;
  };
  /** Departments */
  'GET /api/v1/departments': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en'; region?: string };
    body: undefined;
    answer: { readonly items: readonly Department[]; readonly next: string | null };
  };
  /** Add a department */
  'POST /api/v1/departments': {
    path: undefined;
    query: undefined;
    body: { readonly region: string; readonly code: string; readonly name: string };
    answer: Department;
  };
  /** Units of a department */
  'GET /api/v1/departments/{id}/units': {
    path: { id: string };
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly Unit[]; readonly next: string | null };
  };
  /** Add a unit */
  'POST /api/v1/departments/{id}/units': {
    path: { id: string };
    query: undefined;
    body: { readonly name: string; readonly kind: 'administrative' | 'institution' };
    answer: Unit;
  };
  /** Users */
  'GET /api/v1/users': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly User[]; readonly next: string | null };
  };
  /** A new user without any role */
  'POST /api/v1/users': {
    path: undefined;
    query: undefined;
    body: { readonly login: string; readonly name: string };
    answer: {
      readonly user: User;
      /** To begin with; shown only once */
      readonly password: string;
    };
  };
  /** Change a user */
  'PUT /api/v1/users/{id}': {
    path: { id: string };
    query: undefined;
    body: { readonly name: string; readonly disabled: boolean; readonly version: number };
    answer: User;
  };
  /** A new password to begin with */
  'POST /api/v1/users/{id}/password': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: { readonly password: string };
  };
  /** Lift a lock */
  'POST /api/v1/users/{id}/unlock': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Roles, of one user or of all */
  'GET /api/v1/grants': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en'; user?: string };
    body: undefined;
    answer: { readonly items: readonly Grant[]; readonly next: string | null };
  };
  /** Give a role */
  'POST /api/v1/grants': {
    path: undefined;
    query: undefined;
    body: {
      readonly user: string;
      readonly role:
        | 'preparer'
        | 'unitHead'
        | 'departmentReviewer'
        | 'financeReviewer'
        | 'approver'
        | 'publisher'
        | 'systemAdministrator'
        | 'securityAdministrator'
        | 'auditAdministrator';
      readonly region?: string | null;
      readonly department?: string | null;
      readonly unit?: string | null;
    };
    answer: Grant;
  };
  /** Take a role back */
  'DELETE /api/v1/grants/{id}': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** The log, newest first */
  'GET /api/v1/audit': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly AuditRecord[]; readonly next: string | null };
  };
  /** Recompute the chain of hashes */
  'GET /api/v1/audit/verification': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: AuditVerdict;
  };
  /** Filings that one takes part in */
  'GET /api/v1/filings': {
    path: undefined;
    query: {
      region?: string;
      department?: string;
      year?: number;
      stage?: 'budget' | 'adjusted' | 'finalAccounts';
      state?:
        | 'drafting'
        | 'unitReview'
        | 'departmentReview'
        | 'collected'
        | 'financeReview'
        | 'financeRecheck'
        | 'approval'
        | 'approved'
        | 'published'
        | 'withdrawn'
        | 'archived';
      after?: string;
      limit?: number;
      lang?: 'zh' | 'en';
    };
    body: undefined;
    answer: { readonly items: readonly Filing[]; readonly next: string | null };
  };
  /** Begin a filing */
  'POST /api/v1/filings': {
    path: undefined;
    query: undefined;
    body: {
      readonly region: string;
      readonly department: string;
      readonly unit?: string | null;
      readonly year: number;
      readonly stage?: 'budget' | 'adjusted' | 'finalAccounts';
      readonly form: string;
    };
    answer: Filing;
  };
  /** One filing */
  'GET /api/v1/filings/{id}': { path: { id: string }; query: undefined; body: undefined; answer: Filing };
  /** What happened to a filing, the oldest first */
  'GET /api/v1/filings/{id}/steps': {
    path: { id: string };
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly Step[]; readonly next: string | null };
  };
  /** Take a step of the workflow */
  'POST /api/v1/filings/{id}/steps': {
    path: { id: string };
    query: undefined;
    body: {
      readonly action:
        'submit' | 'recall' | 'pass' | 'return' | 'approve' | 'publish' | 'withdraw' | 'correct' | 'archive';
      /** The version of the filing that was seen */
      readonly version: number;
      readonly comment?: string;
      readonly comments?: readonly { readonly place?: unknown; readonly body: string }[];
    };
    answer: Filing;
  };
  /** Filings that wait for the caller, those due first */
  'GET /api/v1/tasks': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly Filing[]; readonly next: string | null };
  };
  /** The newest version; its ETag is asked back when saving */
  'GET /api/v1/filings/{id}/book': { path: { id: string }; query: undefined; body: undefined; answer: Book };
  /** Save the next version (If-Match: the version that was changed) */
  'PUT /api/v1/filings/{id}/book': {
    path: { id: string };
    query: undefined;
    body: { readonly content: { readonly [key: string]: unknown }; readonly reason?: string };
    answer: {
      readonly version: number;
      readonly hash: string;
      readonly problems: number;
      readonly author: string;
      readonly authorName: string;
      readonly reason: string;
      readonly createdAt: string;
      /** What must be put right, each with its field */
      readonly list: readonly BookProblem[];
    };
  };
  /** Own changes of a version put together with what was saved since */
  'POST /api/v1/filings/{id}/book/merge': {
    path: { id: string };
    query: undefined;
    body: {
      readonly base: number;
      readonly content: { readonly [key: string]: unknown };
      /** What to take at conflicts, by their path; theirs where nothing is said */
      readonly choices?: { readonly [key: string]: 'yours' | 'both' };
    };
    answer: MergeView;
  };
  /** All versions, newest first */
  'GET /api/v1/filings/{id}/book/versions': {
    path: { id: string };
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly BookVersionSummary[]; readonly next: string | null };
  };
  /** One version */
  'GET /api/v1/filings/{id}/book/versions/{version}': {
    path: { id: string; version: number };
    query: undefined;
    body: undefined;
    answer: Book;
  };
  /** Where two versions differ */
  'GET /api/v1/filings/{id}/book/differences': {
    path: { id: string };
    query: { from: number; to: number };
    body: undefined;
    answer: readonly Difference[];
  };
  /** Compose and check a book without keeping anything */
  'POST /api/v1/filings/{id}/preview': {
    path: { id: string };
    query: undefined;
    body: { readonly content?: { readonly [key: string]: unknown }; readonly form?: string };
    answer: Examined;
  };
  /** I have the book open; who else has? */
  'PUT /api/v1/filings/{id}/presence': {
    path: { id: string };
    query: undefined;
    body: { readonly part: string };
    answer: Presence;
  };
  /** I closed the book */
  'DELETE /api/v1/filings/{id}/presence': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** All versions, newest first */
  'GET /api/v1/filings/{id}/disclosures': {
    path: { id: string };
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly DisclosureVersionSummary[]; readonly next: string | null };
  };
  /** The next version: composed from the newest book, or read from uploaded files */
  'POST /api/v1/filings/{id}/disclosures': {
    path: { id: string };
    query: undefined;
    body:
      | { readonly from: 'book'; readonly reason?: string }
      | {
          readonly from: 'files';
          readonly files: readonly { readonly id: string; readonly name: string }[];
          readonly reason?: string;
        };
    answer: Job;
  };
  /** One version with its check */
  'GET /api/v1/filings/{id}/disclosures/{version}': {
    path: { id: string; version: number };
    query: undefined;
    body: undefined;
    answer: Examined;
  };
  /** The findings of a version with the waivers in force */
  'GET /api/v1/filings/{id}/disclosures/{version}/findings': {
    path: { id: string; version: number };
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly FindingRecord[]; readonly next: string | null };
  };
  /** The files of a version */
  'GET /api/v1/filings/{id}/disclosures/{version}/files': {
    path: { id: string; version: number };
    query: undefined;
    body: undefined;
    answer: readonly StoredFile[];
  };
  /** One file as it was uploaded */
  'GET /api/v1/filings/{id}/disclosures/{version}/files/{position}': {
    path: { id: string; version: number; position: number };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Waive a finding with a reason */
  'POST /api/v1/filings/{id}/waivers': {
    path: { id: string };
    query: undefined;
    body: {
      readonly version: number;
      readonly fingerprint: string;
      readonly reason: string;
      /** The last day it holds */
      readonly expires?: string | null;
    };
    answer: undefined;
  };
  /** Revoke a waiver */
  'DELETE /api/v1/filings/{id}/waivers/{waiver}': {
    path: { id: string; waiver: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** What readers of the portal do not understand, those that wait first */
  'GET /api/v1/filings/{id}/questions': {
    path: { id: string };
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly ReaderQuestion[]; readonly next: string | null };
  };
  /** A reader's question has been dealt with */
  'POST /api/v1/filings/{id}/questions/{question}/resolution': {
    path: { id: string; question: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Comments, the oldest first */
  'GET /api/v1/filings/{id}/comments': {
    path: { id: string };
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly Comment[]; readonly next: string | null };
  };
  /** Comment on a place */
  'POST /api/v1/filings/{id}/comments': {
    path: { id: string };
    query: undefined;
    body: {
      /** A field of the book or a place of the disclosure */
      readonly place?: unknown;
      readonly body: string;
    };
    answer: { readonly id: string };
  };
  /** A comment has been dealt with */
  'POST /api/v1/filings/{id}/comments/{comment}/resolution': {
    path: { id: string; comment: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Notices, newest first */
  'GET /api/v1/notices': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly Notice[]; readonly next: string | null };
  };
  /** Notices up to one have been read */
  'POST /api/v1/notices/read': {
    path: undefined;
    query: undefined;
    body: { readonly upTo: number };
    answer: undefined;
  };
  /** Check uploaded files; nothing but the report is kept */
  'POST /api/v1/checks': {
    path: undefined;
    query: undefined;
    body: {
      /** One disclosure */
      readonly files: readonly { readonly id: string; readonly name: string }[];
    };
    answer: Job;
  };
  /** How a job stands */
  'GET /api/v1/jobs/{id}': { path: { id: string }; query: undefined; body: undefined; answer: Job };
  /** Cancel a job */
  'DELETE /api/v1/jobs/{id}': { path: { id: string }; query: undefined; body: undefined; answer: undefined };
  /** Read many documents, each a disclosure of a department of the region */
  'POST /api/v1/batches': {
    path: undefined;
    query: undefined;
    body: {
      readonly region: string;
      readonly name: string;
      readonly files: readonly { readonly id: string; readonly name: string }[];
    };
    answer: Batch;
  };
  /** How far a batch is */
  'GET /api/v1/batches/{id}': { path: { id: string }; query: undefined; body: undefined; answer: Batch };
  /** Cancel what has not been read yet */
  'DELETE /api/v1/batches/{id}': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: { readonly cancelled: number };
  };
  /** The documents of a batch */
  'GET /api/v1/batches/{id}/jobs': {
    path: { id: string };
    query: { after?: string; limit?: number; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly items: readonly Job[]; readonly next: string | null };
  };
  /** Upload a document */
  'POST /api/v1/files': {
    path: undefined;
    query: { name: string; lang?: 'zh' | 'en' };
    body: undefined;
    answer: StoredFile;
  };
  /** Upload a zip of documents and read them all */
  'POST /api/v1/batches/zip': {
    path: undefined;
    query: { region: string; name: string; lang?: 'zh' | 'en' };
    body: undefined;
    answer: {
      readonly batch: string;
      readonly files: number;
      readonly refused: readonly { readonly name: string; readonly reason: string }[];
    };
  };
  /** What a disclosure, a book workbook or a book as JSON would give; nothing is replaced */
  'POST /api/v1/filings/{id}/book/imports': {
    path: { id: string };
    query: { name: string; as?: 'thisYear' | 'lastYear'; lang?: 'zh' | 'en' };
    body: undefined;
    answer: ImportView;
  };
  /** What last year's book of this system would give; nothing is replaced */
  'POST /api/v1/filings/{id}/book/imports/last-year': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: ImportView;
  };
  /** The lines of last year's book, and its amounts as this year's book keeps them */
  'GET /api/v1/filings/{id}/book/last-year': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      readonly found: {
        readonly year: number;
        readonly facts: readonly { readonly [key: string]: unknown }[];
        readonly previous: { readonly [key: string]: unknown };
      } | null;
    };
  };
  /** The document of a check as it was read, with its report */
  'GET /api/v1/jobs/{id}/examined': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: Examined;
  };
  /** The report of a check: a page, the rectification workbook, or data */
  'GET /api/v1/jobs/{id}/report': {
    path: { id: string };
    query: { format: 'html' | 'xlsx' | 'json'; lang?: 'zh' | 'en' };
    body: undefined;
    answer: undefined;
  };
  /** A file of a check with the findings marked in it */
  'GET /api/v1/jobs/{id}/annotated/{position}': {
    path: { id: string; position: number };
    query: { lang?: 'zh' | 'en' };
    body: undefined;
    answer: undefined;
  };
  /** The report on a version, with its waivers */
  'GET /api/v1/filings/{id}/disclosures/{version}/report': {
    path: { id: string; version: number };
    query: { format: 'html' | 'xlsx' | 'json'; lang?: 'zh' | 'en' };
    body: undefined;
    answer: undefined;
  };
  /** An uploaded file of a version with the findings marked in it */
  'GET /api/v1/filings/{id}/disclosures/{version}/annotated/{position}': {
    path: { id: string; version: number; position: number };
    query: { lang?: 'zh' | 'en' };
    body: undefined;
    answer: undefined;
  };
  /** A version as the document that is published; a draft before the approval */
  'GET /api/v1/filings/{id}/disclosures/{version}/documents/{format}': {
    path: { id: string; version: number; format: 'docx' | 'xlsx' | 'pdf' | 'html' | 'datapackage' };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** A PDF's pages and where the figures stand on them */
  'GET /api/v1/jobs/{id}/pages/{position}': {
    path: { id: string; position: number };
    query: undefined;
    body: undefined;
    answer: PageMap;
  };
  /** A page of a PDF as a picture (PNG) */
  'GET /api/v1/jobs/{id}/pages/{position}/{page}': {
    path: { id: string; position: number; page: number };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** A PDF's pages and where the figures stand on them */
  'GET /api/v1/filings/{id}/disclosures/{version}/pages/{position}': {
    path: { id: string; version: number; position: number };
    query: undefined;
    body: undefined;
    answer: PageMap;
  };
  /** A page of a PDF as a picture (PNG) */
  'GET /api/v1/filings/{id}/disclosures/{version}/pages/{position}/{page}': {
    path: { id: string; version: number; position: number; page: number };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** The pages of the PDF that is published */
  'GET /api/v1/filings/{id}/disclosures/{version}/preview/pages': {
    path: { id: string; version: number };
    query: undefined;
    body: undefined;
    answer: PageMap;
  };
  /** A page of a PDF as a picture (PNG) */
  'GET /api/v1/filings/{id}/disclosures/{version}/preview/pages/{page}': {
    path: { id: string; version: number; page: number };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Waive a finding of a check with a reason */
  'POST /api/v1/jobs/{id}/waivers': {
    path: { id: string };
    query: undefined;
    body: {
      /** Its position in the report */
      readonly finding: number;
      readonly reason: string;
      readonly expires?: string | null;
    };
    answer: undefined;
  };
  /** The waivers of a check as the file that is kept beside the document */
  'GET /api/v1/jobs/{id}/waivers': {
    path: { id: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Revoke a waiver of a check, by the position of the finding that it is on */
  'DELETE /api/v1/jobs/{id}/waivers/{position}': {
    path: { id: string; position: number };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** What changed from one version of the document to another: figures, projects, texts */
  'GET /api/v1/filings/{id}/differences': {
    path: { id: string };
    query: { from: number; to: number };
    body: undefined;
    answer: Comparison;
  };
  /** The web document to look at */
  'GET /api/v1/filings/{id}/disclosures/{version}/preview/html': {
    path: { id: string; version: number };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** The address of the page in the portal, below `…/portal/` of this preview */
  'GET /api/v1/filings/{id}/disclosures/{version}/portal': {
    path: { id: string; version: number };
    query: undefined;
    body: undefined;
    answer: { readonly path: string };
  };
  /** A page of the portal as if the version were published */
  'GET /api/v1/filings/{id}/disclosures/{version}/portal/{*}': {
    path: { id: string; version: number; '*': string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** The items of 政府收支分类科目 that are in use, by axis */
  'GET /api/v1/codes': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: {
      readonly function: readonly Code[];
      readonly deptEconomic: readonly Code[];
      readonly govEconomic: readonly Code[];
      readonly revenue: readonly Code[];
    };
  };
  /** Counts of the findings of filings' newest disclosures */
  'GET /api/v1/finding-counts': {
    path: undefined;
    query: { after?: string; limit?: number; lang?: 'zh' | 'en'; region?: string; year?: number };
    body: undefined;
    answer: { readonly items: readonly FindingCounts[]; readonly next: string | null };
  };
  /** The forms of disclosures */
  'GET /api/v1/forms': { path: undefined; query: undefined; body: undefined; answer: readonly Form[] };
  /** Add a form of one’s own, or a new edition of it */
  'POST /api/v1/forms': {
    path: undefined;
    query: undefined;
    body: { readonly [key: string]: unknown };
    answer: Form;
  };
  /** Take a form of one’s own out */
  'DELETE /api/v1/forms/{form}': {
    path: { form: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Every rule with what was decided about it */
  'GET /api/v1/rule-settings': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: readonly RuleSetting[];
  };
  /** Decide about a rule; it holds for what is checked from now on */
  'PUT /api/v1/rule-settings/{rule}': {
    path: { rule: string };
    query: undefined;
    body: {
      readonly severity: ('error' | 'warning' | 'info' | 'off') | null;
      readonly thresholds?: { readonly [key: string]: number };
      readonly reason: string;
    };
    answer: undefined;
  };
  /** Take a decision back: the rule is as it was shipped */
  'DELETE /api/v1/rule-settings/{rule}': {
    path: { rule: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** The lists in use */
  'GET /api/v1/code-lists': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: readonly CodeListSummary[];
  };
  /** What a list (xlsx, text or JSON) would change; with `confirm` it is used from now on */
  'POST /api/v1/code-lists': {
    path: undefined;
    query: { confirm?: 'true' | 'false' };
    body: undefined;
    answer: readonly CodeListDifference[];
  };
  /** No longer use an imported list */
  'DELETE /api/v1/code-lists/{axis}/{year}': {
    path: { axis: 'function' | 'deptEconomic' | 'govEconomic' | 'revenue'; year: number };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** Backups, newest first */
  'GET /api/v1/backups': {
    path: undefined;
    query: undefined;
    body: undefined;
    answer: {
      readonly running: boolean;
      readonly problem: string | null;
      readonly backups: readonly Backup[];
    };
  };
  /** Start a backup */
  'POST /api/v1/backups': { path: undefined; query: undefined; body: undefined; answer: undefined };
  /** A backup as one file (tar) */
  'GET /api/v1/backups/{name}': {
    path: { name: string };
    query: undefined;
    body: undefined;
    answer: undefined;
  };
  /** A list as xlsx */
  'POST /api/v1/workbooks': {
    path: undefined;
    query: undefined;
    body: {
      readonly name: string;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly (string | number | null)[])[];
    };
    answer: undefined;
  };
  /** The rows of the tables in a spreadsheet; nothing is kept */
  'POST /api/v1/worksheets': {
    path: undefined;
    query: { name: string; lang?: 'zh' | 'en' };
    body: undefined;
    answer: { readonly rows: readonly (readonly string[])[] };
  };
}
