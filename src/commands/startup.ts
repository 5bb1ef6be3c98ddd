import v8 from 'node:v8';

/**
 * For a command that works a second or less: functions are optimised later than usual, as most of them would
 * run too few times to pay for it. What runs long enough is optimised all the same; worker processes are not
 * concerned.
 */
export function optimiseLater(): void {
  v8.setFlagsFromString('--interrupt-budget=4000000');
}
