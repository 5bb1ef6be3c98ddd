import { examineTask, type ExamineTask } from './examineTask.ts';

// A worker process of `mingsuan serve`: each message is a document, each answer what stands in it.
process.on('message', (task: ExamineTask) => {
  void examineTask(task).then((answer) => process.send?.(answer));
});

// Without the server there is nothing left to do.
process.on('disconnect', () => {
  process.exit(0);
});
