/** Relative to the archive root, forward slashes; never absolute, never "..". */
export type FilePath = string & { readonly __brand: 'FilePath' };
