import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {findChromium} from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
const chrome = join(folder, 'google-chrome');

afterEach(() => rmSync(chrome, {force: true}));

describe('findChromium', () => {
  it('takes the one that CHROMIUM names, and no other when that is missing', () => {
    writeFileSync(chrome, '');
    expect(findChromium({CHROMIUM: chrome, PATH: ''})).toBe(chrome);
    expect(findChromium({CHROMIUM: join(folder, 'gone'), PATH: folder})).toBe(null);
  });

  it('finds one on the PATH', () => {
    writeFileSync(chrome, '');
    expect(findChromium({PATH: folder})).toBe(chrome);
  });
});
