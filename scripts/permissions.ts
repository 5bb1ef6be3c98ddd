// Writes docs/permissions.md: every endpoint of the API and who may use it.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Endpoint } from '../src/serve/api/access.ts';
import { apiEndpoints } from '../src/serve/describe.ts';
import { filingStateWords } from '../src/model/words/filingStates.ts';
import { stepRules } from '../src/serve/workflow/steps.ts';
import { roles, type Role } from '../src/store/roles.ts';

export const permissionsPath = 'docs/permissions.md';

const roleNames: Readonly<Record<Role, string>> = {
  preparer: '填报人',
  unitHead: '单位负责人',
  departmentReviewer: '部门审核人',
  financeReviewer: '财政审核人',
  approver: '批复人',
  publisher: '发布人',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
};

const head = `# 权限

由 \`npm run docs:permissions\` 按程序里的声明生成；测试会让每个角色访问每个接口，逐格核对。

- 业务角色授予在一个地区、一个部门或一个单位上：授予在地区上的管该地区所有部门，授予在部门上的管它和它的所属单位。表里的“是”表示有这个角色才能用；具体到一份材料，还要这个角色管得到它，否则看不到（答复“没有”）。
- 系统、安全、审计三个管理员互不兼任，也不参与业务：系统管理员建账号和机构，安全管理员授权和解锁，审计管理员看日志。数据库用触发器保证。
- “登录”：登录即可；“公开”：不用登录。
`;

function matrix(endpoints: readonly Endpoint[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = endpoints.map(({ method, url, access }) => {
    const cells = roles.map((role) =>
      access === 'public' ? '公开' : access === 'signedIn' ? '登录' : access.includes(role) ? '是' : '',
    );
    return line([`${method} ${url.replace(/:(\w+)/g, '{$1}')}`, ...cells]);
  });
  return [
    line(['接口', ...roles.map((role) => roleNames[role])]),
    line(['---', ...roles.map(() => '---')]),
    ...rows,
  ].join('\n');
}

const actionNames = {
  submit: '送审',
  recall: '撤回送审',
  pass: '通过',
  return: '退回',
  approve: '批复',
  publish: '公开',
  withdraw: '撤回公开',
  correct: '更正',
  archive: '归档',
} as const;

const conditionNames = {
  complete: '预算簿没有要改的，公开文本是最新的',
  noOpenErrors: '没有未改正、未豁免的错误',
  unitsCollected: '所属单位都已汇总',
  departmentApproved: '部门预算已批复',
  notSubmitter: '不是送审人本人',
  notReviewer: '不是初审人本人',
  comment: '写明理由',
} as const;

function steps(): string {
  const levels = { department: '部门', unit: '单位' } as const;
  const rows = stepRules.map(({ action, from, to, roles: who, conditions, level, financeSteps }) => {
    const only = [level === undefined ? '' : `${levels[level]}的`, financeSteps === 2 ? '两级财政审核' : ''];
    const cells = [
      filingStateWords[from].zh,
      actionNames[action],
      filingStateWords[to].zh,
      who.map((role) => roleNames[role]).join('、'),
      [...conditions.map((condition) => conditionNames[condition]), ...only]
        .filter((each) => each !== '')
        .join('；'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| 现在 | 动作 | 之后 | 谁 | 条件 |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** The page as it should stand. */
export async function permissionsPage(): Promise<string> {
  const text = `${head}\n## 接口\n\n${matrix(await apiEndpoints())}\n\n## 流程\n\n${steps()}\n`;
  const options = (await resolveConfig('package.json')) ?? {};
  return format(text, { ...options, parser: 'markdown' });
}

if (process.argv[1]?.endsWith('permissions.ts') === true)
  writeFileSync(permissionsPath, await permissionsPage());
