import { describe, expect, it } from 'vitest';
import type { Disclosure, NarrativeSection } from '../../model/disclosure.ts';
import { otherTextsOf, type OtherTexts } from './otherTexts.ts';

const place = { file: 'a.txt' };

function textsOf(section: string, title: string, ...lines: readonly string[]): OtherTexts {
  const paragraphs = lines.map((text) => ({ text, place, spans: [], claims: [] }));
  const narrative: readonly NarrativeSection[] = [{ section, title, place, paragraphs }];
  return otherTextsOf({ narrative } as unknown as Disclosure);
}

describe('purchased services and other notes', () => {
  it.each([
    ['本部门2027年政府购买服务的内容有：道路清扫、档案数字化。', ['道路清扫', '档案数字化']],
    ['我单位政府购买服务项目包括：法律顾问；信息系统运维', ['法律顾问', '信息系统运维']],
    ['1、法律咨询服务', ['法律咨询服务']],
    ['（2）会议服务；', ['会议服务']],
    ['无', []],
    ['本部门2027年没有政府购买服务项目。', []],
    ['本部门 2027 年无政府购买服务', []],
  ])('%s', (line, expected) => {
    const texts = textsOf(
      'other',
      '十二、其他说明',
      '（一）政府购买服务指导性目录',
      line,
      '（二）其他',
      '无',
    );
    expect(texts).toEqual({ purchasedServices: expected, otherNotes: '' });
  });

  it('keeps what is said under 其他', () => {
    const texts = textsOf(
      'other',
      '十二、其他说明',
      '（二）其他',
      '新设的养护站自七月起运转。',
      '没有需要另行说明的事项。',
    );
    expect(texts.otherNotes).toBe('新设的养护站自七月起运转。');
  });

  it('takes no sentence about figures for a service', () => {
    const texts = textsOf('procurement', '九、政府采购情况', '2027年政府采购预算总额30万元。');
    expect(texts).toEqual({ purchasedServices: [], otherNotes: '' });
  });
});
