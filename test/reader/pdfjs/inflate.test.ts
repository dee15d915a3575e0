import { text } from 'node:stream/consumers';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { inflateHere } from '../../../src/reader/pdfjs/inflate.js';

const native = globalThis.DecompressionStream;
const through = (format: 'deflate' | 'gzip', bytes: Uint8Array): Promise<string> =>
  text(new Blob([bytes as never]).stream().pipeThrough(new DecompressionStream(format) as never) as never);

describe('the inflating of pdfjs', () => {
  const releases: (() => void)[] = [];
  const begin = (): void => void releases.push(inflateHere());
  afterEach(() => {
    for (const release of releases.splice(0)) release();
    expect(globalThis.DecompressionStream).toBe(native);
  });

  it('serves whoever else inflates meanwhile, in pieces or whole', async () => {
    begin();
    expect(globalThis.DecompressionStream).not.toBe(native);
    expect(await through('deflate', deflateSync('绩效'.repeat(200_000)))).toBe('绩效'.repeat(200_000));
    expect(await through('gzip', gzipSync('自评'))).toBe('自评');
  });

  it('fails where the stream is broken or cut', async () => {
    begin();
    const bytes = deflateSync('绩效自评表'.repeat(100));
    await expect(through('deflate', bytes.subarray(0, 20))).rejects.toThrow();
    await expect(through('deflate', Buffer.from('no deflate'))).rejects.toThrow();
  });

  it('ends when the last of several documents is closed', () => {
    begin();
    begin();
    releases.pop()?.();
    expect(globalThis.DecompressionStream).not.toBe(native);
  });
});
