import { z } from 'zod';
import { codeAxes, shippedEntries } from '../../../model/codes/entries.ts';
import { codeList, useOfficialLists } from '../../../model/codes/codes.ts';
import { parseImportedLists, type ImportedList, type ImportProblem } from '../../../model/codes/imported.ts';
import { changeSetting } from '../../../store/settings.ts';
import { listsOf, ownLists, settingNames } from '../../basis.ts';
import { listDifference } from '../../codes/listDifference.ts';
import { listText } from '../../codes/listText.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { year } from '../shapes/words.ts';
import { languageIn } from './filings.ts';
import { bytesOf } from './uploads.ts';

const axis = z.enum(codeAxes);
const item = z.object({ code: z.string(), name: z.string() });
const difference = z
  .object({
    ...{ axis, year: z.number().int(), items: z.number().int(), same: z.number().int() },
    added: z.array(item),
    removed: z.array(item).describe('Known until now, and not in this list'),
    renamed: z.array(item.extend({ before: z.string() })),
  })
  .meta({ id: 'CodeListDifference' });
const summary = z
  .object({ axis, year: z.number().int().nullable(), items: z.number().int(), official: z.boolean() })
  .meta({ id: 'CodeListSummary' });
const mostMegabytes = 16;

/** The lists of 政府收支分类科目 by year: what the package ships, and official ones that were imported. */
export function registerCodeLists(api: Api, { store: { db } }: ApiContext): void {
  const tags = ['administration'];
  const config = { access: ['systemAdministrator'] } as const;
  api.get(
    '/code-lists',
    {
      config: { access: 'signedIn' },
      schema: { summary: 'The lists in use', tags, response: answers(z.array(summary)) },
    },
    async () => {
      const own = await ownLists(db);
      const shipped = codeAxes.map((each) => ({
        ...{ axis: each, year: null, official: false },
        items: [...shippedEntries(each).codes()].length,
      }));
      const official = own.map(({ axis: on, year: of, items }) => {
        return { axis: on, year: of, official: true, items: items.length };
      });
      return [...shipped, ...official];
    },
  );
  api.post(
    '/code-lists',
    {
      config,
      bodyLimit: mostMegabytes * 1024 * 1024,
      schema: {
        summary: 'What a list (xlsx, text or JSON) would change; with `confirm` it is used from now on',
        ...{ tags, consumes: ['application/octet-stream'], response: answers(z.array(difference)) },
        querystring: z.object({ confirm: z.enum(['true', 'false']).default('false') }),
      },
    },
    async (request) => {
      const lists = await listsIn(bytesOf(request.body, mostMegabytes), languageIn(request));
      const differences = lists.map((list) => listDifference(list, codeList(list.axis, list.year)));
      if (request.query.confirm === 'true') await keep(lists, callerOf(request).user);
      return differences;
    },
  );
  api.delete(
    '/code-lists/:axis/:year',
    {
      config,
      schema: {
        summary: 'No longer use an imported list',
        ...{ tags, params: z.object({ axis, year }), response: answers(nothing, 204) },
      },
    },
    async (request, reply) => {
      const { axis: on, year: of } = request.params;
      const entry = { actor: callerOf(request).user, action: 'codes.remove', object: `codes:${on}-${of}` };
      const without = (lists: readonly ImportedList[]): readonly ImportedList[] =>
        lists.filter((list) => list.axis !== on || list.year !== of);
      await changeSetting(db, settingNames.codes, (value) => without(listsOf(value)), entry);
      useOfficialLists(await ownLists(db));
      return reply.code(204).send(null);
    },
  );

  async function keep(lists: readonly ImportedList[], actor: string): Promise<void> {
    const names = lists.map((list) => `${list.axis} ${list.year}`);
    const entry = { actor, action: 'codes.import', object: `codes:${names.join(',')}` };
    const replaced = (before: readonly ImportedList[]): readonly ImportedList[] => [
      ...before.filter((list) => !names.includes(`${list.axis} ${list.year}`)),
      ...lists,
    ];
    await changeSetting(db, settingNames.codes, (value) => replaced(listsOf(value)), entry);
    useOfficialLists(await ownLists(db));
  }
}

async function listsIn(content: Buffer, language: 'zh' | 'en'): Promise<readonly ImportedList[]> {
  const text = await listText(content);
  const read = parseImportedLists(text ?? '');
  if (read.ok) return read.lists;
  const words = read.problems.slice(0, 5).map((problem) => importWords(problem, language));
  throw new ApiProblem('badRequest', [words.join(language === 'zh' ? '；' : '; ')]);
}

/** Why a list cannot be taken, in words. */
export function importWords(problem: ImportProblem, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  const found = 'found' in problem ? problem.found : '';
  const line = 'line' in problem ? problem.line : 0;
  switch (problem.code) {
    case 'notAList':
      return zh
        ? '没有认出科目表。第一行要有“分类、年度、编码、名称”四列'
        : 'no list: the first line must name 分类, 年度, 编码 and 名称';
    case 'unknownAxis':
      return zh
        ? `分类“${found}”不认识，应为支出功能分类、部门预算支出经济分类、政府预算支出经济分类或收入分类`
        : `unknown kind “${found}”`;
    case 'noYear':
      return zh ? `年度“${found}”不对，应为四位数字` : `“${found}” is no year`;
    case 'badCode':
      return zh
        ? `第 ${line} 行编码“${found}”不对，应为 3、5、7 或 9 位数字`
        : `line ${line}: “${found}” is no code`;
    case 'noName':
      return zh ? `第 ${line} 行编码 ${found} 没有名称` : `line ${line}: ${found} has no name`;
    case 'twice':
      return zh ? `第 ${line} 行编码 ${found} 重复` : `line ${line}: ${found} stands twice`;
  }
}
