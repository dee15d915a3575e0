import { parentPort } from 'node:worker_threads';
import { EvalxError, parse, validate } from 'evalx';
import type { Answer, Question } from './messages.js';

/** The thread that reads: pdfjs is loaded here, and never in the main thread. */

async function answer({ id, name, bytes }: Question): Promise<Answer> {
  try {
    // Limits of time and memory read in a process of its own, which is ended where the file takes more.
    const result = await parse(bytes, { file: name, limits: { seconds: 60, megabytes: 1024 } });
    return { id, forms: result.document.reports.map(({ project }) => project.name), findings: validate(result) };
  } catch (error) {
    if (error instanceof EvalxError) return { id, code: error.code, message: error.message };
    throw error;
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));
