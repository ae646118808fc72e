import type { Intake } from '../worker/protocol.ts';

const name = 'harbour-shop.zip';

/** The solution that is shipped with the page. */
export async function sampleIntake(): Promise<Intake> {
  const response = await fetch(new URL(`sample/${name}`, document.baseURI));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return { kind: 'archive', name, file: await response.blob() };
}
