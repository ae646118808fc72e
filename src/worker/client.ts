import { proxy, type Remote, wrap } from 'comlink';
import type { Analysis } from '../engine/analysis.ts';
import type { Decisions } from '../engine/decisions/decision.ts';
import type { Answers } from '../engine/rules/question.ts';
import type { Delivery, FilePreview, Progress } from '../engine/upgrade.ts';
import workerUrl from './analysis.worker.ts?worker&url';
import type { AnalysisHost, Failure, Intake, Outcome, Reading, ReadOptions } from './protocol.ts';

/** Something the worker could not do; `failure` says what. */
export class WorkerFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'bug' ? failure.message : failure.code);
    this.name = 'WorkerFailure';
  }
}

/** A solution that has been read, in the worker that read it. */
export interface OpenSolution extends Reading {
  answer(answers: Answers): Promise<Analysis>;
  preview(finding: string, fix: string): Promise<readonly FilePreview[]>;
  deliver(decisions: Decisions): Promise<Delivery>;
  close(): void;
}

export interface OpenOptions extends ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Aborting ends the worker at once, whatever it is in the middle of. */
export async function openSolution(
  intake: Intake,
  { signal, onProgress, ...options }: OpenOptions,
): Promise<OpenSolution> {
  const worker = startWorker();
  const host = wrap<AnalysisHost>(worker);
  const close = () => worker.terminate();
  try {
    const work: Promise<Outcome<Reading>> = host.read(intake, options, proxy(onProgress));
    const reading: Reading = await unlessAborted(signal, worker, work.then(valueIn));
    return { ...reading, ...requestsTo(host), close };
  } catch (error) {
    close();
    throw error;
  }
}

const requestsTo = (host: Remote<AnalysisHost>) => ({
  answer: async (answers: Answers): Promise<Analysis> => valueIn(await host.answer(answers)),
  preview: async (finding: string, fix: string): Promise<readonly FilePreview[]> =>
    valueIn(await host.preview(finding, fix)),
  deliver: async (decisions: Decisions): Promise<Delivery> => valueIn(await host.deliver(decisions)),
});

function valueIn<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'failed') throw new WorkerFailure(outcome.failure);
  return outcome.value;
}

/** A worker that can't even start says so by an event, and never answers. */
function unlessAborted<T>(signal: AbortSignal, worker: Worker, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', (event) => {
      reject(new WorkerFailure({ kind: 'bug', message: event.message || 'The worker did not start.', trace: '' }));
    });
    work.then(resolve, reject);
  });
}

function startWorker(): Worker {
  return new Worker(trusted(workerUrl), { type: 'module' });
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
/** Where the browser knows trusted types, only this policy may name a script, and it knows one. */
const policy = trustedTypes?.createPolicy('analysis-worker', { createScriptURL: () => workerUrl });
const trusted = (url: string): string => policy?.createScriptURL(url) ?? url;
