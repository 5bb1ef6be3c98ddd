import { html, joined, type Html } from '../html.ts';
import { section, type PortalPage } from '../page.ts';
import type { DepartmentYear } from '../source.ts';
import { termsOf } from '../terms.ts';
import type { View } from '../view.ts';
import { yearWords } from './frame.ts';
import { departmentData } from './lists.ts';

/** How to get the data: addresses, formats, examples that work. */
export function dataPage(example: DepartmentYear | null, origin: string, view: View): PortalPage {
  const { say, link } = view;
  return {
    title: say('数据与接口', 'Data and interface'),
    description: say('每一页都有同样内容的 CSV 和 JSON', 'Every page has the same content as CSV and JSON'),
    route: { kind: 'data' },
    crumbs: [{ title: say('首页', 'Home'), href: link({ kind: 'home' }) }],
    data: [],
    body: html`<h1>${say('数据与接口', 'Data and interface')}</h1>
      <div class="prose">
        <p>
          ${say(
            '任何一页的地址后面加 .json 或 .csv，就是这一页的数据。网页、下载和接口出自同一次查询，数不会不一样。不需要注册，没有调用限额之外的条件。',
            'Add .json or .csv to the address of any page to get its data. Page, download and interface come from one query and cannot differ. No registration is needed.',
          )}
        </p>
        <ul>
          <li>
            ${say('金额在 JSON 里有两个值：text 是公布的写法，fen 是以分为单位的整数。', 'An amount in JSON has text, as printed, and fen, an integer of 0.01 CNY.')}
          </li>
          <li>
            ${say('CSV 用 UTF-8（带 BOM），Excel 和 WPS 可以直接打开；单位写在列名里。', 'CSV is UTF-8 with BOM and opens in spreadsheets; column titles carry the unit.')}
          </li>
          <li>
            ${say('一页有几组数据时，地址加组名，例如 .flows.csv；加 .zip 是这一页的全部数据，附各列的说明（Data Package）。', 'Where a page has several data sets, the address names one: .flows.csv. With .zip all of them come in one Data Package that describes its columns.')}
          </li>
          <li>
            ${say('搜索的 CSV 和 JSON 是全部结果，每 2,000 条一段；合计总是按全部结果算。', 'CSV and JSON of a search hold the whole result in parts of 2,000; sums are always over all of it.')}
          </li>
          <li>
            ${say('部门后面加 @版本号，就是固定的一版；不加就是最新一版。', 'Add @version to the department for a fixed version; without it the newest is shown.')}
          </li>
          <li>
            ${say('/en 开头的地址是英文界面，内容相同。', 'Addresses that begin with /en are the English interface of the same content.')}
          </li>
        </ul>
      </div>
      ${example === null ? null : section('examples', say('例子', 'Examples'), examplesHtml(example, origin, view))}
      ${section('licence', say('使用', 'Use'), html`<p class="prose">${say('公布的预算是政府信息，可以自由使用；引用时请写明部门、年度、版本和地址。', 'Published budgets are government information and free to use; please cite department, year, version and address.')}</p>`)}`,
  };
}

function examplesHtml(example: DepartmentYear, origin: string, view: View): Html {
  const { say, link } = view;
  const { region, year, stage, department } = example;
  const key = { region, year, stage, department };
  const part = (kind: 'overview' | 'projects' | 'checks', format: string): string =>
    link({ kind: 'disclosure', key, version: null, part: { kind } }, format);
  const items: readonly (readonly [string, string])[] = [
    [say('有哪些部门和年度', 'All departments and years'), link({ kind: 'catalogue' }, 'json')],
    [
      say('一个地区一年的部门', 'Departments of a region and year'),
      link({ kind: 'year', region, year, stage }, 'csv'),
    ],
    [
      say('一个地区一年的全部数据', 'All data of a region and year'),
      link({ kind: 'year', region, year, stage }, 'zip'),
    ],
    [say('一个部门的概览', "A department's overview"), part('overview', 'json')],
    [say('一个部门的项目', "A department's projects"), part('projects', 'csv')],
    [
      say('第1张表', 'Table 1'),
      link({ kind: 'disclosure', key, version: null, part: { kind: 'table', number: 1 } }, 'csv'),
    ],
    [
      say('固定在第1版', 'Fixed to version 1'),
      link({ kind: 'disclosure', key, version: 1, part: { kind: 'overview' } }, 'json'),
    ],
    [say('核对结果', 'Checks'), part('checks', 'json')],
    ...(view.inFolder
      ? []
      : [
          [
            say('搜索', 'Search'),
            `${link({ kind: 'search' }, 'json')}?q=${encodeURIComponent('项目')}`,
          ] as const,
        ]),
    [say('更新（Atom）', 'Updates (Atom)'), link({ kind: 'feed' }, 'xml')],
    [say('一个地区的更新', 'Updates of a region'), link({ kind: 'feed', region }, 'xml')],
  ];
  const rows = items.map(
    ([words, href]) =>
      html`<li>
        <span>${words}</span><a href="${href}"><code>${decodeURI(href)}</code></a>
      </li>`,
  );
  return html`<ul class="examples">
      ${joined(rows)}
    </ul>
    <pre
      class="copy"
      data-copy
      tabindex="0"
    ><code>curl '${origin}${link({ kind: 'catalogue' }, 'json')}'</code></pre>
    <p class="hint">
      ${say('在 Python 里（需要 pandas）：全部公开的目录，接着取第一份的概览，把按功能分类的支出变成一张表。', 'In Python with pandas: the list of all disclosures, then the first one’s overview and its expenditure by function as a table.')}
    </p>
    <pre
      class="copy"
      data-copy
      tabindex="0"
    ><code>${pythonExample(origin, link({ kind: 'catalogue' }, 'csv'), view)}</code></pre>`;
}

/** A notebook's first cell; the names of the columns are those of the page's language. */
function pythonExample(origin: string, catalogue: string, { say }: View): string {
  return `import json, urllib.request
import pandas as pd

origin = '${origin}'
catalogue = pd.read_csv(origin + '${catalogue}', dtype={'${say('代码', 'Code')}': str})
address = origin + catalogue['${say('地址', 'Address')}'][0] + '.json'
page = json.load(urllib.request.urlopen(address))
data = {each['id']: pd.json_normalize(each['rows']) for each in page['data']}
functions = data['functions'][['code', 'name', 'amount.fen']]
print(functions.assign(${say('万元', 'CNY10000')}=functions['amount.fen'] / 1_000_000))`;
}

/** Everything that is published, as data. */
export function cataloguePage(all: readonly DepartmentYear[], view: View): PortalPage {
  const { say, link } = view;
  const data = { ...departmentData(all, view, true), id: 'disclosures' };
  const columns = [{ key: 'region', title: say('地区', 'Region'), kind: 'text' as const }, ...data.columns];
  const rows = data.rows.map((row, i) => ({ ...row, cells: { ...row.cells, region: all[i]?.region ?? '' } }));
  const list = all.map((summary, i) => {
    const href = data.rows[i]?.href ?? '';
    return html`<li>
      <a href="${href}">${summary.name}</a>
      <span class="meta">${summary.region} ${yearWords(summary, view)}</span>
    </li>`;
  });
  return {
    title: say('目录', 'Catalogue'),
    description: say('全部公开', 'All disclosures'),
    route: { kind: 'catalogue' },
    crumbs: [{ title: say('首页', 'Home'), href: link({ kind: 'home' }) }],
    data: [{ ...data, columns, rows }],
    body: html`<h1>${say('目录', 'Catalogue')}</h1>
      <ul class="plain">
        ${joined(list)}
      </ul>`,
  };
}

/** What the words mean, and how the charts are read. */
export function helpPage(view: View): PortalPage {
  const { say, link } = view;
  const terms = termsOf(view).map(
    ({ id, word, definition }) =>
      html`<dt id="${id}">${word}</dt>
        <dd>${definition}</dd>`,
  );
  return {
    title: say('名词和看法', 'Terms and help'),
    description: say('预算里的名词，和怎样看这里的图表', 'Terms of budgets, and how to read the charts'),
    route: { kind: 'help' },
    crumbs: [{ title: say('首页', 'Home'), href: link({ kind: 'home' }) }],
    data: [],
    body: html`<h1>${say('名词和看法', 'Terms and help')}</h1>
      ${section(
        'reading',
        say('怎样看', 'How to read'),
        html`<ul class="prose">
          <li>
            ${say('预算是计划，决算是实际花的；两者不放在一起比。', 'A budget is a plan, final accounts are what was spent; they are not compared with each other.')}
          </li>
          <li>
            ${say('部门的数包含它的所属单位，和单位自己的数不能相加。', "A department's figures include its units'; the two must not be added.")}
          </li>
          <li>
            ${say('流向图里，带子越宽钱越多；斜线是上年结转。图下有同样内容的表。', 'In the flow chart a wider band is more money; hatched bands were carried over. The table below holds the same.')}
          </li>
          <li>
            ${say('✓ 核对无误：至少有一个别的数证实它。✕ 有矛盾：与别处对不上。○ 无从核对：文件里没有别的数可以对照，不等于错。', '✓ verified: at least one other number confirms it. ✕ contradicted: it does not agree with others. ○ not verifiable: the document holds nothing to compare it with; that is no mistake.')}
          </li>
        </ul>`,
      )}
      ${section('terms', say('名词', 'Terms'), html`<dl class="terms prose">${joined(terms)}</dl>`)}`,
  };
}

/** A page that says that there is none. */
export function notFoundPage(view: View): PortalPage {
  const { say, link } = view;
  return {
    title: say('没有这一页', 'No such page'),
    description: '',
    route: { kind: 'home' },
    crumbs: [],
    data: [],
    body: html`<div class="empty">
      <h1>${say('没有这一页', 'No such page')}</h1>
      <p>
        ${say('地址可能写错了，或者这份公开没有这一部分。', 'The address may be wrong, or the disclosure has no such part.')}
      </p>
      <p>
        <a href="${link({ kind: 'home' })}">${say('回首页', 'Home')}</a>
        ${view.hasSearch ? html`· <a href="${link({ kind: 'search' })}">${say('搜索', 'Search')}</a>` : null}
      </p>
    </div>`,
  };
}
