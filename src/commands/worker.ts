import { checkTask, type FileTask } from './checkTask.ts';
import { optimiseForManyDocuments } from './startup.ts';

optimiseForManyDocuments();

// A worker process of `mingsuan check`: each message is a file to check, each answer its report.
process.on('message', (task: FileTask) => {
  void checkTask(task).then((answer) => process.send?.(answer));
});

// Without the command that asks there is nothing left to do.
process.on('disconnect', () => {
  process.exit(0);
});
