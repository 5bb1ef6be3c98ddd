import { words, type Words } from '../../model/bookProblem.ts';

/** A head or label that is not where it belongs; `now`: what stands there instead. */
export function lostWords(title: string, now: string | undefined): Words {
  return now === undefined || now.trim() === ''
    ? words(
        `“${title}”这几个字不见了，请在这一格恢复`,
        `The words “${title}” are gone: restore them in this cell`,
      )
    : words(
        `这一格应为“${title}”，现在是“${now.trim()}”，请改回`,
        `This cell should say “${title}”, not “${now.trim()}”: put it back`,
      );
}
