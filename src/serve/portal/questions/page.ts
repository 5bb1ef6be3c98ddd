import { html, joined, type Html } from '../html.ts';
import type { PortalPage } from '../page.ts';
import { crumbsOf, headingOf, routeTo, yearWords } from '../pages/frame.ts';
import type { PortalDocument } from '../document.ts';
import { mostSigns, reasons, reasonWords } from './form.ts';
import type { AskedLine } from './line.ts';

/** The form by which a reader tells the department what cannot be understood, or the thanks for it. */
export function questionPage(
  document: PortalDocument,
  version: number | null,
  asked: AskedLine,
  sent: boolean,
): PortalPage {
  const { published, view } = document;
  const { say } = view;
  const title = say('看不懂？告诉部门', 'Not clear? Tell the department');
  return {
    title: `${title} · ${published.summary.name} ${yearWords(published.summary, view)}`,
    description: title,
    route: routeTo(document, version, { kind: 'question' }),
    crumbs: crumbsOf(document, true),
    data: [],
    isPrivate: true,
    body: html`${headingOf(document, sent ? say('已经转给部门', 'Passed on to the department') : title)}
    ${sent ? thanksHtml(asked, document) : formHtml(asked, document)}`,
  };
}

function thanksHtml({ words, href }: AskedLine, { view }: PortalDocument): Html {
  const { say } = view;
  return html`<div class="prose">
    <p>
      ${say('您看不懂的地方已经转给填报这份公开的人：', 'Those who prepared the disclosure have been told about: ')}<b
        >${words}</b
      >
    </p>
    <p>
      ${say('部门会在更正或下一年的公开里写清楚。这里不留姓名，所以不能单独答复。', 'The department can make it clearer in a correction or in next year’s disclosure. No name is kept, so there is no personal answer.')}
    </p>
    <p><a href="${href}">${say('回到刚才的地方', 'Back to where you were')}</a></p>
  </div>`;
}

function formHtml({ line, words, href }: AskedLine, { view, part }: PortalDocument): Html {
  const { say } = view;
  const choices = reasons.map(
    (reason, i) =>
      html`<label class="choice"
        ><input type="radio" name="reason" value="${reason}" ${i === 0 ? html`checked` : null} />
        ${say(...reasonWords[reason])}</label
      >`,
  );
  return html`<p class="prose">${say('哪里：', 'Where: ')}<a href="${href}">${words}</a></p>
    <form class="ask" method="post" action="${part({ kind: 'question' })}">
      <input type="hidden" name="line" value="${line}" />
      <fieldset>
        <legend>${say('什么看不懂', 'What is not clear')}</legend>
        ${joined(choices)}
      </fieldset>
      <label for="words"
        >${say(`想补充的话（可以不写，最多 ${mostSigns} 字）`, `In your words (optional, up to ${mostSigns} characters)`)}</label
      >
      <textarea id="words" name="words" rows="4" maxlength="${mostSigns}"></textarea>
      <p class="hint">
        ${say('不需要姓名和联系方式，请不要写。内容只给这个部门看，不公开。', 'No name or address is needed; please give none. Only the department sees it; it is not published.')}
      </p>
      <button type="submit">${say('告诉部门', 'Send')}</button>
    </form>`;
}

/** The link beside a line; nothing where nobody would hear it. */
export function questionLink(line: string, { view, part }: PortalDocument, words?: string): Html | null {
  if (!view.hasQuestions) return null;
  const href = `${part({ kind: 'question' })}?line=${encodeURIComponent(line)}`;
  return html`<a class="unclear" rel="nofollow" href="${href}"
    >${words ?? view.say('看不懂？', 'Not clear?')}</a
  >`;
}
