import { expect, test } from 'vitest';
import { bookOf } from './book.ts';
import { renamedProject, renamedUnit } from './renaming.ts';

const fact = {
  unit: '甲',
  function: '2120101',
  nature: 'specificTarget',
  fund: 'general',
  vintage: 'current',
  fen: 1,
};
const book = bookOf({
  units: [
    { name: '甲', kind: 'institution' },
    { name: '乙', kind: 'institution' },
  ],
  facts: [{ ...fact, project: '路' }],
  projects: [{ name: '路', unit: '甲' }],
});

test('a unit that is renamed keeps its lines and projects', () => {
  const changed = renamedUnit(book, [{ name: '丙', kind: 'institution' }, ...book.units.slice(1)]);
  expect([changed.facts?.[0]?.unit, changed.projects?.[0]?.unit]).toEqual(['丙', '丙']);
});

test('a name that is another’s already moves nothing', () => {
  const changed = renamedUnit(book, [{ name: '乙', kind: 'institution' }, ...book.units.slice(1)]);
  expect(changed.facts).toBeUndefined();
});

test('a project that is renamed keeps its lines; one that is removed takes none along', () => {
  expect(renamedProject(book, [{ name: '桥', unit: '甲' }]).facts?.[0]?.project).toBe('桥');
  expect(renamedProject(book, []).facts).toBeUndefined();
});
