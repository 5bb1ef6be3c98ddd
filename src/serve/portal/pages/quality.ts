import type { PortalDocument } from '../document.ts';
import { html, type Html } from '../html.ts';

/** How many numbers were verified, contradicted, left open; leads to the checks. */
export function qualityStrip({ published, view, part }: PortalDocument): Html {
  const { say } = view;
  const { figures, verified, contradicted, unverified } = published.summary.coverage;
  const href = part({ kind: 'checks' });
  const cross =
    contradicted === 0
      ? null
      : html`<span class="state x"
          >✕ ${say(`${contradicted} 个有矛盾`, `${contradicted} contradicted`)}</span
        > `;
  const words =
    contradicted === 0
      ? say('没有发现互相矛盾的数。', 'No contradiction was found.')
      : say(`有 ${contradicted} 个数与别处对不上。`, `${contradicted} numbers do not agree with others.`);
  return html`<aside class="quality" aria-label="${say('数据质量', 'Data quality')}">
    <p>
      <b>${words}</b> ${say(
        `公布的 ${figures} 个数逐个核对过：`,
        `All ${figures} published numbers were compared: `,
      )}<span class="state v">✓ ${say(`${verified} 个核对无误`, `${verified} verified`)}</span>
      ${cross}
      <span class="state u">○ ${say(`${unverified} 个无从核对`, `${unverified} not verifiable`)}</span>
      <a href="${href}">${say('看核对了什么', 'What was compared')}</a>
    </p>
  </aside>`;
}

/** What the signs beside numbers mean. */
export function signsLegend({ view }: PortalDocument): Html {
  const { say } = view;
  return html`<p class="legend">
    ${say('点任何一个数，看它的出处和核对情况。', 'Every number opens its source and its checks.')}
    <span class="state x">✕ ${say('与别处矛盾', 'contradicted')}</span>
    <span class="state u">○ ${say('无从核对', 'not verifiable')}</span>
    <span>${say('没有记号的核对无误', 'no sign: verified')}</span>
  </p>`;
}
