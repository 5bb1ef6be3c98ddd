import { afterEach, expect, test, vi } from 'vitest';
import { dropDraft, isLeft, keepDraft, leftDrafts, takeDraft } from './drafts.ts';

const owner = { user: 'u', filing: 'f' };

/** The browser's store: its keys are its own properties, as `Object.keys` sees them. */
function store(entries: Readonly<Record<string, string>>): Storage {
  const own: Record<string, string> = { ...entries };
  const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });
  return Object.defineProperties(own, {
    getItem: hidden((key: string) => own[key] ?? null),
    setItem: hidden((key: string, value: string) => {
      own[key] = value;
    }),
    removeItem: hidden((key: string) => Reflect.deleteProperty(own, key)),
  }) as unknown as Storage;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('drafts of two closed windows are both found, and neither takes the place of the other', () => {
  vi.stubGlobal(
    'localStorage',
    store({
      'mingsuan.draft.u.f.one': JSON.stringify({ base: 3, content: { year: 1 } }),
      'mingsuan.draft.u.f.two': JSON.stringify({ base: 3, content: { year: 2 } }),
      'mingsuan.draft.v.f.one': JSON.stringify({ base: 3, content: { year: 9 } }),
    }),
  );
  const [first, second] = leftDrafts(owner);
  if (first === undefined || second === undefined) throw new Error('a draft is missing');
  takeDraft(owner, first);
  expect([isLeft(first), isLeft(second)]).toEqual([false, true]);
  expect(leftDrafts(owner).map(({ content }) => content)).toEqual([{ year: 2 }, { year: 1 }]);
  dropDraft(owner);
  expect(leftDrafts(owner).map(({ content }) => content)).toEqual([{ year: 2 }]);
});

test('what is no draft is forgotten; a full store is told', () => {
  vi.stubGlobal('localStorage', store({ 'mingsuan.draft.u.f.one': '{' }));
  expect(leftDrafts(owner)).toEqual([]);
  expect(Object.keys(localStorage)).toEqual([]);
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new Error('full');
    },
  });
  expect(keepDraft(owner, { base: 1, content: {} })).toBe(false);
});
