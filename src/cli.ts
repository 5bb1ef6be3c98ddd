#!/usr/bin/env node
import { CommanderError } from 'commander';
import { faultSentence, tellDetails } from './commands/fault.ts';
import { programOf } from './commands/program.ts';
import { tell } from './commands/terminal.ts';
import { usageSentence } from './commands/usage.ts';
import type { Language } from './model/language.ts';

// Sentences about wrong usage need the language before the arguments are understood.
const language: Language = /(?:^| )--lang(?: |=)en(?: |$)/.test(process.argv.slice(2).join(' '))
  ? 'en'
  : 'zh';

// A reader that has seen enough (| head) closes the pipe: that is no fault, and the exit code stays.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  tell(faultSentence(error, language));
  process.exitCode = 2;
});

const program = programOf(language, (code) => {
  process.exitCode = code;
});

try {
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  process.exitCode = 2;
  if (error instanceof CommanderError) {
    const sentence = usageSentence(error, language);
    if (sentence === null) process.exitCode = 0;
    else tell(sentence);
  } else {
    tellDetails(error);
    tell(faultSentence(error, language));
  }
}
