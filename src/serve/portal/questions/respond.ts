import { documentOf } from '../document.ts';
import { html } from '../html.ts';
import { headStart } from '../page.ts';
import { htmlReply, pageReply, type PortalContext, type PortalReply } from '../reply.ts';
import type { DisclosureKey, PublishedDisclosure } from '../source.ts';
import type { View } from '../view.ts';
import { questionText } from './form.ts';
import { askedLine } from './line.ts';
import { questionPage } from './page.ts';

/** What reaches the department. */
export interface Question {
  readonly key: DisclosureKey;
  readonly edition: number;
  readonly line: string;
  readonly words: string;
  readonly address: string;
  readonly body: string;
}

/** Hands a question to the department; false where it takes no more. */
export type Ask = (question: Question) => Promise<boolean>;

const isFull = [
  '这个部门还有很多问题没有处理，暂时收不下新的。请过几天再来。',
  'The department has many questions to deal with and takes no more at present. Please come back in a few days.',
] as const;
export const isTooOften = [
  '问得太快了。请过几分钟再来，您写的没有丢失，按浏览器的“后退”可以找到。',
  'Too many at once. Please come back in a few minutes; the back button shows what you wrote.',
] as const;

/** The form for one line, or the thanks after it was sent. */
export function questionReply(
  context: PortalContext,
  published: PublishedDisclosure,
  version: number | null,
): PortalReply | null {
  const { request, view } = context;
  if (!view.hasQuestions || context.address.format !== 'html') return null;
  const document = documentOf(published, version, view);
  const asked = askedLine(request.query['line'] ?? 'all', document);
  if (asked === null) return null;
  return pageReply(context, questionPage(document, version, asked, request.query['sent'] === '1'));
}

/** Takes what was sent, and leads to the thanks; null where nothing can be asked. */
export async function takeQuestion(
  context: PortalContext,
  form: URLSearchParams,
  ask: Ask,
): Promise<PortalReply | null> {
  const { address, source, view } = context;
  const { route } = address;
  if (route.kind !== 'disclosure' || route.part.kind !== 'question') return null;
  const published = await source.disclosure(route.key, route.version);
  if (published === null) return null;
  const document = documentOf(published, route.version, view);
  const asked = askedLine(form.get('line') ?? '', document);
  if (asked === null) return null;
  const { line, words, href } = asked;
  const question = { line, words, address: href, body: questionText(form) };
  const taken = await ask({ key: route.key, edition: published.summary.version, ...question });
  if (!taken) return refusedReply(view, isFull);
  const to = `${document.part({ kind: 'question' })}?line=${encodeURIComponent(line)}&sent=1`;
  return { status: 303, mediaType: 'text/plain; charset=utf-8', body: '', headers: { location: to } };
}

/** What cannot be taken now, in words. */
export function refusedReply(view: View, words: readonly [zh: string, en: string]): PortalReply {
  const lang = view.say('zh-CN', 'en');
  const body = html`<!doctype html>
    <html lang="${lang}">
      <head>
        ${headStart}
        <title>${view.say(...words)}</title>
      </head>
      <body>
        <p>${view.say(...words)}</p>
      </body>
    </html> `;
  return htmlReply(body.markup, "'none'", 429);
}
