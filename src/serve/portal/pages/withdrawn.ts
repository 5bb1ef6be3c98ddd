import { html } from '../html.ts';
import { stageName } from '../names.ts';
import type { PortalPage } from '../page.ts';
import type { DisclosureKey } from '../source.ts';
import type { View } from '../view.ts';

/** What was taken back: the version asked for (null: whatever stood there), when, and the version that stands there now. */
export interface Withdrawn {
  readonly version: number | null;
  /** ISO date-time. */
  readonly at: string;
  readonly newest: number | null;
}

/** A page in the place of a disclosure that its department took back. */
export function withdrawnPage(
  key: DisclosureKey,
  { version, at, newest }: Withdrawn,
  view: View,
): PortalPage {
  const { say, link } = view;
  const { region, year, stage } = key;
  const route = { kind: 'disclosure', key, version, part: { kind: 'overview' } } as const;
  const title =
    version === null
      ? say('这份公开已经撤回', 'This disclosure was withdrawn')
      : say(`第${version}版已经撤回`, `Version ${version} was withdrawn`);
  const day = html`<time datetime="${at}">${at.slice(0, 10)}</time>`;
  const now =
    newest === null
      ? html`${say('现在没有公布的版本。重新公布以后，还是在这个地址。', 'Nothing is published at present. A new version will stand at this address.')}`
      : html`<a href="${link({ ...route, version: null })}"
          >${say(`看现在公布的第${newest}版`, `See version ${newest}, which is public`)}</a
        >`;
  return {
    title,
    description: title,
    route,
    crumbs: [
      { title: say('首页', 'Home'), href: link({ kind: 'home' }) },
      { title: region, href: link({ kind: 'region', region }) },
    ],
    data: [],
    isPrivate: true,
    body: html`<h1>${title}</h1>
      <p>
        ${say(`${region} ${year}年${stageName(stage, view)}：由公布它的部门在 `, `${region}, ${year} ${stageName(stage, view)}: taken back by its department on `)}${day}${say(' 撤回。', '.')}
      </p>
      <p>${now}</p>`,
  };
}
