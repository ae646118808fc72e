import type { Intake } from '../worker/protocol.ts';
import type { History } from './history.ts';

/** What a reload needs: the input as it came, and what was decided. It lives as long as the tab does. */
export interface Kept {
  readonly intake: Intake;
  readonly target: string;
  readonly history: History;
}

const database = 'identityserver-upgrade-wizard';
const table = 'tabs';
const tab = tabId();
let storedIntake: Intake | null = null;

/** The input is written once; each decision only rewrites the decisions. A full or forbidden store is no one's problem. */
export async function keep({ intake, target, history }: Kept): Promise<void> {
  await quietly(async () => {
    await withTable('readwrite', (store) => {
      if (storedIntake !== intake) store.put(intake, `${tab}/intake`);
      store.put({ target, history }, `${tab}/choices`);
    });
    storedIntake = intake;
  });
}

export async function kept(): Promise<Kept | null> {
  const found = await quietly(async () => {
    const [intake, choices] = await withTable('readonly', (store) =>
      Promise.all([resultOf(store.get(`${tab}/intake`)), resultOf(store.get(`${tab}/choices`))]),
    );
    return intake && choices ? ({ intake, ...choices } as Kept) : null;
  });
  storedIntake = found?.intake ?? null;
  return found ?? null;
}

export async function forget(): Promise<void> {
  storedIntake = null;
  await quietly(() => withTable('readwrite', (store) => store.delete(rangeOf(tab))));
}

/** Each tab answers to its id; what belongs to none that answers was left by a closed tab, and goes. */
export function forgetClosedTabs(patience = 2000): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(database);
  const alive = new Set([tab]);
  channel.addEventListener('message', ({ data }: MessageEvent<{ asks?: boolean; tab?: string }>) => {
    if (data.asks) channel.postMessage({ tab });
    else if (data.tab) alive.add(data.tab);
  });
  channel.postMessage({ asks: true });
  setTimeout(() => void quietly(() => forgetAllBut(alive)), patience);
}

async function forgetAllBut(alive: ReadonlySet<string>): Promise<void> {
  const keys = await withTable('readonly', (store) => resultOf(store.getAllKeys()));
  const dead = keys.filter((key) => !alive.has(String(key).split('/')[0] ?? ''));
  if (dead.length > 0) await withTable('readwrite', (store) => dead.forEach((key) => void store.delete(key)));
}

const rangeOf = (id: string) => IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);

function tabId(): string {
  const name = 'tab';
  try {
    const id = sessionStorage.getItem(name) ?? String(Math.random()).slice(2);
    sessionStorage.setItem(name, id);
    return id;
  } catch {
    return 'none';
  }
}

async function withTable<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => T): Promise<Awaited<T>> {
  const db = await open();
  try {
    const transaction = db.transaction(table, mode);
    const value = await work(transaction.objectStore(table));
    await new Promise<void>((resolve, reject) => {
      if (mode === 'readonly') resolve();
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return value;
  } finally {
    db.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(table);
  return resultOf(request);
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
