/** APPNOTE.TXT, 4.3: sizes without the variable parts, and signatures as little-endian numbers. */
export const localHeaderSize = 30;
export const recordSize = 46;

export const signature = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  record: 0x02014b50,
  end: 0x06054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
} as const;

export const flag = {
  encrypted: 0x0001,
  descriptor: 0x0008,
  strongEncryption: 0x0040,
  utf8: 0x0800,
  masked: 0x2000,
} as const;

export const method = { stored: 0, deflated: 8 } as const;

/** Unix and macOS, in "version made by": the upper half of the attributes is a Unix mode. */
export const unixPlatforms: readonly number[] = [3, 19];
