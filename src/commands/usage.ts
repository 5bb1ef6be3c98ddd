import type { CommanderError } from 'commander';
import type { Language } from '../model/language.ts';
import { say } from './words.ts';

/** Wrong usage as one sentence in the language; null when the user only asked for help or the version. */
export function usageSentence(error: CommanderError, language: Language): string | null {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map(([, words = '']) => words);
  const option = (quoted[0] ?? '').split(/[ ,]/)[0] ?? '';
  switch (error.code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null;
    case 'commander.unknownOption':
      return say(language, 'unknownOption', option);
    case 'commander.unknownCommand':
      return say(language, 'unknownCommand', quoted[0] ?? '');
    case 'commander.missingArgument':
      return say(language, 'missingArgument');
    case 'commander.excessArguments':
      return say(language, 'tooMany');
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return say(language, 'missingValue', option);
    case 'commander.invalidArgument':
      return say(language, 'wrongValue', option, quoted[1] ?? '', choicesOf(error.message));
    default:
      return say(language, 'wrongUsage', error.message.replace(/^error: /, ''));
  }
}

function choicesOf(message: string): string {
  return /Allowed choices are (.*?)\.?$/.exec(message)?.[1] ?? '';
}
