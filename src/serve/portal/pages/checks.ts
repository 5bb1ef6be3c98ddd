import { titleOf } from '../../../check/render.ts';
import { inWords } from '../../../commands/checkFile.ts';
import type { Culprit } from '../../../model/finding.ts';
import type { Language } from '../../../model/language.ts';
import type { ReportedFinding } from '../../../model/report.ts';
import { tiedLead } from '../../../write/report/text.ts';
import { reportWords } from '../../../write/report/words.ts';
import type { Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { checkPart, hasChecks, sheetSlugs, type CheckPart, type PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { downloads, section, type PortalPage } from '../page.ts';
import { howToRead } from './howTo.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { shareWords } from '../amounts.ts';

/** What was compared and with which outcome, for everyone to see. */
export function checksPage(document: PortalDocument, version: number | null): PortalPage {
  const { published, view } = document;
  const { say } = view;
  const { summary, report } = published;
  const route = routeTo(document, version, { kind: 'checks' });
  const parts = partData(document);
  const rules = ruleData(document);
  const data = [parts, rules, findingData(document)];
  const load = (each: Dataset): Html => downloads(route, each, each === parts, view);
  const serious = report.findings.filter(({ severity, waiver }) => severity !== 'info' && waiver === null);
  const { figures, verified, contradicted, unverified } = summary.coverage;
  const share = shareWords(verified, figures) ?? '0%';
  return {
    title: `${say('核对', 'Checks')} · ${summary.name} ${yearWords(summary, view)}`,
    description: say(
      `${summary.name}公布的 ${figures} 个数：${verified} 个核对无误，${contradicted} 个有矛盾，${unverified} 个无从核对`,
      `${figures} published numbers: ${verified} verified, ${contradicted} contradicted, ${unverified} not verifiable`,
    ),
    route,
    crumbs: crumbsOf(document, true),
    tabs: tabsOf(document, 'checks'),
    data,
    body: html`${headingOf(document, say('核对', 'Checks'))}
      <div class="lead">
        <p>
          ${say(
            `公布的文件里有 ${figures} 个数。其中 ${verified} 个（${share}）至少被另一个数证实，${contradicted} 个与别处矛盾，${unverified} 个在文件里没有别的数可以对照。`,
            `The document prints ${figures} numbers. ${verified} of them (${share}) are confirmed by at least one other, ${contradicted} are contradicted, and for ${unverified} the document holds nothing to compare with.`,
          )}
        </p>
      </div>
      ${meter(document)} ${howToRead('meter', view)}
      ${serious.length === 0 ? html`<p class="hint">${say('没有发现互相矛盾或不合要求之处。', 'Nothing contradictory was found.')}</p>` : section('findings', say('发现的问题', 'Findings'), findingsHtml(serious, document))}
      ${section('parts', say('逐处核对', 'Part by part'), html`<p class="hint">${say('点一处，看其中每个数写在哪里、与哪些数相加相等。', 'A part opens the relations of each of its numbers.')}</p>`, dataTable(parts, view, { quiet: true }), load(parts))}
      ${section(
        'rules',
        say('查了什么', 'What was looked for'),
        html`<p class="hint">
            ${say(
              '每一行是一种可能的错误，和它在这份文件里查过多少处。“尾差”是各自四舍五入造成的差，不算错；“不适用”是条件不具备，没有判断。',
              'A possible mistake a row, and in how many places it was looked for. Rounding differences are no mistakes; “not applicable” was not judged.',
            )}
          </p>
          <details class="under">
            <summary>${say(`${rules.rows.length} 种`, `${rules.rows.length} kinds`)}</summary>
            ${dataTable(rules, view, { quiet: true })}${load(rules)}
          </details>`,
      )}`,
  };
}

/** One bar of three lengths; the words beside it say the same. */
function meter({ published, view }: PortalDocument): Html {
  const { verified, contradicted, unverified, figures } = published.summary.coverage;
  const whole = Math.max(1, figures);
  const states = [
    ['v', verified, view.say('✓ 核对无误', '✓ verified')],
    ['x', contradicted, view.say('✕ 有矛盾', '✕ contradicted')],
    ['u', unverified, view.say('○ 无从核对', '○ not verifiable')],
  ] as const;
  let at = 0;
  const bars = states.map(([state, count]) => {
    const width = Math.round((count / whole) * 10_000) / 10;
    const bar = html`<rect
      class="m-${state}"
      x="${at}"
      width="${count > 0 ? Math.max(3, width) : 0}"
      height="12"
    />`;
    at += width;
    return bar;
  });
  const legend = states.map(
    ([state, count, words]) => html`<li class="state ${state}">${words} <b>${count}</b></li>`,
  );
  return html`<div class="meter">
    <svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      ${joined(bars)}
    </svg>
    <ul class="plain">
      ${joined(legend)}
    </ul>
  </div>`;
}

/** The findings as sentences, each with links to its places. */
export function findingsHtml(findings: readonly ReportedFinding[], document: PortalDocument): Html {
  const items = findings.map((finding) => findingHtml(finding, document));
  return html`<ol class="findings">
    ${joined(items)}
  </ol>`;
}

/** The finding in the language of the page, whatever language it was found in. */
export function toldFinding(
  finding: ReportedFinding,
  { view, names, published }: PortalDocument,
): ReportedFinding {
  const known = toldIn[view.language].get(finding);
  if (known !== undefined) return known;
  const told = inWords(finding, view.language, names, published.report.file);
  toldIn[view.language].set(finding, told);
  return told;
}

/** A finding of many numbers is told beside each of them. */
const toldIn: Readonly<Record<Language, WeakMap<ReportedFinding, ReportedFinding>>> = {
  zh: new WeakMap(),
  en: new WeakMap(),
};

/** Alternatives that one sentence can name. */
const mostAlternatives = 8;

/** The finding's message; of very many alternatives only how many there are. */
export function shortMessage(finding: ReportedFinding, document: PortalDocument): string {
  const told = toldFinding(finding, document);
  return told.culprits.length > mostAlternatives
    ? tiedLead(told, reportWords(document.view.language))
    : told.message;
}

/** Places that are linked; all of them stand in the download. */
const mostPlaces = 12;

function findingHtml(finding: ReportedFinding, document: PortalDocument): Html {
  const { severity, culprits, spots } = toldFinding(finding, document);
  const { say } = document.view;
  const sign = severity === 'error' ? '✕' : '!';
  const words = severity === 'error' ? say('矛盾', 'contradiction') : say('存疑', 'doubtful');
  const links = spots.slice(0, mostPlaces).map(({ place }, i) => {
    const culprit = culprits[i];
    const href = culprit === undefined ? undefined : culpritHref(culprit, document);
    return href === undefined ? html`<span>${place}</span>` : html`<a href="${href}">${place}</a>`;
  });
  const left = spots.length - links.length;
  return html`<li class="${severity}">
    <p>
      <span class="sign" aria-hidden="true">${sign}</span
      ><span class="vh">${words}${say('：', ': ')}</span>${shortMessage(finding, document)}
    </p>
    <p class="meta">
      ${joined(links, ' · ')}${left > 0 ? say(`，另有 ${left} 处见下载`, `; ${left} more in the download`) : ''}
    </p>
  </li>`;
}

/** The number's checks, else the part that it stands in; undefined for the whole document. */
function culpritHref({ place, reported }: Culprit, document: PortalDocument): string | undefined {
  const own = document.hrefAt(place, reported?.text ?? '');
  if (own !== undefined) return own;
  if (place.table === undefined && place.project === undefined && place.section === undefined)
    return undefined;
  const part = checkPart(place, sheetSlugs(document.published));
  if (hasChecks(document, part)) return document.part(part);
  return place.section === undefined ? undefined : document.part({ kind: 'narrative' });
}

/** The parts of the document with how many of their numbers are in which state. */
function partData(document: PortalDocument): Dataset {
  const { published, view } = document;
  const { say } = view;
  const slugs = sheetSlugs(published);
  const counts = new Map<
    string,
    { href: string; name: string; order: number; v: number; x: number; u: number }
  >();
  for (const { place, text, state } of published.trace.figures) {
    if (text === '' && state !== 'contradicted') continue;
    const part = checkPart(place, slugs);
    const key = `${part.of} ${part.name}`;
    const known = counts.get(key) ?? {
      href: document.part(part),
      ...partName(part, document),
      v: 0,
      x: 0,
      u: 0,
    };
    known[state === 'verified' ? 'v' : state === 'contradicted' ? 'x' : 'u'] += 1;
    counts.set(key, known);
  }
  return {
    id: 'parts',
    title: say('各处的数', 'Numbers by part'),
    unit: '万元',
    columns: [
      { key: 'name', title: say('部分', 'Part'), kind: 'text' },
      { key: 'all', title: say('数', 'Numbers'), kind: 'count' },
      { key: 'verified', title: say('✓ 核对无误', '✓ verified'), kind: 'count' },
      { key: 'contradicted', title: say('✕ 有矛盾', '✕ contradicted'), kind: 'count' },
      { key: 'unverified', title: say('○ 无从核对', '○ not verifiable'), kind: 'count' },
    ],
    rows: [...counts.values()]
      .sort((a, b) => a.order - b.order)
      .map(({ href, name, v, x, u }) => ({
        href,
        cells: { name, all: v + x + u, verified: v, contradicted: x, unverified: u },
      })),
  };
}

/** What a page of checks is called, and its rank in the document. */
export function partName(
  part: CheckPart,
  { published, view }: PortalDocument,
): { readonly name: string; readonly order: number } {
  const { say } = view;
  const { tables, narrative, projects } = published.disclosure;
  if (part.of === 'table') {
    const at = tables.findIndex(({ number }) => String(number) === part.name);
    return { name: `${say('表', 'Table ')}${part.name} ${tables[at]?.title ?? ''}`, order: at };
  }
  if (part.of === 'narrative') {
    const at = narrative.findIndex(({ section }) => section === part.name);
    const title = narrative[at]?.title ?? (part.name === 'other' ? say('其他文字', 'Other text') : part.name);
    return { name: `${say('说明：', 'Text: ')}${title}`, order: 1000 + at };
  }
  const slugs = [...sheetSlugs(published)];
  const name = slugs.find(([, slug]) => slug === part.name)?.[0] ?? part.name;
  const at = projects.findIndex((sheet) => sheet.name === name);
  return { name: `${say('绩效目标表：', 'Performance sheet: ')}${name}`, order: 2000 + at };
}

function ruleData({ published, view }: PortalDocument): Dataset {
  const { say, language } = view;
  const used = published.report.checks.filter(
    ({ pass, rounding, fail, notApplicable }) => pass + rounding + fail + notApplicable > 0,
  );
  return {
    id: 'rules',
    title: say('查了哪些可能的错误', 'Possible mistakes that were looked for'),
    unit: '万元',
    columns: [
      { key: 'rule', title: say('可能的错误', 'Possible mistake'), kind: 'text' },
      { key: 'id', title: say('标识', 'Id'), kind: 'text', hidden: true },
      { key: 'pass', title: say('通过', 'Passed'), kind: 'count' },
      { key: 'rounding', title: say('尾差', 'Rounding'), kind: 'count' },
      { key: 'fail', title: say('未通过', 'Failed'), kind: 'count' },
      { key: 'notApplicable', title: say('不适用', 'Not applicable'), kind: 'count' },
    ],
    rows: [...used]
      .sort((a, b) => b.pass + b.rounding - a.pass - a.rounding)
      .map(({ rule, pass, rounding, fail, notApplicable }) => ({
        cells: { rule: titleOf(rule, language), id: rule, pass, rounding, fail, notApplicable },
      })),
  };
}

function findingData(document: PortalDocument): Dataset {
  const { published, view } = document;
  const { say } = view;
  const words = reportWords(view.language);
  return {
    id: 'findings',
    title: say('发现的问题', 'Findings'),
    unit: '万元',
    columns: [
      { key: 'severity', title: say('级别', 'Severity'), kind: 'text' },
      { key: 'rule', title: say('规则', 'Rule'), kind: 'text' },
      { key: 'message', title: say('问题', 'Message'), kind: 'text' },
      { key: 'place', title: say('位置', 'Place'), kind: 'text' },
    ],
    rows: published.report.findings.map((finding) => {
      const { severity, rule, message, spots } = toldFinding(finding, document);
      const place = spots.map((spot) => spot.place).join(say('；', '; '));
      return { cells: { severity: words.severity[severity], rule, message, place } };
    }),
  };
}
